/** What HubSpot's own record page reads and edits, for its hooks and components in a card. */
import { isObject } from '../../shared/crm/read.ts';
import type { HubSpotPortal } from '../sandbox/hubspot/portal.ts';
import { ACTIVITIES } from '../sandbox/hubspot/objectTypes.ts';
import type { AssociationsPage, Values } from './hubspot/protocol.ts';
import type { Field } from './hubspot/page.ts';

type Body = { readonly [key: string]: unknown };

const KINDS: { readonly [fieldType: string]: Field['kind'] } = {
    date: 'date',
    select: 'select',
    textarea: 'textarea'
};
/** HubSpot's own, when the card names none. */
const PAGE_LENGTH = 10;

/** The page's requests, by their name in the address. */
export const RECORD_PAGE: {
    readonly [action: string]: (body: Body) => (portal: HubSpotPortal) => unknown;
} = {
    properties:
        ({ names }) =>
        (portal) =>
            pick(contactOf(portal), textsOf(names)),
    fields:
        ({ names }) =>
        (portal) =>
            textsOf(names).flatMap((name) => fieldOf(portal, name)),
    associations: (body) => (portal) => associationsOf(portal, body),
    edit:
        ({ values }) =>
        (portal) =>
            portal.edit(isObject(values) ? (values as { [name: string]: string }) : {})
};

function contactOf(portal: HubSpotPortal): Values {
    const { contacts, contactId } = portal.snapshot();
    return contacts.find(({ id }) => id === contactId)?.properties ?? {};
}

function fieldOf(portal: HubSpotPortal, name: string): Field[] {
    const property = portal.schema.property(name);
    if (property === undefined) return [];
    const { label, fieldType, options, optionLabels } = property;
    const value = contactOf(portal)[name] ?? '';
    const choices = (options ?? []).map((one) => [one, optionLabels[one] ?? one] as const);
    return [{ name, label, value, kind: KINDS[fieldType] ?? 'text', options: choices }];
}

function associationsOf(
    portal: HubSpotPortal,
    { toObjectType, properties, pageLength = PAGE_LENGTH, offset = 0 }: Body
): AssociationsPage {
    const kind = ACTIVITIES[String(toObjectType)];
    const all = kind === undefined ? [] : portal.snapshot().activities[kind];
    const end = Number(offset) + Number(pageLength);
    return {
        results: all.slice(Number(offset), end).map((row) => ({
            toObjectId: Number(row.id),
            associationTypes: [],
            properties: pick(row.properties, textsOf(properties))
        })),
        hasMore: end < all.length,
        nextOffset: end
    };
}

function pick(values: Values, names: readonly string[]): Values {
    return Object.fromEntries(names.map((name) => [name, values[name] || null]));
}

function textsOf(given: unknown): readonly string[] {
    return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
}
