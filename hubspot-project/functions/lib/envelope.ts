/** What the functions answer with: never an exception, always something the card can show. */
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import type { Decision } from '../../../shared/decision/types.ts';
import type { Feedback } from '../../../shared/feedback/types.ts';
import type { Issue } from '../../../shared/issue.ts';
import type { ApiError } from './client.ts';

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
}
export interface ReadResult {
    readonly ok: true;
    readonly records: HubSpotRecords;
    /** What was left undone beside what was asked, in sentences, each with what to do about it. */
    readonly notes: readonly string[];
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

/** A call without which there is nothing to show or to save. */
export function callFailure(what: string, error: ApiError): Failure {
    const message = `${what}: ${error.message}`;
    if (error.status === null) {
        return failure(
            'no_answer',
            message,
            'Reload the page; if this goes on, see status.hubspot.com.'
        );
    }
    if (error.status === 401) {
        return failure('no_token', message, 'Ask an administrator to reinstall the Handoff app.');
    }
    if (error.status === 403) {
        const mend = 'Ask an administrator to grant the Handoff app the scopes it asks for.';
        return failure('no_access', message, mend);
    }
    if (error.status === 404) {
        return failure(
            'not_found',
            message,
            'The contact may have been merged or deleted: reload.'
        );
    }
    if (error.status === 429) {
        return failure('too_many_calls', message, 'Wait ten seconds and reload the panel.');
    }
    if (error.status === 400) {
        const mend =
            'Ask an administrator to deploy Handoff again: its properties may have changed.';
        return failure('refused', message, mend);
    }
    return failure('failed', message, 'Reload the page; if this goes on, see status.hubspot.com.');
}
