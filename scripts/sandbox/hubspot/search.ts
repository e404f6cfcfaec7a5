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
const BY_ID = 'hs_object_id';
/** What a search by text looks into. */
const SEARCHED = ['firstname', 'lastname', 'email', 'phone', 'company'];

type Predicate = (contact: Contact) => boolean;

export function searchContacts(contacts: readonly Contact[], body: unknown, schema: Schema): Reply {
    const request = isObject(body) ? body : {};
    const { filterGroups = [], properties, limit = 10, after = '0', query, sorts } = request;
    const order = orderOf(sorts);
    if (order === null) return unsupported('a search sorted so');
    if (order.name !== BY_ID && !schema.property(order.name)) {
        return badRequest(`There was a problem: property "${order.name}" does not exist.`);
    }
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
    const found = contacts
        .filter(
            (contact) =>
                groups.length === 0 ||
                groups.some((predicates) => predicates.every((holds) => holds(contact)))
        )
        .filter((contact) => query === undefined || hasText(contact, String(query)));
    if (Array.isArray(sorts) && sorts.length > 0) found.sort(order.compare);
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

interface Order {
    readonly name: string;
    compare(a: Contact, b: Contact): number;
}

/** By one property at most; null for what the sandbox does not do. */
function orderOf(sorts: unknown): Order | null {
    const [first = BY_ID, ...more] = Array.isArray(sorts) ? (sorts as unknown[]) : [];
    const name = isObject(first) ? String(first.propertyName) : String(first);
    if (more.length > 0 || name.startsWith('-')) return null;
    const sign = isObject(first) && first.direction === 'DESCENDING' ? -1 : 1;
    const valueOf = ({ id, properties }: Contact): string =>
        name === BY_ID ? id.padStart(20, '0') : (properties[name] ?? '');
    return { name, compare: (a, b) => sign * (valueOf(a) < valueOf(b) ? -1 : 1) };
}

/** Every word of the text begins a word of the contact's, as HubSpot's own search has it. */
function hasText({ properties }: Contact, text: string): boolean {
    const words = SEARCHED.flatMap((name) =>
        (properties[name] ?? '').toLowerCase().split(/[\s@.]+/)
    );
    const asked = text
        .toLowerCase()
        .split(/[\s@.]+/)
        .filter((word) => word !== '');
    return asked.every((one) => words.some((word) => word.startsWith(one)));
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
