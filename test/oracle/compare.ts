/** Random cases on which the core and the oracle must agree. Run as a process of its own, since a process has one zone. */
import type { CalendarSpec, Weekday } from '../../shared/agreement/types.ts';
import {
    addBusinessDays,
    addOpenTime,
    businessDaysBetween,
    isOpen,
    localDate,
    openCalendar,
    openSpans,
    openTime
} from '../../shared/calendar/index.ts';
import { closes, dateAt, instantAfter, label, MINUTE, openUpTo, readWall } from './minutes.ts';
import type { Labels, Wall } from './minutes.ts';

export const ZONES = [
    'UTC',
    'America/New_York',
    'America/Los_Angeles',
    'America/Phoenix',
    'America/St_Johns',
    'America/Havana',
    'America/Asuncion',
    'America/Santiago',
    'America/Sao_Paulo',
    'America/Noronha',
    'America/Caracas',
    'America/Scoresbysund',
    'America/Argentina/Tucuman',
    'Atlantic/Azores',
    'Europe/London',
    'Europe/Dublin',
    'Europe/Berlin',
    'Europe/Moscow',
    'Africa/Cairo',
    'Africa/Casablanca',
    'Africa/El_Aaiun',
    'Asia/Beirut',
    'Asia/Amman',
    'Asia/Gaza',
    'Asia/Tehran',
    'Asia/Kolkata',
    'Asia/Kathmandu',
    'Asia/Pyongyang',
    'Asia/Tokyo',
    'Australia/Adelaide',
    'Australia/Eucla',
    'Australia/Lord_Howe',
    'Antarctica/Troll',
    'Pacific/Apia',
    'Pacific/Chatham',
    'Pacific/Kwajalein',
    'Pacific/Marquesas',
    'Pacific/Kiritimati'
];

const DAY_MINUTES = 24 * 60;
const STRETCH_DAYS = 16;
const STRETCHES = 2;
const CALENDARS = 2;
/** Intervals for each calendar and stretch. */
const CASES = 180;
const WEEKDAYS: Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface Outcome {
    /** Random intervals, each with its calendar. */
    readonly cases: number;
    /** Answers compared on them: open time, its inverse, spans, dates. */
    readonly answers: number;
    /** The first few disagreements, each one reproducible. */
    readonly failures: readonly string[];
}

type Random = (below: number) => number;

export function compare(seed: number): Outcome {
    const random = randomFrom(seed);
    const failures: string[] = [];
    let cases = 0;
    let answers = 0;
    for (const zone of ZONES) {
        for (let s = 0; s < STRETCHES; s++) {
            const wall = readWall(zone, stretchStart(zone, s, random), STRETCH_DAYS * DAY_MINUTES);
            for (let c = 0; c < CALENDARS; c++) {
                const spec = randomSpec(wall, random);
                cases += CASES;
                answers += compareOn(spec, label(wall, spec), random, failures);
            }
        }
    }
    return { cases, answers, failures: failures.slice(0, 10) };
}

/** Checks one calendar on one stretch; gives the number of answers compared. */
function compareOn(spec: CalendarSpec, labels: Labels, random: Random, failures: string[]): number {
    const calendar = openCalendar(spec);
    const { start, date } = labels.wall;
    const length = date.length * MINUTE;
    const dates = closes(labels);
    let answers = 0;
    const expectSame = (what: string, got: unknown, truth: unknown): void => {
        answers++;
        if (got !== truth) {
            failures.push(
                `${what}: core ${String(got)}, oracle ${String(truth)}; ${JSON.stringify(spec)}`
            );
        }
    };
    for (let i = 0; i < CASES; i++) {
        const a = start + random(length);
        // Whole minutes are where spans begin and end.
        const b = start + (random(3) ? random(length) : random(date.length) * MINUTE);
        const open = openUpTo(labels, b) - openUpTo(labels, a);
        expectSame(`openTime ${a} ${b}`, openTime(calendar, a, b), open);
        const spans = openSpans(calendar, Math.min(a, b), Math.max(a, b));
        const sum = spans.reduce((ms, span) => ms + span.to - span.from, 0);
        expectSame(`openSpans ${a} ${b}`, sum, Math.abs(open));
        expectSame(
            `isOpen ${a}`,
            isOpen(calendar, a),
            labels.begunOn[Math.floor((a - start) / MINUTE)] !== ''
        );
        expectSame(`localDate ${a}`, localDate(calendar, a), dateAt(labels, a));

        const [from, to] = a < b ? [a, b] : [b, a];
        const left = openUpTo(labels, start + length - 1) - openUpTo(labels, from);
        // Up to exactly the end of a span, too.
        const duration = random(2) ? random(left + 1) : Math.abs(open);
        expectSame(
            `addOpenTime ${from} ${duration}`,
            addOpenTime(calendar, from, duration),
            instantAfter(labels, from, duration)
        );

        // The first and last days of the stretch may be cut off.
        const first = dateAt(labels, from);
        const inside = dates.filter(
            (d) => d.date > first && d.close < start + length - 2 * DAY_MINUTES * MINUTE
        );
        const n = 1 + random(inside.length);
        const close = inside[n - 1]?.close;
        if (close !== undefined) {
            expectSame(`addBusinessDays ${from} ${n}`, addBusinessDays(calendar, from, n), close);
        }
        if (to < start + length - 2 * DAY_MINUTES * MINUTE) {
            const last = dateAt(labels, to);
            expectSame(
                `businessDaysBetween ${from} ${to}`,
                businessDaysBetween(calendar, from, to),
                dates.filter((d) => d.date > first && d.date <= last).length
            );
        }
    }
    return answers;
}

