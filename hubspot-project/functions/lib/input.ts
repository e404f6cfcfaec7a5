import { failure } from './envelope.ts';
import type { Failure } from './envelope.ts';

/** The parameters as an object, whatever came. */
export function parametersOf(given: unknown): { readonly [name: string]: unknown } {
    return typeof given === 'object' && given !== null
        ? (given as { [name: string]: unknown })
        : {};
}

/** The contact's id as text; the card knows it as a number. It becomes part of a path, so digits only. */
export function contactIdOf(given: unknown): string | null {
    const text = typeof given === 'number' ? String(given) : given;
    return typeof text === 'string' && /^[1-9]\d{0,19}$/.test(text) ? text : null;
}

export function badContactId(): Failure {
    return failure(
        'bad_object_id',
        'The parameter objectId is not the id of a contact.',
        'Call the function with the id of the contact on whose record the card stands.'
    );
}

/** Without it nothing can be read; HubSpot sets it when the app is installed. */
export function noToken(): Failure {
    return failure(
        'no_token',
        'HubSpot gave the function no access token.',
        'Ask an administrator to install the Handoff app in this account.'
    );
}
