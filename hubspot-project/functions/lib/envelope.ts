/** What the functions answer with: never an exception, always something the card can show. */
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import type { Decision } from '../../../shared/decision/types.ts';
import type { Feedback } from '../../../shared/feedback/types.ts';
import type { Issue } from '../../../shared/issue.ts';
import { isPassing } from './apiError.ts';
import type { ApiError } from './apiError.ts';

export interface Failure {
    readonly ok: false;
    readonly error: {
        readonly code: string;
        readonly message: string;
        /** What to do about it. */
        readonly mend: string;
    };
    /** What is wrong with the choice, part by part. */
    readonly issues?: readonly Issue[];
    /** The record as it is now, where it could be read. */
    readonly records?: HubSpotRecords;
    /** Milliseconds after which the same call may well succeed: nothing was done. */
    readonly retryAfter?: number;
}
export interface ReadResult {
    readonly ok: true;
    readonly records: HubSpotRecords;
    /** What was left undone beside what was asked, in sentences, each with what to do about it. */
    readonly notes: readonly string[];
    /** Milliseconds after which another reading may well find what HubSpot’s limits kept back. */
    readonly retryAfter?: number;
}
export interface DecideResult extends ReadResult {
    readonly decided: Decision;
}
export interface AnswerResult extends ReadResult {
    readonly answered: Feedback;
}

/** What HubSpot hands a function. */
export interface FunctionContext {
    readonly parameters?: unknown;
}

export function failure(
    code: string,
    message: string,
    mend: string,
    more: Pick<Failure, 'issues' | 'records'> = {}
): Failure {
    return { ok: false, error: { code, message, mend }, ...more };
}

/** HubSpot counts calls over ten seconds, and unlocks a record after two. */
const WINDOW_MS = 10_000;
const LOCK_MS = 2000;

/** Milliseconds after which a call that was refused may be let through; undefined: it will not pass by itself. */
export function retryAfterOf(error: ApiError): number | undefined {
    if (!isPassing(error)) return undefined;
    return error.status === 423 ? LOCK_MS : WINDOW_MS;
}

/** A call without which there is nothing to show or to save. */
export function callFailure(what: string, error: ApiError): Failure {
    const { code, mend } = wayOut(error);
    const retryAfter = retryAfterOf(error);
    return {
        ...failure(code, `${what}: ${error.message}`, mend),
        ...(retryAfter === undefined ? {} : { retryAfter })
    };
}

function wayOut(error: ApiError): { readonly code: string; readonly mend: string } {
    const { status, policy, scopes } = error;
    const reload = 'Reload the page; if this goes on, see status.hubspot.com.';
    switch (status) {
        case null:
            return { code: 'no_answer', mend: reload };
        case 400:
            return {
                code: 'refused',
                mend: 'Ask an administrator to deploy Handoff again: its properties may have changed.'
            };
        case 401:
            return { code: 'no_token', mend: 'Ask an administrator to reinstall the Handoff app.' };
        case 403:
            return {
                code: 'no_access',
                mend:
                    scopes.length === 0
                        ? 'Ask an administrator to grant the Handoff app the scopes it asks for.'
                        : `Ask an administrator to deploy Handoff again: the app was not granted the scope ${scopes.join(', ')}.`
            };
        case 404:
            return {
                code: 'not_found',
                mend: 'The contact may have been merged or deleted: reload.'
            };
        case 423:
            return {
                code: 'locked',
                mend: 'HubSpot is writing this record: wait a few seconds and reload.'
            };
        case 429:
            return policy === 'DAILY'
                ? {
                      code: 'daily_limit',
                      mend: 'This account has used up its HubSpot API calls for today. They are available again at midnight in the account’s time zone; ask an administrator which app uses them (Development, Monitoring).'
                  }
                : { code: 'too_many_calls', mend: 'Wait ten seconds and reload the panel.' };
        case 488:
            return {
                code: 'wrong_region',
                mend: 'Ask an administrator to deploy Handoff into this account again: HubSpot looks for it in another region.'
            };
        default:
            return { code: 'failed', mend: reload };
    }
}
