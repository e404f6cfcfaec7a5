/** A date without a time, as Apex and SOQL know it. */
export class CalendarDate {
    /** `2026-11-20` */
    readonly iso: string;

    constructor(iso: string) {
        this.iso = iso;
    }
}

/** An instant, as Apex and SOQL know it. */
export class Timestamp {
    readonly ms: number;

    constructor(ms: number) {
        this.ms = ms;
    }

    get iso(): string {
        return new Date(this.ms).toISOString();
    }
}

export type FieldType =
    | 'id'
    | 'string'
    | 'textarea'
    | 'picklist'
    | 'multipicklist'
    | 'boolean'
    | 'integer'
    | 'double'
    | 'date'
    | 'datetime'
    /** Ids of a junction, such as `EmailMessage.ToIds`, held as text between semicolons. */
    | 'idlist'
    | 'any';

/** What a row holds: dates and instants as ISO text, everything as plain JSON. */
export type FieldValue = string | number | boolean | null;

/** A value that can be compared with another of the same field; null for none. */
export type Comparable = string | number | boolean | null;

/** Text compares without regard to case, ids by their first 15 characters, instants as numbers. */
export function comparable(type: FieldType, value: FieldValue): Comparable {
    if (value === null) return null;
    if (type === 'datetime') return Date.parse(String(value));
    if (type === 'id') return String(value).slice(0, 15);
    return typeof value === 'string' && type !== 'date' ? value.toLowerCase() : value;
}

/** -1, 0 or 1; both values are of one kind and neither is null. */
export function compare(a: string | number | boolean, b: string | number | boolean): number {
    return a === b ? 0 : a < b ? -1 : 1;
}

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})$/;

export function isDate(text: string): boolean {
    const found = DATE.exec(text);
    if (found === null) return false;
    const at = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The instant as a row holds it, or null for text that is none. The platform keeps whole seconds. */
export function instantText(text: string): string | null {
    const at = INSTANT.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(at) ? null : new Date(Math.floor(at / 1000) * 1000).toISOString();
}
