import { hubspot } from '@hubspot/ui-extensions';
import type { HubSpotRecords, Issue } from '@handoff/core';
import { words } from './words.ts';

export interface Success {
    readonly ok: true;
    readonly records: HubSpotRecords;
    /** What was left undone beside the decision itself, such as moving the contact's lead. */
    readonly notes?: readonly string[];
    /** Milliseconds after which another call may find what HubSpot’s limits kept back. */
    readonly retryAfter?: number;
}
export interface Failure {
    readonly ok: false;
    readonly error: { readonly code: string; readonly message: string; readonly mend: string };
    /** What is wrong with a choice, part by part. */
    readonly issues?: readonly Issue[];
    /** The record as it is now, where it could be read. */
    readonly records?: HubSpotRecords;
    /** Milliseconds after which the same call may succeed: nothing was done. */
    readonly retryAfter?: number;
}
export type Answer = Success | Failure;

/** The card's own codes, for calls of which the function knows nothing. */
const ABSENT = 'absent';
const UNREACHABLE = 'unreachable';
const UNREADABLE = 'unreadable';

/**
 * HubSpot's words where an account cannot run a function: it is not deployed
 * (`SERVERLESS_FUNCTION_NOT_FOUND`), switched off, or not part of the subscription.
 */
const CANNOT_RUN =
    /FUNCTION_NOT_FOUND|doesn't exist|does not (exist|have access)|not (found|supported|enabled|allowed)|forbidden|enterprise|subscription|disabled/i;
/** HubSpot's messages hold whole answers of its inner services. */
const LONGEST_MESSAGE = 300;

/** Calls one of the app's functions; a call that gets no answer is a failure like any other. */
export async function callFunction(
    uid: string,
    parameters: { [name: string]: string | number | boolean | null }
): Promise<Answer> {
    try {
        const answer: unknown = await hubspot.serverless(uid, { parameters });
        return isAnswer(answer)
            ? answer
            : failure(UNREADABLE, words.unreadableAnswer, words.tryAgainMend);
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const code = CANNOT_RUN.test(message) ? ABSENT : UNREACHABLE;
        return failure(code, message.slice(0, LONGEST_MESSAGE), words.unreachableMend);
    }
}

/** Whether the function itself said what failed; otherwise HubSpot may not run it at all. */
export function isFunctionsOwn({ error }: Failure): boolean {
    return ![ABSENT, UNREACHABLE, UNREADABLE].includes(error.code);
}

/** Whether HubSpot said that the account cannot run the function. */
export function isAbsent({ error }: Failure): boolean {
    return error.code === ABSENT;
}

function failure(code: string, message: string, mend: string): Failure {
    return { ok: false, error: { code, message, mend } };
}

/** HubSpot answers in its own words when a function crashed or ran out of time. */
function isAnswer(answer: unknown): answer is Answer {
    return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
