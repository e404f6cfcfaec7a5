/** The contacts of a period, page by page, within HubSpot's limits and never a part of them unsaid. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { HANDOFF } from '../../../shared/crm/hubspot/names.ts';
import { outcomeProperties } from '../../../shared/crm/hubspot/outcome.ts';
import type { OutcomeBatch } from '../../../shared/crm/hubspot/outcomeBatch.ts';
import { enteredProperty } from '../../../shared/crm/hubspot/settings.ts';
import type { HubSpotSettings } from '../../../shared/crm/hubspot/settings.ts';
import { cut } from '../../../shared/crm/read.ts';
import type { Answer, Client, JsonObject } from './client.ts';
import { callFailure, failure } from './envelope.ts';
import type { Failure } from './envelope.ts';
import { pick, resultsOf } from './json.ts';
import { readOwners } from './outcomeOwners.ts';
import * as paths from './paths.ts';
import { getSettings, settingsIn } from './settings.ts';

/** The most that one search returns. */
const PAGE = 200;
/** HubSpot allows five searches a second for the whole account: one is left to those who open panels. */
const PACE_MS = 250;
/** No search begins later: the last one may take four of the function's ten seconds. */
const SEARCHING_MS = 5000;
/** HubSpot refuses answers over 1 MB; this leaves room for the envelope. */
const MOST_BYTES = 900_000;
/** No rule tells more from a longer text. */
const LONGEST = 200;
/** HubSpot's lowest id is above it. */
const FIRST = '0';

type Row = OutcomeBatch['rows'][number];

export interface Stretch {
    readonly from: number;
    /** Not part of it. */
    readonly to: number;
}

/**
 * Reads on after the contact `cursor`; null: from the beginning. Contacts come in the order of their ids and
 * each search asks for ids above the last one, so that HubSpot's limit of 10,000 results is never met, and
 * nothing is skipped or read twice while contacts change. What fails after something was read is left to
 * the next call.
 */
export async function readOutcomes(
    client: Client,
    agreement: Agreement,
    stretch: Stretch,
    cursor: string | null,
    started: number
): Promise<OutcomeBatch | Failure> {
    const [found, owners] = await Promise.all([
        getSettings(client),
        cursor === null ? readOwners(client) : { owners: null, notes: [] }
    ]);
    const { settings, stored, gap } = settingsIn(found, agreement);
    // Under another stage than the account's own, other contacts would be counted.
    if (gap !== null && !found.ok) {
        return callFailure('The settings could not be read', found.error);
    }
    const columns = outcomeProperties(agreement, settings);
    const rows: Row[] = [];
    let last = cursor ?? FIRST;
    let left = 0;
    let bytes = 0;
    for (;;) {
        const begun = performance.now();
        const page = pageOf(await search(client, settings, columns, stretch, last), last);
        if ('error' in page) {
            if (rows.length === 0) return page;
            break;
        }
        const read = page.contacts.map((contact) => rowOf(contact, columns));
        const size = Buffer.byteLength(JSON.stringify(read));
        rows.push(...read);
        bytes += size;
        left = page.left;
        last = rows[rows.length - 1]?.[0] ?? last;
        const next = begun + PACE_MS;
        if (left === 0 || next > started + SEARCHING_MS) break;
        // The next page may be larger than this one.
        if (bytes + 2 * size > MOST_BYTES) break;
        await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    }
    return {
        ok: true,
        columns,
        rows,
        left,
        cursor: left === 0 ? null : last,
        settings: stored,
        ...owners
    };
}

function rowOf({ id, properties }: JsonObject, columns: readonly string[]): Row {
    const values = pick(properties, columns);
    return [String(id), ...columns.map((name) => cut(values[name] ?? '', LONGEST) || null)];
}

interface Page {
    readonly contacts: readonly JsonObject[];
    /** How many there are beyond them. */
    readonly left: number;
}

/** A page whose contacts are in the order that was asked for; else some would be skipped unseen. */
function pageOf(answer: Answer, last: string): Page | Failure {
    if (!answer.ok) return callFailure('The contacts could not be read', answer.error);
    const contacts = resultsOf(answer.body);
    const { total } = answer.body;
    const ids = [last, ...contacts.map(({ id }) => String(id))].map(Number);
    const isOrdered = ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? Infinity));
    const isWhole = typeof total === 'number' && total >= contacts.length;
    if (isOrdered && isWhole && (contacts.length > 0 || total === 0)) {
        return { contacts, left: total - contacts.length };
    }
    return failure(
        'unreadable',
        'HubSpot’s search did not give the contacts in order, or not as many as it counted.',
        'Try again; if this goes on, see status.hubspot.com.'
    );
}

interface Filter {
    readonly propertyName: string;
    readonly operator: 'GT' | 'GTE' | 'LT' | 'HAS_PROPERTY' | 'NOT_HAS_PROPERTY';
    readonly value?: string;
}

/** Became MQLs in the stretch, as Handoff wrote it or else by the lifecycle stage; or were decided in it. */
function search(
    client: Client,
    { mqlStage }: HubSpotSettings,
    properties: readonly string[],
    { from, to }: Stretch,
    after: string
): Promise<Answer> {
    const within = (propertyName: string): Filter[] => [
        { propertyName, operator: 'GTE', value: String(from) },
        { propertyName, operator: 'LT', value: String(to) },
        { propertyName: 'hs_object_id', operator: 'GT', value: after }
    ];
    const groups: Filter[][] = [
        within(HANDOFF.mqlAt),
        [
            { propertyName: HANDOFF.mqlAt, operator: 'NOT_HAS_PROPERTY' },
            ...within(enteredProperty(mqlStage))
        ],
        [{ propertyName: HANDOFF.decision, operator: 'HAS_PROPERTY' }, ...within(HANDOFF.decidedAt)]
    ];
    return client.post(paths.CONTACT_SEARCH, {
        filterGroups: groups.map((filters) => ({ filters })),
        properties,
        sorts: ['hs_object_id'],
        limit: PAGE,
        after: '0'
    });
}
