/** The contact properties that Handoff adds to a portal; `hubspot-project/properties` defines them. */
export const HANDOFF = {
    decision: 'handoff_decision',
    reason: 'handoff_reason',
    detail: 'handoff_reason_detail',
    note: 'handoff_decision_note',
    decidedAt: 'handoff_decided_at',
    decidedBy: 'handoff_decided_by',
    mqlAt: 'handoff_mql_at'
} as const;

/** When the person last became an MQL, by HubSpot's own lifecycle stage. */
export const ENTERED_MQL = 'hs_v2_date_entered_marketingqualifiedlead';
/** Where the person came from. */
export const SOURCE = 'hs_analytics_source';
export const OWNER = 'hubspot_owner_id';
