/** Leads as an export holds them, the same for the same seed: for tests and the bench. */
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { feedbackDueAt } from '../../shared/acceptance/feedback.ts';
import { deadline } from '../../shared/response/clock.ts';
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';

/** Leads with whole milliseconds, as a file can hold them. */
export function* exportedLeads(
    agreement: Agreement,
    count: number,
    seed: number,
    now: Instant
): Generator<StampedLead, void, undefined> {
    const whole = (at: Instant | null): Instant | null => (at === null ? null : Math.floor(at));
    for (const lead of generatedStampedLeads(agreement, count, seed, now)) {
        const { assignedAt, decidedAt, feedbackAt, firstAttemptAt, firstContactAt } = lead;
        const window = agreement.windows.find(({ id }) => id === lead.window);
        yield {
            ...lead,
            dueAt:
                window && assignedAt !== null
                    ? deadline(agreement, window, assignedAt).dueAt
                    : null,
            feedbackDueAt:
                lead.kind === 'rejected' && decidedAt !== null
                    ? feedbackDueAt(Math.floor(decidedAt), agreement)
                    : null,
            assignedAt: whole(assignedAt),
            firstAttemptAt: whole(firstAttemptAt),
            firstContactAt: whole(firstContactAt),
            decidedAt: whole(decidedAt),
            feedbackAt: whole(feedbackAt)
        };
    }
}

type Column = readonly [name: string, text: (lead: StampedLead) => string];

/** By Salesforce's own names. */
const COLUMNS: readonly Column[] = [
    ['Id', ({ id }) => id ?? ''],
    ['Handoff_Mql_At__c', ({ mqlAt }) => time(mqlAt)],
    ['Handoff_Assigned_At__c', ({ assignedAt }) => time(assignedAt)],
    ['Handoff_Window__c', ({ window }) => window ?? ''],
    ['Handoff_Due_At__c', ({ dueAt }) => time(dueAt)],
    ['Handoff_First_Attempt_At__c', ({ firstAttemptAt }) => time(firstAttemptAt)],
    ['Handoff_First_Attempt_Minutes__c', (lead) => String(lead.firstAttemptMinutes ?? '')],
    ['Handoff_First_Contact_At__c', ({ firstContactAt }) => time(firstContactAt)],
    ['Handoff_First_Contact_Minutes__c', (lead) => String(lead.firstContactMinutes ?? '')],
    ['Handoff_Decision__c', ({ kind }) => kind ?? ''],
    ['Handoff_Decided_At__c', ({ decidedAt }) => time(decidedAt)],
    ['Handoff_Reason__c', ({ reason }) => reason?.split('.')[0] ?? ''],
    ['Handoff_Reason_Detail__c', ({ reason }) => reason?.split('.')[1] ?? ''],
    ['LeadSource', ({ source }) => source ?? ''],
    ['Campaign', ({ campaign }) => campaign ?? ''],
    ['Handoff_Assigned_To__r.Name', ({ rep }) => rep ?? ''],
    ['Handoff_Team__c', ({ team }) => team ?? ''],
    ['Handoff_Feedback__c', ({ feedback }) => feedback ?? ''],
    ['Handoff_Feedback_At__c', ({ feedbackAt }) => time(feedbackAt)],
    ['Handoff_Feedback_Due_At__c', (lead) => time(lead.feedbackDueAt)],
    ['Name', ({ facts }) => String(facts?.name ?? '')],
    ['Email', ({ facts }) => String(facts?.email ?? '')],
    ['Title', ({ facts }) => String(facts?.title ?? '')],
    ['Company', ({ facts }) => String(facts?.company ?? '')],
    ['NumberOfEmployees', ({ facts }) => String(facts?.employees ?? '')],
    ['AnnualRevenue', ({ facts }) => String(facts?.revenue ?? '')],
    ['Industry', ({ facts }) => String(facts?.industry ?? '')],
    ['Country', ({ facts }) => String(facts?.country ?? '')]
];

export const EXPORT_HEADER: readonly string[] = COLUMNS.map(([name]) => name);

/** A lead as a row of an export. */
export function exportedRow(lead: StampedLead): string[] {
    return COLUMNS.map(([, text]) => text(lead));
}

function time(at: Instant | null): string {
    return at === null ? '' : new Date(at).toISOString();
}
