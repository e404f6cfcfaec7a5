import { SandboxRefusal } from '../../errors.ts';
import { CalendarDate, Timestamp, isDate } from '../../values.ts';
import type { Frame } from '../program.ts';
import { zoneOfUser } from '../userZone.ts';
import { ApexException, nullPointer } from '../values.ts';
import { localTime } from '../wallClock.ts';
import type { InstanceMethods, StaticMethods } from './methods.ts';

const DAY = 86_400_000;

/** Methods of Date. */
export const dateMethods: InstanceMethods = {
    'date.year/0': ['integer', (self: CalendarDate) => Number(self.iso.slice(0, 4))],
    'date.month/0': ['integer', (self: CalendarDate) => Number(self.iso.slice(5, 7))],
    'date.day/0': ['integer', (self: CalendarDate) => Number(self.iso.slice(8, 10))],
    'date.dayofyear/0': ['integer', (self: CalendarDate) => dayOfYear(self)],
    'date.adddays/1': [
        'date',
        (self: CalendarDate, [days]) => dateOf(Date.parse(self.iso) + numberOf(days) * DAY)
    ],
    'date.addmonths/1': [
        'date',
        (self: CalendarDate, [months]) => addMonths(self, numberOf(months))
    ],
    'date.addyears/1': [
        'date',
        (self: CalendarDate, [years]) => addMonths(self, numberOf(years) * 12)
    ],
    'date.tostartofmonth/0': [
        'date',
        (self: CalendarDate) => new CalendarDate(`${self.iso.slice(0, 8)}01`)
    ],
    'date.tostartofweek/0': ['date', (self: CalendarDate) => startOfWeek(self)],
    'date.daysbetween/1': [
        'integer',
        (self: CalendarDate, [other]) => (Date.parse(iso(other)) - Date.parse(self.iso)) / DAY
    ],
    'date.monthsbetween/1': [
        'integer',
        (self: CalendarDate, [other]) => monthsBetween(self, other)
    ],
    'date.issameday/1': ['boolean', (self: CalendarDate, [other]) => self.iso === iso(other)],
    'date.format/0': ['string', () => refuseFormat('Date.format')]
};

export const dateStatics: StaticMethods = {
    'date.newinstance/3': [
        'date',
        ([year, month, day]) => dateOf(Date.UTC(numberOf(year), numberOf(month) - 1, numberOf(day)))
    ],
    'date.valueof/1': ['date', ([value]) => dateFrom(value)],
    'date.today/0': ['date', (_, frame) => today(frame)],
    'system.today/0': ['date', (_, frame) => today(frame)],
    'date.daysinmonth/2': [
        'integer',
        ([year, month]) => new Date(Date.UTC(numberOf(year), numberOf(month), 0)).getUTCDate()
    ],
    'date.isleapyear/1': [
        'boolean',
        ([year]) => new Date(Date.UTC(numberOf(year), 2, 0)).getUTCDate() === 29
    ]
};

function refuseFormat(name: string): never {
    throw new SandboxRefusal(`${name}: its text depends on the user’s locale`);
}

function iso(value: unknown): string {
    if (value instanceof CalendarDate) return value.iso;
    throw nullPointer();
}

function numberOf(value: unknown): number {
    if (typeof value !== 'number') throw nullPointer();
    return value;
}

/** A day that the month has not is its last. */
export function addMonths({ iso: from }: CalendarDate, months: number): CalendarDate {
    const [year, month, day] = from.split('-').map(Number) as [number, number, number];
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return dateOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

export function dateOf(ms: number): CalendarDate {
    return new CalendarDate(new Date(ms).toISOString().slice(0, 10));
}

/** The day on which it is that instant in a zone. */
export function localDate(instant: number, zone: string): CalendarDate {
    const { year, month, day } = localTime(instant, zone);
    return dateOf(Date.UTC(year, month - 1, day));
}

function today(frame: Frame): CalendarDate {
    return localDate(frame.transaction.now(), zoneOfUser(frame.transaction));
}

function dayOfYear({ iso: at }: CalendarDate): number {
    return (Date.parse(at) - Date.parse(`${at.slice(0, 4)}-01-01`)) / DAY + 1;
}

/** Weeks begin on Sunday, as in an org whose locale is the United States’. */
function startOfWeek({ iso: at }: CalendarDate): CalendarDate {
    const ms = Date.parse(at);
    return dateOf(ms - new Date(ms).getUTCDay() * DAY);
}

function monthsBetween(from: CalendarDate, to: unknown): number {
    const [a, b] = [from.iso, iso(to)];
    const months = (text: string): number =>
        Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
    return months(b) - months(a);
}

function dateFrom(value: unknown): CalendarDate {
    if (value === null) throw nullPointer();
    if (value instanceof CalendarDate) return value;
    if (value instanceof Timestamp) throw new SandboxRefusal('Date.valueOf of a Datetime');
    const written = typeof value === 'string' ? value.slice(0, 10) : '';
    if (isDate(written) && /^.{10}(?: 00:00:00)?$/.test(String(value))) {
        return new CalendarDate(written);
    }
    throw new ApexException('TypeException', `Invalid date: ${String(value)}`);
}
