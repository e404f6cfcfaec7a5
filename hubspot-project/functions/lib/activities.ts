/** What sales did with the contact: the newest activities of each kind. */
import type { HubSpotObject } from '../../../shared/crm/hubspot/records.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import type { Gap, Section } from '../../../shared/lead.ts';
import type { ApiError } from './apiError.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { ACTIVITY_KINDS, activityIdsOf } from './contact.ts';
import type { Unseen } from './contact.ts';
import { cutGap } from './gap.ts';
import { objectOf, resultsOf } from './json.ts';
import * as paths from './paths.ts';

/** HubSpot reads this many objects in one call. */
const MOST = 100;

const SECTION: { readonly [kind in ActivityKind]: Section } = {
    calls: 'calls',
    emails: 'emails',
    meetings: 'meetings',
    tasks: 'tasks',
    notes: 'notes',
    communications: 'messages'
};

export type Activities = { [kind in ActivityKind]: readonly HubSpotObject[] };

/** What could not be read, or not all of it. */
export interface Gaps {
    add(gap: Gap): void;
    /** A part that a call was to read. */
    fail(section: Section, error: ApiError, bought?: boolean): void;
}

/**
 * Reads the newest 100 of each kind, one call for each that the contact has any of: by their ids, or by
 * search where the contact's own answer holds only the oldest.
 */
export async function readActivities(
    client: Client,
    contact: JsonObject,
    unseen: Unseen,
    gaps: Gaps
): Promise<Activities> {
    const lists = await Promise.all(
        ACTIVITY_KINDS.map(async (kind) => {
            const error = unseen[kind];
            if (error !== undefined) gaps.fail(SECTION[kind], error);
            const { ids, cut } = activityIdsOf(contact, kind);
            if (ids.length === 0) return [kind, []] as const;
            const answer = cut
                ? await searchNewest(client, kind, String(contact.id))
                : await readByIds(client, kind, ids);
            if (!answer.ok) {
                gaps.fail(SECTION[kind], answer.error);
                return [kind, []] as const;
            }
            const rows = resultsOf(answer.body).map((row) =>
                objectOf(row, ACTIVITY_PROPERTIES[kind])
            );
            if (cut)
                gaps.add(cutGap(SECTION[kind], rows.length, totalOf(answer.body, rows.length)));
            return [kind, rows] as const;
        })
    );
    return Object.fromEntries(lists) as unknown as Activities;
}

function readByIds(client: Client, kind: ActivityKind, ids: readonly string[]): Promise<Answer> {
    return client.post(paths.batchRead(kind), {
        inputs: ids.slice(0, MOST).map((id) => ({ id })),
        properties: ACTIVITY_PROPERTIES[kind],
        propertiesWithHistory: []
    });
}

function searchNewest(client: Client, kind: ActivityKind, contactId: string): Promise<Answer> {
    const filter = { propertyName: 'associations.contact', operator: 'EQ', value: contactId };
    return client.post(paths.search(kind), {
        filterGroups: [{ filters: [filter] }],
        properties: ACTIVITY_PROPERTIES[kind],
        sorts: ['-hs_timestamp'],
        limit: MOST,
        after: '0'
    });
}

/** How many there are in all; null where HubSpot counts no more than it gave, though there are more. */
function totalOf({ total }: JsonObject, given: number): number | null {
    return typeof total === 'number' && total > given ? total : null;
}
