/** The contact itself: properties, their histories, and the ids of its activities, in one call. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { hubspotProperties } from '../../../shared/crm/hubspot/properties.ts';
import type { HubSpotHistoryEntry, HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import { cut, isObject, MAX_ANSWER } from '../../../shared/crm/read.ts';
import type { ApiError } from './apiError.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { nextPageOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';

export const ACTIVITY_KINDS = Object.keys(ACTIVITY_PROPERTIES) as ActivityKind[];

/** What a kind of activity needs beside the contact's own scope. */
const SCOPE: { readonly [kind in ActivityKind]?: string } = { emails: 'sales-email-read' };

/** The activities of one kind: their ids, and whether there are more than HubSpot gives with a contact. */
export interface ActivityIds {
    readonly ids: readonly string[];
    /** HubSpot gives the oldest. */
    readonly cut: boolean;
}

/** The kinds of activity that the app may not see, and what HubSpot said. */
export type Unseen = { readonly [kind in ActivityKind]?: ApiError };

export interface FoundContact {
    readonly answer: Answer;
    readonly unseen: Unseen;
}

/**
 * Reads the contact with the ids of its activities. One kind that the app may not see makes HubSpot refuse
 * the whole: then it is left out, and which it is is remembered. Where HubSpot does not name it, the kinds
 * are asked for one by one.
 */
export async function findContact(
    client: Client,
    id: string,
    agreement: Agreement,
    settings?: HubSpotSettings
): Promise<FoundContact> {
    const known = client.cache.get<Unseen>('refusals') ?? {};
    const kinds = ACTIVITY_KINDS.filter((kind) => known[kind] === undefined);
    const answer = await getContact(client, id, agreement, settings, kinds);
    if (answer.ok || answer.error.status !== 403) return { answer, unseen: known };
    const { error } = answer;
    const named = kinds.filter((kind) => error.scopes.includes(SCOPE[kind] ?? ''));
    const left = named.length === 0 ? [] : kinds.filter((kind) => !named.includes(kind));
    const again = await getContact(client, id, agreement, settings, left);
    if (!again.ok) return { answer: again, unseen: known };
    const found =
        named.length > 0
            ? { associations: {}, unseen: errorsOf(named.map((kind) => [kind, error])) }
            : await findEach(client, id, kinds);
    const unseen = { ...known, ...found.unseen };
    client.cache.set('refusals', refusedOf(unseen));
    const associations = { ...objectIn(again.body, 'associations'), ...found.associations };
    return { answer: { ok: true, body: { ...again.body, associations } }, unseen };
}

/** The ids of each kind by a call of its own. */
async function findEach(
    client: Client,
    id: string,
    kinds: readonly ActivityKind[]
): Promise<{ readonly associations: JsonObject; readonly unseen: Unseen }> {
    const answers = await Promise.all(
        kinds.map(async (kind) => {
            const answer = await client.get(paths.contact(id), { associations: kind });
            return [kind, answer] as const;
        })
    );
    return {
        associations: Object.assign(
            {},
            ...answers.map(([, answer]) => (answer.ok ? objectIn(answer.body, 'associations') : {}))
        ) as JsonObject,
        unseen: errorsOf(answers.flatMap(([kind, one]) => (one.ok ? [] : [[kind, one.error]])))
    };
}

function errorsOf(entries: readonly (readonly [ActivityKind, ApiError])[]): Unseen {
    return Object.fromEntries(entries);
}

/** Those that were refused, and did not merely fail. */
function refusedOf(unseen: Unseen): Unseen {
    return Object.fromEntries(Object.entries(unseen).filter(([, { status }]) => status === 403));
}

function objectIn(body: JsonObject, key: string): JsonObject {
    const found = body[key];
    return isObject(found) ? found : {};
}

/** Reads the contact; what is read of it comes from the agreement, and from the settings once they are known. */
export function getContact(
    client: Client,
    id: string,
    agreement: Agreement,
    settings?: HubSpotSettings,
    kinds: readonly ActivityKind[] = []
): Promise<Answer> {
    const { plain, history } = hubspotProperties(agreement, settings);
    return client.get(paths.contact(id), {
        properties: plain.join(','),
        propertiesWithHistory: history.join(','),
        ...(kinds.length === 0 ? {} : { associations: kinds.join(',') })
    });
}

/** The contact as the panel needs it. */
export function contactOf(
    body: JsonObject,
    agreement: Agreement,
    settings: HubSpotSettings
): HubSpotObject {
    const { plain, history } = hubspotProperties(agreement, settings);
    const histories = isObject(body.propertiesWithHistory) ? body.propertiesWithHistory : {};
    const propertiesWithHistory: { [name: string]: HubSpotHistoryEntry[] } = {};
    for (const name of history) {
        const entries = histories[name];
        if (Array.isArray(entries))
            propertiesWithHistory[name] = entries.filter(isObject).map(entryOf);
    }
    return { id: String(body.id), properties: pick(body.properties, plain), propertiesWithHistory };
}

/** The ids of a kind that came with the contact; HubSpot does not sort the list. */
export function activityIdsOf(body: JsonObject, kind: ActivityKind): ActivityIds {
    const list = objectIn(body, 'associations')[kind];
    // One activity may be associated in several ways.
    const ids = [...new Set(resultsOf(list).map((row) => String(row.id)))].sort(newestFirst);
    return { ids, cut: nextPageOf(list) !== null };
}

function entryOf(entry: JsonObject): HubSpotHistoryEntry {
    const { value, timestamp } = entry;
    return {
        value: typeof value === 'string' ? cut(value, MAX_ANSWER) : null,
        timestamp: String(timestamp)
    };
}

/** Ids have more digits than a number holds exactly. */
function newestFirst(a: string, b: string): number {
    return b.length - a.length || (a < b ? 1 : a > b ? -1 : 0);
}
