import type { Duration } from './types.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Months and years have no fixed length; where only reviews and reports hang on it, these will do. */
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
/** Past this a duration is a slip of the pen. */
const LONGEST = 10 * YEAR;

const BUSINESS_DAYS = /^(0|[1-9]\d{0,2})bd$/;
const FIXED =
    /^P(?=.)(?:(\d{1,5})W)?(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,8})S)?)?$/;
const CALENDAR = /^P(?=.)(?:(\d{1,2})Y)?(?:(\d{1,3})M)?$/;

/**
 * What a place in the agreement takes: time only, or business days too (in a window also 0, the same business
 * day), or months and years too.
 */
export type DurationForm = 'time' | 'business' | 'window' | 'calendar';

/** Durations that each place takes, with what they mean. */
export const DURATION_EXAMPLES: { readonly [form in DurationForm]: string } = {
    time: 'PT5M (5 minutes), PT4H (4 hours), PT1H30M, P30D (30 days)',
    business: '2bd (2 business days), PT4H (4 hours), P21D (21 days)',
    window: 'PT4H (4 hours), 0bd (the same business day), 2bd (2 business days)',
    calendar: 'P90D (90 days), P6M (6 months of 30 days), P1Y (365 days)'
};

/**
 * Reads `PT4H`, `P30D`, `P1W`, `PT1H30M`; `2bd` with `business` and `window`, `0bd` with `window`; `P6M` (30-day months) and `P1Y` (365 days)
 * with `calendar`. Weeks are 7 days of 24 hours. Null when the text is none of these, is zero or is longer
 * than ten years; `durationProblem` then says why.
 */
export function parseDuration(text: string, form: DurationForm): Duration | null {
    const days = BUSINESS_DAYS.exec(text);
    if (days) {
        const businessDays = Number(days[1]);
        const taken = form === 'window' || (form === 'business' && businessDays > 0);
        return taken ? { businessDays, text } : null;
    }
    const ms = sum(FIXED.exec(text), [7 * DAY, DAY, HOUR, MINUTE, SECOND]);
    const total = ms ?? (form === 'calendar' ? sum(CALENDAR.exec(text), [YEAR, MONTH]) : null) ?? 0;
    return total > 0 && total <= LONGEST ? { ms: total, text } : null;
}

/** Why a text is no duration here, and what to write instead. */
export function durationProblem(text: string, form: DurationForm): string {
    const use = `write it like ${DURATION_EXAMPLES[form]}`;
    if (BUSINESS_DAYS.test(text) && form === 'business') {
        return `"${text}" must be at least 1bd; ${use}`;
    }
    if (BUSINESS_DAYS.test(text)) {
        return `business days ("${text}") make no sense here; write hours or days, such as PT8H on an open clock`;
    }
    if (CALENDAR.test(text) && form !== 'calendar') {
        const minutes = text.replace(/^P/, 'PT').replace(/\d+Y/, '');
        const hint = /M$/.test(minutes) ? ` (minutes are ${minutes})` : '';
        return `months and years have no fixed length here${hint}; ${use}`;
    }
    if (FIXED.test(text) || CALENDAR.test(text)) {
        return `the duration "${text}" must be more than nothing and at most ten years`;
    }
    return `"${text}" is no duration; ${use}`;
}

/** Writes whole seconds as an ISO duration, the way an author would: `PT1H30M`. */
export function formatDuration(ms: number): string {
    const part = (unit: number, size: number, letter: string): string => {
        const count = Math.floor((ms % size) / unit);
        return count === 0 ? '' : `${count}${letter}`;
    };
    const days = ms >= DAY ? `${Math.floor(ms / DAY)}D` : '';
    const time = part(HOUR, DAY, 'H') + part(MINUTE, HOUR, 'M') + part(SECOND, MINUTE, 'S');
    return days + time === '' ? 'PT0S' : `P${days}${time === '' ? '' : `T${time}`}`;
}

function sum(found: RegExpExecArray | null, units: readonly number[]): number | null {
    return found && units.reduce((total, unit, i) => total + Number(found[i + 1] ?? 0) * unit, 0);
}
