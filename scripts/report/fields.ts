/** What a report reads of a lead, and what exports call it. */

/** By precedence: the first column of a row that holds something counts. Case and punctuation do not matter. */
export const FIELD_NAMES = {
    id: [
        'Id',
        'Lead ID',
        'Contact ID',
        '18-digit ID',
        'Record ID',
        'Record ID - Contact',
        'hs_object_id'
    ],
    mqlAt: [
        'Handoff_Mql_At__c',
        'MQL Since',
        'handoff_mql_at',
        'MQL date',
        'MQL at',
        'Became MQL',
        'hs_v2_date_entered_marketingqualifiedlead',
        'Date entered "Marketing Qualified Lead (Lifecycle Stage Pipeline)"',
        'hs_lifecyclestage_marketingqualifiedlead_date',
        'Became a Marketing Qualified Lead Date'
    ],
    decision: ['Handoff_Decision__c', 'handoff_decision', 'Decision'],
    decidedAt: ['Handoff_Decided_At__c', 'Handoff Decided', 'handoff_decided_at', 'Decided at'],
    reason: ['Handoff_Reason__c', 'handoff_reason', 'Reason'],
    detail: ['Handoff_Reason_Detail__c', 'handoff_reason_detail', 'Reason detail', 'Detail'],
    assignedAt: [
        'Handoff_Assigned_At__c',
        'Handoff Assigned',
        'handoff_assigned_at',
        'Assigned at',
        'Assigned'
    ],
    window: ['Handoff_Window__c', 'handoff_window', 'Handoff response window', 'Response window'],
    dueAt: [
        'Handoff_Due_At__c',
        'First Attempt Due',
        'handoff_due_at',
        'Handoff first attempt due'
    ],
    firstAttemptAt: [
        'Handoff_First_Attempt_At__c',
        'First Attempt',
        'handoff_first_attempt_at',
        'First attempt at'
    ],
    firstAttemptMinutes: [
        'Handoff_First_Attempt_Minutes__c',
        'handoff_first_attempt_minutes',
        'Handoff minutes to first attempt',
        'Minutes to First Attempt'
    ],
    firstContactAt: [
        'Handoff_First_Contact_At__c',
        'First Contact',
        'handoff_first_contact_at',
        'First contact at'
    ],
    firstContactMinutes: [
        'Handoff_First_Contact_Minutes__c',
        'handoff_first_contact_minutes',
        'Handoff minutes to first contact',
        'Minutes to First Contact'
    ],
    source: [
        'LeadSource',
        'hs_analytics_source',
        'Original Traffic Source',
        'Original Source',
        'Source'
    ],
    campaign: ['Campaign', 'Campaign Name', 'Last campaign'],
    rep: [
        'Handoff_Assigned_To__r.Name',
        'Handoff Assigned To: Full Name',
        'Handoff Assigned To',
        'Rep',
        'Owner.Name',
        'Lead Owner',
        'Contact owner',
        'Owner',
        'Handoff_Assigned_To__c',
        'hubspot_owner_id'
    ],
    team: [
        'Handoff_Assigned_To__r.UserRole.Name',
        'Handoff_Team__c',
        'Handoff Team',
        'HubSpot Team',
        'Owner Role',
        'Team'
    ],
    agreed: ['Agreed MQL', 'MQL by the agreement', 'Agreed'],
    feedback: [
        'Handoff_Feedback__c',
        'Marketing’s Answer',
        'handoff_feedback',
        'Handoff marketing’s answer',
        'Feedback'
    ],
    feedbackAt: [
        'Handoff_Feedback_At__c',
        'Marketing Answered',
        'handoff_feedback_at',
        'Handoff marketing answered at',
        'Feedback at'
    ],
    feedbackDueAt: [
        'Handoff_Feedback_Due_At__c',
        'Marketing’s Answer Due',
        'handoff_feedback_due_at',
        'Handoff marketing’s answer due',
        'Feedback due'
    ],
    converted: ['IsConverted', 'Converted'],
    name: ['Name', 'Full Name', 'Last Name', 'LastName'],
    email: ['Email', 'Email Address'],
    phone: ['Phone', 'Phone Number'],
    title: ['Title', 'JobTitle'],
    company: ['Company', 'Company / Account', 'Company Name', 'Account.Name', 'Account Name'],
    employees: [
        'NumberOfEmployees',
        'No. of Employees',
        'numemployees',
        'Employees',
        'Account.NumberOfEmployees'
    ],
    revenue: ['AnnualRevenue', 'Revenue', 'Account.AnnualRevenue'],
    industry: ['Industry', 'Account.Industry'],
    country: ['Country', 'Country/Region', 'MailingCountry', 'Account.BillingCountry']
} as const satisfies { readonly [field: string]: readonly string[] };

export type Field = keyof typeof FIELD_NAMES;
export const FIELDS = Object.keys(FIELD_NAMES) as readonly Field[];

/** Without these there is nothing to count. */
export const REQUIRED: readonly Field[] = ['mqlAt', 'decision'];
