/** A real org and a real portal in which nothing is deployed, each with one person: the sandbox's servers. */
import type { AccountServer } from '../../scripts/sandbox/hubspot/server/server.ts';
import { ACCESS, startAccount } from '../../scripts/sandbox/hubspot/server/server.ts';
import { stateOf } from '../../scripts/sandbox/hubspot/store.ts';
import type { SalesforceServer } from '../../scripts/sandbox/salesforce/server/server.ts';
import { startSalesforceServer } from '../../scripts/sandbox/salesforce/server/server.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import { loadCase, type Case } from '../cases/load.ts';

export interface World {
    readonly org: SalesforceServer;
    readonly account: AccountServer;
    readonly env: NodeJS.ProcessEnv;
    close(): Promise<void>;
}

const SCOPES = [
    'crm.objects.owners.read',
    'sales-email-read',
    'automation.sequences.read',
    'oauth'
];
/** The org has users and groups of its own. */
const SETUP = ['User', 'Group'];
const OWN = /^handoff_/;

/** The person of a case in both, as they were before Handoff came. */
export async function startWorld(id: string): Promise<World> {
    const seen = loadCase(id);
    const now = (): number => Date.parse(seen.now);
    const org = await startSalesforceServer({ forceApp: 'force-app', now });
    org.rows.seed(withoutOurs(seen));
    const account = await startAccount({
        access: { tokenScopes: [...ACCESS.tokenScopes, ...SCOPES] },
        now
    });
    const records = stateOf(seen.hubspot.portal, null);
    for (const { properties } of records.contacts) {
        for (const name of Object.keys(properties)) if (OWN.test(name)) delete properties[name];
    }
    account.portal.records = records;
    account.portal.contacts.push(...records.contacts);
    return {
        org,
        account,
        env: {
            SF_ACCESS_TOKEN: org.token,
            SF_ORG_INSTANCE_URL: org.url,
            HUBSPOT_ACCESS_TOKEN: ACCESS.token,
            HANDOFF_HUBSPOT_API: account.origin
        },
        async close() {
            await org.close();
            await account.close();
        }
    };
}

function withoutOurs({ salesforce }: Case): SeedRows {
    const objects = Object.entries(salesforce.rows).filter(
        ([name]) => !SETUP.includes(name) && !name.endsWith('__c')
    );
    return Object.fromEntries(
        objects.map(([name, rows]) => [
            name,
            rows.map((row) =>
                Object.fromEntries(
                    Object.entries(row).filter(([field]) => !/^Handoff_/.test(field))
                )
            )
        ])
    );
}
