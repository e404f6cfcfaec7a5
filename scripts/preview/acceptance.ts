/** A portal with a year of generated leads, for the page that counts them. */
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';
import { portalOf } from '../../test/support/hubspotContacts.ts';
import { readAgreement } from '../build/read-agreement.ts';
import { createPortal } from '../sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../sandbox/hubspot/portal.ts';

export const LEADS = 3000;
/** The same leads at every start, and in both CRMs. */
export const SEED = 7;
/** Sunday noon in New York: the clock of the page stands there when it is opened. */
export const ACCEPTANCE_NOW = Date.UTC(2026, 10, 22, 17);

let opened: Promise<HubSpotPortal> | null = null;

/** Runs an app function in the portal, which is made at the first call. */
export async function acceptanceFunction(uid: string, parameters: unknown): Promise<unknown> {
    opened ??= openPortal();
    return (await opened).runFunction(uid, parameters);
}

async function openPortal(): Promise<HubSpotPortal> {
    const agreement = readAgreement();
    const portal = await createPortal({
        project: 'hubspot-project',
        now: () => ACCEPTANCE_NOW,
        delay: 0
    });
    const leads = generatedStampedLeads(agreement, LEADS, SEED, ACCEPTANCE_NOW);
    portal.seed({ contact: { id: '1', properties: {} }, ...portalOf(leads, agreement) });
    return portal;
}
