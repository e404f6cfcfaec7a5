import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../shared/calendar/calendar.ts';
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
        ['America/New_York', '2026-10-05', '2026-10-05T04:00:00Z', 24],
        ['Europe/Berlin', '2026-10-05', '2026-10-04T22:00:00Z', 24],
        // Days on which clocks change.
        ['America/New_York', '2026-03-08', '2026-03-08T05:00:00Z', 23],
        ['America/New_York', '2026-11-01', '2026-11-01T04:00:00Z', 25],
        ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
        ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
        // Clocks skip midnight.
        ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00Z', 23]
    ])('that is a date alone is the whole day: %s, %s', (zone, text, begins, hours) => {
        const at = Date.parse(begins);
        const until = at + hours * 3_600_000 - 1;
        expect(instantIn(text, zone)).toEqual({ at, isLocal: true, until });
    });

    it('that is a date alone is the day that each of its times is on', () => {
        const zones = fc.constantFrom(ZONE, 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland');
        const times = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) });
        fc.assert(
            fc.property(zones, times, (zone, at) => {
                const day = instantIn(localDate(zone, at), zone);
                expect(day?.at).toBeLessThanOrEqual(at);
                expect(day?.until).toBeGreaterThanOrEqual(at);
                expect(localDate(zone, day?.at ?? 0)).toBe(localDate(zone, day?.until ?? 0));
            })
        );
    });

    it.each([
        '10/5/2026',
        '2026-02-30',
        '9999-12-31',
        '2026-02-30T10:00:00Z',
        '2026-13-01T10:00:00.000Z',
        '2026-10-05 24:30',
        'soon'
    ])('is never guessed: %s', (text) => {
        expect(instantIn(text, ZONE)).toBeNull();
    });
});
