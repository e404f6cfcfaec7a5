import { localDate } from '../calendar/calendar.ts';
import { instantAtWall } from '../calendar/zone.ts';
import type { Instant } from '../lead.ts';
import type { Viewer } from './types.ts';

/** Numbers and instants in the viewer's locale and zone. */
export interface Format {
    /** The viewer's date (`2026-11-20`). */
    readonly today: string;
    /** "Fri, Nov 20". The year is added when it is not the current one. */
    date(at: Instant): string;
    /** A calendar date (`2026-11-20`) in the same form; it is the same date in every zone. */
    day(date: string): string;
    /** "Fri, Nov 20, 4:10 PM". */
    dateTime(at: Instant): string;
    /** "Friday, November 20, 2026 at 4:10 PM". */
    full(at: Instant): string;
    /** "Fri, 4:12 – 5:00 PM". */
    span(from: Instant, to: Instant): string;
    /** "this minute", "2 hours ago", "1 day ago", "in 3 days". */
    ago(at: Instant): string;
    number(value: number): string;
    /** 0.724 is "72%". */
    percent(value: number): string;
}

const MINUTE = 60_000;
const STEPS = [
    ['year', 365 * 1440 * MINUTE],
    ['month', 30 * 1440 * MINUTE],
    ['week', 7 * 1440 * MINUTE],
    ['day', 1440 * MINUTE],
    ['hour', 60 * MINUTE],
    ['minute', MINUTE]
] as const;

function formatters(locale: string, timeZone: string) {
    // Alone, a locale that Intl does not know would give way to the machine's own.
    const locales = [locale, 'en-US'];
    const dates = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locales, { timeZone, ...options });
    const day = { weekday: 'short', month: 'short', day: 'numeric' } as const;
    const clock = { hour: 'numeric', minute: '2-digit' } as const;
    return {
        date: dates(day),
        dateWithYear: dates({ ...day, year: 'numeric' }),
        day: dates({ ...day, timeZone: 'UTC' }),
        dayWithYear: dates({ ...day, year: 'numeric', timeZone: 'UTC' }),
        dateTime: dates({ ...day, ...clock }),
        dateTimeWithYear: dates({ ...day, ...clock, year: 'numeric' }),
        full: dates({ dateStyle: 'full', timeStyle: 'short' }),
        span: dates({ weekday: 'short', ...clock }),
        zone: timeZone,
        year: new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', calendar: 'gregory' }),
        // "yesterday" and "last month" would be wrong: distances are counted in hours, not in dates.
        relative: new Intl.RelativeTimeFormat(locales, { numeric: 'always' }),
        thisMinute: new Intl.RelativeTimeFormat(locales, { numeric: 'auto' }).format(0, 'minute'),
        number: new Intl.NumberFormat(locales),
        percent: new Intl.NumberFormat(locales, { style: 'percent' }),
        /** Distances already worded: a long history repeats a few. */
        distances: new Map<string, string>()
    };
}

// Building Intl formatters costs more than a whole panel: keep those of the last viewer.
let kept: { key: string; formatters: ReturnType<typeof formatters> } | null = null;

function formattersFor(locale: string, timeZone: string): ReturnType<typeof formatters> {
    const key = `${locale} ${timeZone}`;
    if (kept?.key !== key) kept = { key, formatters: formatters(locale, timeZone) };
    return kept.formatters;
}

/** Formats for a viewer; an unknown locale or zone falls back to `en-US` and UTC. */
export function formatFor(viewer: Viewer): Format {
    const { now } = viewer;
    const by = usable(viewer);
    const year = Number(by.year.format(now));
    const from = instantAtWall(by.zone, Date.UTC(year, 0, 1));
    const until = instantAtWall(by.zone, Date.UTC(year + 1, 0, 1));
    const inThisYear = (at: Instant) => at >= from && at < until;
    return {
        today: localDate(by.zone, now),
        date: (at) => (inThisYear(at) ? by.date : by.dateWithYear).format(at),
        day: (date) => {
            const at = Date.parse(`${date}T00:00Z`);
            if (Number.isNaN(at)) return date;
            return (date.startsWith(`${year}-`) ? by.day : by.dayWithYear).format(at);
        },
        dateTime: (at) => (inThisYear(at) ? by.dateTime : by.dateTimeWithYear).format(at),
        full: (at) => by.full.format(at),
        span: (from, to) => by.span.formatRange(from, to),
        ago: (at) => distanceText(at - now, by),
        number: (value) => by.number.format(value),
        percent: (value) => by.percent.format(value)
    };
}

function distanceText(
    distance: number,
    { distances, relative, thisMinute }: ReturnType<typeof formatters>
): string {
    const step = STEPS.find(([, size]) => Math.abs(distance) >= size);
    if (step === undefined) return thisMinute;
    const [unit, size] = step;
    const count = Math.trunc(distance / size);
    const key = `${count} ${unit}`;
    const text = distances.get(key) ?? relative.format(count, unit);
    distances.set(key, text);
    return text;
}

function usable(viewer: Viewer): ReturnType<typeof formatters> {
    try {
        // Any other type would let Intl choose the machine's own.
        const { locale, timeZone } = viewer as { readonly [part in keyof Viewer]: unknown };
        return formattersFor(String(locale), String(timeZone));
    } catch {
        // Intl throws on a locale or zone that the CRM should not have given; words still matter more.
        return formattersFor('en-US', 'UTC');
    }
}
