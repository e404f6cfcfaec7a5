/** The contact itself: properties, their histories, and the ids of its activities, in one call. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { hubspotProperties } from '../../../shared/crm/hubspot/properties.ts';
import type { HubSpotHistoryEntry, HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import { cut, isObject, MAX_ANSWER } from '../../../shared/crm/read.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { nextPageOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';

export const ACTIVITY_KINDS = Object.keys(ACTIVITY_PROPERTIES) as ActivityKind[];

/** The activities of one kind: the newest ids, and how many there are (null: more than one page). */
export interface ActivityIds {
    readonly ids: readonly string[];
    readonly total: number | null;
    readonly cut: boolean;
}

/** Reads the contact; what is read of it comes from the agreement, and from the settings once they are known. */
export function getContact(
    client: Client,
    id: string,
    agreement: Agreement,
    settings?: HubSpotSettings
): Promise<Answer> {
    const { plain, history } = hubspotProperties(agreement, settings);
    return client.get(paths.contact(id), {
        properties: plain.join(','),
        propertiesWithHistory: history.join(','),
        associations: ACTIVITY_KINDS.join(',')
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

/** The newest `most` activities of a kind; HubSpot counts its ids upwards and does not sort the list. */
export function activityIdsOf(body: JsonObject, kind: ActivityKind, most: number): ActivityIds {
    const associations = isObject(body.associations) ? body.associations : {};
    const list = associations[kind];
    // One activity may be associated in several ways.
    const ids = [...new Set(resultsOf(list).map((row) => String(row.id)))].sort(newestFirst);
    const more = nextPageOf(list) !== null;
    return {
        ids: ids.slice(0, most),
        total: more ? null : ids.length,
        cut: more || ids.length > most
    };
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
