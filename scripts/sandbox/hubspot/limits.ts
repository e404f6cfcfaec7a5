/** HubSpot's limits on calls, in rolling windows. */
import { rateLimited } from './errors.ts';
import type { Reply } from './errors.ts';

export interface Limits {
    /** Calls of the app in ten seconds. */
    readonly tenSecondly: number;
    /** Searches in the whole account in one second. */
    readonly searches: number;
    /** Calls in a day. */
    readonly daily: number;
}
/** A private app's in a Professional or Enterprise account. */
export const HUBSPOT_LIMITS: Limits = { tenSecondly: 190, searches: 5, daily: 1_000_000 };

const SEARCH = /\/search$/;

export interface Limiter {
    /** The refusal of a call at an instant (in milliseconds of any one clock); null: it is let through. */
    refuse(path: string, at: number): Reply | null;
}

/** Counts what it lets through; a call that it refuses costs nothing. */
export function limiterOf({ tenSecondly, searches, daily }: Limits): Limiter {
    let calls: number[] = [];
    let found: number[] = [];
    let today = 0;
    return {
        refuse(path, at) {
            if (today >= daily) return rateLimited('DAILY');
            calls = calls.filter((time) => time > at - 10_000);
            if (calls.length >= tenSecondly) return rateLimited('TEN_SECONDLY_ROLLING');
            if (SEARCH.test(path)) {
                found = found.filter((time) => time > at - 1000);
                if (found.length >= searches) return rateLimited('SECONDLY');
                found.push(at);
            }
            calls.push(at);
            today += 1;
            return null;
        }
    };
}
