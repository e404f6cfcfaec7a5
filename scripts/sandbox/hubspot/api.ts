/** The endpoints of HubSpot's API that the app functions call, over a portal's state. */
import { isObject } from '../../../shared/crm/read.ts';
import type { HubSpotHistoryEntry } from '../../../shared/crm/hubspot/records.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import {
    createDefinition,
    createGroup,
    getDefinition,
    listDefinitions,
    updateDefinition
} from './definitions.ts';
import { batchBody } from './batch.ts';
import {
    badRequest,
    invalidProperties,
    missingScopes,
    missingTier,
    notFound,
    ok,
    unsupported
} from './errors.ts';
import type { Reply } from './errors.ts';
import { LEAD_ROUTES, leadAssociations } from './leads.ts';
import type { Schema } from './schema.ts';
import { searchContacts } from './search.ts';
import { patchContact } from './store.ts';
import type { Contact, State } from './store.ts';
import { lifeOf } from './times.ts';

export interface Call {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly body: unknown;
}
export interface Portal {
    readonly state: State;
    readonly schema: Schema;
    /** The scopes that the app asks for. */
    readonly asked: readonly string[];
    readonly now: number;
}

const BATCH = 100;
const EVENTS_PAGE = 100;
const OWNERS_PAGE = 500;

export interface Route {
    readonly method: string;
    readonly path: RegExp;
    readonly scopes: (found: RegExpExecArray, query: URLSearchParams) => readonly string[];
    readonly answer: (portal: Portal, call: Call, found: RegExpExecArray) => Reply;
}

const ROUTES: readonly Route[] = [
    ...LEAD_ROUTES,
    {
        method: 'POST',
        path: /^\/crm\/objects\/2026-09\/contacts\/search$/,
        scopes: () => ['crm.objects.contacts.read'],
        answer: ({ state, schema }, { body }) => searchContacts(state.contacts, body, schema)
    },
    {
        method: 'GET',
        path: /^\/crm\/objects\/2026-09\/contacts\/([^/]+)$/,
        scopes: (_found, query) => [
            'crm.objects.contacts.read',
            ...(asksForLeads(query) ? ['crm.objects.leads.read'] : [])
        ],
        answer: getContact
    },
    {
        method: 'PATCH',
        path: /^\/crm\/objects\/2026-09\/contacts\/(\d+)$/,
        scopes: () => ['crm.objects.contacts.write'],
        answer: updateContact
    },
    {
        method: 'POST',
        path: /^\/crm\/objects\/2026-09\/([a-z]+)\/batch\/read$/,
        scopes: ([, kind]) => [
            'crm.objects.contacts.read',
            ...(kind === 'emails' ? ['sales-email-read'] : [])
        ],
        answer: readBatch
    },
    {
        method: 'GET',
        path: /^\/crm\/owners\/2026-09$/,
        scopes: () => ['crm.objects.owners.read'],
        answer: getOwners
    },
    {
        method: 'GET',
        path: /^\/events\/event-occurrences\/2026-09$/,
        scopes: () => ['oauth'],
        answer: getEvents
    },
    {
        method: 'GET',
        path: /^\/automation\/sequences\/2026-09\/enrollments\/contact\/(\d+)$/,
        scopes: () => ['automation.sequences.read'],
        answer: ({ state }, _call, [, id]) =>
            id === state.contactId ? newestEnrollment(state) : notFound()
    },
    {
        method: 'GET',
        path: /^\/marketing\/lead-scoring\/2026-09-beta\/score-values\/object-history$/,
        scopes: () => ['oauth'],
        answer: getScoreHistory
    },
    {
        method: 'GET',
        path: /^\/crm\/properties\/2026-09\/contacts$/,
        scopes: () => ['crm.objects.contacts.read'],
        answer: ({ state, schema }) => listDefinitions(state, schema)
    },
    {
        method: 'POST',
        path: /^\/crm\/properties\/2026-09\/contacts$/,
        scopes: () => ['crm.schemas.contacts.write'],
        answer: ({ state, schema }, { body }) => createDefinition(state, schema, body)
    },
    {
        method: 'POST',
        path: /^\/crm\/properties\/2026-09\/contacts\/groups$/,
        scopes: () => ['crm.schemas.contacts.write'],
        answer: ({ state, schema }, { body }) => createGroup(state, schema, body)
    },
    {
        method: 'GET',
        path: /^\/crm\/properties\/2026-09\/contacts\/([a-z][a-z0-9_]*)$/,
        scopes: () => ['crm.objects.contacts.read'],
        answer: ({ state, schema }, _call, [, name = '']) => getDefinition(state, schema, name)
    },
    {
        method: 'PATCH',
        path: /^\/crm\/properties\/2026-09\/contacts\/([a-z][a-z0-9_]*)$/,
        scopes: () => ['crm.schemas.contacts.write'],
        answer: ({ state, schema }, { body }, [, name = '']) =>
            updateDefinition(state, schema, name, body)
    }
];

