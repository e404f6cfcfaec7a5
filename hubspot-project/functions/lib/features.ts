/** Which of the reads that not every portal allows are answered in this one. */
import type { Feature } from '../../../shared/crm/hubspot/settingsAnswers.ts';
import type { Section } from '../../../shared/lead.ts';
import type { Answer, Client } from './client.ts';
import { getEvents } from './events.ts';
import { gapOf } from './gap.ts';
import { resultsOf } from './json.ts';
import * as paths from './paths.ts';
import { getScoreChanges } from './scoreChanges.ts';

/** An id that no object has: HubSpot checks the scope before it looks. */
const NOBODY = { inputs: [{ id: '1' }], properties: [], propertiesWithHistory: [] };

/** Tries each of them once with some contact, in two rounds. */
export async function probeFeatures(
    client: Client,
    score: string | null,
    now: number
): Promise<Feature[]> {
    const [found, owners, emails, leads] = await Promise.all([
        client.post(paths.CONTACT_SEARCH, {
            filterGroups: [{ filters: [{ propertyName: 'createdate', operator: 'HAS_PROPERTY' }] }],
            properties: [],
            sorts: [],
            limit: 1,
            after: '0'
        }),
        client.get(paths.OWNERS, { limit: '1' }),
        client.post(paths.batchRead('emails'), NOBODY),
        client.post(paths.batchRead('leads'), NOBODY)
    ]);
    const first = found.ok ? resultsOf(found.body)[0] : undefined;
    const id = first === undefined ? null : String(first.id);
    const [events, enrollments, history] = await Promise.all([
        id && getEvents(client, id, now, null),
        id && client.get(paths.enrollments(id)),
        id && getScoreChanges(client, id, score)
    ]);
    return [
        feature('owners', owners, 'owners'),
        feature('emails', emails, 'emails'),
        feature('page_views', events, 'page_views'),
        feature('sequences', isNotFound(enrollments) ? found : enrollments, 'sequences'),
        feature('leads', leads, 'decisions'),
        ...(history === null ? [] : [feature('score_history', history, 'facts')])
    ];
}

/** A contact in no sequence is not found, which is an answer. */
function isNotFound(answer: Answer | '' | null): boolean {
    return answer !== '' && answer !== null && !answer.ok && answer.error.status === 404;
}

function feature(id: Feature['id'], answer: Answer | '' | null, section: Section): Feature {
    if (!answer) return { id, state: 'unknown' };
    if (answer.ok) return { id, state: 'answers' };
    const { why } = gapOf(section, answer.error, true);
    return { id, state: why === 'no_access' || why === 'no_tier' ? why : 'failed' };
}
