/** The contact search: filter groups joined by OR, their filters by AND, on the operators we use. */
import { isObject } from '../../../shared/crm/read.ts';
import { badRequest, ok, unsupported } from './errors.ts';
import type { Reply } from './errors.ts';
import type { Schema } from './schema.ts';
import type { Contact } from './store.ts';
import { lifeOf } from './times.ts';

const MOST_GROUPS = 5;
const MOST_FILTERS = 6;
const MOST_ROWS = 200;

type Predicate = (contact: Contact) => boolean;

export function searchContacts(contacts: readonly Contact[], body: unknown, schema: Schema): Reply {
    const request = isObject(body) ? body : {};
    const { filterGroups, properties, limit = 10, after = '0', query, sorts } = request;
    if (query !== undefined) return unsupported('a search by query');
    if (Array.isArray(sorts) && sorts.length > 0) return unsupported('a sorted search');
    if (!Array.isArray(filterGroups) || filterGroups.length > MOST_GROUPS) {
        return badRequest(`A search takes up to ${MOST_GROUPS} filterGroups.`);
    }
    const size = Number(limit);
    const from = Number(after);
    if (!(size >= 0 && size <= MOST_ROWS)) return badRequest(`limit is at most ${MOST_ROWS}.`);
    const groups: Predicate[][] = [];
    for (const group of filterGroups as unknown[]) {
        const filters: unknown = isObject(group) ? group.filters : null;
        if (!Array.isArray(filters) || filters.length > MOST_FILTERS) {
            return badRequest(`A filter group takes up to ${MOST_FILTERS} filters.`);
        }
        const predicates: Predicate[] = [];
        for (const filter of filters as unknown[]) {
            const predicate = predicateOf(isObject(filter) ? filter : {}, schema);
            if (typeof predicate !== 'function') return predicate;
            predicates.push(predicate);
        }
        groups.push(predicates);
    }
    const found = contacts.filter((contact) =>
        groups.some((predicates) => predicates.every((holds) => holds(contact)))
    );
    const names = Array.isArray(properties) ? properties.map(String) : [];
    const page = found.slice(from, from + size);
    const next = from + size < found.length ? { next: { after: String(from + size) } } : undefined;
    return ok({
        total: found.length,
        results: page.map((contact) => ({
            id: contact.id,
            properties: Object.fromEntries(
                [...names, 'hs_object_id'].map((name) => [name, contact.properties[name] || null])
            ),
            ...lifeOf(contact.properties)
        })),
        ...(next ? { paging: next } : {})
    });
}

function predicateOf(
    filter: { readonly [key: string]: unknown },
    schema: Schema
): Predicate | Reply {
    const name = String(filter.propertyName);
    const property = schema.property(name);
    if (!property) return badRequest(`There was a problem: property "${name}" does not exist.`);
    const valueOf = (contact: Contact): string => contact.properties[name] ?? '';
    const isDate = property.type === 'datetime';
    const comparable = (text: string): number =>
        isDate && !/^\d+$/.test(text) ? Date.parse(text) : Number(text);
    switch (filter.operator) {
        case 'HAS_PROPERTY':
            return (contact) => valueOf(contact) !== '';
        case 'NOT_HAS_PROPERTY':
            return (contact) => valueOf(contact) === '';
        case 'EQ':
            return (contact) => valueOf(contact) === String(filter.value);
        case 'IN': {
            const values = Array.isArray(filter.values) ? filter.values.map(String) : [];
            return (contact) => values.includes(valueOf(contact));
        }
        case 'GTE':
            return (contact) =>
                valueOf(contact) !== '' &&
                comparable(valueOf(contact)) >= comparable(String(filter.value));
        default:
            return unsupported(`the search operator ${String(filter.operator)}`);
    }
}
