/** Local dates as whole days since 1970-01-01, so that date arithmetic is integer arithmetic. */
import type { Weekday } from '../agreement/types.ts';

export const DAY = 86_400_000;
/** How many days a search goes through at most; a date past a century is no promise. */
export const HORIZON = 36_525;
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The day that a wall-clock time (ms as if the zone were UTC) lies in. */
export function dayOf(wall: number): number {
    return Math.floor(wall / DAY);
}

/** Days since Monday 1969-12-29: whole weeks of it begin on Mondays. */
export function daysSinceMonday(day: number): number {
    return day + 3;
}

/** 0 for Monday. */
export function weekdayOf(day: number): number {
    const rest = daysSinceMonday(day) % 7;
    return rest < 0 ? rest + 7 : rest;
}

/** The day of a `YYYY-MM-DD` date, or null when there is no such date. */
export function parseDate(text: string): number | null {
    const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
    // Date.parse takes 2026-02-30 for 2 March on some engines.
    return Number.isNaN(ms) || formatDate(ms / DAY) !== text ? null : ms / DAY;
}

/** `YYYY-MM-DD` of a day; empty when no date is that far away. */
export function formatDate(day: number): string {
    const date = new Date(day * DAY);
    return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
