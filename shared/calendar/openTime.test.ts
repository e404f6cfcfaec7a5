import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarSpec, Weekday } from '../agreement/types.ts';
import { openCalendar } from './calendar.ts';
import { addOpenTime, openSpans, openTime } from './openTime.ts';
import type { Calendar } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function weekly(zone: string, days: Weekday[], spans: string[], closed: string[] = []): Calendar {
    return openCalendar({
        zone,
        week: Object.fromEntries(days.map((day) => [day, spans])),
        closed
    });
}
const office = weekly('America/New_York', WEEKDAYS.slice(0, 5), ['09:00-17:00'], ['2026-12-25']);
const always = weekly('America/New_York', WEEKDAYS, ['00:00-24:00']);
const never = openCalendar({ zone: 'UTC', week: {}, closed: [] });

/** New York in winter (EST) and in summer (EDT). */
const est = (text: string): number => Date.parse(`${text}-05:00`);
const edt = (text: string): number => Date.parse(`${text}-04:00`);

describe('openTime', () => {
    it('counts only office hours from Friday afternoon to Monday morning', () => {
        expect(openTime(office, est('2026-01-09T16:00'), est('2026-01-12T11:12'))).toBe(
            3 * HOUR + 12 * MINUTE
        );
    });

    it('is exact to the millisecond', () => {
        expect(
            openTime(office, est('2026-01-09T16:59:59.999'), est('2026-01-12T09:00:00.001'))
        ).toBe(2);
    });

    it('leaves a closed date out', () => {
        expect(openTime(office, est('2026-12-24T16:00'), est('2026-12-28T10:00'))).toBe(2 * HOUR);
    });

    it('leaves the lunch break of a split shift out', () => {
        const split = weekly('Europe/Berlin', ['mon'], ['09:00-12:00', '13:00-17:00']);
        const monday = Date.parse('2026-01-12T00:00+01:00');
        expect(openTime(split, monday + 11.5 * HOUR, monday + 13.25 * HOUR)).toBe(45 * MINUTE);
        expect(openTime(split, monday, monday + 24 * HOUR)).toBe(7 * HOUR);
    });

    it('is minus the open time the other way round, and a plain 0 of nothing', () => {
        expect(openTime(office, est('2026-01-12T11:12'), est('2026-01-09T16:00'))).toBe(
            -(3 * HOUR + 12 * MINUTE)
        );
        expect(openTime(office, est('2026-01-11T11:00'), est('2026-01-10T11:00'))).toBe(0);
    });

    it('gives the days of a change of clocks 23 and 25 hours', () => {
        expect(openTime(always, est('2026-03-08T00:00'), edt('2026-03-09T00:00'))).toBe(23 * HOUR);
        expect(openTime(always, edt('2026-11-01T00:00'), est('2026-11-02T00:00'))).toBe(25 * HOUR);
    });

    it('leaves out the hour that is skipped, and counts the repeated one twice', () => {
        const early = weekly('America/New_York', ['sun'], ['00:00-06:00']);
        expect(openTime(early, est('2026-03-07T12:00'), edt('2026-03-09T00:00'))).toBe(5 * HOUR);
        expect(openTime(early, edt('2026-10-31T12:00'), est('2026-11-02T00:00'))).toBe(7 * HOUR);
        const gap = weekly('America/New_York', ['sun'], ['02:15-02:45']);
        expect(openTime(gap, est('2026-03-07T12:00'), edt('2026-03-09T00:00'))).toBe(0);
    });

    it('moves Lord Howe by half an hour', () => {
        const island = weekly('Australia/Lord_Howe', WEEKDAYS, ['00:00-24:00']);
        expect(
            openTime(
                island,
                Date.parse('2026-04-05T00:00+11:00'),
                Date.parse('2026-04-06T00:00+10:30')
            )
        ).toBe(24.5 * HOUR);
    });

    it('counts nothing on the date that Samoa skipped', () => {
        const fridays = weekly('Pacific/Apia', ['fri'], ['09:00-17:00']);
        expect(openTime(fridays, Date.UTC(2011, 11, 27), Date.UTC(2012, 0, 3))).toBe(0);
        const nights = weekly('Pacific/Apia', WEEKDAYS, ['00:00-24:00']);
        expect(openTime(nights, Date.UTC(2011, 11, 30, 9), Date.UTC(2011, 11, 30, 11))).toBe(
            2 * HOUR
        );
    });

    it('closes the night that begins on a closed date, not the one that began before it', () => {
        const nights = weekly('UTC', WEEKDAYS, ['22:00-06:00'], ['2026-01-07']);
        const at = (day: number, hour: number): number => Date.UTC(2026, 0, day, hour);
        expect(openTime(nights, at(6, 12), at(7, 12))).toBe(8 * HOUR);
        expect(openTime(nights, at(7, 12), at(8, 12))).toBe(0);
        expect(openTime(nights, at(8, 12), at(9, 12))).toBe(8 * HOUR);
    });

    it('carries Sunday night into Monday', () => {
        const sunday = weekly('UTC', ['sun'], ['20:00-04:00']);
        expect(openTime(sunday, Date.UTC(2026, 0, 12), Date.UTC(2026, 0, 13))).toBe(4 * HOUR);
    });

    it('is 0 when never open and NaN between what are no instants', () => {
        expect(openTime(never, 0, 1e12)).toBe(0);
        expect(openTime(office, NaN, 0)).toBeNaN();
    });
});

