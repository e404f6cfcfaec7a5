import { hubspot } from '@hubspot/ui-extensions';
import type {
    HubSpotSettings,
    Issue,
    PortalSettings,
    SavedSettings,
    TestedSettings
} from '@handoff/core';
import { words } from './words.ts';

export interface Failure {
    readonly ok: false;
    readonly error: { readonly code: string; readonly message: string; readonly mend: string };
    /** What is wrong with the settings; the path is the setting. */
    readonly issues?: readonly Issue[];
}

export const readSettings = (): Promise<PortalSettings | Failure> => call({ action: 'read' });

export const saveSettings = (settings: HubSpotSettings): Promise<SavedSettings | Failure> =>
    call({ action: 'save', settings: { ...settings } });

export const testSettings = (
    settings: HubSpotSettings,
    contact: string
): Promise<TestedSettings | Failure> =>
    call({ action: 'test', settings: { ...settings }, contact });

/** Calls the page's function; a call that gets no answer is a failure like any other. */
async function call<T extends { readonly ok: true }>(parameters: {
    [name: string]: string | { [name: string]: string | null };
}): Promise<T | Failure> {
    try {
        const answer: unknown = await hubspot.serverless('handoff-settings', { parameters });
        const body = bodyOf(answer);
        return isAnswer<T>(body)
            ? body
            : failure('unreadable', words.unreadable, words.unreadableMend);
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        return failure('unreachable', message, words.unreachableMend);
    }
}

/** HubSpot is known to hand on an answer as it is, and wrapped in `body`. */
function bodyOf(answer: unknown): unknown {
    return typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : answer;
}

function isAnswer<T>(answer: unknown): answer is T | Failure {
    return typeof answer === 'object' && answer !== null && 'ok' in answer;
}

function failure(code: string, message: string, mend: string): Failure {
    return { ok: false, error: { code, message, mend } };
}
