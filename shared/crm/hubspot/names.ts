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

/** Where the person came from. */
export const SOURCE = 'hs_analytics_source';
export const OWNER = 'hubspot_owner_id';
/** The property whose description holds the portal's settings. */
export const SETTINGS = 'handoff_settings';
