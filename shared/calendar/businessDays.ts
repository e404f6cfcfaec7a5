import type { Instant } from '../lead.ts';
import { DAY, dayOf, HORIZON, parseDate, weekdayOf } from './days.ts';
import type { Calendar } from './types.ts';
import { instantAtWall, wallAt } from './zone.ts';

/**
 * Whether any instant lies in a span that begins on the local date (`YYYY-MM-DD`). A date that only sees the
 * end of last night's span is not an open date, nor is one that the zone skipped.
 */
export function isOpenDate(calendar: Calendar, date: string): boolean {
    const day = parseDate(date);
    return day !== null && closeOf(calendar, day) !== null;
}

/**
 * What `2bd` means: the close of the n-th open date after the local date of `from`, where a close is the end
 * of the last span that begins on the date. A negative n counts back, to the n-th open date before; 0 is "the
 * same business day": the first close that is not before `from`. Null when n is no whole number, or when a
 * century has no such date.
 */
export function addBusinessDays(calendar: Calendar, from: Instant, n: number): Instant | null {
    if (!Number.isInteger(n)) {
        return null;
    }
    const today = dayOf(wallAt(calendar.zone, from));
    const step = n < 0 ? -1 : 1;
    let left = Math.abs(n);
    // For 0, last night's span may still be on.
    for (let away = n === 0 ? -1 : 1; away <= HORIZON; away++) {
        const close = closeOf(calendar, today + step * away);
        if (close !== null && (n !== 0 || close >= from) && --left <= 0) {
            return close;
        }
    }
    return null;
}

/** The number of open local dates d with date(from) < d <= date(to), of a century at most; 0 when `to` comes first. */
export function businessDaysBetween(calendar: Calendar, from: Instant, to: Instant): number {
    const first = dayOf(wallAt(calendar.zone, from));
    const dates = Math.min(dayOf(wallAt(calendar.zone, to)) - first, HORIZON);
    let open = 0;
    for (let away = 1; away <= dates && from < to; away++) {
        open += closeOf(calendar, first + away) === null ? 0 : 1;
    }
    return open;
}

const closes = new WeakMap<Calendar, Map<number, Instant | null>>();

/** When the last span that begins on a date ends; remembered, since a panel asks for the same dates often. */
function closeOf(calendar: Calendar, day: number): Instant | null {
    let known = closes.get(calendar);
    if (known === undefined) closes.set(calendar, (known = new Map<number, Instant | null>()));
    let close = known.get(day);
    if (close === undefined) known.set(day, (close = findClose(calendar, day)));
    return close;
}

/** Null when no instant lies in any span that begins on the date. */
function findClose(calendar: Calendar, day: number): Instant | null {
    const spans = calendar.closed.includes(day) ? [] : (calendar.hours[weekdayOf(day)] ?? []);
    const instant = (time: number): Instant => instantAtWall(calendar.zone, day * DAY + time);
    // The zone may skip a span, or the whole date.
    const ends = spans
        .filter(([start, end]) => instant(start) < instant(end))
        .map(([, end]) => end);
    return ends.length === 0 ? null : instant(Math.max(...ends));
}
