import type { SeedRows } from '../store.ts';

/** Languages of which the sandbox's org knows the platform's words. */
export type OrgLanguage = 'en_US' | 'de' | 'ja';

/** Records of one object that are taken for the same person where these fields are all equal. */
export interface DuplicateRule {
    readonly name: string;
    readonly object: string;
    /** API names; a rule finds nothing where one of them is empty. */
    readonly match: readonly string[];
    /** `block` refuses; `allow` refuses unless the caller passes it by. */
    readonly action: 'block' | 'allow';
}

export interface Currencies {
    readonly corporate: string;
    /** ISO code → units per unit of the corporate currency. */
    readonly rates: { readonly [isoCode: string]: number };
}

/** ISO country code → its name and, where the org lists them, its states by code. */
export interface Countries {
    readonly [code: string]: {
        readonly name: string;
        readonly states?: { readonly [code: string]: string };
    };
}

export type SharingModel = 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';

/** What only the deploy server looks at. */
export interface ServerFeatures {
    readonly edition?: string;
    /** How many fields of an object have their history tracked already, of twenty. */
    readonly historySlotsTaken?: number;
    /** A batch of ours is running. */
    readonly runningBatch?: boolean;
    /** Schedules of ours that stand in ERROR or COMPLETE. */
    readonly deadJobs?: boolean;
}

/** How an org is set up, apart from its metadata and its rows. */
export interface OrgSetup {
    /** Of its users, and so of labels and errors. */
    readonly language: OrgLanguage;
    /** How many more active users with a full licence it takes; null: any number. */
    readonly spareLicences: number | null;
    /** Permission sets of the package that the deploying user holds. */
    readonly deployerPermissionSets: readonly string[];
    readonly duplicateRules: readonly DuplicateRule[];
    /** Whether contacts can be person accounts. */
    readonly personAccounts: boolean;
    /** Null: one currency, and no field that names it. */
    readonly currencies: Currencies | null;
    /** Null: state and country are free text. */
    readonly countries: Countries | null;
    /** Whom the active assignment rule gives leads to; null: there is no active rule. */
    readonly leadAssignee: string | null;
    /** “Require Validation for Converted Leads”. */
    readonly validateConvertedLeads: boolean;
    /** Organization-wide defaults by object; what is not named is open to all. */
    readonly sharing: { readonly [object: string]: SharingModel };
    /** Ids of records that another transaction holds; a test may add to it and take away. */
    readonly lockedRows: ReadonlySet<string>;
    /** IANA zone of the org and of its only business hours. */
    readonly businessHoursZone: string;
    readonly server: ServerFeatures;
}

/** One way in which a real org differs from an empty one; traits compose. */
export interface OrgTrait {
    readonly name: string;
    /** What it imitates, in a sentence. */
    readonly imitates: string;
    /** A folder of metadata that is the org's own: fields, rules, record types, triggers. */
    readonly metadata?: string;
    readonly setup?: Partial<OrgSetup>;
    readonly rows?: SeedRows;
}
