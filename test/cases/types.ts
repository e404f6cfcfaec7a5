/** One person as both CRMs would hold them, at a fixed instant. */
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';

export interface Case {
    readonly id: string;
    /** What the case shows, in one line. */
    readonly title: string;
    /** ISO 8601; the clock of both CRMs. */
    readonly now: string;
    readonly locale: string;
    readonly timeZone: string;
    readonly salesforce: {
        readonly recordId: string;
        readonly objectName: 'Lead' | 'Contact';
        /** Id of the User who looks. */
        readonly user: string;
        readonly rows: SeedRows;
    };
    readonly hubspot: {
        readonly objectId: string;
        /** The portal's user who looks: the same person as in Salesforce. */
        readonly user: { readonly id: number; readonly email: string };
        readonly portal: PortalRows;
    };
    /** Names by Salesforce user id and by HubSpot owner id. */
    readonly people: { readonly [id: string]: string };
}
