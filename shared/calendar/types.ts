import type { CalendarSpec } from '../agreement/types.ts';

/** A calendar as written; what is left out is closed on no date, or open on no weekday. */
export type WrittenCalendar = Pick<CalendarSpec, 'zone'> & Partial<CalendarSpec>;

/** A stretch of wall-clock time, in ms since its date's 00:00; the end passes 24 h when it crosses midnight. */
export type Span = readonly [start: number, end: number];

/** What is open within one local date: sorted, disjoint, inside 00:00-24:00. */
export interface DayPlan {
    readonly spans: readonly Span[];
    /** Sum of the spans, in ms. */
    readonly open: number;
}

/** A date whose plan is not its weekday's, because it or the date before is closed. */
export interface Exception {
    /** Days since 1970-01-01. */
    readonly day: number;
    readonly plan: DayPlan;
    /** Open ms that the exceptions take from the usual weeks: up to this date, and with it. */
    readonly lostBefore: number;
    readonly lostAfter: number;
}

/**
 * Open hours made ready for counting: plain frozen data. Made by `openCalendar`; its inside is not for
 * reading elsewhere.
 */
export interface Calendar {
    readonly zone: string;
    /** The spans that begin on each weekday, Monday first. */
    readonly hours: readonly (readonly Span[])[];
    /** Closed dates as days since 1970-01-01, ascending. */
    readonly closed: readonly number[];
    /** The usual plan of each weekday, Monday first. */
    readonly week: readonly DayPlan[];
    /** Open ms of a usual week before each weekday; the eighth is the whole week. */
    readonly weekOpen: readonly number[];
    /** Ascending by day. */
    readonly exceptions: readonly Exception[];
    /** Their days, for the search. */
    readonly exceptionDays: readonly number[];
}
