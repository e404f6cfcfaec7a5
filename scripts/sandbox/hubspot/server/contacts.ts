/** A portal's contacts, as far as the command line reads and writes them. */
import { isObject } from '../../../../shared/crm/read.ts';
import { batchBody } from '../batch.ts';
import { badRequest, invalidProperties, notFound, ok, refused, type Reply } from '../errors.ts';
import type { PropertyError, Schema } from '../schema.ts';
import { searchContacts } from '../search.ts';
import type { Contact } from '../store.ts';
import { lifeOf } from '../times.ts';

const BATCH = 100;
const FIRST_ID = 6001;

/** A contact without a history, as the command line needs none. */
export function contactWith(id: string, properties: Contact['properties']): Contact {
    const domain = properties.email?.split('@')[1];
    const computed = domain === undefined ? {} : { hs_email_domain: domain };
    return { id, properties: { ...properties, ...computed, hs_object_id: id }, history: {} };
}

export function search(contacts: readonly Contact[], body: unknown, schema: Schema): Reply {
    return searchContacts(contacts, body, schema);
}

/** All or none: one value that does not fit refuses the whole batch. */
export function createBatch(
    contacts: Contact[],
    body: unknown,
    schema: Schema,
    now: number
): Reply {
    const inputs = inputsOf(body);
    if (inputs === null) return tooMany();
    const errors: PropertyError[] = [];
    const rows = inputs.map(({ properties }) => {
        const values: Contact['properties'] = { createdate: new Date(now).toISOString() };
        for (const [name, given] of Object.entries(isObject(properties) ? properties : {})) {
            const value = schema.accept(name, given);
            if (typeof value === 'string') values[name] = value;
            else errors.push(value);
        }
        return values;
    });
    if (errors.length > 0) return invalidProperties(errors);
    const taken = rows.find(({ email }) =>
        contacts.some(({ properties }) => email !== undefined && properties.email === email)
    );
    if (taken) return refused(409, 'CONFLICT', 'Contact already exists.');
    const start = contacts.length;
    contacts.push(
        ...rows.map((values, index) => contactWith(String(FIRST_ID + start + index), values))
    );
    const results = contacts
        .slice(start)
        .map(({ id, properties }) => ({ id, properties, ...lifeOf(properties) }));
    return { status: 201, body: batchBody(results, now) };
}

export function archiveBatch(contacts: Contact[], body: unknown): Reply {
    const inputs = inputsOf(body);
    if (inputs === null) return tooMany();
    const ids = inputs.map(({ id }) => String(id));
    const left = contacts.filter(({ id }) => !ids.includes(id));
    contacts.splice(0, contacts.length, ...left);
    return { status: 204, body: '' };
}

export function getContact(contacts: readonly Contact[], id: string): Reply {
    const contact = contacts.find((one) => one.id === id);
    return contact === undefined ? notFound() : ok({ ...contact, ...lifeOf(contact.properties) });
}

function inputsOf(body: unknown): readonly { readonly [key: string]: unknown }[] | null {
    const inputs = isObject(body) ? body.inputs : null;
    if (!Array.isArray(inputs) || inputs.length > BATCH) return null;
    return inputs.filter(isObject);
}

function tooMany(): Reply {
    return badRequest(`A batch takes up to ${BATCH} inputs.`);
}
