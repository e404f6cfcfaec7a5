/** Cases of open hours with the core's answers, for the calendar in Apex. */
import type { CalendarSpec } from '../../../shared/agreement/types.ts';
import {
    addBusinessDays,
    addOpenTime,
    openCalendar,
    openTime
} from '../../../shared/calendar/index.ts';
import { randomFrom } from './random.ts';

/** A calendar's name, an instant, an instant or a number, and the answer: all in milliseconds or days. */
export type Row = readonly [calendar: string, from: number, by: number, answer: number | null];

export interface CalendarVectors {
    readonly calendars: { readonly [name: string]: CalendarSpec };
    readonly openMillis: readonly Row[];
    readonly addOpen: readonly Row[];
    readonly addBusinessDays: readonly Row[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CASES = 9;

const WORKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const ALL_DAYS = [...WORKDAYS, 'sat', 'sun'] as const;

function hours(
    zone: string,
    spans: readonly string[],
    days: readonly (typeof ALL_DAYS)[number][] = WORKDAYS,
    closed: readonly string[] = []
): CalendarSpec {
    return { zone, week: Object.fromEntries(days.map((day) => [day, spans])), closed };
}

/** Zones whose rules are long settled, so that an org's own time zone data agrees. */
const CALENDARS: { readonly [name: string]: CalendarSpec } = {
    office: hours('America/New_York', ['09:00-17:00'], WORKDAYS, ['2026-11-26', '2026-12-25']),
    split: hours('Europe/Berlin', ['08:30-12:00', '13:15-17:45'], WORKDAYS, ['2026-04-06']),
    night: hours('America/Los_Angeles', ['22:00-06:00'], ALL_DAYS, ['2026-03-08', '2026-11-01']),
    always: hours('Australia/Lord_Howe', ['00:00-24:00'], ALL_DAYS),
    everyHour: hours('America/New_York', ['00:00-24:00'], ALL_DAYS, ['2026-03-08']),
    doubled: hours('Europe/London', ['00:30-02:30', '23:00-01:00'], ['sat', 'sun']),
    skipped: hours('America/New_York', ['02:00-03:00'], ['sun']),
    repeatedClose: hours('America/New_York', ['18:00-01:30'], ALL_DAYS),
    skippedClose: hours('America/New_York', ['18:00-02:30'], ALL_DAYS),
    closeAtChange: hours('Europe/Berlin', ['20:00-02:00'], ALL_DAYS),
    chatham: hours('Pacific/Chatham', ['08:00-12:00', '12:45-16:45'], ALL_DAYS, ['2026-09-27']),
    kathmandu: hours('Asia/Kathmandu', ['09:45-18:15'], ['sun', ...WORKDAYS]),
    saoPaulo: hours('America/Sao_Paulo', ['09:00-18:00'], WORKDAYS, ['2026-02-17']),
    apia: hours('Pacific/Apia', ['08:00-16:00'], ALL_DAYS),
    never: hours('UTC', [], [])
};

/** Instants around which something changes somewhere: the clocks, a year, a date that was never there. */
const MOMENTS = [
    '2026-03-08T07:00:00Z',
    '2026-11-01T06:00:00Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T01:00:00Z',
    '2026-04-04T15:00:00Z',
    '2026-10-03T15:30:00Z',
    '2026-09-26T14:00:00Z',
    '2026-11-26T14:00:00Z',
    '2026-12-31T23:59:59Z',
    '2018-11-04T03:00:00Z',
    '2011-12-30T10:00:00Z',
    '1969-12-30T12:00:00Z'
].map((text) => Date.parse(text));

/** The cases, the same in every run. */
export function calendarVectors(): CalendarVectors {
    const random = randomFrom(20_261_122);
    const openMillis: Row[] = [];
    const added: Row[] = [];
    const days: Row[] = [];
    for (const [name, spec] of Object.entries(CALENDARS)) {
        const calendar = openCalendar(spec);
        for (let i = 0; i < CASES; i++) {
            const from = random.pick(MOMENTS) + random.between(-3 * DAY, 3 * DAY);
            const reach = random.pick([2 * HOUR, DAY, 20 * DAY, 800 * DAY]);
            const to = from + random.between(-reach / 10, reach);
            openMillis.push([name, from, to, openTime(calendar, from, to)]);
            const ms = random.pick([0, 1, random.between(1, HOUR), random.between(1, 300 * HOUR)]);
            added.push([name, from, ms, addOpenTime(calendar, from, ms)]);
            const n = random.between(-6, 12);
            days.push([name, from, n, addBusinessDays(calendar, from, n)]);
        }
        for (const moment of MOMENTS) {
            for (const [from, n] of [
                [moment, 0],
                [moment - DAY, 1],
                [moment - 2 * HOUR, 0]
            ] as const) {
                days.push([name, from, n, addBusinessDays(calendar, from, n)]);
            }
        }
    }
    return { calendars: CALENDARS, openMillis, addOpen: added, addBusinessDays: days };
}
