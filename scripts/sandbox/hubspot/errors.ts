/** HubSpot's error answers, in the words of its documentation. */
import type { PropertyError } from './schema.ts';

export interface Reply {
    readonly status: number;
    readonly body: unknown;
    readonly headers?: { readonly [name: string]: string };
}

const CORRELATION = '00000000-0000-4000-8000-000000000000';

export function ok(body: unknown): Reply {
    return { status: 200, body };
}

export function refused(status: number, category: string, message: string, more = {}): Reply {
    const body = { status: 'error', message, correlationId: CORRELATION, category, ...more };
    return { status, body };
}

export function badRequest(message: string): Reply {
    return refused(400, 'VALIDATION_ERROR', message);
}

/** What the sandbox does not do, by name: better than an answer that HubSpot would not give. */
export function unsupported(what: string): Reply {
    return badRequest(`The sandbox does not support ${what}.`);
}

export function missingScopes(scopes: readonly string[]): Reply {
    return refused(
        403,
        'MISSING_SCOPES',
        "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
        {
            errors: [
                {
                    message: 'One or more of the following scopes are required.',
                    context: { requiredGranularScopes: scopes }
                }
            ],
            links: { scopes: 'https://developers.hubspot.com/scopes' }
        }
    );
}

/** HubSpot documents no body for this; the sentence is ours. */
export function missingTier(): Reply {
    const message = 'This API needs an Enterprise subscription, which this account does not have.';
    return refused(403, 'FORBIDDEN', message);
}

export function notFound(): Reply {
    return refused(404, 'OBJECT_NOT_FOUND', 'resource not found');
}

export function invalidProperties(errors: readonly PropertyError[]): Reply {
    const results = errors.map(({ name, code, message }) => ({
        isValid: false,
        message,
        error: code,
        name,
        localizedErrorMessage: message
    }));
    return refused(
        400,
        'VALIDATION_ERROR',
        `Property values were not valid: ${JSON.stringify(results)}`,
        {
            errors: errors.map(({ name, code, message }) => ({
                message,
                code,
                context: { propertyName: [name] }
            }))
        }
    );
}

export type LimitPolicy = 'DAILY' | 'SECONDLY' | 'TEN_SECONDLY_ROLLING';

/** Too many calls: of the app in ten seconds, of searches in a second, or of the day. */
export function rateLimited(policyName: LimitPolicy): Reply {
    const message = `You have reached your ${policyName.toLowerCase()} limit.`;
    const more = { errorType: 'RATE_LIMIT', policyName, requestId: CORRELATION };
    return refused(429, 'RATE_LIMITS', message, more);
}

/** HubSpot locks a record for two seconds while it is written by others. */
export function locked(): Reply {
    return refused(
        423,
        'LOCKED',
        'This resource is locked. Wait at least 2 seconds and try again.'
    );
}

/** An account of another region than the one that was asked. HubSpot documents no body; the sentence is ours. */
export function wrongHublet(): Reply {
    return refused(488, 'WRONG_HUBLET', 'This account is not known to this hublet.');
}
