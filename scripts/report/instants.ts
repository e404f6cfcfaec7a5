import { DAY, parseDate } from '../../shared/calendar/days.ts';
import { instantAtWall } from '../../shared/calendar/zone.ts';
import { readInstant } from '../../shared/crm/read.ts';
import type { Instant } from '../../shared/lead.ts';

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;
/** Without a zone, as HubSpot exports them. */
const WALL = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d(?:\.\d+)?)?$/;
const ZERO = 48;

export interface FoundInstant {
    readonly at: Instant;
    /** It had no zone: it was taken for the agreement's. */
    readonly isLocal: boolean;
    /** Of a date alone: the last millisecond of that day, which begins `at`. */
    readonly until?: Instant;
}

/** @returns null when the text is no instant that can only mean one thing, such as 3/4/2026 */
export function instantIn(text: string, zone: string): FoundInstant | null {
    const utc = UTC.test(text) ? utcInstant(text) : null;
    if (utc !== null) return { at: utc, isLocal: false };
    if (text.length === 10) return dayIn(text, zone);
    const wall = WALL.exec(text);
    const written = wall ? `${wall[1]}T${wall[2]}${wall[3] ?? ':00'}Z` : text;
    const at = readInstant('facts', 'time', written, []);
    if (at === null) return null;
    return wall ? { at: instantAtWall(zone, at), isLocal: true } : { at, isLocal: false };
}

/** A date alone is the whole of that day in the zone, which need not have 24 hours. */
function dayIn(text: string, zone: string): FoundInstant | null {
    const day = parseDate(text);
    // What `readInstant` calls a placeholder is one without a time, too.
    if (day === null || readInstant('facts', 'time', text, []) === null) return null;
    return {
        at: instantAtWall(zone, day * DAY),
        isLocal: true,
        until: instantAtWall(zone, (day + 1) * DAY) - 1
    };
}

/**
 * What a file of a million leads is full of, several times as fast as `readInstant`; null: that one must
 * look at it.
 */
function utcInstant(text: string): Instant | null {
    const two = (i: number): number =>
        (text.charCodeAt(i) - ZERO) * 10 + text.charCodeAt(i + 1) - ZERO;
    const [year, month, day] = [two(0) * 100 + two(2), two(5), two(8)];
    const [hour, minute, second] = [two(11), two(14), two(17)];
    if (year < 1990 || year >= 2200 || month < 1 || month > 12 || day < 1) return null;
    if (hour > 23 || minute > 59 || second > 59) return null;
    const ms = text.length === 24 ? two(20) * 10 + text.charCodeAt(22) - ZERO : 0;
    // February has no 30th: Date.UTC would call it a day in March.
    if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
    return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}
