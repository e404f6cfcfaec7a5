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
/** HubSpot counts all that match, and gives only so many of them. */
const MOST_RESULTS = 10_000;
/** The only order in which we ask for contacts. */
const BY_ID = 'hs_object_id';

type Predicate = (contact: Contact) => boolean;

export function searchContacts(contacts: readonly Contact[], body: unknown, schema: Schema): Reply {
    const request = isObject(body) ? body : {};
    const { filterGroups, properties, limit = 10, after = '0', query, sorts } = request;
    if (query !== undefined) return unsupported('a search by query');
    const order = Array.isArray(sorts) ? sorts.join() : '';
    if (order !== '' && order !== BY_ID) return unsupported(`a search sorted by ${order}`);
    if (!Array.isArray(filterGroups) || filterGroups.length > MOST_GROUPS) {
        return badRequest(`A search takes up to ${MOST_GROUPS} filterGroups.`);
    }
    const size = Number(limit);
    const from = Number(after);
    if (!(size >= 0 && size <= MOST_ROWS)) return badRequest(`limit is at most ${MOST_ROWS}.`);
    if (from + size > MOST_RESULTS) {
        return badRequest(`A search gives at most ${MOST_RESULTS} results.`);
    }
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
    if (order === BY_ID) found.sort((a, b) => Number(a.id) - Number(b.id));
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
    const bound = comparable(String(filter.value));
    const compared = (holds: (value: number) => boolean): Predicate => {
        return (contact) => valueOf(contact) !== '' && holds(comparable(valueOf(contact)));
    };
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
        case 'GT':
            return compared((value) => value > bound);
        case 'GTE':
            return compared((value) => value >= bound);
        case 'LT':
            return compared((value) => value < bound);
        default:
            return unsupported(`the search operator ${String(filter.operator)}`);
    }
}
