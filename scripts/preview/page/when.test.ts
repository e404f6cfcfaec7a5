import { describe, expect, it } from 'vitest';
import { inputOf, instantOf, nextMonday } from './when.ts';

const NEW_YORK = 'America/New_York';
const at = (iso: string): number => Date.parse(iso);

describe('the now switch', () => {
    it('finds the Monday after any day, over the end of summer time too', () => {
        const friday = at('2026-11-20T15:04:00Z');
        expect(nextMonday(NEW_YORK, friday)).toBe(at('2026-11-23T14:00:00Z'));
        expect(nextMonday(NEW_YORK, at('2026-11-23T15:00:00Z'))).toBe(at('2026-11-30T14:00:00Z'));
        expect(nextMonday(NEW_YORK, at('2026-10-30T15:00:00Z'))).toBe(at('2026-11-02T14:00:00Z'));
    });

    it('goes by the day of the zone', () => {
        // Still Sunday in New York.
        expect(nextMonday(NEW_YORK, at('2026-11-23T03:00:00Z'))).toBe(at('2026-11-23T14:00:00Z'));
    });

    it('writes and reads the time of the zone', () => {
        const instant = at('2026-11-20T15:04:00Z');
        expect(inputOf(NEW_YORK, instant)).toBe('2026-11-20T10:04');
        expect(instantOf(NEW_YORK, '2026-11-20T10:04')).toBe(instant);
        expect(instantOf(NEW_YORK, '')).toBeNull();
    });
});
