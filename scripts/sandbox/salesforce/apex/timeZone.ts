/** Apex's TimeZone. */
import { Timestamp } from '../values.ts';
import { ApexException } from './values.ts';
import { offsetAt } from './wallClock.ts';

export class ApexTimeZone {
    /** IANA. */
    readonly id: string;

    constructor(id: string) {
        this.id = id;
    }

    /** Local minus UTC at an instant, in milliseconds. */
    offsetAt(instant: Timestamp): number {
        return offsetAt(instant.ms, this.id);
    }
}

/** `TimeZone.getTimeZone(id)`; the platform takes an unknown id for GMT, and that is an error of the package here. */
export function timeZoneNamed(id: string): ApexTimeZone {
    try {
        offsetAt(0, id);
        return new ApexTimeZone(id);
    } catch {
        throw new ApexException('IllegalArgumentException', `no time zone is called ${id}`);
    }
}
