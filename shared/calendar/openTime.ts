import type { Instant } from '../lead.ts';
import { openBefore, planOf } from './calendar.ts';
import { countUpTo } from './countUpTo.ts';
import { DAY, dayOf, HORIZON } from './days.ts';
import type { Calendar } from './types.ts';
import { zoneBetween } from './zone.ts';

/** The open milliseconds in [from, to), exactly; minus those of [to, from) when `to` comes first. */
export function openTime(calendar: Calendar, from: Instant, to: Instant): number {
    if (to < from) {
        return 0 - openTime(calendar, to, from);
    }
    const zone = zoneBetween(calendar.zone, from, to);
    const { changes, offsets } = zone;
    let i = countUpTo(zone.changes, from);
    let open = -openBefore(calendar, from + (offsets[i] as number));
    // Where the wall clock jumps, what it skips was not there, and what it repeats was there twice.
    for (; i < changes.length && (changes[i] as number) <= to; i++) {
        const change = changes[i] as number;
        open += openBefore(calendar, change + (offsets[i] as number));
        open -= openBefore(calendar, change + (offsets[i + 1] as number));
    }
    return open + openBefore(calendar, to + (offsets[i] as number));
}

/**
 * The earliest instant t >= from with `openTime(calendar, from, t) === duration`: the end of a span when the
 * duration is used up there, not the next opening. A negative duration counts back: the latest t <= from with
 * that open time. Null when there is none within 100 years, as with a calendar that is never open.
 *
 * @param duration whole milliseconds; 0 gives `from`
 */
export function addOpenTime(calendar: Calendar, from: Instant, duration: number): Instant | null {
    const direction = Math.sign(duration);
    const wanted = Math.abs(duration);
    const enough = (elapsed: number): boolean =>
        direction * openTime(calendar, from, from + direction * elapsed) >= wanted;
    // Open time never outruns the clock, so the answer is at least `wanted` away.
    let low = wanted;
    let high = wanted;
    while (!enough(high)) {
        if (!(high < HORIZON * DAY)) {
            return null;
        }
        low = high;
        high = Math.min(high * 2, HORIZON * DAY);
    }
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (enough(middle)) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return from + direction * high;
}

/**
 * The open spans within [from, to), oldest first, those that touch made one: the arithmetic behind `openTime`.
 * None when `to` comes first.
 *
 * @param limit at most so many, the earliest ones
 */
export function openSpans(
    calendar: Calendar,
    from: Instant,
    to: Instant,
    limit = 1000
): { from: Instant; to: Instant }[] {
    const found: { from: Instant; to: Instant }[] = [];
    const end = Math.min(to, from + HORIZON * DAY);
    const zone = zoneBetween(calendar.zone, from, end);
    let i = countUpTo(zone.changes, from);
    // Between two changes of the offset, wall-clock time runs as instants do.
    for (let start = from; start < end; i++) {
        const stop = Math.min(zone.changes[i] ?? end, end);
        const offset = zone.offsets[i] as number;
        for (let day = dayOf(start + offset); day * DAY - offset < stop; day++) {
            const midnight = day * DAY - offset;
            for (const span of planOf(calendar, day).spans) {
                const opens = Math.max(midnight + span[0], start);
                const closes = Math.min(midnight + span[1], stop);
                const last = found[found.length - 1];
                if (closes <= opens) {
                    continue;
                }
                if (last?.to === opens) {
                    last.to = closes;
                } else if (found.length === limit) {
                    return found;
                } else {
                    found.push({ from: opens, to: closes });
                }
            }
        }
        start = stop;
    }
    return found;
}