describe('addOpenTime', () => {
    it('carries the rest of the time into the next open day', () => {
        expect(addOpenTime(office, est('2026-01-09T16:00'), 4 * HOUR)).toBe(
            est('2026-01-12T12:00')
        );
    });

    it('ends at the end of a span when the time is used up there', () => {
        expect(addOpenTime(office, est('2026-01-09T16:00'), HOUR)).toBe(est('2026-01-09T17:00'));
        expect(addOpenTime(office, est('2026-01-09T16:00'), HOUR + 1)).toBe(
            est('2026-01-12T09:00:00.001')
        );
    });

    it('adds nothing to a closed instant for 0', () => {
        const night = est('2026-01-09T23:00');
        expect(addOpenTime(office, night, 0)).toBe(night);
    });

    it('counts across a change of clocks', () => {
        expect(addOpenTime(always, est('2026-03-08T00:00'), 23 * HOUR)).toBe(
            edt('2026-03-09T00:00')
        );
        expect(addOpenTime(always, edt('2026-11-01T00:00'), 25 * HOUR)).toBe(
            est('2026-11-02T00:00')
        );
    });

    it('counts back for a negative duration', () => {
        expect(addOpenTime(office, est('2026-01-12T10:00'), -2 * HOUR)).toBe(
            est('2026-01-09T16:00')
        );
        expect(addOpenTime(office, est('2026-01-12T10:00'), -HOUR)).toBe(est('2026-01-12T09:00'));
    });

    it('is null when there is no such instant', () => {
        expect(addOpenTime(never, 0, 1)).toBeNull();
        expect(addOpenTime(never, 0, -1)).toBeNull();
        expect(addOpenTime(office, 0, Infinity)).toBeNull();
        expect(addOpenTime(office, NaN, HOUR)).toBeNull();
        expect(addOpenTime(office, 0, NaN)).toBeNull();
    });
});

describe('openSpans', () => {
    it('shows the arithmetic of openTime', () => {
        expect(openSpans(office, est('2026-01-09T16:00'), est('2026-01-12T11:12'))).toEqual([
            { from: est('2026-01-09T16:00'), to: est('2026-01-09T17:00') },
            { from: est('2026-01-12T09:00'), to: est('2026-01-12T11:12') }
        ]);
    });

    it('makes spans one that touch, across midnight and a change of clocks', () => {
        const from = est('2026-01-01T00:00');
        const to = edt('2026-06-01T00:00');
        expect(openSpans(always, from, to)).toEqual([{ from, to }]);
    });

    it('gives at most the number asked for', () => {
        const from = est('2026-01-01T00:00');
        expect(openSpans(office, from, est('2027-01-01T00:00'), 3)).toEqual(
            openSpans(office, from, est('2026-01-07T00:00')).slice(0, 3)
        );
    });

    it('gives none when nothing is open, or the end comes first', () => {
        expect(openSpans(never, 0, 1e12)).toEqual([]);
        expect(openSpans(office, est('2026-01-12T11:12'), est('2026-01-09T16:00'))).toEqual([]);
        expect(openSpans(always, -Infinity, Infinity)).toEqual([]);
    });
});

describe('for any calendar', () => {
    const time = fc
        .integer({ min: 0, max: 1439 })
        .map(
            (m) =>
                `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
        );
    const span = fc.oneof(
        fc.tuple(time, time).map(([start, end]) => `${start}-${end}`),
        fc.constant('00:00-24:00')
    );
    const spans = fc.array(span, { maxLength: 3 });
    const start = Date.UTC(2025, 11, 1);
    const instant = fc.integer({ min: start, max: start + 400 * 24 * HOUR });
    const spec: fc.Arbitrary<CalendarSpec> = fc.record({
        zone: fc.constantFrom(
            'America/New_York',
            'Australia/Lord_Howe',
            'Africa/Cairo',
            'Asia/Kathmandu',
            'America/Havana',
            'Africa/Casablanca'
        ),
        week: fc.record({
            mon: spans,
            tue: spans,
            wed: spans,
            thu: spans,
            fri: spans,
            sat: spans,
            sun: spans
        }),
        closed: fc.array(
            instant.map((at) => new Date(at).toISOString().slice(0, 10)),
            { maxLength: 12 }
        )
    });
    const calendar = spec.map(openCalendar);

    it('adds up over any instant between', () => {
        fc.assert(
            fc.property(calendar, instant, instant, instant, (c, a, b, d) => {
                expect(openTime(c, a, b) + openTime(c, b, d)).toBe(openTime(c, a, d));
            }),
            { numRuns: 1000 }
        );
    });

    it('is the sum of its open spans, which part and are in order', () => {
        fc.assert(
            fc.property(calendar, instant, instant, (c, a, b) => {
                const found = openSpans(c, Math.min(a, b), Math.max(a, b), Infinity);
                expect(found.reduce((sum, s) => sum + s.to - s.from, 0)).toBe(
                    Math.abs(openTime(c, a, b))
                );
                found.slice(1).forEach((s, i) => {
                    expect(s.from).toBeGreaterThan(found[i]?.to as number);
                });
            }),
            { numRuns: 300 }
        );
    });

    it('comes back from the open time of an interval to its last open instant', () => {
        fc.assert(
            fc.property(
                calendar,
                instant,
                fc.integer({ min: -50 * HOUR, max: 50 * HOUR }),
                (c, a, duration) => {
                    const t = addOpenTime(c, a, duration);
                    if (t === null) {
                        // Only a calendar that is never open has no answer.
                        expect(openTime(c, a, a + 800 * 24 * HOUR)).toBe(0);
                        return;
                    }
                    expect(openTime(c, a, t)).toBe(duration);
                    if (duration !== 0) {
                        const nearer = t - Math.sign(duration);
                        expect(Math.abs(openTime(c, a, nearer))).toBe(Math.abs(duration) - 1);
                    }
                }
            ),
            { numRuns: 1000 }
        );
    });
});
