/** What a portal holds, as the test cases write it. */
import type {
    HubSpotEnrollment,
    HubSpotEvent,
    HubSpotHistoryEntry,
    HubSpotObject,
    HubSpotOwner,
    HubSpotScoreChange
} from '../../../shared/crm/hubspot/records.ts';
import type { ActivityKind } from '../../../shared/crm/hubspot/touches.ts';
import type { ConditionalRule, Disposition } from './account.ts';
import type { Lead, LeadOption, LeadPipeline } from './leads.ts';

interface Properties {
    readonly [name: string]: string | null;
}
/** As HubSpot's property API describes a property. */
export interface PropertyRow {
    readonly name: string;
    readonly label?: string;
    readonly type: string;
    readonly description?: string;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
}
/** The newest entry of a history is the value of now, unless `properties` says another. */
export interface ContactRow {
    readonly id: string;
    readonly properties: Properties;
    readonly history?: { readonly [name: string]: readonly HubSpotHistoryEntry[] };
}
export type PortalRows = { readonly [kind in ActivityKind]?: readonly HubSpotObject[] } & {
    readonly contact: ContactRow;
    readonly events?: readonly HubSpotEvent[];
    readonly owners?: readonly HubSpotOwner[];
    readonly enrollments?: readonly HubSpotEnrollment[];
    /** Further contacts of the portal: how the source fared is counted over all. */
    readonly others?: readonly { readonly properties: Properties }[];
    /** Scopes that the app was granted; by default all that it asks for. */
    readonly scopes?: readonly string[];
    /** Which parts the subscription has; by default all. */
    readonly tiers?: {
        readonly events: boolean;
        readonly leads?: boolean;
        readonly scoring?: boolean;
    };
    /** The admin's rules for contacts, and for leads; by default none. */
    readonly rules?: readonly ConditionalRule[];
    readonly leadRules?: readonly ConditionalRule[];
    /** By default HubSpot's own. */
    readonly dispositions?: readonly Disposition[];
    /** The contact's own leads. */
    readonly leads?: readonly Lead[];
    /** By default those of a portal that never changed them. */
    readonly leadPipelines?: readonly LeadPipeline[];
    readonly leadReasons?: readonly LeadOption[];
    /** What the contact's score went through, as lead scoring keeps it; by default it has none. */
    readonly scoreChanges?: readonly HubSpotScoreChange[];
    /** Property definitions that the portal has beside those of HubSpot and the project. */
    readonly definitions?: readonly PropertyRow[];
};
