import type { Agreement } from '../agreement/types.ts';
import { DAY, dayOf, formatDate } from '../calendar/days.ts';
import { instantAtWall, wallAt } from '../calendar/zone.ts';
import type { Issue } from '../issue.ts';
import type { Instant } from '../lead.ts';
import { specOf } from '../response/calendars.ts';
import { acceptanceMetric } from './acceptance.ts';
import type { Month, Period } from './outcomeTypes.ts';

export type ParsedPeriod =
    | { readonly period: Period; readonly issues: readonly [] }
    | { readonly period: null; readonly issues: readonly Issue[] };

/** How many months before the period's last one a trend shows. */
const TREND_MONTHS = 6;
/** The longest stretch of days; a longer one is no period that anybody acts on. */
const MAX_DAYS = 731;
const FORMS =
    'a month such as 2026-10, a quarter such as 2026-Q4, last-90-days, this-month or last-month';

/**
 * The period that a text names, in whole local dates of the agreement's calendar: `2026-10`, `2026-Q4`,
 * `last-90-days` (up to and with today), `this-month`, `last-month`. Nothing stands for the period of the
 * main metric. One that has not begun, or that nobody can read, is an issue.
 */
export function parsePeriod(text: unknown, agreement: Agreement, now: Instant): ParsedPeriod {
    const { zone } = specOf(agreement, agreement.calendar);
    const today = dayOf(wallAt(zone, now));
    const written =
        text === undefined || text === null || text === '' ? defaultPeriod(agreement) : text;
    const stretch = typeof written === 'string' ? stretchOf(written.trim(), today) : null;
    if (stretch === null) return failed('period.unknown', `There is no period ${named(written)}`);
    if (stretch.from > today) {
        const started = `it begins on ${formatDate(stretch.from)}, and today is ${formatDate(today)}`;
        return failed('period.future', `${stretch.id} has not begun: ${started}`);
    }
    const instant = (day: number): Instant => instantAtWall(zone, day * DAY);
    const months = monthsOf(stretch, agreement, (from, to) => ({
        id: formatDate(from).slice(0, 7),
        from: instant(from),
        to: instant(to),
        whole: to <= today
    }));
    const from = instant(stretch.from);
    const previous = { from: instant(stretch.before), to: from };
    return {
        period: {
            id: stretch.id,
            from,
            to: instant(stretch.to),
            previous,
            months,
            since: Math.min(previous.from, (months[0] as Month).from)
        },
        issues: []
    };
}

/** The main metric's own period, where that is of whole days; else this month. */
export function defaultPeriod(agreement: Agreement): string {
    const period = acceptanceMetric(agreement)?.period;
    const days = period !== undefined && 'ms' in period ? period.ms / DAY : 0;
    return Number.isInteger(days) && days >= 1 && days <= MAX_DAYS
        ? `last-${days}-days`
        : 'this-month';
}

/** Local dates as days since 1970-01-01; `to` is not part of it, `before` is where the one before it begins. */
interface Stretch {
    readonly id: string;
    readonly from: number;
    readonly to: number;
    readonly before: number;
}

function stretchOf(text: string, today: number): Stretch | null {
    const thisMonth = monthOfDay(today);
    if (text === 'this-month') return months(thisMonth, 1);
    if (text === 'last-month') return months(thisMonth - 1, 1);
    const month = /^((?:19|2[01])\d\d)-(0[1-9]|1[0-2])$/.exec(text);
    if (month) return months(Number(month[1]) * 12 + Number(month[2]) - 1, 1);
    const quarter = /^((?:19|2[01])\d\d)-Q([1-4])$/i.exec(text);
    if (quarter) return months(Number(quarter[1]) * 12 + (Number(quarter[2]) - 1) * 3, 3);
    const count = Number(/^last-(\d{1,3})-days$/.exec(text)?.[1] ?? 0);
    if (count < 1 || count > MAX_DAYS) return null;
    // The whole local date that lay so many days ago counts, as in the record's own badge.
    const from = today - count;
    return { id: `last-${count}-days`, from, to: today + 1, before: from - count - 1 };
}

/** @param first months since year 0 */
function months(first: number, count: number): Stretch {
    const [year, month] = [Math.floor(first / 12), (first % 12) + 1];
    return {
        id:
            count === 1
                ? `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
                : `${String(year).padStart(4, '0')}-Q${Math.ceil(month / 3)}`,
        from: dayOfMonth(first),
        to: dayOfMonth(first + count),
        before: dayOfMonth(first - count)
    };
}

function monthsOf(
    { from, to }: Stretch,
    { alarms }: Agreement,
    make: (from: number, to: number) => Month
): Month[] {
    const last = monthOfDay(to - 1);
    const wanted = Math.max(TREND_MONTHS, ...alarms.map((alarm) => alarm.months));
    const first = Math.min(monthOfDay(from), last - wanted);
    return Array.from({ length: last - first + 1 }, (_, i) =>
        make(dayOfMonth(first + i), dayOfMonth(first + i + 1))
    );
}

/** Months since year 0. */
function monthOfDay(day: number): number {
    const [year, month] = formatDate(day).split('-');
    return Number(year) * 12 + Number(month) - 1;
}

function dayOfMonth(month: number): number {
    return Date.UTC(Math.floor(month / 12), month % 12) / DAY;
}

function named(text: unknown): string {
    return typeof text === 'string' ? `"${text.slice(0, 40)}"` : 'of that kind';
}

function failed(code: string, what: string): ParsedPeriod {
    return {
        period: null,
        issues: [{ code, path: 'period', message: `${what}. Give ${FORMS}.` }]
    };
}
