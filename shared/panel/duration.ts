import type { Duration } from '../agreement/types.ts';
import type { Words } from './words/index.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * A length of time in words, cut (not rounded) to two units: "4 m 05 s" under an hour,
 * "3 h 12 m" above. Days appear only on an elapsed clock: a "day" of open time would be ambiguous.
 */
export function durationText(ms: number, words: Words, clock: 'open' | 'elapsed' = 'open'): string {
    const { d, h, m, s } = words.units;
    const length = Math.abs(ms);
    const hours = Math.floor(length / HOUR);
    const minutes = Math.floor((length % HOUR) / MINUTE);
    const seconds = Math.floor((length % MINUTE) / SECOND);
    if (length < MINUTE) return `${seconds} ${s}`;
    if (length < HOUR)
        return seconds === 0 ? `${minutes} ${m}` : `${minutes} ${m} ${pad(seconds)} ${s}`;
    if (clock === 'elapsed' && length >= 2 * DAY) {
        const rest = hours % 24;
        const days = `${Math.floor(hours / 24)} ${d}`;
        return rest === 0 ? days : `${days} ${rest} ${h}`;
    }
    return minutes === 0 ? `${hours} ${h}` : `${hours} ${h} ${minutes} ${m}`;
}

function pad(value: number): string {
    return String(value).padStart(2, '0');
}

/** "30 days", "2 h", "10 business days". */
export function lengthText(duration: Duration, words: Words): string {
    if ('businessDays' in duration) return words.businessDays(duration.businessDays);
    if (duration.ms % DAY === 0) return words.days(duration.ms / DAY);
    return durationText(duration.ms, words);
}
