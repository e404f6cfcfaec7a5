/** Contacts of a HubSpot account, to be listed and to be found again in the other CRM. */
import { defaultSettings, enteredProperty } from '../../../shared/crm/hubspot/settings.ts';
import { isObject } from '../../../shared/crm/read.ts';
import type { ApiError } from '../../../hubspot-project/functions/lib/apiError.ts';
import type { Answer, JsonObject } from '../../../hubspot-project/functions/lib/client.ts';
import { resultsOf } from '../../../hubspot-project/functions/lib/json.ts';
import * as paths from '../../../hubspot-project/functions/lib/paths.ts';
import type { Listed } from './people.ts';
import type { LivePortal } from './portal.ts';

/** What the head of a record shows. */
export const HEADER = [
    ['Company name', 'company'],
    ['Job title', 'jobtitle'],
    ['Phone number', 'phone'],
    ['Email', 'email']
] as const;

const NAMES = ['firstname', 'lastname', 'createdate', ...HEADER.map(([, name]) => name)];

/** Of a call without which there is nothing to show. */
export class PortalFailure extends Error {
    readonly status: number | null;

    constructor({ status, message }: ApiError) {
        super(message.startsWith('HubSpot') ? message : `HubSpot: ${message}`);
        this.status = status;
    }
}

export interface ContactHead extends Listed {
    readonly properties: { readonly [name: string]: unknown };
}

/** The newest MQLs; with a text, whoever HubSpot's own search finds by it. */
export async function listPortal(
    portal: LivePortal,
    text: string,
    most: number
): Promise<ContactHead[]> {
    const entered = enteredProperty(defaultSettings(portal.agreement).mqlStage);
    if (text !== '') {
        return contactsOf(await search(portal, { query: text, limit: most }), entered);
    }
    const byDate = await search(portal, {
        filterGroups: [{ filters: [{ propertyName: entered, operator: 'HAS_PROPERTY' }] }],
        sorts: [{ propertyName: entered, direction: 'DESCENDING' }],
        properties: [...NAMES, entered],
        limit: most
    });
    return contactsOf(byDate, entered);
}

export async function inPortal(portal: LivePortal, id: string): Promise<ContactHead | null> {
    return found(await portal.client().get(paths.contact(id), { properties: NAMES.join(',') }));
}

export async function inPortalByEmail(
    portal: LivePortal,
    email: string
): Promise<ContactHead | null> {
    const filters = [{ propertyName: 'email', operator: 'EQ', value: email }];
    const [one = null] = contactsOf(
        await search(portal, { filterGroups: [{ filters }], limit: 1 }),
        null
    );
    return one;
}

function search(portal: LivePortal, body: JsonObject): Promise<Answer> {
    return portal.client().post(paths.CONTACT_SEARCH, { properties: NAMES, ...body });
}

function found(answer: Answer): ContactHead | null {
    if (answer.ok) return contactOf(answer.body, null);
    if (answer.error.status === 404) return null;
    throw new PortalFailure(answer.error);
}

function contactsOf(answer: Answer, dated: string | null): ContactHead[] {
    if (!answer.ok) throw new PortalFailure(answer.error);
    return resultsOf(answer.body).map((row) => contactOf(row, dated));
}

function contactOf(row: JsonObject, dated: string | null): ContactHead {
    const properties = isObject(row.properties) ? row.properties : {};
    const textOf = (name: string): string | null => {
        const value = properties[name];
        return typeof value === 'string' && value !== '' ? value : null;
    };
    const email = textOf('email');
    const name = [textOf('firstname'), textOf('lastname')].filter((part) => part !== null);
    const since = (dated === null ? null : textOf(dated)) ?? textOf('createdate') ?? '';
    return {
        id: String(row.id),
        name: name.join(' ') || (email ?? String(row.id)),
        email,
        company: textOf('company'),
        since: Date.parse(since),
        properties
    };
}
