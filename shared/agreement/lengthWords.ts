import type { Duration } from './types.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Units that an author chose and that milliseconds have lost. */
const WRITTEN = /^P(\d+)([WMY])$/;
const UNITS: { readonly [letter: string]: string } = { W: 'week', M: 'month', Y: 'year' };

/**
 * A length of time in the words of a document: `5 min`, `1 h 30 min`, `30 days`, `6 months`,
 * `2 business days`, and for `0bd` `the same business day`. No two lengths of different meaning read alike.
 */
export function lengthWords(duration: Duration): string {
    if ('businessDays' in duration) {
        const { businessDays: days } = duration;
        return days === 0 ? 'the same business day' : counted(days, 'business day');
    }
    const [, count, letter = ''] = WRITTEN.exec(duration.text) ?? [];
    const unit = UNITS[letter];
    if (count !== undefined && unit !== undefined) return counted(Number(count), unit);
    const { ms } = duration;
    if (ms >= DAY && ms % DAY === 0 && !duration.text.includes('T')) {
        return counted(ms / DAY, 'day');
    }
    return [
        part(Math.floor(ms / HOUR), 'h'),
        part(Math.floor((ms % HOUR) / MINUTE), 'min'),
        part((ms % MINUTE) / 1000, 's')
    ]
        .filter((text) => text !== '')
        .join(' ');
}

function part(count: number, unit: string): string {
    return count === 0 ? '' : `${count} ${unit}`;
}

function counted(count: number, unit: string): string {
    return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
