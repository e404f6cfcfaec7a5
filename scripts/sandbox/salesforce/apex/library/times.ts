/** Time: of the day, without a zone. */
import { nullPointer } from '../values.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** A time of the day. */
export class ApexTime {
    /** Milliseconds since midnight. */
    readonly ms: number;

    constructor(ms: number) {
        this.ms = ((ms % DAY) + DAY) % DAY;
    }

    /** `14:03:00.000Z` */
    get iso(): string {
        return new Date(this.ms).toISOString().slice(11);
    }
}

type Self = ApexTime;

export const timeMethods: InstanceMethods = {
    'time.hour/0': ['integer', (self: Self) => Math.floor(self.ms / HOUR)],
    'time.minute/0': ['integer', (self: Self) => Math.floor((self.ms % HOUR) / MINUTE)],
    'time.second/0': ['integer', (self: Self) => Math.floor((self.ms % MINUTE) / SECOND)],
    'time.millisecond/0': ['integer', (self: Self) => self.ms % SECOND],
    'time.addhours/1': ['time', (self: Self, [n]) => later(self, n, HOUR)],
    'time.addminutes/1': ['time', (self: Self, [n]) => later(self, n, MINUTE)],
    'time.addseconds/1': ['time', (self: Self, [n]) => later(self, n, SECOND)],
    'time.addmilliseconds/1': ['time', (self: Self, [n]) => later(self, n, 1)]
};

export const timeStatics: StaticMethods = {
    'time.newinstance/4': [
        'time',
        (parts) => {
            const [hour = 0, minute = 0, second = 0, millisecond = 0] = parts.map(numberOf);
            return new ApexTime(hour * HOUR + minute * MINUTE + second * SECOND + millisecond);
        }
    ]
};

function later({ ms }: Self, by: unknown, unit: number): ApexTime {
    return new ApexTime(ms + numberOf(by) * unit);
}

function numberOf(value: unknown): number {
    if (typeof value !== 'number') throw nullPointer();
    return value;
}
