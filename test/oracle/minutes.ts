/**
 * Open hours told minute by minute from what Intl shows on the wall, with nothing of the core's own code:
 * slow, and plain enough to be believed.
 */
import type { CalendarSpec, Weekday } from '../../shared/agreement/types.ts';

export const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEKDAYS: Weekday[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** What the wall of a zone shows, for each minute of a stretch of time. */
export interface Wall {
    readonly zone: string;
    readonly start: number;
    /** Local date of each minute, as an index into `dates`. */
    readonly date: Int32Array;
    readonly minuteOfDay: Int32Array;
    readonly dates: readonly string[];
}

/** For each minute: open or not, and on which date its span began. */
export interface Labels {
    readonly wall: Wall;
    /** The date on which the minute's span began; empty when it is closed. */
    readonly begunOn: readonly string[];
    /** Open minutes before each minute; one longer than the stretch. */
    readonly openBefore: Int32Array;
}

/** Reads the wall for `minutes` minutes; every zone's offset has been whole minutes since 1972. */
export function readWall(zone: string, start: number, minutes: number): Wall {
    const format = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit'
    });
    const date = new Int32Array(minutes);
    const minuteOfDay = new Int32Array(minutes);
    const dates: string[] = [];
    for (let i = 0; i < minutes; i++) {
        const shown = format.format(start + i * MINUTE);
        const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d) (\d\d):(\d\d)$/.exec(shown) ?? [];
        if (day === undefined) {
            throw new Error(`Intl shows "${shown}", which the oracle cannot read`);
        }
        // Clocks go back over midnight in some zones, so a date may come twice.
        let index = dates.lastIndexOf(day);
        if (index < 0) {
            index = dates.push(day) - 1;
        }
        date[i] = index;
        minuteOfDay[i] = Number(hour) * 60 + Number(minute);
    }
    return { zone, start, date, minuteOfDay, dates };
}

/** Applies the sentence that defines "open" to each minute. */
export function label(wall: Wall, spec: CalendarSpec): Labels {
    const openBefore = new Int32Array(wall.date.length + 1);
    const begunOn: string[] = [];
    const today = wall.dates.map((date) => minutesOf(spec, date, false));
    const lastNight = wall.dates.map((date) => minutesOf(spec, dayBefore(date), true));
    wall.date.forEach((d, i) => {
        const minute = wall.minuteOfDay[i] as number;
        const date = wall.dates[d] as string;
        const begun = today[d]?.has(minute)
            ? date
            : lastNight[d]?.has(minute)
              ? dayBefore(date)
              : '';
        begunOn.push(begun);
        openBefore[i + 1] = (openBefore[i] as number) + (begun ? 1 : 0);
    });
    return { wall, begunOn, openBefore };
}

/** The minutes of the day that a date's spans fill on the date itself, or on the morning after. */
function minutesOf(spec: CalendarSpec, date: string, morningAfter: boolean): Set<number> {
    const filled = new Set<number>();
    if (spec.closed.includes(date)) {
        return filled;
    }
    const weekday = WEEKDAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] as Weekday;
    for (const span of spec.week[weekday] ?? []) {
        const [start, end] = span.split('-').map((time) => {
            const [hours, minutes] = time.split(':').map(Number);
            return (hours as number) * 60 + (minutes as number);
        }) as [number, number];
        const length = end > start ? end - start : end + DAY_MINUTES - start;
        for (let minute = start; minute < start + length; minute++) {
            if (minute >= DAY_MINUTES === morningAfter) {
                filled.add(minute % DAY_MINUTES);
            }
        }
    }
    return filled;
}

function dayBefore(date: string): string {
    const day = new Date(`${date}T12:00:00Z`);
    day.setUTCDate(day.getUTCDate() - 1);
    return day.toISOString().slice(0, 10);
}

/** Open ms from the start of the stretch up to an instant in it. */
export function openUpTo({ wall, begunOn, openBefore }: Labels, at: number): number {
    const minute = Math.floor((at - wall.start) / MINUTE);
    const rest = begunOn[minute] ? at - wall.start - minute * MINUTE : 0;
    return (openBefore[minute] as number) * MINUTE + rest;
}

/** The first instant by which so many ms of the stretch were open, found by walking. */
export function instantAfter({ wall, begunOn }: Labels, from: number, duration: number): number {
    let at = from;
    let left = duration;
    while (left > 0) {
        const minute = Math.floor((at - wall.start) / MINUTE);
        const next = wall.start + (minute + 1) * MINUTE;
        if (begunOn[minute]) {
            if (left <= next - at) {
                return at + left;
            }
            left -= next - at;
        }
        at = next;
    }
    return at;
}

/** When the last span begun on each date of the stretch ends. */
export function closes({ wall, begunOn }: Labels): { date: string; close: number }[] {
    const last = new Map<string, number>();
    begunOn.forEach((date, i) => date && last.set(date, wall.start + (i + 1) * MINUTE));
    return [...last]
        .map(([date, close]) => ({ date, close }))
        .sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The local date of an instant in the stretch. */
export function dateAt({ wall }: Labels, at: number): string {
    return wall.dates[wall.date[Math.floor((at - wall.start) / MINUTE)] as number] as string;
}