/** The answer to one call. */
export function answer(portal: Portal, call: Call): Reply {
    for (const route of ROUTES) {
        const found = route.method === call.method ? route.path.exec(call.path) : null;
        if (!found) continue;
        const granted = portal.state.scopes ?? portal.asked;
        const missing = route.scopes(found, call.query).filter((scope) => !granted.includes(scope));
        return missing.length > 0 ? missingScopes(missing) : route.answer(portal, call, found);
    }
    return unsupported(`${call.method} ${call.path}`);
}

function getContact({ state, schema }: Portal, { query }: Call, [, id]: RegExpExecArray): Reply {
    const contact = state.contacts.find((one) =>
        query.get('idProperty') === 'email'
            ? one.properties.email === decodeURIComponent(id ?? '')
            : one.id === id
    );
    if (!contact) return notFound();
    const histories = listOf(query.get('propertiesWithHistory')).filter(known);
    const names = [...listOf(query.get('properties')).filter(known), ...histories];
    const kinds = listOf(query.get('associations'));
    const strange = kinds.find((kind) => !isActivity(kind) && kind !== 'leads');
    if (strange !== undefined) return unsupported(`the association ${strange}`);
    return ok({
        ...contactBody(contact, names),
        propertiesWithHistory: Object.fromEntries(
            histories.map((name) => [name, (contact.history[name] ?? []).map(historyEntry)])
        ),
        ...(contact.id === state.contactId ? { associations: associationsOf(state, kinds) } : {})
    });

    // HubSpot leaves out a property that does not exist, without a word.
    function known(name: string): boolean {
        return schema.property(name) !== undefined || state.definitions[name] !== undefined;
    }
}

function updateContact(portal: Portal, { body }: Call, [, id]: RegExpExecArray): Reply {
    const { state, schema, now } = portal;
    const contact = state.contacts.find((one) => one.id === id);
    if (!contact) return notFound();
    const written = isObject(body) && isObject(body.properties) ? body.properties : {};
    if (Object.keys(written).length === 0) {
        return badRequest('No properties found to update, please provide at least one.');
    }
    const errors = patchContact(contact, written, schema, now);
    if (errors.length > 0) return invalidProperties(errors);
    return ok(contactBody(contact, Object.keys(written)));
}

function readBatch({ state, now }: Portal, { body }: Call, [, kind = '']: RegExpExecArray): Reply {
    if (!isActivity(kind)) return unsupported(`a batch read of ${kind}`);
    const { inputs, properties } = isObject(body) ? body : {};
    if (!Array.isArray(inputs) || inputs.length > BATCH) {
        return badRequest(`A batch read takes up to ${BATCH} inputs.`);
    }
    const ids = inputs.map((input: unknown) => (isObject(input) ? String(input.id) : ''));
    const names = Array.isArray(properties) ? properties.map(String) : [];
    const results = state.activities[kind]
        .filter(({ id }) => ids.includes(id))
        .map((row) => ({
            id: row.id,
            properties: Object.fromEntries(
                names.map((name) => [name, row.properties[name] ?? null])
            ),
            ...lifeOf(row.properties)
        }));
    const body200 = batchBody(results, now);
    const missing = ids.length - results.length;
    return missing === 0 ? ok(body200) : { status: 207, body: { ...body200, numErrors: missing } };
}