/** Half of the stretches lie around a change of the zone's clocks, when it has any in the year drawn. */
function stretchStart(zone: string, stretch: number, random: Random): number {
    const day = DAY_MINUTES * MINUTE;
    const anywhere =
        Date.UTC(1990, 0) + random((Date.UTC(2050, 0) - Date.UTC(1990, 0)) / day) * day;
    if (stretch % 2 === 1) {
        return anywhere;
    }
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    const offset = (at: number): string => format.format(at).replace(/^.*GMT/, '');
    const [low, high] = CHANGES[zone] ?? [1990, 2050];
    const from = Date.UTC(low + random(high - low), random(12));
    for (let at = from; at < from + 366 * day; at += day) {
        if (offset(at) !== offset(at + day)) {
            return at - random(STRETCH_DAYS - 4) * day - 2 * day;
        }
    }
    return anywhere;
}

/** Years to look in where a zone's oddest change lies, for those that have changed little since. */
const CHANGES: { [zone: string]: [number, number] } = {
    'Pacific/Apia': [2010, 2012],
    'Pacific/Kwajalein': [1993, 1994],
    'Pacific/Kiritimati': [1994, 1996],
    'America/Noronha': [1999, 2003],
    'America/Caracas': [2007, 2017],
    'America/Argentina/Tucuman': [2004, 2009],
    'America/Sao_Paulo': [1990, 2019],
    'Asia/Tehran': [1991, 2022],
    'Asia/Amman': [1990, 2022],
    'Asia/Pyongyang': [2015, 2019],
    'Europe/Moscow': [1990, 2015]
};

/** Spans that do not overlap, as an agreement's never do; nights, whole days and closed dates among them. */
function randomSpec(wall: Wall, random: Random): CalendarSpec {
    const style = random(4);
    const step = random(2) ? 1 : 15;
    const week: { [day in Weekday]?: string[] } = {};
    for (const day of WEEKDAYS) {
        week[day] = random(6) === 0 ? [] : randomDay(style, step, random);
    }
    const closed = wall.dates.filter(() => random(8) === 0);
    return { zone: wall.zone, week, closed };
}

function randomDay(style: number, step: number, random: Random): string[] {
    const time = (from: number, to: number): number => from + random((to - from) / step) * step;
    const noon = 12 * 60;
    if (style === 0) {
        return ['00:00-24:00'];
    }
    if (style === 1) {
        return [`${clock(time(15 * 60, DAY_MINUTES))}-${clock(time(0, 11 * 60))}`];
    }
    // Mornings reach into the hours at which clocks change.
    const morning = time(0, noon - 60);
    const afternoon = time(noon, DAY_MINUTES - 60);
    const lunch = time(morning + step, noon + step);
    const evening = random(4) ? time(afternoon + step, DAY_MINUTES) : DAY_MINUTES;
    const spans = [`${clock(morning)}-${clock(Math.min(lunch, noon))}`];
    return style === 2 ? spans : [...spans, `${clock(afternoon)}-${clock(evening)}`];
}

function clock(minutes: number): string {
    return [Math.floor(minutes / 60), minutes % 60]
        .map((n) => String(n).padStart(2, '0'))
        .join(':');
}

/** The same cases for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
    let state = seed;
    return (below) => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), 1 | state);
        t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
        return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
    };
}
