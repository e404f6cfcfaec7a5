/** A case through both real chains: the package's own Apex, and the project's own app function. */
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import { createOrg } from '../../scripts/sandbox/salesforce/org.ts';
import { acceptanceMetric, acceptanceSince } from '../../shared/acceptance/acceptance.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import type { HubSpotRecords } from '../../shared/crm/hubspot/records.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import type { SalesforceRecords } from '../../shared/crm/salesforce/records.ts';
import type { Lead } from '../../shared/lead.ts';
import type { Viewer } from '../../shared/panel/types.ts';
import type { Case } from '../cases/load.ts';

/** Who looks at a case, and when. */
export function viewerOf({ now, locale, timeZone }: Case): Viewer {
    return { now: Date.parse(now), locale, timeZone };
}

/** The person as an org with this package knows them. */
export function readFromSalesforce(one: Case, agreement: Agreement): Lead {
    const { now } = viewerOf(one);
    const org = createOrg({ forceApp: 'force-app', now: () => now });
    org.seed(one.salesforce.rows);
    const records = org.apex(
        'HandoffLeadContext',
        'load',
        {
            recordId: one.salesforce.recordId,
            acceptanceSince: acceptanceSince(agreement, now),
            cohort: acceptanceMetric(agreement)?.cohort ?? 'mql_date'
        },
        { id: one.salesforce.user }
    );
    return leadFromSalesforce(records as SalesforceRecords, agreement);
}

/** Reads cases from one portal, whose functions are bundled once. */
export interface HubSpotReader {
    read(one: Case): Promise<Lead>;
    close(): Promise<void>;
}

export async function openHubSpot(agreement: Agreement): Promise<HubSpotReader> {
    let now = 0;
    const portal = await createPortal({ project: 'hubspot-project', now: () => now });
    return {
        async read(one) {
            ({ now } = viewerOf(one));
            portal.seed(one.hubspot.portal);
            const answer = (await portal.runFunction('handoff-lead-context', {
                objectId: one.hubspot.objectId
            })) as { readonly ok: boolean; readonly records?: HubSpotRecords };
            if (!answer.records) throw new Error(`${one.id}: ${JSON.stringify(answer)}`);
            return leadFromHubSpot(answer.records, agreement);
        },
        close: () => portal.close()
    };
}
