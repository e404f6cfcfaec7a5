import { describe, expect, it } from 'vitest';
import type { CalendarSpec } from '../agreement/types.ts';
import { checkCalendar } from './checkCalendar.ts';

const good: CalendarSpec = {
    zone: 'America/New_York',
    week: {
        mon: ['09:00-12:00', '12:00-17:00'],
        fri: ['22:00-06:00'],
        sat: ['06:00-24:00'],
        sun: ['00:00-24:00']
    },
    closed: ['2026-12-25', '2028-02-29']
};
const found = (change: object): string[] =>
    checkCalendar({ ...good, ...change }).map(({ code, path }) => `${code} ${path}`);

describe('checkCalendar', () => {
    it('finds nothing wrong with spans that only touch', () => {
        expect(checkCalendar(good)).toEqual([]);
    });

    it('names an unknown zone', () => {
        expect(found({ zone: 'America/New_Yrok' })).toEqual(['calendar.zone zone']);
        expect(found({ zone: undefined })).toEqual(['calendar.zone zone']);
    });

    it.each([
        '9:00-17:00',
        '09:00',
        '09:00-24:30',
        '24:00-25:00',
        '09:60-10:00',
        '09:00–17:00',
        ''
    ])('names the span %j', (text) => {
        expect(found({ week: { mon: ['08:00-08:30', text] } })).toEqual([
            'calendar.span week.mon[1]'
        ]);
    });

    it('names a span that ends when it starts', () => {
        expect(found({ week: { mon: ['09:00-09:00'] } })).toEqual([
            'calendar.span_empty week.mon[0]'
        ]);
    });

    it('takes an end before the start for the next morning', () => {
        expect(found({ week: { mon: ['22:00-06:00', '06:00-22:01'] } })).toEqual([
            'calendar.overlap week.mon[1]'
        ]);
        expect(found({ week: { mon: ['22:00-06:00'], tue: ['06:00-07:00'] } })).toEqual([]);
    });

    it('names spans that overlap within a day', () => {
        expect(found({ week: { mon: ['09:00-12:00', '11:59-13:00'] } })).toEqual([
            'calendar.overlap week.mon[1]'
        ]);
    });

    it('names a night that overlaps the next morning, Sunday into Monday too', () => {
        expect(found({ week: { mon: ['22:00-06:00'], tue: ['05:00-07:00'] } })).toEqual([
            'calendar.overlap week.tue[0]'
        ]);
        expect(found({ week: { mon: ['05:00-07:00'], sun: ['22:00-06:00'] } })).toEqual([
            'calendar.overlap week.sun[0]'
        ]);
    });

    it.each(['2026-02-30', '2027-02-29', '25.12.2026', '2026-13-01', ''])(
        'names the closed date %j',
        (date) => {
            expect(found({ closed: ['2026-12-25', date] })).toEqual(['calendar.closed closed[1]']);
        }
    );

    it('names a key that is no weekday', () => {
        expect(found({ week: { mon: ['09:00-17:00'], monday: ['09:00-17:00'] } })).toEqual([
            'calendar.weekday week.monday'
        ]);
    });

    it('says when the calendar is never open', () => {
        expect(found({ week: {} })).toEqual(['calendar.never_open week']);
        expect(found({ week: { mon: [], sun: [] } })).toEqual(['calendar.never_open week']);
    });

    it('tells everything at once', () => {
        expect(
            found({ zone: 'x', week: { mon: ['9-5'], tuesday: [] }, closed: ['never'] })
        ).toEqual([
            'calendar.zone zone',
            'calendar.weekday week.tuesday',
            'calendar.span week.mon[0]',
            'calendar.closed closed[0]'
        ]);
    });
});
