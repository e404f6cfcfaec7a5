/**
 * Reading values as they come over the wire. A value that is missing is null and not worth a word;
 * one that is there and makes no sense is null too, and noted, never guessed at.
 */
import type { Instant, Range, Section, Unreadable } from '../lead.ts';

/** Titles and subjects are cut to this many characters. */
export const MAX_TEXT = 500;
/** What a person typed into a form. */
export const MAX_ANSWER = 2000;
/** A rep's note on a decision. */
export const MAX_NOTE = 1000;

/** More than this many notes would tell nobody more: the first ones are kept. */
const MAX_UNREADABLE = 20;
const MAX_VALUE = 80;
/** Longer text is no date and no number; it is not worth matching. */
const MAX_SCALAR = 100;

/** Outside these years an instant is a placeholder (9999-12-31) or counted in seconds. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2200;

const ISO =
    /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2}))?$/;
const EPOCH_MS = /^-?\d{11,14}$/;
const AMOUNT = String.raw`\$?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([kmb])?`;
const NUMBER = new RegExp(`^([-+])?${AMOUNT}$`, 'i');
const EXPONENT = /^[-+]?\d+(\.\d+)?e[-+]?\d+$/i;
const BAND = new RegExp(`^${AMOUNT}\\s*(?:-|–|—|to)\\s*${AMOUNT}(?:\\s+employees)?$`, 'i');
const AT_LEAST = new RegExp(`^${AMOUNT}\\s*(?:\\+|or more)(?:\\s+employees)?$`, 'i');
const SCALE: { readonly [suffix: string]: number } = { k: 1e3, m: 1e6, b: 1e9 };

/** Adds a note on a value that made no sense; `notes` keeps the first 20. */
export function noteUnreadable(
    section: Section,
    what: string,
    value: unknown,
    notes: Unreadable[]
): void {
    if (notes.length < MAX_UNREADABLE) {
        notes.push({ section, what, value: cut(describe(value), MAX_VALUE) });
    }
}

/** Text, trimmed and cut to `max` characters; null for none. Anything but text is noted. */
export function readText(
    section: Section,
    what: string,
    value: unknown,
    notes: Unreadable[],
    max: number = MAX_TEXT
): string | null {
    if (value === null || value === undefined) return null;
    if (typeof value !== 'string') {
        noteUnreadable(section, what, value, notes);
        return null;
    }
    const text = cut(value, max).trim();
    return text === '' ? null : text;
}

/**
 * An instant from ISO 8601 with a zone, or from epoch milliseconds. A date alone becomes noon UTC,
 * which is the same day in most zones. A time without a zone could be any instant: it is noted.
 */
export function readInstant(
    section: Section,
    what: string,
    value: unknown,
    notes: Unreadable[]
): Instant | null {
    if (isNothing(value)) return null;
    const at = typeof value === 'number' ? value : isShort(value) ? instantOf(value) : NaN;
    if (Number.isInteger(at) && at >= Date.UTC(FIRST_YEAR, 0) && at < Date.UTC(LAST_YEAR, 0)) {
        return at;
    }
    noteUnreadable(section, what, value, notes);
    return null;
}

/** A finite number, or text that is one (`1200`, `1,200`, `1.5e6`, `$5M`). */
export function readNumber(
    section: Section,
    what: string,
    value: unknown,
    notes: Unreadable[]
): number | null {
    if (isNothing(value)) return null;
    const number = typeof value === 'number' ? value : isShort(value) ? numberOf(value) : NaN;
    if (Number.isFinite(number)) return number;
    noteUnreadable(section, what, value, notes);
    return null;
}

/** A size, never negative: a number as it is, a band (`51-200`, `$1M - $5M`, `1000+`) as a range. */
export function readRange(
    section: Section,
    what: string,
    value: unknown,
    notes: Unreadable[]
): number | Range | null {
    if (isNothing(value)) return null;
    const size = typeof value === 'number' ? value : isShort(value) ? sizeOf(value) : null;
    if (size !== null && (typeof size !== 'number' || (Number.isFinite(size) && size >= 0))) {
        return size;
    }
    noteUnreadable(section, what, value, notes);
    return null;
}

