/** A contact's activities: as associations, by their ids, and by search. */
import { isObject } from '../../../shared/crm/read.ts';
import type { HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import type { Call, Portal } from './api.ts';
import { batchBody } from './batch.ts';
import { badRequest, ok, unsupported } from './errors.ts';
import type { Reply } from './errors.ts';
import type { State } from './store.ts';
import { lifeOf } from './times.ts';

const BATCH = 100;
/** A record's own answer holds so many of its associations of a kind: the oldest. */
const ASSOCIATIONS_PAGE = 100;
const SEARCH_PAGE = 200;

export function isActivity(kind: string): kind is ActivityKind {
    return Object.hasOwn(ACTIVITY_PROPERTIES, kind);
}

/** Scopes that a kind of activity needs beside those for contacts. */
export function activityScopes(kinds: readonly string[]): string[] {
    return kinds.includes('emails') ? ['sales-email-read'] : [];
}

/** The first page of a contact's activities of some kinds; a kind without any is left out. */
export function activityAssociations(state: State, kinds: readonly string[]): object {
    const found = kinds.filter(isActivity).filter((kind) => state.activities[kind].length > 0);
    return Object.fromEntries(
        found.map((kind) => {
            const ids = state.activities[kind].map(({ id }) => id).sort(oldestFirst);
            const page = ids.slice(0, ASSOCIATIONS_PAGE);
            const after = page.at(-1);
            const path = `/crm/objects/2026-09/contacts/${state.contactId}/associations/${kind}`;
            return [
                kind,
                {
                    results: page.map((id) => ({
                        id,
                        type: `contact_to_${kind.replace(/s$/, '')}`
                    })),
                    ...(ids.length > page.length
                        ? {
                              paging: {
                                  next: {
                                      after,
                                      link: `https://api.hubapi.com${path}?after=${after}`
                                  }
                              }
                          }
                        : {})
                }
            ];
        })
    );
}

export function readActivities(
    { state, now }: Portal,
    { body }: Call,
    [, kind = '']: RegExpExecArray
): Reply {
    if (!isActivity(kind)) return unsupported(`a batch read of ${kind}`);
    const { inputs, properties } = isObject(body) ? body : {};
    if (!Array.isArray(inputs) || inputs.length > BATCH) {
        return badRequest(`A batch read takes up to ${BATCH} inputs.`);
    }
    const ids = inputs.map((input: unknown) => (isObject(input) ? String(input.id) : ''));
    const results = state.activities[kind]
        .filter(({ id }) => ids.includes(id))
        .map((row) => activityBody(row, properties));
    const body200 = batchBody(results, now);
    const missing = ids.length - results.length;
    return missing === 0 ? ok(body200) : { status: 207, body: { ...body200, numErrors: missing } };
}

/** The activities of one contact, newest first: the only search of them that we use. */
export function searchActivities(
    { state }: Portal,
    { body }: Call,
    [, kind = '']: RegExpExecArray
): Reply {
    if (!isActivity(kind)) return unsupported(`a search of ${kind}`);
    const { filterGroups, sorts, properties, limit = 10 } = isObject(body) ? body : {};
    const contact = contactIn(filterGroups);
    if (contact === null || JSON.stringify(sorts) !== '["-hs_timestamp"]') {
        return unsupported('a search of activities but by their contact, newest first');
    }
    if (!(Number(limit) >= 0 && Number(limit) <= SEARCH_PAGE)) {
        return badRequest(`limit is at most ${SEARCH_PAGE}.`);
    }
    const at = ({ properties: { hs_timestamp } }: HubSpotObject): number =>
        Date.parse(hs_timestamp ?? '');
    const found = contact === state.contactId ? [...state.activities[kind]] : [];
    found.sort((a, b) => at(b) - at(a));
    return ok({
        total: found.length,
        results: found.slice(0, Number(limit)).map((row) => activityBody(row, properties))
    });
}

function contactIn(groups: unknown): string | null {
    const filters = Array.isArray(groups) && isObject(groups[0]) ? groups[0].filters : null;
    const filter: unknown = Array.isArray(filters) && filters.length === 1 ? filters[0] : null;
    if (!isObject(filter) || filter.operator !== 'EQ') return null;
    return filter.propertyName === 'associations.contact' ? String(filter.value) : null;
}

function activityBody({ id, properties }: HubSpotObject, names: unknown): object {
    const asked = Array.isArray(names) ? names.map(String) : [];
    return {
        id,
        properties: Object.fromEntries(asked.map((name) => [name, properties[name] ?? null])),
        ...lifeOf(properties)
    };
}

/** Ids have more digits than a number holds exactly. */
function oldestFirst(a: string, b: string): number {
    return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
