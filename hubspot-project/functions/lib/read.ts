/** The plan of reads: at most three rounds and twelve calls, whatever the contact holds. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { SOURCE } from '../../../shared/crm/hubspot/names.ts';
import type {
    HubSpotEnrollment,
    HubSpotObject,
    HubSpotOwner,
    HubSpotRecords
} from '../../../shared/crm/hubspot/records.ts';
import { ENROLLED } from '../../../shared/crm/hubspot/sequences.ts';
import { ACTIVITY_PROPERTIES } from '../../../shared/crm/hubspot/touches.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import { readNumber } from '../../../shared/crm/read.ts';
import type { Gap, Section } from '../../../shared/lead.ts';
import { acceptanceOf, decidedOf, searchSource } from './acceptance.ts';
import type { Acceptance } from './acceptance.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { ACTIVITY_KINDS, activityIdsOf, contactOf, getContact } from './contact.ts';
import { callFailure } from './envelope.ts';
import type { Failure, ReadResult } from './envelope.ts';
import { eventsGap, eventsOf, getEvents, withPage } from './events.ts';
import { cutGap, gapOf } from './gap.ts';
import { nextPageOf, objectOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';
import { getScoreChanges, scoreChangesOf } from './scoreChanges.ts';
import { getOwnProperties, getSettings, settingsIn, withProperties } from './settings.ts';
import { fitting } from './size.ts';

export const MOST_CALLS = 12;
/** HubSpot reads this many objects in one call. */
const BATCH = 100;
const OWNERS_PAGE = '500';

const SECTION: { readonly [kind in ActivityKind]: Section } = {
    calls: 'calls',
    emails: 'emails',
    meetings: 'meetings',
    tasks: 'tasks',
    notes: 'notes',
    communications: 'messages'
};

type Activities = { [kind in ActivityKind]: readonly HubSpotObject[] };

/**
 * Reads all that the panel shows of a contact. A part that cannot be read becomes a gap; only without the
 * contact itself is there nothing to show.
 *
 * Round 1: the contact, its events, the portal's settings and owners (4 calls). Round 2: the properties that
 * only the settings name, the sequence if the contact is in one, up to six kinds of activity; where calls are
 * left the source's contacts, a second page of events, the history of the portal's own score. Round 3: the
 * source's decided contacts when there are too many to read all, then a last page of events.
 */
export async function readRecords(
    client: Client,
    id: string,
    agreement: Agreement,
    now: number
): Promise<ReadResult | Failure> {
    const gaps: Gap[] = [];
    const [found, settingsAnswer, firstEvents, ownersAnswer] = await Promise.all([
        getContact(client, id, agreement),
        getSettings(client),
        getEvents(client, id, now, null),
        client.get(paths.OWNERS, { limit: OWNERS_PAGE })
    ]);
    if (!found.ok) return callFailure('The contact could not be read', found.error);
    const { settings, stored, gap: settingsGap } = settingsIn(settingsAnswer, agreement);
    if (settingsGap !== null) gaps.push(settingsGap);
    let contact = contactOf(found.body, agreement, settings);
    const owners = ownersOf(ownersAnswer, gaps);

    let events = eventsOf(firstEvents);
    const source = contact.properties[SOURCE] ?? null;
    const search = (decidedOnly: boolean): Promise<Answer> | null =>
        source === null
            ? null
            : searchSource(client, source, agreement, settings, now, decidedOnly);
    const readingOwn = getOwnProperties(client, id, agreement, settings);
    // Only a sequence that goes on is shown; the contact itself says whether there is one.
    const enrolling =
        contact.properties[ENROLLED] === 'true' ? client.get(paths.enrollments(id)) : null;
    const reading = readActivities(client, found.body, gaps);
    const searching = client.calls() < MOST_CALLS ? search(false) : null;
    if (source !== null && searching === null && client.calls() >= MOST_CALLS) {
        gaps.push({ section: 'acceptance', why: 'truncated', shown: null, total: null });
    }
    // The last call is kept for counting the source's decided contacts.
    const paging =
        events.next !== null && client.calls() < MOST_CALLS - 1
            ? getEvents(client, id, now, events.next)
            : null;
    const explaining =
        client.calls() < MOST_CALLS - 1 ? getScoreChanges(client, id, settings.score) : null;
    const [own, enrolled, activities, all, page, explained] = await Promise.all([
        readingOwn,
        enrolling,
        reading,
        searching,
        paging,
        explaining
    ]);
    if (own?.ok) {
        contact = contactOf(withProperties(found.body, own.body), agreement, settings);
    } else if (own !== null) {
        gaps.push(gapOf('facts', own.error));
    }
    const enrollments = enrolled === null ? [] : enrollmentsOf(enrolled, gaps);
    if (page !== null) events = withPage(events, page);

    let acceptance: Acceptance =
        all === null ? { counts: null, gap: null, unread: null } : acceptanceOf(all, settings);
    const counting =
        acceptance.unread !== null && client.calls() < MOST_CALLS ? search(true) : null;
    const lastPage =
        events.next !== null && client.calls() < MOST_CALLS
            ? getEvents(client, id, now, events.next)
            : null;
    const [decided, last] = await Promise.all([counting, lastPage]);
    if (decided !== null) acceptance = decidedOf(acceptance, decided, settings);
    if (last !== null) events = withPage(events, last);

    gaps.push(
        ...[eventsGap(events, pageViewsOf(contact)), acceptance.gap].filter((gap) => gap !== null)
    );
    const records: HubSpotRecords = {
        contact,
        ...activities,
        events: events.events,
        enrollments,
        owners,
        acceptance: acceptance.counts,
        settings: stored,
        scoreChanges: scoreChangesOf(explained),
        gaps
    };
    return { ok: true, records: fitting(records), notes: [] };
}

