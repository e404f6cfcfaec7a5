/** How HubSpot's lead scoring explains a score; beta, and not in every portal. */
import type { HubSpotScoreChange } from '../../../shared/crm/hubspot/records.ts';
import { isObject, readInstant } from '../../../shared/crm/read.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { pick, resultsOf } from './json.ts';
import * as paths from './paths.ts';

/** HubSpot's own page; it promises no order, so the newest may stand at its end. */
const PAGE = '100';
const CONTACTS = '0-1';
/** The panel shows three. */
const MOST = 5;

/** HubSpot's first score, which lead scoring does not know. */
const LEGACY = 'hubspotscore';

/** Asks for the history of one score of one contact; null: there is none to ask for. */
export function getScoreChanges(
    client: Client,
    contactId: string,
    property: string | null
): Promise<Answer> | null {
    if (property === null || property === LEGACY) return null;
    return client.get(paths.SCORE_HISTORY, {
        objectId: contactId,
        objectTypeId: CONTACTS,
        outputProperty: property,
        limit: PAGE
    });
}

/** The newest changes; null when HubSpot gives none, whatever the reason: the property's own history stands in. */
export function scoreChangesOf(answer: Answer | null): HubSpotScoreChange[] | null {
    if (!answer?.ok) return null;
    const rows = resultsOf(answer.body)
        .map((row) => ({ row, at: readInstant('facts', 'score history', row.timestamp, []) ?? 0 }))
        .sort((a, b) => b.at - a.at)
        .slice(0, MOST);
    return rows.length === 0 ? null : rows.map(({ row }) => changeOf(row));
}

function changeOf(row: JsonObject): HubSpotScoreChange {
    const { timestamp, delta, propertyValue, renderedEvents, resolvedProperties } = row;
    const changed = isObject(resolvedProperties) ? Object.entries(resolvedProperties) : [];
    return {
        timestamp: String(timestamp),
        delta: typeof delta === 'number' ? delta : null,
        propertyValue: propertyValue === undefined ? null : String(propertyValue),
        renderedEvents: resultsOf({ results: renderedEvents }).map((event) => ({
            heading: pick(event, ['heading']).heading ?? ''
        })),
        resolvedProperties: Object.fromEntries(
            changed.map(([name, change]) => [name, pick(change, ['presentValue'])])
        )
    };
}
