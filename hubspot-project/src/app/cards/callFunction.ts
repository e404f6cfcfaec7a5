import { hubspot } from '@hubspot/ui-extensions';
import type { HubSpotRecords, Issue } from '@handoff/core';
import { words } from './words.ts';

export interface Success {
    readonly ok: true;
    readonly records: HubSpotRecords;
}
export interface Failure {
    readonly ok: false;
    readonly error: { readonly code: string; readonly message: string; readonly mend: string };
    /** What is wrong with a choice, part by part. */
    readonly issues?: readonly Issue[];
    /** The record as it is now, where it could be read. */
    readonly records?: HubSpotRecords;
}
export type Answer = Success | Failure;

/** Calls one of the app's functions; a call that gets no answer is a failure like any other. */
export async function callFunction(
    uid: string,
    parameters: { [name: string]: string | number | null }
): Promise<Answer> {
    try {
        const answer: unknown = await hubspot.serverless(uid, { parameters });
        return isAnswer(answer)
            ? answer
            : failure('unreadable', words.unreadableAnswer, words.tryAgainMend);
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return failure('unreachable', message, words.unreachableMend);
    }
}

function failure(code: string, message: string, mend: string): Failure {
    return { ok: false, error: { code, message, mend } };
}

/** HubSpot answers in its own words when a function crashed or ran out of time. */
function isAnswer(answer: unknown): answer is Answer {
    return typeof answer === 'object' && answer !== null && 'ok' in answer;
}