/** The newest activities of each kind; a kind that the contact has none of takes no call. */
async function readActivities(
    client: Client,
    contact: JsonObject,
    gaps: Gap[]
): Promise<Activities> {
    const lists = await Promise.all(
        ACTIVITY_KINDS.map(async (kind) => {
            const names: readonly string[] = ACTIVITY_PROPERTIES[kind];
            const { ids, total, cut } = activityIdsOf(contact, kind, BATCH);
            if (ids.length === 0) return [kind, []] as const;
            const answer = await client.post(paths.batchRead(kind), {
                inputs: ids.map((id) => ({ id })),
                properties: names,
                propertiesWithHistory: []
            });
            if (!answer.ok) {
                gaps.push(gapOf(SECTION[kind], answer.error));
                return [kind, []] as const;
            }
            const rows = resultsOf(answer.body).map((row) => objectOf(row, names));
            if (cut) gaps.push(cutGap(SECTION[kind], rows.length, total));
            return [kind, rows] as const;
        })
    );
    return Object.fromEntries(lists) as unknown as Activities;
}

function ownersOf(answer: Answer, gaps: Gap[]): HubSpotOwner[] {
    if (!answer.ok) {
        gaps.push(gapOf('owners', answer.error));
        return [];
    }
    const rows = resultsOf(answer.body);
    if (nextPageOf(answer.body) !== null) gaps.push(cutGap('owners', rows.length, null));
    return rows.map((row) => ({
        ...pick(row, ['email', 'firstName', 'lastName']),
        id: String(row.id),
        userId: typeof row.userId === 'number' ? row.userId : null,
        type: row.type === 'QUEUE' ? 'QUEUE' : 'PERSON'
    }));
}

function enrollmentsOf(answer: Answer, gaps: Gap[]): HubSpotEnrollment[] {
    if (!answer.ok) {
        gaps.push(gapOf('sequences', answer.error, true));
        return [];
    }
    // HubSpot answers with the one enrollment; a list is read too.
    const rows = 'enrolledAt' in answer.body ? [answer.body] : resultsOf(answer.body);
    return rows.map((row) =>
        pick(row, [
            'id',
            'sequenceId',
            'sequenceName',
            'enrolledAt',
            'enrolledBy',
            'enrolledByEmail'
        ])
    );
}

function pageViewsOf(contact: HubSpotObject): number | null {
    return readNumber(
        'page_views',
        'page views',
        contact.properties.hs_analytics_num_page_views,
        []
    );
}
