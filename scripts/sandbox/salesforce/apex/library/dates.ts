import { CalendarDate, Timestamp } from '../../values.ts';
import type { InstanceMethods } from './instance.ts';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Methods of Date and Datetime; those that depend on the user's zone are not among them. */
export const dateMethods: InstanceMethods = {
    'date.year/0': (self: CalendarDate) => Number(self.iso.slice(0, 4)),
    'date.month/0': (self: CalendarDate) => Number(self.iso.slice(5, 7)),
    'date.day/0': (self: CalendarDate) => Number(self.iso.slice(8, 10)),
    'date.adddays/1': (self: CalendarDate, [days]) =>
        dateOf(Date.parse(self.iso) + Number(days) * DAY),
    'date.addmonths/1': (self: CalendarDate, [months]) => addMonths(self, Number(months)),
    'date.tostartofmonth/0': (self: CalendarDate) => new CalendarDate(`${self.iso.slice(0, 8)}01`),
    'date.daysbetween/1': (self: CalendarDate, [other]) =>
        (Date.parse((other as CalendarDate).iso) - Date.parse(self.iso)) / DAY,
    'datetime.gettime/0': (self: Timestamp) => self.ms,
    'datetime.adddays/1': (self: Timestamp, [n]) => new Timestamp(self.ms + Number(n) * DAY),
    'datetime.addhours/1': (self: Timestamp, [n]) => new Timestamp(self.ms + Number(n) * HOUR),
    'datetime.addminutes/1': (self: Timestamp, [n]) => new Timestamp(self.ms + Number(n) * MINUTE),
    'datetime.dategmt/0': (self: Timestamp) => dateOf(self.ms)
};

/** A day that the month has not is its last. */
function addMonths({ iso }: CalendarDate, months: number): CalendarDate {
    const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

export function dateOf(ms: number): CalendarDate {
    return new CalendarDate(new Date(ms).toISOString().slice(0, 10));
}
