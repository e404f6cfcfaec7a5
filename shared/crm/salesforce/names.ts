/** The fields that Handoff adds to Lead and Contact; force-app defines them. */
export const HANDOFF = {
    mqlAt: 'Handoff_Mql_At__c',
    assignedAt: 'Handoff_Assigned_At__c',
    decision: 'Handoff_Decision__c',
    reason: 'Handoff_Reason__c',
    detail: 'Handoff_Reason_Detail__c',
    note: 'Handoff_Decision_Note__c',
    decidedAt: 'Handoff_Decided_At__c',
    marketingScore: 'Handoff_Marketing_Score__c'
} as const;

/** Marketing's answer to a rejection. */
export const FEEDBACK = {
    answer: 'Handoff_Feedback__c',
    at: 'Handoff_Feedback_At__c',
    note: 'Handoff_Feedback_Note__c',
    by: 'Handoff_Feedback_By__c',
    byName: 'Handoff_Feedback_By__r.Name'
} as const;

export type ObjectName = 'Lead' | 'Contact';

/** Where each object keeps the built-in facts; the first field that holds something counts. */
export const FACT_FIELDS = {
    Lead: {
        name: ['Name'],
        email: ['Email'],
        phone: ['Phone'],
        title: ['Title'],
        company: ['Company'],
        employees: ['NumberOfEmployees'],
        revenue: ['AnnualRevenue'],
        industry: ['Industry'],
        country: ['Country']
    },
    Contact: {
        name: ['Name'],
        email: ['Email'],
        phone: ['Phone'],
        title: ['Title'],
        company: ['Account.Name'],
        employees: ['Account.NumberOfEmployees'],
        revenue: ['Account.AnnualRevenue'],
        industry: ['Account.Industry'],
        country: ['MailingCountry', 'Account.BillingCountry']
    }
} as const;

/** Everything else that is read of the record itself. */
export const RECORD_FIELDS = {
    Lead: [
        'LeadSource',
        'Status',
        'OwnerId',
        'Owner.Name',
        'CreatedDate',
        'IsConverted',
        'ConvertedDate'
    ],
    Contact: ['LeadSource', 'OwnerId', 'Owner.Name', 'CreatedDate']
} as const;
