/** The "now" switch: by how much a person's clock is set forward. */
import { instantAtWall, wallAt } from '../../../shared/calendar/zone.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NINE = 9 * 60 * MINUTE;

/** Offsets to choose from, ms. */
export const OFFSETS = [
    { label: 'As in the case', offset: 0 },
    { label: '5 minutes later', offset: 5 * MINUTE },
    { label: '1 hour later', offset: 60 * MINUTE },
    { label: '1 day later', offset: DAY },
    { label: '1 week later', offset: 7 * DAY }
] as const;

/** The next Monday, 9 o'clock in the zone, after an instant. */
export function nextMonday(timeZone: string, now: number): number {
    const midnight = Math.floor(wallAt(timeZone, now) / DAY) * DAY;
    const ahead = (8 - new Date(midnight).getUTCDay()) % 7 || 7;
    return instantAtWall(timeZone, midnight + ahead * DAY + NINE);
}

/** An instant as a datetime-local input takes it, in the zone: `2026-11-20T15:04`. */
export function inputOf(timeZone: string, now: number): string {
    return new Date(wallAt(timeZone, now)).toISOString().slice(0, 16);
}

/** The instant that a datetime-local input holds, read in the zone; null when it holds none. */
export function instantOf(timeZone: string, input: string): number | null {
    const wall = Date.parse(`${input}Z`);
    return Number.isNaN(wall) ? null : instantAtWall(timeZone, wall);
}
