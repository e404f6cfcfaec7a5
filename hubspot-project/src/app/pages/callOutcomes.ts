import { hubspot } from '@hubspot/ui-extensions';
import type { OutcomeBatch } from '@handoff/core';
import { words } from './words.ts';

export interface Failure {
    readonly ok: false;
    readonly error: { readonly code: string; readonly message: string; readonly mend: string };
}

/** Reads some of the contacts of a stretch of time; a call that gets no answer is a failure like any other. */
export async function readBatch(
    from: number,
    to: number,
    cursor: string | null
): Promise<OutcomeBatch | Failure> {
    const parameters = { from, to, cursor };
    try {
        const answer: unknown = await hubspot.serverless('handoff-outcomes', { parameters });
        const body = bodyOf(answer);
        if (isAnswer(body)) return body;
        return failure('unreadable', words.unreadable, words.unreadableMend);
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return failure('unreachable', message, words.unreachableMend);
    }
}

/** HubSpot is known to hand on an answer as it is, and wrapped in `body`. */
function bodyOf(answer: unknown): unknown {
    return typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : answer;
}

function isAnswer(answer: unknown): answer is OutcomeBatch | Failure {
    return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

function failure(code: string, message: string, mend: string): Failure {
    return { ok: false, error: { code, message, mend } };
}
