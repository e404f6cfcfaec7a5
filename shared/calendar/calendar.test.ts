import { describe, expect, it } from 'vitest';
import type { CalendarSpec } from '../agreement/types.ts';
import { isOpen, localDate, openCalendar } from './calendar.ts';
import { openTime } from './openTime.ts';

const nine = ['09:00-17:00'];
const office: CalendarSpec = {
    zone: 'America/New_York',
    week: { mon: nine, tue: nine, wed: nine, thu: nine, fri: nine, sat: [], sun: [] },
    closed: ['2026-12-25']
};

describe('openCalendar', () => {
    it('gives plain frozen data', () => {
        const calendar = openCalendar(office);
        expect(JSON.parse(JSON.stringify(calendar))).toEqual(calendar);
        expect(Object.isFrozen(calendar)).toBe(true);
        expect(Object.isFrozen(calendar.week[0]?.spans)).toBe(true);
    });

    it('leaves the spec as it is', () => {
        const before = JSON.stringify(office);
        openCalendar(office);
        expect(JSON.stringify(office)).toBe(before);
        expect(Object.isFrozen(office.week)).toBe(false);
    });

    it('is never open in a zone that does not exist', () => {
        const calendar = openCalendar({ ...office, zone: 'Mars/Olympus' });
        expect(openTime(calendar, Date.UTC(2026, 0), Date.UTC(2027, 0))).toBe(0);
    });

    it('leaves out spans and dates that make no sense', () => {
        const calendar = openCalendar({
            zone: 'UTC',
            week: { mon: ['9-5', '10:00-10:00', '10:00-11:00'] },
            closed: ['2026-02-30', 'Christmas']
        });
        expect(openTime(calendar, Date.UTC(2026, 0), Date.UTC(2026, 0, 8))).toBe(3_600_000);
    });

    it('counts the time of overlapping spans once, a night into the next morning too', () => {
        const calendar = openCalendar({
            zone: 'UTC',
            week: { mon: ['09:00-12:00', '11:00-13:00', '22:00-06:00'], tue: ['05:00-07:00'] },
            closed: []
        });
        expect(openTime(calendar, Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 12))).toBe(
            (4 + 9) * 3_600_000
        );
    });

    it('takes a spec without a list of closed dates', () => {
        const calendar = openCalendar({ zone: 'UTC', week: { mon: nine } });
        expect(isOpen(calendar, Date.UTC(2026, 0, 5, 9))).toBe(true);
    });
});

describe('isOpen', () => {
    const calendar = openCalendar(office);

    it('counts the start of a span and not its end', () => {
        const opens = Date.parse('2026-03-09T09:00:00-04:00');
        const closes = Date.parse('2026-03-09T17:00:00-04:00');
        expect([opens - 1, opens, closes - 1, closes].map((at) => isOpen(calendar, at))).toEqual([
            false,
            true,
            true,
            false
        ]);
    });

    it('is false on a closed date', () => {
        expect(isOpen(calendar, Date.parse('2026-12-25T12:00:00-05:00'))).toBe(false);
    });

    it('is false at what is no instant', () => {
        expect(isOpen(calendar, NaN)).toBe(false);
    });
});

describe('localDate', () => {
    it('is the date on the wall of the zone', () => {
        const at = Date.UTC(2026, 0, 1, 3);
        expect(localDate(openCalendar(office), at)).toBe('2025-12-31');
        expect(localDate('Asia/Kathmandu', at)).toBe('2026-01-01');
        expect(localDate('Mars/Olympus', at)).toBe('2026-01-01');
    });

    it('skips the date that Samoa skipped', () => {
        const jump = Date.UTC(2011, 11, 30, 10);
        expect([localDate('Pacific/Apia', jump - 1), localDate('Pacific/Apia', jump)]).toEqual([
            '2011-12-29',
            '2011-12-31'
        ]);
    });

    it('is empty for what is no instant', () => {
        expect(localDate('UTC', NaN)).toBe('');
    });
});
