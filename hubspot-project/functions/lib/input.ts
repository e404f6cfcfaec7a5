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

/** HubSpot's type of a contact. */
const CONTACT_TYPE = '0-1';

/** The contact that the parameters name; a record of any other type is none. */
export function contactIn({
    objectId,
    objectTypeId = CONTACT_TYPE
}: {
    readonly [name: string]: unknown;
}): { readonly id: string } | { readonly id: null; readonly failure: Failure } {
    const id = contactIdOf(objectId);
    if (id !== null && objectTypeId === CONTACT_TYPE) return { id };
    const mend = 'Call the function with the id of the contact on whose record the card stands.';
    return {
        id: null,
        failure:
            id === null
                ? failure(
                      'bad_object_id',
                      'The parameter objectId is not the id of a contact.',
                      mend
                  )
                : failure(
                      'bad_object_type',
                      `The parameter objectTypeId is not that of contacts (${CONTACT_TYPE}).`,
                      mend
                  )
    };
}

/** Without it nothing can be read; HubSpot sets it when the app is installed. */
export function noToken(): Failure {
    return failure(
        'no_token',
        'HubSpot gave the function no access token.',
        'Ask an administrator to install the Handoff app in this account.'
    );
}
