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

/** What a contact keeps of the hand-over in force, for reports; no panel is drawn from it. */
export const STAMP = {
    assignedAt: 'handoff_assigned_at',
    window: 'handoff_window',
    dueAt: 'handoff_due_at',
    firstAttemptAt: 'handoff_first_attempt_at',
    firstAttemptMinutes: 'handoff_first_attempt_minutes',
    firstContactAt: 'handoff_first_contact_at',
    firstContactMinutes: 'handoff_first_contact_minutes',
    attempts: 'handoff_attempts',
    scoreAtMql: 'handoff_score_at_mql',
    scoreBreakdown: 'handoff_score_breakdown'
} as const;

/** Marketing's answer to a decision. */
export const FEEDBACK = {
    answer: 'handoff_feedback',
    at: 'handoff_feedback_at',
    by: 'handoff_feedback_by',
    dueAt: 'handoff_feedback_due_at',
    note: 'handoff_feedback_note'
} as const;

/** Where the person came from. */
export const SOURCE = 'hs_analytics_source';
export const OWNER = 'hubspot_owner_id';
/** The property whose description holds the portal's settings. */
export const SETTINGS = 'handoff_settings';
