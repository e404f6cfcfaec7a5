/** What the app function `lead-context` returns: HubSpot's own answers, cut to what the panel needs. */
export interface HubSpotHistoryEntry {
    readonly value: string | null;
    readonly timestamp: string;
    readonly sourceType?: string | null;
    readonly updatedByUserId?: number | null;
}
export interface HubSpotObject {
    readonly id: string;
    readonly properties: { readonly [name: string]: string | null };
    readonly propertiesWithHistory?: { readonly [name: string]: readonly HubSpotHistoryEntry[] };
}
export interface HubSpotEvent {
    readonly id: string;
    readonly eventType: string;
    readonly occurredAt: string;
    readonly properties: { readonly [name: string]: string | null };
}
export interface HubSpotOwner {
    readonly id: string;
    readonly userId?: number | null;
    readonly email?: string | null;
    readonly firstName?: string | null;
    readonly lastName?: string | null;
    /** HubSpot also has owners that are queues. */
    readonly type?: 'PERSON' | 'QUEUE' | null;
    readonly archived?: boolean;
    readonly teams?: readonly {
        readonly id: string;
        readonly name: string;
        readonly primary: boolean;
    }[];
}
export interface HubSpotEnrollment {
    readonly id?: string;
    readonly sequenceId?: string | null;
    readonly sequenceName?: string | null;
    readonly enrolledAt?: string | null;
    readonly enrolledBy?: string | null;
    readonly enrolledByEmail?: string | null;
}
/** One entry of a score's history in HubSpot's lead scoring. */
export interface HubSpotScoreChange {
    readonly timestamp: string;
    readonly delta?: number | null;
    /** The score after it. */
    readonly propertyValue?: string | null;
    readonly renderedEvents: readonly { readonly heading: string }[];
    /** By the property's internal name. */
    readonly resolvedProperties: { readonly [name: string]: unknown };
}
export interface HubSpotRecords {
    readonly contact: HubSpotObject;
    readonly calls: readonly HubSpotObject[];
    readonly emails: readonly HubSpotObject[];
    readonly meetings: readonly HubSpotObject[];
    readonly tasks: readonly HubSpotObject[];
    readonly notes: readonly HubSpotObject[];
    readonly communications: readonly HubSpotObject[];
    /** Null: the portal's events could not be read; contact properties then stand in. */
    readonly events: readonly HubSpotEvent[] | null;
    readonly enrollments: readonly HubSpotEnrollment[];
    readonly owners: readonly HubSpotOwner[];
    /** The portal's settings as stored, unchecked; null: it has set nothing. `settingsOf` reads them. */
    readonly settings?: unknown;
    /** How the portal's own score came about; null: only the property's history knows. */
    readonly scoreChanges?: readonly HubSpotScoreChange[] | null;
    /** Search totals for the person's source over the agreed period, by decision; null: not known. */
    readonly acceptance: { readonly [decision: string]: number } | null;
    readonly gaps: readonly {
        readonly section: string;
        readonly why: string;
        readonly shown?: number | null;
        readonly total?: number | null;
    }[];
}