/** HubSpot names the source of each value, and the user only where there is one. */
function historyEntry({ updatedByUserId, ...entry }: HubSpotHistoryEntry): object {
    const user = typeof updatedByUserId === 'number' ? { updatedByUserId } : {};
    return { sourceType: 'CRM_UI', ...entry, ...user };
}

/** HubSpot answers with one enrollment, and documents nothing for a contact that has none. */
function newestEnrollment({ enrollments }: State): Reply {
    const [newest] = [...enrollments].sort(
        (a, b) => Date.parse(b.enrolledAt ?? '') - Date.parse(a.enrolledAt ?? '')
    );
    if (newest === undefined) return notFound();
    return ok({ toEmail: '', updatedAt: newest.enrolledAt, ...newest });
}

function getOwners({ state }: Portal, { query }: Call): Reply {
    const isArchived = query.get('archived') === 'true';
    const owners = state.owners
        .filter(({ archived = false }) => archived === isArchived)
        .map((owner) => ({ type: 'PERSON', ...lifeOf({}), ...owner }));
    return pageOf(owners, query, OWNERS_PAGE);
}

function getEvents({ state }: Portal, { query }: Call): Reply {
    if (!state.tiers.events) return missingTier();
    if (query.get('objectType') !== 'contact') return unsupported('events of other objects');
    const sort = query.get('sort') ?? 'occurredAt';
    if (sort !== '-occurredAt' && sort !== 'occurredAt') return unsupported(`the order ${sort}`);
    const after = Date.parse(query.get('occurredAfter') ?? '1970-01-01');
    const events = state.events
        .filter(() => query.get('objectId') === state.contactId)
        .filter(({ occurredAt }) => Date.parse(occurredAt) > after)
        .sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt))
        .map((event) => ({ ...event, objectType: 'CONTACT', objectId: state.contactId }));
    return pageOf(sort === 'occurredAt' ? events : events.reverse(), query, EVENTS_PAGE);
}

function getScoreHistory({ state }: Portal, { query }: Call): Reply {
    if (query.get('objectTypeId') !== '0-1') return unsupported('scores of other objects');
    const own = query.get('objectId') === state.contactId;
    return pageOf(own ? state.scoreChanges : [], query, EVENTS_PAGE);
}

function pageOf(rows: readonly unknown[], query: URLSearchParams, most: number): Reply {
    const limit = Number(query.get('limit') ?? '100');
    if (!(limit > 0 && limit <= most)) return badRequest(`limit is at most ${most}.`);
    const from = Number(query.get('after') ?? '0');
    const end = from + limit;
    const paging = end < rows.length ? { paging: { next: { after: String(end) } } } : {};
    return ok({ results: rows.slice(from, end), ...paging });
}

function asksForLeads(query: URLSearchParams): boolean {
    return listOf(query.get('associations')).includes('leads');
}

function associationsOf(state: State, kinds: readonly string[]): object {
    const leads = kinds.includes('leads') && state.tiers.leads !== false ? state.leads : [];
    const activities = Object.fromEntries(
        kinds
            .filter(isActivity)
            .filter((kind) => state.activities[kind].length > 0)
            .map((kind) => [
                kind,
                {
                    results: state.activities[kind].map(({ id }) => ({
                        id,
                        type: `contact_to_${kind.replace(/s$/, '')}`
                    }))
                }
            ])
    );
    return leads.length === 0 ? activities : { ...activities, leads: leadAssociations(leads) };
}

function contactBody({ id, properties }: Contact, names: readonly string[]): object {
    const shown = [...names, 'createdate', 'hs_object_id', 'lastmodifieddate'];
    return {
        id,
        properties: Object.fromEntries(shown.map((name) => [name, properties[name] || null])),
        ...lifeOf(properties)
    };
}

function listOf(text: string | null): string[] {
    return (text ?? '').split(',').filter((part) => part !== '');
}

function isActivity(kind: string): kind is ActivityKind {
    return Object.hasOwn(ACTIVITY_PROPERTIES, kind);
}
