/** The endpoints of HubSpot's API that the app functions call, over a portal's state. */
import { isObject } from '../../../shared/crm/read.ts';
import type { HubSpotHistoryEntry } from '../../../shared/crm/hubspot/records.ts';
import {
    activityAssociations,
    activityScopes,
    isActivity,
    readActivities,
    searchActivities
} from './activities.ts';
import {
    createDefinition,
    createGroup,
    getDefinition,
    listDefinitions,
    updateDefinition
} from './definitions.ts';
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
            ...activityScopes(associationsIn(query)),
            ...(associationsIn(query).includes('leads') ? ['crm.objects.leads.read'] : [])
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
        scopes: ([, kind = '']) => ['crm.objects.contacts.read', ...activityScopes([kind])],
        answer: readActivities
    },
    {
        method: 'POST',
        path: /^\/crm\/objects\/2026-09\/([a-z]+)\/search$/,
        scopes: ([, kind = '']) => ['crm.objects.contacts.read', ...activityScopes([kind])],
        answer: searchActivities
    },
    {
        method: 'GET',
        path: /^\/calling\/v1\/dispositions$/,
        scopes: () => ['crm.objects.contacts.read'],
        answer: ({ state }) => ok(state.dispositions)
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
    const kinds = associationsIn(query);
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
    const errors = patchContact(contact, written, schema, now, state.rules);
    if (errors.length > 0) return invalidProperties(errors);
    return ok(contactBody(contact, Object.keys(written)));
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
    if (state.tiers.scoring === false) return missingTier();
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

function associationsIn(query: URLSearchParams): string[] {
    return listOf(query.get('associations'));
}

function associationsOf(state: State, kinds: readonly string[]): object {
    const leads = kinds.includes('leads') && state.tiers.leads !== false ? state.leads : [];
    const activities = activityAssociations(state, kinds);
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
