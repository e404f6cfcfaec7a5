/** Ways in which a CRM can be made to fail, to see what the panels then say. */
import { missingScopes } from '../sandbox/hubspot/errors.ts';
import type { Fault } from '../sandbox/hubspot/traffic.ts';
import { noAccess, serverError } from '../sandbox/salesforce/uiApi/failure.ts';
import type { Call } from '../sandbox/salesforce/org.ts';
import type { RequestFailure } from '../sandbox/salesforce/uiApi/failure.ts';

/**
 * `offline`: no answer at all; `read-only`: may look and not write;
 * `no-access`: may not even look; `no-functions`: HubSpot does not run ours (it needs Enterprise).
 */
export const TROUBLES = [
    'server-error',
    'offline',
    'read-only',
    'no-access',
    'no-functions'
] as const;
export type Trouble = (typeof TROUBLES)[number];

export function isTrouble(value: unknown): value is Trouble {
    return TROUBLES.includes(value as Trouble);
}

/** The failure with which an org answers a request. */
export function orgFailure(trouble: Trouble, call: Call): RequestFailure | null {
    if (trouble === 'server-error') return serverError();
    if (trouble === 'no-functions') return null;
    const isRefused = trouble === 'no-access' || call.kind === 'updateRecord';
    return isRefused && trouble !== 'offline' ? noAccess() : null;
}

/** The fault with which HubSpot's API answers the calls of a function. */
export function portalFault(trouble: Trouble): Fault | null {
    const times = Infinity;
    if (trouble === 'server-error') return { status: 500, times };
    if (trouble === 'offline' || trouble === 'no-functions') return null;
    const on = trouble === 'read-only' ? 'PATCH ' : '';
    const scope = `crm.objects.contacts.${trouble === 'read-only' ? 'write' : 'read'}`;
    const { status, body } = missingScopes([scope]);
    return { status, body, times, on };
}

/** HubSpot's words for a function that it does not run, as its own executor puts them. */
export function functionNotFound(uid: string): string {
    const subCategory = 'AppFunctionsExecutorErrorType.SERVERLESS_FUNCTION_NOT_FOUND';
    const message = `The serverless function ${uid} doesn't exist in this project. Go to the Activity tab for the project to check its deploy status.`;
    const body = { status: 'error', message, category: 'VALIDATION_ERROR', subCategory };
    return `The serverless function '${uid}' failed to execute: ${JSON.stringify(body)}.`;
}
