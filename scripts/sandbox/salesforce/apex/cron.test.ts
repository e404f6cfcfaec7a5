import { describe, expect, it } from 'vitest';
import { nextFireTime } from './cron.ts';

const AFTER = Date.parse('2026-11-20T14:03:00Z');

function next(expression: string, zone = 'UTC'): string | null {
    const found = nextFireTime(expression, AFTER, zone);
    return found === null ? null : new Date(found).toISOString();
}

describe('a schedule', () => {
    it.each([
        ['0 0 2 * * ?', '2026-11-21T02:00:00.000Z'],
        ['0 30 * * * ?', '2026-11-20T14:30:00.000Z'],
        ['0 3 * * * ?', '2026-11-20T15:03:00.000Z'],
        ['30 15 9-11 ? * MON-FRI', '2026-11-23T09:15:30.000Z'],
        ['0 0 0 1 JAN,JUL ?', '2027-01-01T00:00:00.000Z'],
        ['0 0 0/6 * * ?', '2026-11-20T18:00:00.000Z'],
        ['0 0 12 29 2 ? 2028', '2028-02-29T12:00:00.000Z']
    ])('%s fires next at %s', (expression, expected) => {
        expect(next(expression)).toBe(expected);
    });

    it('is meant in the user’s zone', () => {
        expect(next('0 0 2 * * ?', 'America/New_York')).toBe('2026-11-21T07:00:00.000Z');
    });

    it('may never fire', () => {
        expect(next('0 0 0 1 1 ? 2020')).toBeNull();
    });

    it.each(['* * * * * ?', '0 0 25 * * ?', '0 0 1 * *', '0 0 1 1 * MON'])(
        'is refused where the platform refuses it: %s',
        (expression) => {
            expect(() => next(expression)).toThrow('Invalid cron expression');
        }
    );
});
