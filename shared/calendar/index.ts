/** Open hours: how much open time lies between two instants, and which instant lies so much open time ahead. */
export { addBusinessDays, businessDaysBetween, isOpenDate } from './businessDays.ts';
export { isOpen, localDate, openCalendar } from './calendar.ts';
export { checkCalendar } from './checkCalendar.ts';
export { addOpenTime, openSpans, openTime } from './openTime.ts';
export type { Calendar, WrittenCalendar } from './types.ts';
