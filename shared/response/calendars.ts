import type { Agreement, CalendarSpec } from '../agreement/types.ts';
import { openCalendar } from '../calendar/calendar.ts';
import type { Calendar } from '../calendar/types.ts';

const opened = new WeakMap<CalendarSpec, Calendar>();

/** Opens a calendar once per specification: finding a zone's clock changes is the slow part. */
export function open(spec: CalendarSpec): Calendar {
    let calendar = opened.get(spec);
    if (calendar === undefined) {
        calendar = openCalendar(spec);
        opened.set(spec, calendar);
    }
    return calendar;
}

/** The agreement's specification of that name; the parser has made sure that it exists. */
export function specOf(agreement: Agreement, id: string): CalendarSpec {
    return agreement.calendars[id] ?? { zone: 'UTC', week: {}, closed: [] };
}

/** The agreement's calendar of that name, opened. */
export function calendarOf(agreement: Agreement, id: string): Calendar {
    return open(specOf(agreement, id));
}
