/** A case through both real chains: the package's own Apex, and the project's own app function. */
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import { createOrg } from '../../scripts/sandbox/salesforce/org.ts';
import { acceptanceMetric, acceptanceSince } from '../../shared/acceptance/acceptance.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { HubSpotRecords } from '../../shared/crm/hubspot/records.ts';
import type { SalesforceRecords } from '../../shared/crm/salesforce/records.ts';
import type { Viewer } from '../../shared/panel/types.ts';
import type { Case } from '../cases/load.ts';

/** Who looks at a case, and when. */
export function viewerOf({ now, locale, timeZone }: Case): Viewer {
    return { now: Date.parse(now), locale, timeZone };
}

/** Gives what a case's person is in an org with this package: what the LWC gets from Apex. */
export function openSalesforce(agreement: Agreement): (one: Case) => SalesforceRecords {
    let now = 0;
    const org = createOrg({ forceApp: 'force-app', now: () => now });
    return (one) => {
        ({ now } = viewerOf(one));
        org.restore({});
        org.seed(one.salesforce.rows);
        const parameters = {
            recordId: one.salesforce.recordId,
            acceptanceSince: acceptanceSince(agreement, now),
            cohort: acceptanceMetric(agreement)?.cohort ?? null
        };
        const user = { id: one.salesforce.user };
        return org.apex('HandoffLeadContext', 'load', parameters, user) as SalesforceRecords;
    };
}

export interface HubSpotReader {
    /** What a case's person is in a portal with this project: what the card gets from the function. */
    read(one: Case): Promise<HubSpotRecords>;
    close(): Promise<void>;
}

/** One portal for all cases: its functions are bundled once. */
export async function openHubSpot(): Promise<HubSpotReader> {
    let now = 0;
    const portal = await createPortal({ project: 'hubspot-project', now: () => now });
    return {
        async read(one) {
            ({ now } = viewerOf(one));
            portal.seed(one.hubspot.portal);
            const answer = (await portal.runFunction('handoff-lead-context', {
                objectId: one.hubspot.objectId
            })) as { readonly records?: HubSpotRecords };
            if (!answer.records) throw new Error(`${one.id}: ${JSON.stringify(answer)}`);
            return answer.records;
        },
        close: () => portal.close()
    };
}
