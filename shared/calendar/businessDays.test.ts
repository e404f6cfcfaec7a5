import { describe, expect, it } from 'vitest';
import type { Weekday } from '../agreement/types.ts';
import { addBusinessDays, businessDaysBetween, isOpenDate } from './businessDays.ts';
import { openCalendar } from './calendar.ts';
import type { Calendar } from './types.ts';

const WORKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri'];

function weekly(zone: string, days: Weekday[], spans: string[], closed: string[] = []): Calendar {
    return openCalendar({
        zone,
        week: Object.fromEntries(days.map((day) => [day, spans])),
        closed
    });
}
const office = weekly('America/New_York', WORKDAYS, ['09:00-12:00', '13:00-17:00'], ['2026-12-25']);
const nights = weekly('America/New_York', WORKDAYS, ['22:00-06:00']);
const never = openCalendar({ zone: 'UTC', week: {}, closed: [] });
const est = (text: string): number => Date.parse(`${text}-05:00`);

describe('isOpenDate', () => {
    it('is true of a date on which a span begins', () => {
        expect(isOpenDate(office, '2026-12-24')).toBe(true);
        expect(isOpenDate(office, '2026-12-25')).toBe(false);
        expect(isOpenDate(office, '2026-12-26')).toBe(false);
    });

    it('is false of a date that only sees the end of a night', () => {
        expect(isOpenDate(nights, '2026-01-09')).toBe(true);
        expect(isOpenDate(nights, '2026-01-10')).toBe(false);
    });

    it('is false of a date that the zone skipped, or whose only span it skipped', () => {
        expect(isOpenDate(weekly('Pacific/Apia', WORKDAYS, ['09:00-17:00']), '2011-12-30')).toBe(
            false
        );
        expect(isOpenDate(weekly('America/New_York', ['sun'], ['02:15-02:45']), '2026-03-08')).toBe(
            false
        );
    });

    it('is false of what is no date', () => {
        expect(isOpenDate(office, '2026-02-30')).toBe(false);
        expect(isOpenDate(office, 'tomorrow')).toBe(false);
    });
});

describe('addBusinessDays', () => {
    it('gives the close of the n-th open date after', () => {
        const friday = est('2026-01-09T16:00');
        expect(addBusinessDays(office, friday, 1)).toBe(est('2026-01-12T17:00'));
        expect(addBusinessDays(office, friday, 2)).toBe(est('2026-01-13T17:00'));
        expect(addBusinessDays(office, est('2026-12-24T08:00'), 1)).toBe(est('2026-12-28T17:00'));
    });

    it('follows a night to its end', () => {
        expect(addBusinessDays(nights, est('2026-01-08T12:00'), 1)).toBe(est('2026-01-10T06:00'));
    });

    it('counts back for a negative number', () => {
        expect(addBusinessDays(office, est('2026-01-13T17:00'), -2)).toBe(est('2026-01-09T17:00'));
    });

    it('takes 0 for the same business day, or the next one after its close', () => {
        expect(addBusinessDays(office, est('2026-01-09T16:00'), 0)).toBe(est('2026-01-09T17:00'));
        expect(addBusinessDays(office, est('2026-01-09T17:01'), 0)).toBe(est('2026-01-12T17:00'));
        expect(addBusinessDays(nights, est('2026-01-10T03:00'), 0)).toBe(est('2026-01-10T06:00'));
    });

    it('closes with the clocks of the day', () => {
        const sundays = weekly('America/New_York', ['sun'], ['00:30-01:30']);
        expect(addBusinessDays(sundays, est('2026-10-31T12:00'), 1)).toBe(est('2026-11-01T01:30'));
    });

    it('is null when there is no such date, or n is no whole number', () => {
        expect(addBusinessDays(never, 0, 1)).toBeNull();
        expect(addBusinessDays(office, 0, 0.5)).toBeNull();
        expect(addBusinessDays(office, NaN, 1)).toBeNull();
    });
});

describe('businessDaysBetween', () => {
    it('counts the open dates after the first up to the last', () => {
        expect(businessDaysBetween(office, est('2026-01-09T08:00'), est('2026-01-12T08:00'))).toBe(
            1
        );
        expect(businessDaysBetween(office, est('2026-01-09T08:00'), est('2026-01-09T20:00'))).toBe(
            0
        );
        expect(businessDaysBetween(office, est('2026-12-21T08:00'), est('2026-12-28T08:00'))).toBe(
            4
        );
    });

    it('is 0 when the end comes first', () => {
        expect(businessDaysBetween(office, est('2026-01-12T08:00'), est('2026-01-09T08:00'))).toBe(
            0
        );
    });

    it('answers for endless intervals', () => {
        expect(businessDaysBetween(office, -Infinity, Infinity)).toBe(0);
    });
});