/** One of the allowed values, exactly; any other is noted. */
export function readOneOf<T extends string>(
    section: Section,
    what: string,
    value: unknown,
    allowed: readonly T[],
    notes: Unreadable[]
): T | null {
    if (isNothing(value)) return null;
    const found = allowed.find((one) => one === value);
    if (found === undefined) noteUnreadable(section, what, value, notes);
    return found ?? null;
}

/** The rows of a list; what is not an object is noted and left out, as is a list that is none. */
export function readRows<T extends object>(
    section: Section,
    what: string,
    value: readonly T[] | null | undefined,
    notes: Unreadable[]
): readonly T[] {
    if (value === null || value === undefined) return [];
    if (!Array.isArray(value)) {
        noteUnreadable(section, what, value, notes);
        return [];
    }
    return value.filter((row): row is T => {
        const readable = isObject(row);
        if (!readable) noteUnreadable(section, what, row, notes);
        return readable;
    });
}

/** Whether a value is an object that is not a list. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Text cut to `max` characters, never through the middle of a character. */
export function cut(text: string, max: number): string {
    if (text.length <= max) return text;
    const last = text.charCodeAt(max - 1);
    return text.slice(0, last >= 0xd800 && last <= 0xdbff ? max - 1 : max);
}

function isNothing(value: unknown): boolean {
    return (
        value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
    );
}

function isShort(value: unknown): value is string {
    return typeof value === 'string' && value.length <= MAX_SCALAR;
}

function describe(value: unknown): string {
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return `a list of ${value.length}`;
    if (typeof value === 'object' && value !== null) return 'an object';
    return String(value);
}

function instantOf(text: string): number {
    const trimmed = text.trim();
    if (EPOCH_MS.test(trimmed)) return Number(trimmed);
    const found = ISO.exec(trimmed);
    if (!found) return NaN;
    const [, year, month, day, hour = '12', minute = '0', second = '0', fraction = '', zone = 'Z'] =
        found;
    const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
    // Date.UTC turns February 30 into March 2.
    if (new Date(midnight).getUTCDate() !== Number(day) || Number(month) > 12) return NaN;
    if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return NaN;
    const ms = Number(fraction.padEnd(3, '0').slice(0, 3));
    const clock = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000 + ms;
    return midnight + clock - offsetOf(zone);
}

function offsetOf(zone: string): number {
    if (zone === 'Z') return 0;
    const digits = zone.replace(':', '');
    const minutes = Number(digits.slice(1, 3)) * 60 + Number(digits.slice(3, 5));
    return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

function numberOf(text: string): number {
    const trimmed = text.trim();
    if (EXPONENT.test(trimmed)) return Number(trimmed);
    const found = NUMBER.exec(trimmed);
    if (!found) return NaN;
    return (found[1] === '-' ? -1 : 1) * amountOf(found[2], found[3], found[4]);
}

function sizeOf(text: string): number | Range | null {
    const trimmed = text.trim();
    const plain = numberOf(trimmed);
    if (Number.isFinite(plain)) return plain;
    const band = BAND.exec(trimmed);
    if (band) {
        // "$1-5M" means millions on both sides.
        const min = amountOf(band[1], band[2], band[3] ?? band[6]);
        const max = amountOf(band[4], band[5], band[6]);
        return min <= max ? { min, max } : null;
    }
    const atLeast = AT_LEAST.exec(trimmed);
    return atLeast ? { min: amountOf(atLeast[1], atLeast[2], atLeast[3]), max: null } : null;
}

function amountOf(whole?: string, fraction = '', suffix = ''): number {
    return Number((whole ?? '').replace(/,/g, '') + fraction) * (SCALE[suffix.toLowerCase()] ?? 1);
}
