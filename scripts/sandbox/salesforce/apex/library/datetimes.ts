import { CalendarDate, Timestamp } from '../../values.ts';
import type { Frame } from '../program.ts';
import { ApexTimeZone } from '../timeZone.ts';
import { zoneOfUser } from '../userZone.ts';
import { ApexException, nullPointer } from '../values.ts';
import type { WallClock } from '../wallClock.ts';
import { localTime, offsetAt, utcOf } from '../wallClock.ts';
import { addMonths, dateOf, localDate } from './dates.ts';
import { formatted } from './dateFormat.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';
import { ApexTime } from './times.ts';

const SECOND = 1000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

type Self = Timestamp;

function local(
    part: keyof WallClock
): readonly [string, (self: Self, args: readonly unknown[], frame: Frame) => number] {
    return ['integer', (self, _, frame) => localTime(self.ms, zoneOfUser(frame.transaction))[part]];
}

function gmt(part: keyof WallClock): readonly [string, (self: Self) => number] {
    return ['integer', (self) => localTime(self.ms, 'UTC')[part]];
}

/** Methods of Datetime. */
export const datetimeMethods: InstanceMethods = {
    'datetime.gettime/0': ['long', (self: Self) => self.ms],
    'datetime.adddays/1': ['datetime', (self: Self, [n]) => moved(self, n, DAY)],
    'datetime.addhours/1': ['datetime', (self: Self, [n]) => moved(self, n, HOUR)],
    'datetime.addminutes/1': ['datetime', (self: Self, [n]) => moved(self, n, MINUTE)],
    'datetime.addseconds/1': ['datetime', (self: Self, [n]) => moved(self, n, SECOND)],
    'datetime.addmonths/1': ['datetime', (self: Self, [n]) => monthsLater(self, numberOf(n))],
    'datetime.addyears/1': ['datetime', (self: Self, [n]) => monthsLater(self, numberOf(n) * 12)],
    'datetime.dategmt/0': ['date', (self: Self) => dateOf(self.ms)],
    'datetime.date/0': [
        'date',
        (self: Self, _, frame) => localDate(self.ms, zoneOfUser(frame.transaction))
    ],
    'datetime.timegmt/0': ['time', (self: Self) => new ApexTime(self.ms)],
    'datetime.time/0': [
        'time',
        (self: Self, _, frame) =>
            new ApexTime(self.ms + offsetAt(self.ms, zoneOfUser(frame.transaction)))
    ],
    'datetime.year/0': local('year'),
    'datetime.month/0': local('month'),
    'datetime.day/0': local('day'),
    'datetime.hour/0': local('hour'),
    'datetime.minute/0': local('minute'),
    'datetime.second/0': local('second'),
    'datetime.yeargmt/0': gmt('year'),
    'datetime.monthgmt/0': gmt('month'),
    'datetime.daygmt/0': gmt('day'),
    'datetime.hourgmt/0': gmt('hour'),
    'datetime.minutegmt/0': gmt('minute'),
    'datetime.secondgmt/0': gmt('second'),
    'datetime.millisecond/0': ['integer', (self: Self) => self.ms % SECOND],
    'datetime.issameday/1': [
        'boolean',
        (self: Self, [other], frame) => {
            const zone = zoneOfUser(frame.transaction);
            return localDate(self.ms, zone).iso === localDate(msOf(other), zone).iso;
        }
    ],
    'datetime.formatgmt/1': [
        'string',
        (self: Self, [pattern]) => formatted(self.ms, pattern, 'UTC')
    ],
    'datetime.format/1': [
        'string',
        (self: Self, [pattern], frame) => formatted(self.ms, pattern, zoneOfUser(frame.transaction))
    ],
    'datetime.format/2': [
        'string',
        (self: Self, [pattern, zone]) => formatted(self.ms, pattern, String(zone))
    ]
};

export const datetimeStatics: StaticMethods = {
    'datetime.now/0': ['datetime', (_, frame) => new Timestamp(frame.transaction.now())],
    'system.now/0': ['datetime', (_, frame) => new Timestamp(frame.transaction.now())],
    'system.currenttimemillis/0': ['long', (_, frame) => frame.transaction.now()],
    'datetime.newinstance/1': ['datetime', ([ms]) => new Timestamp(numberOf(ms))],
    'datetime.newinstance/2': [
        'datetime',
        (parts, frame) => joined(parts, zoneOfUser(frame.transaction))
    ],
    'datetime.newinstancegmt/2': ['datetime', (parts) => joined(parts, 'UTC')],
    'datetime.newinstance/3': ['datetime', (parts, frame) => inUserZone(parts, frame)],
    'datetime.newinstance/6': ['datetime', (parts, frame) => inUserZone(parts, frame)],
    'datetime.newinstancegmt/3': ['datetime', (parts) => new Timestamp(utc(parts))],
    'datetime.newinstancegmt/6': ['datetime', (parts) => new Timestamp(utc(parts))],
    'datetime.valueofgmt/1': ['datetime', ([value]) => new Timestamp(written(value))],
    'datetime.valueof/1': [
        'datetime',
        ([value], frame) => new Timestamp(utcOf(written(value), zoneOfUser(frame.transaction)))
    ],
    'userinfo.gettimezone/0': [
        'timezone',
        (_, frame) => new ApexTimeZone(zoneOfUser(frame.transaction))
    ]
};

function moved(self: Self, by: unknown, unit: number): Timestamp {
    return new Timestamp(self.ms + numberOf(by) * unit);
}

function monthsLater(self: Self, months: number): Timestamp {
    const day = dateOf(self.ms);
    return new Timestamp(Date.parse(addMonths(day, months).iso) + (self.ms - Date.parse(day.iso)));
}

function utc(parts: readonly unknown[]): number {
    const [year = 0, month = 1, ...rest] = parts.map(numberOf);
    return Date.UTC(year, month - 1, ...rest);
}

function inUserZone(parts: readonly unknown[], frame: Frame): Timestamp {
    return new Timestamp(utcOf(utc(parts), zoneOfUser(frame.transaction)));
}

/** A day and a time of it, in a zone. */
function joined([day, time]: readonly unknown[], zone: string): Timestamp {
    if (!(day instanceof CalendarDate) || !(time instanceof ApexTime)) throw nullPointer();
    return new Timestamp(utcOf(Date.parse(day.iso) + time.ms, zone));
}

/** `2026-11-20 14:03:00`, as if it were UTC. */
function written(value: unknown): number {
    if (value instanceof Timestamp) return value.ms;
    const text = String(value).replace('T', ' ').trim();
    const at = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}:\d{2}$/.test(text)
        ? Date.parse(`${text.replace(' ', 'T').replace(/T(\d):/, 'T0$1:')}Z`)
        : NaN;
    if (!Number.isNaN(at)) return at;
    throw new ApexException('TypeException', `Invalid date/time: ${String(value)}`);
}

function msOf(value: unknown): number {
    if (value instanceof Timestamp) return value.ms;
    throw nullPointer();
}

function numberOf(value: unknown): number {
    if (typeof value !== 'number') throw nullPointer();
    return value;
}
