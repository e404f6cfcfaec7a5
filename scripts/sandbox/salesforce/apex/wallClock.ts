/** Wall-clock times of IANA zones. */

export interface WallClock {
    readonly year: number;
    /** 1 to 12. */
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
    let known = formats.get(zone);
    if (known === undefined) {
        known = new Intl.DateTimeFormat('en-US', {
            timeZone: zone,
            hourCycle: 'h23',
            year: 'numeric',
            month: 'numeric',
            day: 'numeric',
            hour: 'numeric',
            minute: 'numeric',
            second: 'numeric'
        });
        formats.set(zone, known);
    }
    return known;
}

/** What clocks in a zone show at an instant. */
export function localTime(instant: number, zone: string): WallClock {
    const read: { [type: string]: number } = {};
    for (const { type, value } of formatOf(zone).formatToParts(instant)) read[type] = Number(value);
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read;
    return { year, month, day, hour, minute, second };
}

/** Local minus UTC at an instant, in milliseconds. */
export function offsetAt(instant: number, zone: string): number {
    const whole = Math.floor(instant / 1000) * 1000;
    const { year, month, day, hour, minute, second } = localTime(whole, zone);
    return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** The instant at which clocks in a zone show a time, given as if it were UTC; the earlier of two. */
export function utcOf(local: number, zone: string): number {
    const earlier = local - offsetAt(local - 43_200_000, zone);
    const later = local - offsetAt(local + 43_200_000, zone);
    const fits = [earlier, later].filter((one) => one + offsetAt(one, zone) === local);
    return fits.length === 0 ? Math.max(earlier, later) : Math.min(...fits);
}
