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
import { readNumber } from '../../../shared/crm/read.ts';
import type { Gap } from '../../../shared/lead.ts';
import { acceptanceOf, decidedOf, keptCounts, keepCounts, searchSource } from './acceptance.ts';
import type { Acceptance } from './acceptance.ts';
import { readActivities } from './activities.ts';
import type { Gaps } from './activities.ts';
import type { Answer, Client } from './client.ts';
import { contactOf, findContact } from './contact.ts';
import { callFailure, retryAfterOf } from './envelope.ts';
import type { Failure, ReadResult } from './envelope.ts';
import { eventsGap, eventsOf, getEvents, withPage } from './events.ts';
import { cutGap, gapOf } from './gap.ts';
import { nextPageOf, pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';
import { getScoreChanges, scoreChangesOf } from './scoreChanges.ts';
import {
    getOwnProperties,
    getSettings,
    knownSettings,
    settingsIn,
    withProperties
} from './settings.ts';
import { fitting } from './size.ts';

export const MOST_CALLS = 12;
const OWNERS_PAGE = '500';

/**
 * Reads all that the panel shows of a contact. A part that cannot be read becomes a gap; only without the
 * contact itself is there nothing to show.
 *
 * Round 1: the contact and its events; the portal's settings and owners where this process does not know
 * them (2 to 4 calls; more where the app may not see a kind of activity). Round 2: the properties that only
 * the settings name, the sequence if the contact is in one, up to six kinds of activity; where calls are
 * left the source's contacts unless they were counted lately, a second page of events, the history of the
 * portal's own score. Round 3: the source's decided contacts when there are too many to read all, then a
 * last page of events.
 */
export async function readRecords(
    client: Client,
    id: string,
    agreement: Agreement,
    now: number
): Promise<ReadResult | Failure> {
    const { gaps, all: found, retryAfter } = gapsOf();
    const before = knownSettings(client, agreement);
    const [{ answer, unseen }, settingsAnswer, firstEvents, ownersAnswer] = await Promise.all([
        findContact(client, id, agreement, before),
        getSettings(client),
        getEvents(client, id, now, null),
        client.cache.read('owners', () => client.get(paths.OWNERS, { limit: OWNERS_PAGE }))
    ]);
    if (!answer.ok) return callFailure('The contact could not be read', answer.error);
    const { settings, stored } = settingsIn(settingsAnswer, agreement);
    if (!settingsAnswer.ok) gaps.fail('settings', settingsAnswer.error);
    let contact = contactOf(answer.body, agreement, settings);
    const owners = ownersOf(ownersAnswer, gaps);
    if (!firstEvents.ok) gaps.fail('page_views', firstEvents.error, true);

    let events = eventsOf(firstEvents);
    const source = contact.properties[SOURCE] ?? null;
    const counted = source === null ? undefined : keptCounts(client, source);
    const search = (decidedOnly: boolean): Promise<Answer> | null =>
        source === null || counted !== undefined
            ? null
            : searchSource(client, source, agreement, settings, now, decidedOnly);
    const readingOwn = getOwnProperties(client, id, agreement, settings, before);
    // Only a sequence that goes on is shown; the contact itself says whether there is one.
    const enrolling =
        contact.properties[ENROLLED] === 'true' ? client.get(paths.enrollments(id)) : null;
    const reading = readActivities(client, answer.body, unseen, gaps);
    const isSpent = client.calls() >= MOST_CALLS;
    const searching = isSpent ? null : search(false);
    if (source !== null && counted === undefined && isSpent) {
        gaps.add({ section: 'acceptance', why: 'truncated', shown: null, total: null });
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
        contact = contactOf(withProperties(answer.body, own.body), agreement, settings);
    } else if (own !== null) {
        gaps.fail('facts', own.error);
    }
    const enrollments = enrolled === null ? [] : enrollmentsOf(enrolled, gaps);
    if (page !== null) events = withPage(events, page);

    let acceptance: Acceptance = { counts: counted ?? null, gap: null, unread: null };
    if (all !== null) {
        acceptance = acceptanceOf(all, settings);
        if (!all.ok) gaps.fail('acceptance', all.error);
    }
    const counting =
        acceptance.unread !== null && client.calls() < MOST_CALLS ? search(true) : null;
    const lastPage =
        events.next !== null && client.calls() < MOST_CALLS
            ? getEvents(client, id, now, events.next)
            : null;
    const [decided, last] = await Promise.all([counting, lastPage]);
    if (decided !== null) acceptance = decidedOf(acceptance, decided, settings);
    if (last !== null) events = withPage(events, last);
    if (source !== null && counted === undefined) keepCounts(client, source, acceptance.counts);

    for (const gap of [eventsGap(events, pageViewsOf(contact)), acceptance.gap]) {
        if (gap !== null) gaps.add(gap);
    }
    const records: HubSpotRecords = {
        contact,
        ...activities,
        events: events.events,
        enrollments,
        owners,
        acceptance: acceptance.counts,
        settings: stored,
        scoreChanges: scoreChangesOf(explained),
        gaps: found
    };
    const wait = retryAfter();
    return {
        ok: true,
        records: fitting(records),
        notes: [],
        ...(wait === undefined ? {} : { retryAfter: wait })
    };
}

/** Collects what is missing, and when to ask again for what HubSpot's limits kept back. */
function gapsOf(): { gaps: Gaps; all: Gap[]; retryAfter: () => number | undefined } {
    const all: Gap[] = [];
    let wait: number | undefined;
    return {
        all,
        retryAfter: () => wait,
        gaps: {
            add: (gap) => void all.push(gap),
            fail(section, error, bought) {
                all.push(gapOf(section, error, bought));
                wait = retryAfterOf(error) ?? wait;
            }
        }
    };
}

function ownersOf(answer: Answer, gaps: Gaps): HubSpotOwner[] {
    if (!answer.ok) {
        gaps.fail('owners', answer.error);
        return [];
    }
    const rows = resultsOf(answer.body);
    if (nextPageOf(answer.body) !== null) gaps.add(cutGap('owners', rows.length, null));
    return rows.map((row) => ({
        ...pick(row, ['email', 'firstName', 'lastName']),
        id: String(row.id),
        userId: typeof row.userId === 'number' ? row.userId : null,
        type: row.type === 'QUEUE' ? 'QUEUE' : 'PERSON'
    }));
}

function enrollmentsOf(answer: Answer, gaps: Gaps): HubSpotEnrollment[] {
    if (!answer.ok) {
        gaps.fail('sequences', answer.error, true);
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
