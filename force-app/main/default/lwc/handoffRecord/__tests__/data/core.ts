import { clockView as view, panel } from './panel';

// The core has its own tests: here only what the components do with what it returns is of interest.
export const agreement = {};
export const acceptanceMetric = jest.fn(() => ({ cohort: 'mql_date' }));
export const acceptanceSince = jest.fn(() => '2026-08-25');
export const leadFromSalesforce = jest.fn((records: { person: object }) => ({
    ...records.person,
    facts: { phone: '+1 312 555 0199', email: 'm@contoso.example' }
}));
export const leadPanel = jest.fn(() => panel);
export const clockView = jest.fn(() => view);
export const decide = jest.fn((_lead: unknown, _agreement: unknown, choice: object) => ({
    decision: { ...choice, at: 0 },
    issues: []
}));
export const salesforceFields = jest.fn((objectName: string) => [`${objectName}.Status`]);
export const salesforceWrite = jest.fn((decision: { kind: string; reason: string | null }) => ({
    Handoff_Decision__c: decision.kind,
    Handoff_Reason__c: decision.reason
}));
export const answerFeedback = jest.fn((_lead: unknown, _agreement: unknown, choice: object) => ({
    feedback: { ...choice, at: 0 },
    issues: []
}));
export const salesforceAnswer = jest.fn((feedback: { kind: string; note: string | null }) => ({
    Handoff_Feedback__c: feedback.kind,
    Handoff_Feedback_Note__c: feedback.note
}));
