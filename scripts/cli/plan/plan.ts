/** What a command is about to do to an org or a portal, item by item, as data. */

export type Target = 'salesforce' | 'hubspot';

/** `refused`: it ought to happen and handoff will not do it; `why` says so. */
export type Change = 'create' | 'update' | 'same' | 'remove' | 'refused';

export interface PlanItem {
    readonly target: Target;
    /** The kind of thing in its platform's words: "custom field", "contact property". */
    readonly what: string;
    /** Its own name: `Lead.Handoff_Decision__c`. */
    readonly name: string;
    readonly change: Change;
    /** What differs, or why it is so; null where the change says it all. */
    readonly why: string | null;
}

export type Plan = readonly PlanItem[];

/** Whether carrying it out would change anything. */
export function isEmpty(plan: Plan): boolean {
    return plan.every(({ change }) => change === 'same' || change === 'refused');
}
