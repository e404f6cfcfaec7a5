/** What `HandoffLeadContext.load` returns, as it arrives in the browser: rows as SOQL shapes them. */
export interface SalesforceUser {
    readonly Name?: string | null;
}
type Text = string | null | undefined;

/** Lead or Contact; Contact's company facts come through Account. Unknown keys are the agreement's own fields. */
export interface SalesforcePersonRow {
    readonly Id: string;
    readonly [field: string]: unknown;
}
export interface SalesforceTaskRow {
    readonly Id: string;
    readonly Subject?: Text;
    readonly Status?: Text;
    readonly IsClosed?: boolean | null;
    readonly TaskSubtype?: Text;
    readonly Type?: Text;
    readonly CallType?: Text;
    readonly CallDisposition?: Text;
    readonly CompletedDateTime?: Text;
    readonly ActivityDate?: Text;
    readonly CreatedDate?: Text;
    readonly OwnerId?: Text;
    readonly Owner?: SalesforceUser | null;
}
export interface SalesforceEventRow {
    readonly Id: string;
    readonly Subject?: Text;
    readonly EventSubtype?: Text;
    readonly Type?: Text;
    readonly StartDateTime?: Text;
    readonly EndDateTime?: Text;
    readonly CreatedDate?: Text;
    readonly OwnerId?: Text;
    readonly Owner?: SalesforceUser | null;
}
export interface SalesforceEmailRow {
    readonly Id: string;
    readonly Subject?: Text;
    readonly Incoming?: boolean | null;
    readonly IsBounced?: boolean | null;
    readonly Status?: Text;
    readonly MessageDate?: Text;
    readonly FromAddress?: Text;
    readonly CreatedById?: Text;
    readonly CreatedBy?: SalesforceUser | null;
    /** The Task that logs the same email, so that it is not counted twice. */
    readonly ActivityId?: Text;
}
export interface SalesforceCampaignMemberRow {
    readonly Id: string;
    readonly Status?: Text;
    readonly HasResponded?: boolean | null;
    readonly FirstRespondedDate?: Text;
    readonly CreatedDate?: Text;
    readonly Campaign?: { readonly Name?: Text; readonly Type?: Text } | null;
}
export interface SalesforceEngagementRow {
    readonly Id: string;
    readonly Handoff_Kind__c?: Text;
    readonly Handoff_Title__c?: Text;
    readonly Handoff_Url__c?: Text;
    readonly Handoff_Campaign__c?: Text;
    /** JSON list of {question, answer}. */
    readonly Handoff_Answers__c?: Text;
    readonly Handoff_Occurred_At__c?: Text;
}
/** LeadHistory or ContactHistory. */
export interface SalesforceHistoryRow {
    readonly Id?: string;
    readonly Field?: Text;
    readonly OldValue?: unknown;
    readonly NewValue?: unknown;
    readonly CreatedDate?: Text;
    readonly CreatedById?: Text;
    readonly CreatedBy?: SalesforceUser | null;
}
export interface SalesforceRecords {
    readonly objectName: 'Lead' | 'Contact';
    readonly person: SalesforcePersonRow;
    readonly tasks: readonly SalesforceTaskRow[];
    readonly events: readonly SalesforceEventRow[];
    readonly emails: readonly SalesforceEmailRow[];
    readonly campaignMembers: readonly SalesforceCampaignMemberRow[];
    readonly engagements: readonly SalesforceEngagementRow[];
    readonly history: readonly SalesforceHistoryRow[];
    /** Users and queues named by id in the history. */
    readonly owners: readonly { readonly Id: string; readonly Name?: Text }[];
    /** Rows of `GROUP BY Handoff_Decision__c` for the person's source. */
    readonly acceptance: readonly { readonly decision?: Text; readonly total?: number | null }[];
    /** Parts that could not be read, and why. */
    readonly gaps: readonly {
        readonly section: string;
        readonly why: string;
        readonly shown?: number | null;
        readonly total?: number | null;
    }[];
}
