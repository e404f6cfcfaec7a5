import { describe, expect, it } from 'vitest';
import { countUpTo } from './countUpTo.ts';
import { instantAtWall, isZone, wallAt, zoneBetween } from './zone.ts';

const HOUR = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

describe('isZone', () => {
    it('knows IANA names', () => {
        expect(isZone('Asia/Kathmandu')).toBe(true);
        expect(isZone('UTC')).toBe(true);
    });

    it.each(['Mars/Olympus', '', '+05:30', undefined as unknown as string])(
        'refuses %j',
        (name) => {
            expect(isZone(name)).toBe(false);
        }
    );
});

describe('zoneBetween', () => {
    it('finds both changes of a year to the second', () => {
        const { changes } = zoneBetween(
            'America/New_York',
            utc('2026-01-01T00:00'),
            utc('2026-12-31T00:00')
        );
        expect(changes).toContain(utc('2026-03-08T07:00'));
        expect(changes).toContain(utc('2026-11-01T06:00'));
    });

    it('finds a change that was taken back a week later', () => {
        const { changes } = zoneBetween(
            'America/Noronha',
            utc('2000-10-01T00:00'),
            utc('2000-11-01T00:00')
        );
        expect(changes).toContain(utc('2000-10-08T02:00'));
        expect(changes).toContain(utc('2000-10-15T01:00'));
    });

    it('gives the same whichever part was asked for first', () => {
        const years = Array.from({ length: 30 }, (_, i) => Date.UTC(1995 + i, 5));
        // Two names of one zone are remembered apart.
        const forward = years.map((at) => wallAt('Africa/Cairo', at));
        const backward = [...years].reverse().map((at) => wallAt('Egypt', at));
        expect(backward.reverse()).toEqual(forward);
        const from = years[0] as number;
        const to = years[29] as number;
        const inside = (name: string): readonly number[] => {
            const { changes } = zoneBetween(name, from, to);
            return changes.slice(countUpTo(changes, from), countUpTo(changes, to));
        };
        expect(inside('Egypt')).toEqual(inside('Africa/Cairo'));
    });

    it('answers for any number without a long search', () => {
        expect(wallAt('Europe/Berlin', 8.64e15)).toBe(8.64e15 + HOUR);
        expect(wallAt('Europe/Berlin', NaN)).toBeNaN();
    });
});

describe('instantAtWall', () => {
    it('takes the moment of the jump for a time that was skipped', () => {
        expect(instantAtWall('America/New_York', utc('2026-03-08T02:30'))).toBe(
            utc('2026-03-08T07:00')
        );
    });

    it('takes the second of two', () => {
        expect(instantAtWall('America/New_York', utc('2026-11-01T01:30'))).toBe(
            utc('2026-11-01T06:30')
        );
    });

    it('finds both midnights of the date that Samoa skipped at one moment', () => {
        const jump = utc('2011-12-30T10:00');
        expect(instantAtWall('Pacific/Apia', utc('2011-12-30T00:00'))).toBe(jump);
        expect(instantAtWall('Pacific/Apia', utc('2011-12-31T00:00'))).toBe(jump);
    });
});
