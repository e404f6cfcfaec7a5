/** Cron expressions as System.schedule takes them: seconds, minutes, hours, day, month, weekday, year. */
import { localTime, utcOf } from './wallClock.ts';
import { ApexException } from './values.ts';

const DAY = 86_400_000;
/** How far ahead is looked; a later run is taken for none. */
const DAYS_AHEAD = 1500;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The first instant after another at which an expression fires; null for none. */
export function nextFireTime(expression: string, after: number, zone: string): number | null {
    const parts = expression.trim().split(/\s+/);
    const [second = '', minute = '', hour = '', day = '', month = '', weekday = '', year = '*'] =
        parts;
    if (parts.length < 6 || parts.length > 7 || !/^\d+$/.test(second) || !/^\d+$/.test(minute)) {
        throw refused(expression);
    }
    if (day !== '?' && weekday !== '?' && day !== '*' && weekday !== '*') throw refused(expression);
    const hours = valuesIn(hour, 0, 23, [], expression);
    const days = valuesIn(day, 1, 31, [], expression);
    const months = valuesIn(month, 1, 12, MONTHS, expression, 1);
    const weekdays = valuesIn(weekday, 1, 7, WEEKDAYS, expression, 1);
    const years = valuesIn(year, 1970, 2099, [], expression);
    const today = localTime(after, zone);
    const start = Date.UTC(today.year, today.month - 1, today.day);
    for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
        const at = new Date(start + ahead * DAY);
        const fits =
            years.has(at.getUTCFullYear()) &&
            months.has(at.getUTCMonth() + 1) &&
            days.has(at.getUTCDate()) &&
            weekdays.has(at.getUTCDay() + 1);
        if (!fits) continue;
        for (const one of [...hours].sort((a, b) => a - b)) {
            const local = at.getTime() + ((one * 60 + Number(minute)) * 60 + Number(second)) * 1000;
            const instant = utcOf(local, zone);
            if (instant > after) return instant;
        }
    }
    return null;
}

function valuesIn(
    text: string,
    least: number,
    most: number,
    names: readonly string[],
    expression: string,
    first = 0
): Set<number> {
    const found = new Set<number>();
    const numberOf = (word: string): number => {
        const named = names.indexOf(word.toLowerCase());
        const value = named >= 0 ? named + first : Number(word);
        if (!Number.isInteger(value) || value < least || value > most) throw refused(expression);
        return value;
    };
    for (const part of text.split(',')) {
        const [range = '', step = '1'] = part.split('/');
        if (!/^\d+$/.test(step)) throw refused(expression);
        const isAll = range === '*' || range === '?';
        const [from = '', to] = range.split('-');
        const begin = isAll ? least : numberOf(from);
        const end = isAll || (to === undefined && part.includes('/')) ? most : numberOf(to ?? from);
        for (let value = begin; value <= end; value += Number(step)) found.add(value);
    }
    return found;
}

function refused(expression: string): ApexException {
    return new ApexException('StringException', `Invalid cron expression: ${expression}`);
}
