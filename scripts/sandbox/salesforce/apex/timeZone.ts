/** Apex's TimeZone, for the one method that the package calls. */
import { Timestamp } from '../values.ts';
import { ApexException } from './values.ts';

export class ApexTimeZone {
    private readonly format: Intl.DateTimeFormat;

    constructor(format: Intl.DateTimeFormat) {
        this.format = format;
    }

    /** Local minus UTC at an instant, in milliseconds. */
    offsetAt(instant: Timestamp): number {
        const second = Math.floor(instant.ms / 1000) * 1000;
        const read: { [type: string]: number } = {};
        for (const { type, value } of this.format.formatToParts(second)) read[type] = Number(value);
        const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = read;
        return Date.UTC(year, month - 1, day, hour, minute, read.second) - second;
    }
}

/** `TimeZone.getTimeZone(id)`; the platform takes an unknown id for GMT, and that is an error of the package here. */
export function timeZoneNamed(id: string): ApexTimeZone {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
    const times = { hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    try {
        return new ApexTimeZone(
            new Intl.DateTimeFormat('en-US', {
                timeZone: id,
                hourCycle: 'h23',
                ...fields,
                ...times
            })
        );
    } catch {
        throw new ApexException('IllegalArgumentException', `no time zone is called ${id}`);
    }
}
