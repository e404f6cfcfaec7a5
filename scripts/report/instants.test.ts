import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantIn } from './instants.ts';

const ZONE = 'America/New_York';

describe('a time in an export', () => {
    it('is read as it was written', () => {
        const from = Date.UTC(1990, 0);
        const to = Date.UTC(2199, 11, 31);
        fc.assert(
            fc.property(fc.integer({ min: from, max: to }), (at) => {
                const iso = new Date(at).toISOString();
                expect(instantIn(iso, ZONE)).toEqual({ at, isLocal: false });
                const second = Math.floor(at / 1000) * 1000;
                expect(instantIn(`${iso.slice(0, 19)}Z`, ZONE)?.at).toBe(second);
                expect(instantIn(`${iso.slice(0, 23)}+0000`, ZONE)?.at).toBe(at);
            })
        );
    });

    it('without a zone is the agreement’s', () => {
        const at = Date.UTC(2026, 9, 5, 18, 30);
        expect(instantIn('2026-10-05 14:30', ZONE)).toEqual({ at, isLocal: true });
        expect(instantIn('2026-10-05T14:30:00', ZONE)).toEqual({ at, isLocal: true });
    });

    it.each([
        '10/5/2026',
        '2026-02-30T10:00:00Z',
        '2026-13-01T10:00:00.000Z',
        '2026-10-05 24:30',
        'soon'
    ])('is never guessed: %s', (text) => {
        expect(instantIn(text, ZONE)).toBeNull();
    });
});
