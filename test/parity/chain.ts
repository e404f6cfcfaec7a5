/** A case through both real chains: the package's own Apex, and the project's own app functions. */
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import { createOrg } from '../../scripts/sandbox/salesforce/org.ts';
import type { RecordRepresentation } from '../../scripts/sandbox/salesforce/uiApi/getRecord.ts';
import { acceptanceMetric, acceptanceSince } from '../../shared/acceptance/acceptance.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { HubSpotRecords } from '../../shared/crm/hubspot/records.ts';
import { salesforceFields } from '../../shared/crm/salesforce/fields.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import type { SalesforceRecords } from '../../shared/crm/salesforce/records.ts';
import { salesforceWrite } from '../../shared/crm/salesforce/write.ts';
import { decide } from '../../shared/decision/decide.ts';
import type { Choice } from '../../shared/decision/types.ts';
import type { Issue } from '../../shared/issue.ts';
import type { Instant } from '../../shared/lead.ts';
import type { Viewer } from '../../shared/panel/types.ts';
import type { Case } from '../cases/load.ts';

/** Who looks at a case, and when. */
export function viewerOf({ now, locale, timeZone }: Case): Viewer {
    return { now: Date.parse(now), locale, timeZone };
}

/** What a rep chooses; who they are follows from the case. */
export type RepChoice = Omit<Choice, 'by'>;

/** The records after a decision, or what stood in its way; then they are as before. */
export interface Decided<T> {
    readonly records: T;
    readonly issues: readonly Issue[];
}

export interface SalesforceReader {
    /** What a case's person is in an org with this package: what the LWC gets from Apex. */
    read(one: Case): SalesforceRecords;
    /** The live fields of the record that was read last, as the LWC gets them from the UI API. */
    live(one: Case): RecordRepresentation;
    /** Requests to the org since the last `read` began. */
    calls(): number;
    /** Decides as the LWC does, and reads again. */
    decide(one: Case, choice: RepChoice): Decided<SalesforceRecords>;
}

/** One org for all cases: its package is parsed once. */
export function openSalesforce(agreement: Agreement): SalesforceReader {
    let now = 0;
    const org = createOrg({ forceApp: 'force-app', now: () => now });

    function load({ salesforce: { recordId, user } }: Case): SalesforceRecords {
        const parameters = {
            recordId,
            acceptanceSince: acceptanceSince(agreement, now),
            cohort: acceptanceMetric(agreement)?.cohort ?? null
        };
        const records = org.apex('HandoffLeadContext', 'load', parameters, { id: user });
        return records as SalesforceRecords;
    }

    function read(one: Case): SalesforceRecords {
        ({ now } = viewerOf(one));
        org.restore({});
        org.seed(one.salesforce.rows);
        org.calls.length = 0;
        return load(one);
    }

    return {
        read,
        calls: () => org.calls.length,
        live({ salesforce: { recordId, objectName, user } }) {
            return org.getRecord(recordId, [], salesforceFields(objectName, agreement), {
                id: user
            });
        },
        decide(one, choice) {
            const records = read(one);
            const { recordId, objectName, user } = one.salesforce;
            const lead = leadFromSalesforce(records, agreement);
            const { decision, issues } = decide(lead, agreement, { ...choice, by: user }, now);
            if (decision === null) return { records, issues };
            const fields = salesforceWrite(decision, objectName, agreement);
            org.updateRecord({ fields: { Id: recordId, ...fields } }, { id: user });
            return { records: load(one), issues };
        }
    };
}

export interface HubSpotReader {
    /** What a case's person is in a portal with this project: what the card gets from the function. */
    read(one: Case): Promise<HubSpotRecords>;
    /**
     * Decides as the card does; the function reads again. `seenDecidedAt`: when the person was last
     * decided on, as far as the rep has seen.
     */
    decide(
        one: Case,
        choice: RepChoice,
        seenDecidedAt?: Instant | null
    ): Promise<Decided<HubSpotRecords>>;
    /** Requests to HubSpot's API since the last function began, and how many rounds they took. */
    traffic(): { readonly calls: number; readonly rounds: number };
    close(): Promise<void>;
}

interface FunctionAnswer {
    readonly records?: HubSpotRecords;
    readonly issues?: readonly Issue[];
}

/** One portal for all cases: its functions are bundled once. */
export async function openHubSpot(): Promise<HubSpotReader> {
    let now = 0;
    const portal = await createPortal({ project: 'hubspot-project', now: () => now });

    async function run(
        uid: string,
        one: Case,
        parameters: object
    ): Promise<Decided<HubSpotRecords>> {
        ({ now } = viewerOf(one));
        portal.seed(one.hubspot.portal);
        portal.clearTraffic();
        const { objectId } = one.hubspot;
        const answer = (await portal.runFunction(uid, {
            objectId,
            ...parameters
        })) as FunctionAnswer;
        const { records, issues = [] } = answer;
        if (!records) throw new Error(`${one.id}: ${JSON.stringify(answer)}`);
        return { records, issues };
    }

    return {
        read: async (one) => (await run('handoff-lead-context', one, {})).records,
        decide: (one, choice, seenDecidedAt = null) => {
            const by = one.people[one.salesforce.user];
            const byUserId = one.hubspot.user.id;
            return run('handoff-decide', one, { ...choice, by, byUserId, seenDecidedAt });
        },
        traffic: () => ({ calls: portal.calls.length, rounds: portal.rounds }),
        close: () => portal.close()
    };
}
