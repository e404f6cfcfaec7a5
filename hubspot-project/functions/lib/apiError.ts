/** What HubSpot says when it refuses a call, read out of the shapes in which it says so. */
import { isObject } from '../../../shared/crm/read.ts';
import type { JsonObject } from './client.ts';

/** HubSpot locks a record for two seconds. */
const LOCK_MS = 2000;
const LONGEST = 500;

/** One thing that HubSpot has against a request. */
export interface ErrorDetail {
    readonly message: string;
    /** The properties that it is about. */
    readonly properties: readonly string[];
}
export interface ApiError {
    /** HTTP status; null: no answer at all. */
    readonly status: number | null;
    /** HubSpot's own word, such as `MISSING_SCOPES`. */
    readonly category: string | null;
    /** A sentence; where HubSpot puts JSON into its own, the sentences of its details. */
    readonly message: string;
    readonly details: readonly ErrorDetail[];
    /** The scopes that the app lacks for this call. */
    readonly scopes: readonly string[];
    /** The limit that was met: `SECONDLY`, `TEN_SECONDLY_ROLLING` or `DAILY`; null: none. */
    readonly policy: string | null;
}

export function noAnswer(message: string): ApiError {
    return { status: null, category: null, message, details: [], scopes: [], policy: null };
}

/** @param body null: it could not be read */
export function errorOf(status: number, body: JsonObject | null, token: string): ApiError {
    const clean = (text: string): string => text.split(token).join('…').slice(0, LONGEST);
    const { message, category, policyName, errors } = body ?? {};
    const rows = Array.isArray(errors) ? errors.filter(isObject) : [];
    const details = rows.flatMap((row): ErrorDetail[] =>
        typeof row.message === 'string'
            ? [{ message: clean(row.message), properties: textsIn(row, 'propertyName') }]
            : []
    );
    const said = typeof message === 'string' ? message : `HubSpot answered with status ${status}.`;
    const isJson = /[[{]\s*[[{"]/.test(said);
    return {
        status,
        category: typeof category === 'string' ? category : null,
        message:
            isJson && details.length > 0
                ? details.map((one) => one.message).join(' ')
                : clean(said),
        details,
        scopes: rows.flatMap((row) => textsIn(row, 'requiredGranularScopes')),
        policy: typeof policyName === 'string' ? policyName : null
    };
}

/** Whether a call may be done a little later: the limits of a second and of ten seconds, and locks, pass. */
export function isPassing({ status, policy }: ApiError): boolean {
    return (status === 429 && policy !== 'DAILY') || status === 423;
}

/**
 * Milliseconds to wait at least before the call is tried again; null: that would not help.
 *
 * @param asked the answer's Retry-After, in seconds
 */
export function retryAfterOf(error: ApiError, asked: string | null): number | null {
    const { status } = error;
    const isRepeatable = isPassing(error) || (status !== null && status >= 500);
    if (!isRepeatable) return null;
    const seconds = Number(asked ?? '0');
    const least = status === 423 ? LOCK_MS : 0;
    return Number.isFinite(seconds) ? Math.max(least, seconds * 1000) : least;
}

function textsIn({ context }: JsonObject, key: string): string[] {
    const found = isObject(context) ? context[key] : null;
    const list: unknown[] = Array.isArray(found) ? found : [found];
    return list.filter((one) => typeof one === 'string');
}
