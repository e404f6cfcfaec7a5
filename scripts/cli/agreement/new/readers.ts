/** Answers as people write them, read into what the agreement takes; or what is wrong with them. */
import { parseDuration, formatDuration } from '../../../../shared/agreement/duration.ts';
import type { Weekday } from '../../../../shared/agreement/types.ts';
import { parseSpan } from '../../../../shared/calendar/spans.ts';
import { parseDate } from '../../../../shared/calendar/days.ts';
import { isZone } from '../../../../shared/calendar/zone.ts';

export type Read<T> = { readonly value: T } | { readonly problem: string };
export type Reader<T> = (answer: string) => Read<T>;

const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LONGEST = 200;

export const readName: Reader<string> = (answer) => {
    if (answer === '') return { problem: 'Say something.' };
    if (answer.length > LONGEST) return { problem: `Say it in at most ${LONGEST} characters.` };
    return /\p{Cc}/u.test(answer) ? { problem: 'Say it on one line.' } : { value: answer };
};

export const readZone: Reader<string> = (answer) =>
    isZone(answer)
        ? { value: answer }
        : { problem: `“${answer}” is no time zone; write one such as Europe/Berlin.` };

export const readDay: Reader<string> = (answer) =>
    parseDate(answer) === null
        ? { problem: `“${answer}” is no date; write it as 2026-12-25.` }
        : { value: answer };

/** `2026-12-25, 2027-01-01`, or nothing. */
export const readDays: Reader<readonly string[]> = (answer) => {
    const days = parts(answer, /[,;\s]+/);
    const wrong = days.find((day) => parseDate(day) === null);
    return wrong === undefined
        ? { value: [...new Set(days)].sort() }
        : { problem: `“${wrong}” is no date; write each as 2026-12-25, with commas between.` };
};

export const readList: Reader<readonly string[]> = (answer) => ({
    value: [...new Set(parts(answer, /[,;]/))]
});

export type Week = { readonly [day in Weekday]?: readonly string[] };

/** `Mon-Thu 08:30-12:00 13:00-17:30, Fri 08:30-12:00` */
export const readHours: Reader<Week> = (answer) => {
    const week: { [day in Weekday]?: string[] } = {};
    for (const part of parts(answer, /[,;]/)) {
        const [days = '', ...spans] = part.split(/\s+/);
        const names = daysIn(days);
        if (names === null) return { problem: `“${days}” is no weekday; write Mon or Mon-Fri.` };
        const wrong = spans.find((span) => parseSpan(span) === null);
        if (wrong !== undefined || spans.length === 0) {
            return { problem: `After ${days}, write hours such as 09:00-17:00.` };
        }
        for (const name of names) week[name] = [...(week[name] ?? []), ...spans];
    }
    return Object.keys(week).length === 0
        ? { problem: 'Write hours such as Mon-Fri 09:00-17:00.' }
        : {
              value: Object.fromEntries(
                  DAYS.flatMap((day) => (week[day] ? [[day, week[day]]] : []))
              )
          };
};

function daysIn(text: string): readonly Weekday[] | null {
    const [first, last = first] = text
        .toLowerCase()
        .split(/[-–]/)
        .map((day) => DAYS.findIndex((name) => day.startsWith(name)));
    if (first === undefined || last === undefined || first < 0 || last < first) return null;
    return DAYS.slice(first, last + 1);
}

/** Numbers as a criterion takes them. */
export type Range =
    | { readonly between: readonly [number, number] }
    | { readonly atLeast: number }
    | { readonly atMost: number };

const SIZES: { readonly [letter: string]: number } = { '': 1, k: 1e3, m: 1e6, b: 1e9 };
const NUMBER = /^\D?(\d+(?:\.\d+)?)\s*([kmb]?)$/i;

/** `50-500`, `$5M-$100M`, `20+`; null for nothing. */
export const readRange: Reader<Range | null> = (answer) => {
    if (answer === '') return { value: null };
    const problem = 'Write a range such as 50-500, 5M-100M, or 20+ for at least 20.';
    const text = answer.replace(/,/g, '');
    const [low, high] = text
        .replace(/\+$/, '')
        .split(/\s*[-–]\s*/)
        .map(numberOf);
    if (low === undefined || Number.isNaN(low) || Number.isNaN(high)) return { problem };
    if (text.endsWith('+')) return high === undefined ? { value: { atLeast: low } } : { problem };
    if (high === undefined) return { problem };
    return low <= high ? { value: { between: [low, high] } } : { problem };
};

function numberOf(text: string): number {
    const [, digits, size = ''] = NUMBER.exec(text.trim()) ?? [];
    return digits === undefined ? NaN : Number(digits) * (SIZES[size.toLowerCase()] ?? NaN);
}

const UNITS: { readonly [unit: string]: number } = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `5 min`, `4 h`, `1 day` or `PT4H`, as milliseconds. */
export const readLength: Reader<number> = (answer) => {
    const iso = parseDuration(answer, 'time');
    if (iso !== null && 'ms' in iso) return { value: iso.ms };
    const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*(m|h|d)[a-z]*$/i.exec(answer) ?? [];
    const ms = Math.round(Number(count) * (UNITS[unit.toLowerCase()] ?? NaN));
    return parseDuration(formatDuration(ms), 'time') !== null && ms % 1000 === 0
        ? { value: ms }
        : { problem: 'Write a time such as 5 min or 4 h.' };
};

export interface Person {
    readonly role: string;
    readonly name: string;
}

/** `CMO: Jonas Weber` */
export const readPerson: Reader<Person> = (answer) => {
    const [, role = '', name = ''] = /^([^:]+):\s*(.+)$/.exec(answer) ?? [];
    const read = readName(name);
    if ('problem' in read || role.trim() === '') {
        return { problem: 'Write role and name, such as CMO: Jonas Weber.' };
    }
    return { value: { role: role.trim(), name: name.trim() } };
};

function parts(answer: string, separator: RegExp): string[] {
    return answer
        .split(separator)
        .map((part) => part.trim())
        .filter((part) => part !== '');
}
