/** What sets one HubSpot account apart from another: what it lacks, renamed, requires and limits. */
import type { HubSpotOwner } from '../../../shared/crm/hubspot/records.ts';
import { FEATURE_SCOPES } from '../../../shared/crm/hubspot/scopes.ts';
import type { LeadOption, LeadPipeline } from './leads.ts';
import type { Limits } from './limits.ts';
import type { StandardProperty } from './schema.ts';
import type { PortalRows } from './seed.ts';
import type { Fault } from './traffic.ts';

/** An admin's rule, which HubSpot enforces on API writes: with this value, others must be filled. */
export interface ConditionalRule {
    readonly property: string;
    readonly values: readonly string[];
    readonly requires: readonly string[];
}
/** A call outcome; its id is HubSpot's own, or a number of the account's. */
export interface Disposition {
    readonly id: string;
    readonly label: string;
    readonly deleted: boolean;
}

export interface AccountTraits {
    /** Scopes that the subscription does not have: an app that asks for them is not built. */
    readonly withoutScopes: readonly string[];
    /** Without Enterprise there are no app functions and no events. */
    readonly hasEnterprise: boolean;
    /** Lead records, which come with Sales Hub Professional. */
    readonly hasLeads: boolean;
    /** Lead scoring, which comes with Marketing Hub. */
    readonly hasScoring: boolean;
    /** Standard contact properties that differ from HubSpot's, or are new; null: deleted. */
    readonly properties: { readonly [name: string]: StandardProperty | null };
    /** For contacts, and for lead records. */
    readonly rules: readonly ConditionalRule[];
    readonly leadRules: readonly ConditionalRule[];
    readonly dispositions: readonly Disposition[];
    readonly leadPipelines: readonly LeadPipeline[] | null;
    readonly leadReasons: readonly LeadOption[] | null;
    /** Owners beside those that a test seeds. */
    readonly owners: readonly HubSpotOwner[];
    readonly limits: Limits | null;
    /** Calls that fail, as long as they are switched on. */
    readonly faults: readonly Fault[];
    readonly region: 'na1' | 'eu1';
}

export interface HubSpotAccount extends AccountTraits {
    readonly name: string;
    /** What is special about it, in one sentence. */
    readonly what: string;
}

/** HubSpot's own call outcomes, which every account begins with. */
export const DISPOSITIONS: readonly Disposition[] = [
    { id: '9d9162e7-6cf3-4944-bf63-4dff82258764', label: 'Busy', deleted: false },
    { id: 'f240bbac-87c9-4f6e-bf70-924b57d47db7', label: 'Connected', deleted: false },
    { id: 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff', label: 'Left live message', deleted: false },
    { id: 'b2cf5968-551e-4856-9783-52b3da59a7d0', label: 'Left voicemail', deleted: false },
    { id: '73a0d17f-1163-4015-bdd5-ec830791da20', label: 'No answer', deleted: false },
    { id: '17b47fee-58de-441e-a44c-c6300d46f273', label: 'Wrong number', deleted: false }
];

/** Everything that HubSpot sells, and nothing changed. */
export const PLAIN: AccountTraits = {
    withoutScopes: [],
    hasEnterprise: true,
    hasLeads: true,
    hasScoring: true,
    properties: {},
    rules: [],
    leadRules: [],
    dispositions: DISPOSITIONS,
    leadPipelines: null,
    leadReasons: null,
    owners: [],
    limits: null,
    faults: [],
    region: 'na1'
};

/** An account with the traits of several: what one lacks, all of them lack. */
export function accountWith(
    name: string,
    what: string,
    ...parts: readonly Partial<AccountTraits>[]
): HubSpotAccount {
    const all = parts.map((part) => ({ ...PLAIN, ...part }));
    const last = <Key extends keyof AccountTraits>(key: Key): AccountTraits[Key] =>
        all.reduce((found, one) => (one[key] === PLAIN[key] ? found : one[key]), PLAIN[key]);
    return {
        name,
        what,
        withoutScopes: [...new Set(all.flatMap((one) => one.withoutScopes))],
        hasEnterprise: all.every((one) => one.hasEnterprise),
        hasLeads: all.every((one) => one.hasLeads),
        hasScoring: all.every((one) => one.hasScoring),
        properties: Object.assign(
            {},
            ...all.map((one) => one.properties)
        ) as object as AccountTraits['properties'],
        rules: all.flatMap((one) => one.rules),
        leadRules: all.flatMap((one) => one.leadRules),
        dispositions: last('dispositions'),
        leadPipelines: last('leadPipelines'),
        leadReasons: last('leadReasons'),
        owners: all.flatMap((one) => one.owners),
        limits: last('limits'),
        faults: all.flatMap((one) => one.faults),
        region: last('region')
    };
}

/** What the portal of an account holds, together with what a test seeds. */
export function rowsOf(account: AccountTraits, rows: PortalRows): PortalRows {
    const { hasEnterprise, hasLeads, hasScoring, leadPipelines, leadReasons } = account;
    return {
        tiers: { events: hasEnterprise, leads: hasLeads, scoring: hasScoring },
        rules: account.rules,
        leadRules: account.leadRules,
        dispositions: account.dispositions,
        ...(leadPipelines === null ? {} : { leadPipelines }),
        ...(leadReasons === null ? {} : { leadReasons }),
        ...rows,
        owners: [...(rows.owners ?? []), ...account.owners]
    };
}

/** The optional scopes that an app in this account may ask for. */
export function grantableScopes({ withoutScopes }: AccountTraits): readonly string[] {
    return Object.values(FEATURE_SCOPES)
        .flat()
        .filter((scope) => !withoutScopes.includes(scope));
}
