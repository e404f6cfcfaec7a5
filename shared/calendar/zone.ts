/**
 * Where a zone's offset from UTC changes, found once through Intl and remembered, since asking Intl anew
 * for each instant is a thousand times slower than counting.
 */
import type { Instant } from '../lead.ts';
import { countUpTo } from './countUpTo.ts';
import { DAY } from './days.ts';

export interface Zone {
    /** Instants at which the offset changes, ascending. */
    readonly changes: readonly Instant[];
    /** `offsets[i]` (local minus UTC, ms) is in force up to `changes[i]`; one longer than `changes`. */
    readonly offsets: readonly number[];
}

interface GrowingZone extends Zone {
    readonly changes: Instant[];
    readonly offsets: number[];
    readonly measure: (at: Instant) => number;
    /** What has been searched so far. */
    since: Instant;
    until: Instant;
}

/** Offsets are compared this far apart, as no change was taken back sooner: parts of Brazil took 7 days in 2000. */
const STEP = 5 * DAY;
/** Before and after these an offset counts as unchanging, so that no question costs more than this search. */
const FIRST = Math.ceil(Date.UTC(1900, 0) / STEP) * STEP;
const LAST = Math.floor(Date.UTC(2200, 0) / STEP) * STEP;

const zones = new Map<string, GrowingZone>();

/** Whether this is the name of a zone, such as `America/New_York`. */
export function isZone(name: string): boolean {
    return formatOf(name) !== null;
}

/** The zone with at least the changes in [from, to]; an unknown name counts as UTC. */
export function zoneBetween(name: string, from: Instant, to: Instant): Zone {
    let zone = zones.get(name);
    if (!zone) {
        const format = formatOf(name);
        if (!format) {
            return { changes: [], offsets: [0] };
        }
        const measure = (at: Instant): number => offsetBy(format, at);
        const start = Math.floor(Math.min(Math.max(from, FIRST), LAST) / STEP) * STEP;
        zone = { changes: [], offsets: [measure(start)], measure, since: start, until: start };
        zones.set(name, zone);
    }
    while (zone.until <= to && zone.until < LAST) {
        grow(zone, zone.until, zone.until + STEP);
    }
    while (zone.since > from && zone.since > FIRST) {
        grow(zone, zone.since - STEP, zone.since);
    }
    return zone;
}

/** The zone's wall-clock time at an instant, as the ms that UTC would show the same at. */
export function wallAt(name: string, at: Instant): number {
    const zone = zoneBetween(name, at, at);
    return at + (zone.offsets[countUpTo(zone.changes, at)] as number);
}

/**
 * The instant from which on the wall clock never again reads less than `wall`: the second of two when the
 * hour repeats, the moment of the jump when it is skipped.
 */
export function instantAtWall(name: string, wall: number): Instant {
    // No offset is as large as a day.
    const zone = zoneBetween(name, wall - DAY, wall + DAY);
    let i = countUpTo(zone.changes, wall + DAY);
    while (i > 0 && (zone.changes[i - 1] as number) + (zone.offsets[i] as number) >= wall) {
        i--;
    }
    return Math.min(wall - (zone.offsets[i] as number), zone.changes[i] ?? Infinity);
}

/** Adds the changes between two instants, one of which is an end of what has been searched. */
function grow(zone: GrowingZone, from: Instant, to: Instant): void {
    const changes: Instant[] = [];
    const offsets: number[] = [];
    const search = (low: Instant, before: number, high: Instant, after: number): void => {
        if (before === after) {
            return;
        }
        if (high - low === 1000) {
            changes.push(high);
            offsets.push(after);
            return;
        }
        const middle = low + Math.floor((high - low) / 2000) * 1000;
        const between = zone.measure(middle);
        search(low, before, middle, between);
        search(middle, between, high, after);
    };
    const forward = from === zone.until;
    const before = forward ? (zone.offsets[zone.offsets.length - 1] as number) : zone.measure(from);
    search(from, before, to, forward ? zone.measure(to) : (zone.offsets[0] as number));
    if (forward) {
        zone.changes.push(...changes);
        zone.offsets.push(...offsets);
        zone.until = to;
    } else {
        zone.changes.unshift(...changes);
        zone.offsets.splice(0, 1, before, ...offsets);
        zone.since = from;
    }
}

function formatOf(name: string): Intl.DateTimeFormat | null {
    // Newer engines also take '+05:30', and none at all for the process's own zone.
    if (typeof name !== 'string' || !/^[A-Za-z]/.test(name)) {
        return null;
    }
    try {
        return new Intl.DateTimeFormat('en-US', {
            timeZone: name,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
    } catch {
        return null;
    }
}

/** `at` is a whole second. */
function offsetBy(format: Intl.DateTimeFormat, at: Instant): number {
    const read: { [type: string]: number } = {};
    for (const { type, value } of format.formatToParts(at)) {
        read[type] = Number(value);
    }
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read;
    return Date.UTC(year, month - 1, day, hour, minute, second) - at;
}
