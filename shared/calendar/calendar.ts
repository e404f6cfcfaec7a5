import type { Instant } from '../lead.ts';
import { countUpTo } from './countUpTo.ts';
import { DAY, dayOf, daysSinceMonday, formatDate, parseDate, WEEKDAYS, weekdayOf } from './days.ts';
import { dayPlan, parseSpan } from './spans.ts';
import type { Calendar, DayPlan, Exception, Span, WrittenCalendar } from './types.ts';
import { isZone, wallAt } from './zone.ts';

/** What is open on a day that is no number. */
const CLOSED: DayPlan = { spans: [], open: 0 };

/**
 * Makes open hours ready for counting. It takes a spec that `checkCalendar` found nothing wrong with; of
 * any other it leaves out the parts that make no sense, unites spans that overlap, and is never open when
 * the zone is unknown.
 */
export function openCalendar(spec: WrittenCalendar): Calendar {
    const hours = WEEKDAYS.map((day) =>
        isZone(spec.zone) ? readSpans(spec.week?.[day] ?? []) : []
    );
    const closed = ascending((spec.closed ?? []).map(parseDate).filter((day) => day !== null));
    const week = hours.map((spans, i) => dayPlan(spans, hours[(i + 6) % 7] as Span[]));
    const weekOpen = [0];
    for (const plan of week) {
        weekOpen.push((weekOpen[weekOpen.length - 1] as number) + plan.open);
    }
    const exceptions = exceptionsOf(hours, closed, week);
    return deepFreeze({
        zone: spec.zone,
        hours,
        closed,
        week,
        weekOpen,
        exceptions,
        exceptionDays: exceptions.map(({ day }) => day)
    });
}

function readSpans(texts: readonly string[]): Span[] {
    return texts
        .map(parseSpan)
        .filter((span): span is Span => span !== null && span[0] < span[1])
        .sort((a, b) => a[1] - b[1]);
}

/** A closed date loses the spans that begin on it, so the date after loses what crossed midnight. */
function exceptionsOf(hours: Span[][], closed: number[], week: DayPlan[]): Exception[] {
    const spansOn = (day: number): Span[] =>
        closed.includes(day) ? [] : (hours[weekdayOf(day)] as Span[]);
    let lost = 0;
    return ascending([...closed, ...closed.map((day) => day + 1)]).map((day) => {
        const plan = dayPlan(spansOn(day), spansOn(day - 1));
        const lostBefore = lost;
        lost += (week[weekdayOf(day)] as DayPlan).open - plan.open;
        return { day, plan, lostBefore, lostAfter: lost };
    });
}

function ascending(days: readonly number[]): number[] {
    return [...new Set(days)].sort((a, b) => a - b);
}

function deepFreeze<T extends object>(value: T): T {
    Object.values(value).forEach((part) => typeof part === 'object' && deepFreeze(part as object));
    return Object.freeze(value);
}

/** Open wall-clock ms from Monday 1969-12-29 00:00 up to a wall-clock time; negative before that. */
export function openBefore(calendar: Calendar, wall: number): number {
    const day = dayOf(wall);
    const weekday = weekdayOf(day);
    const weeks = (daysSinceMonday(day) - weekday) / 7;
    const exception = lastException(calendar, day);
    let open = weeks * (calendar.weekOpen[7] as number) + (calendar.weekOpen[weekday] as number);
    if (exception) {
        open -= exception.day === day ? exception.lostBefore : exception.lostAfter;
    }
    const time = wall - day * DAY;
    for (const [start, end] of planFor(calendar, day, exception).spans) {
        if (time <= start) {
            break;
        }
        open += Math.min(time, end) - start;
    }
    return open;
}

/** What is open within a local date. */
export function planOf(calendar: Calendar, day: number): DayPlan {
    return planFor(calendar, day, lastException(calendar, day));
}

function planFor(calendar: Calendar, day: number, exception: Exception | undefined): DayPlan {
    return (exception?.day === day ? exception.plan : calendar.week[weekdayOf(day)]) ?? CLOSED;
}

/** The last exception on or before a date. */
function lastException(calendar: Calendar, day: number): Exception | undefined {
    return calendar.exceptions[countUpTo(calendar.exceptionDays, day) - 1];
}

/** Whether an instant is open: its wall-clock time lies in a span, whose start counts and whose end does not. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
    const wall = wallAt(calendar.zone, at);
    const time = wall - dayOf(wall) * DAY;
    return planOf(calendar, dayOf(wall)).spans.some(([start, end]) => start <= time && time < end);
}

/** The local date (`YYYY-MM-DD`) of an instant, in a calendar's zone or a named one; an unknown zone counts as UTC. */
export function localDate(where: Calendar | string, at: Instant): string {
    return formatDate(dayOf(wallAt(typeof where === 'string' ? where : where.zone, at)));
}
