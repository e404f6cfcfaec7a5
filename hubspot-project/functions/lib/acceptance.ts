/** How the contacts of the same source fared over the agreed period, in at most two searches. */
import { acceptanceMetric, acceptanceSince } from '../../../shared/acceptance/acceptance.ts';
import type { Agreement } from '../../../shared/agreement/types.ts';
import { HANDOFF, SOURCE } from '../../../shared/crm/hubspot/names.ts';
import { enteredProperty } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import { isObject, readInstant } from '../../../shared/crm/read.ts';
import { DECISION_KINDS } from '../../../shared/lead.ts';
import type { Gap } from '../../../shared/lead.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { cutGap } from './gap.ts';
import { resultsOf } from './json.ts';
import * as paths from './paths.ts';

/** The most that one search returns. */
const PAGE = 200;

export interface Acceptance {
    readonly counts: { readonly [decision: string]: number } | null;
    readonly gap: Gap | null;
    /** How many contacts there are, when a second search of the decided ones alone may still count them. */
    readonly unread: number | null;
}

interface Filter {
    readonly propertyName: string;
    readonly operator: 'EQ' | 'GTE' | 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY';
    readonly value?: string;
}

/** Searches the contacts of a source since the agreed day; null when the agreement measures nothing. */
export function searchSource(
    client: Client,
    source: string,
    agreement: Agreement,
    settings: HubSpotSettings,
    now: number,
    decidedOnly: boolean
): Promise<Answer> | null {
    const entered = enteredProperty(settings.mqlStage);
    const since = acceptanceSince(agreement, now);
    if (since === null) return null;
    const value = String(Date.parse(`${since}T00:00:00Z`));
    const base: Filter[] = [{ propertyName: SOURCE, operator: 'EQ', value: source }];
    if (decidedOnly) base.push({ propertyName: HANDOFF.decision, operator: 'HAS_PROPERTY' });
    const groups: Filter[][] =
        acceptanceMetric(agreement)?.cohort === 'decision_date'
            ? [[{ propertyName: HANDOFF.decidedAt, operator: 'GTE', value }]]
            : [
                  [{ propertyName: HANDOFF.mqlAt, operator: 'GTE', value }],
                  [
                      { propertyName: HANDOFF.mqlAt, operator: 'NOT_HAS_PROPERTY' },
                      { propertyName: entered, operator: 'GTE', value }
                  ]
              ];
    const body = {
        filterGroups: groups.map((filters) => ({ filters: [...base, ...filters] })),
        properties: [HANDOFF.decision, HANDOFF.decidedAt, HANDOFF.mqlAt, entered],
        sorts: [],
        limit: PAGE,
        after: '0'
    };
    // HubSpot allows five searches a second in the whole account.
    return client.cache.read(`search ${source} ${decidedOnly ? 'decided' : 'all'}`, () =>
        client.post(paths.CONTACT_SEARCH, body)
    );
}

/** How a source was counted lately, by this process; undefined: it was not. */
export function keptCounts(client: Client, source: string): Acceptance['counts'] | undefined {
    return client.cache.get(`acceptance ${source}`);
}

/** Keeps how a source was counted, for the next panels of its contacts. */
export function keepCounts(client: Client, source: string, counts: Acceptance['counts']): void {
    if (counts !== null) client.cache.set(`acceptance ${source}`, counts);
}

/** Counts all of a source when one page holds them; else says how many there are. */
export function acceptanceOf(answer: Answer, settings: HubSpotSettings): Acceptance {
    if (!answer.ok) return { counts: null, gap: null, unread: null };
    const rows = resultsOf(answer.body);
    const total = totalOf(answer.body);
    if (total === null) {
        return { counts: null, gap: cutGap('acceptance', rows.length, null), unread: null };
    }
    if (total <= rows.length) return { counts: countsOf(rows, settings), gap: null, unread: null };
    return { counts: null, gap: cutGap('acceptance', rows.length, total), unread: total };
}

/** Counts `total` contacts by their decided ones alone: the others are undecided. Never a part of them. */
export function decidedOf(so: Acceptance, answer: Answer, settings: HubSpotSettings): Acceptance {
    if (!answer.ok || so.unread === null) return so;
    const rows = resultsOf(answer.body);
    const decided = totalOf(answer.body);
    if (decided === null || decided > rows.length || decided > so.unread) return so;
    const counts = countsOf(rows, settings);
    const undecided = (counts.undecided ?? 0) + so.unread - decided;
    return { counts: { ...counts, undecided }, gap: null, unread: null };
}

function countsOf(
    rows: readonly JsonObject[],
    settings: HubSpotSettings
): { [decision: string]: number } {
    const counts: { [decision: string]: number } = { undecided: 0 };
    for (const kind of DECISION_KINDS) counts[kind] = 0;
    for (const row of rows) {
        const decision = decisionOf(isObject(row.properties) ? row.properties : {}, settings);
        counts[decision] = (counts[decision] ?? 0) + 1;
    }
    return counts;
}

/**
 * The counts after one contact of the source was decided. HubSpot's search finds a change only some
 * seconds later, so it is not asked again.
 */
export function recounted(
    counts: Acceptance['counts'],
    before: JsonObject,
    after: JsonObject,
    agreement: Agreement,
    settings: HubSpotSettings,
    now: number
): Acceptance['counts'] {
    if (counts === null) return null;
    const next = { ...counts };
    const count = (properties: JsonObject, by: number): void => {
        if (!isCounted(properties, agreement, settings, now)) return;
        const decision = decisionOf(properties, settings);
        next[decision] = Math.max(0, (next[decision] ?? 0) + by);
    };
    count(before, -1);
    count(after, 1);
    return next;
}

/** Whether the contact's date lies in the agreed period. */
function isCounted(
    properties: JsonObject,
    agreement: Agreement,
    settings: HubSpotSettings,
    now: number
): boolean {
    const since = acceptanceSince(agreement, now);
    const date =
        acceptanceMetric(agreement)?.cohort === 'decision_date'
            ? instantOf(properties, HANDOFF.decidedAt)
            : mqlAtOf(properties, settings);
    return since !== null && date !== null && date >= Date.parse(`${since}T00:00:00Z`);
}

function instantOf(properties: JsonObject, name: string): number | null {
    return readInstant('acceptance', name, properties[name], []);
}

function mqlAtOf(properties: JsonObject, { mqlStage }: HubSpotSettings): number | null {
    return instantOf(properties, HANDOFF.mqlAt) ?? instantOf(properties, enteredProperty(mqlStage));
}

/** A decision from before the person was last handed over is of an earlier round. */
function decisionOf(properties: JsonObject, settings: HubSpotSettings): string {
    const kind = DECISION_KINDS.find((known) => known === properties[HANDOFF.decision]);
    const decidedAt = instantOf(properties, HANDOFF.decidedAt);
    const mqlAt = mqlAtOf(properties, settings);
    const earlier = decidedAt !== null && mqlAt !== null && decidedAt < mqlAt;
    return kind === undefined || earlier ? 'undecided' : kind;
}

function totalOf(body: JsonObject): number | null {
    return typeof body.total === 'number' && Number.isFinite(body.total) ? body.total : null;
}
