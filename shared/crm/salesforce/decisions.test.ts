import { describe, expect, it } from 'vitest';
import { agreement, recordsOf } from './salesforce.testkit.ts';
import { leadFromSalesforce } from './lead.ts';
import type { SalesforceHistoryRow } from './records.ts';

const FIRST = '2026-10-05T09:00:00.000Z';
const SECOND = '2026-11-20T16:00:00.000Z';
const save = (
    CreatedDate: string,
    by: string,
    fields: { readonly [field: string]: readonly [unknown, unknown] }
): SalesforceHistoryRow[] =>
    Object.entries(fields).map(([Field, [OldValue, NewValue]]) => ({
        Field,
        OldValue,
        NewValue,
        CreatedDate,
        CreatedBy: { Name: by }
    }));

const now = {
    Handoff_Decision__c: 'rejected',
    Handoff_Reason__c: 'icp_mismatch',
    Handoff_Reason_Detail__c: 'company_size',
    Handoff_Decision_Note__c: 'Twelve people',
    Handoff_Decided_At__c: SECOND
};
const history = [
    ...save(SECOND, 'Ana Ruiz', {
        Handoff_Decision__c: ['recycled', 'rejected'],
        Handoff_Reason__c: ['no_timeline', 'icp_mismatch'],
        Handoff_Reason_Detail__c: [null, 'company_size'],
        Handoff_Decided_At__c: [FIRST, SECOND]
    }),
    ...save(FIRST, 'Ben Okoro', {
        Handoff_Decision__c: [null, 'recycled'],
        Handoff_Reason__c: [null, 'no_timeline'],
        Handoff_Decided_At__c: [null, FIRST]
    })
];
const decisions = (person: object, rows: readonly SalesforceHistoryRow[] = []) =>
    leadFromSalesforce(recordsOf({ ...person }, { history: rows }), agreement);

describe('decisions', () => {
    it('are replayed from the history, and say who made them', () => {
        expect(decisions(now, history).decisions).toEqual([
            {
                at: Date.parse(FIRST),
                by: 'Ben Okoro',
                kind: 'recycled',
                reason: 'no_timeline',
                detail: null,
                // No row for the note: it has always been so, as far as anybody can tell.
                note: 'Twelve people'
            },
            {
                at: Date.parse(SECOND),
                by: 'Ana Ruiz',
                kind: 'rejected',
                reason: 'icp_mismatch',
                detail: 'company_size',
                note: 'Twelve people'
            }
        ]);
    });

    it('include the one the record holds when no history is kept', () => {
        expect(decisions(now).decisions).toEqual([
            {
                at: Date.parse(SECOND),
                by: null,
                kind: 'rejected',
                reason: 'icp_mismatch',
                detail: 'company_size',
                note: 'Twelve people'
            }
        ]);
    });

    it('include the one the record holds when the history was read before it was made', () => {
        const later = {
            ...now,
            Handoff_Decision__c: 'accepted',
            Handoff_Decided_At__c: '2026-11-21T08:00:00.000Z'
        };
        expect(decisions(later, history).decisions.map(({ kind }) => kind)).toEqual([
            'recycled',
            'rejected',
            'accepted'
        ]);
    });

    it('read a history that holds labels', () => {
        const label = agreement.reasons.find(({ code }) => code === 'icp_mismatch')?.label;
        const labelled = save(SECOND, 'Ana Ruiz', {
            Handoff_Decision__c: [null, 'Rejected'],
            Handoff_Reason__c: [null, label],
            Handoff_Decided_At__c: [null, SECOND]
        });
        expect(decisions(now, labelled).decisions).toMatchObject([
            { kind: 'rejected', reason: 'icp_mismatch', by: 'Ana Ruiz' }
        ]);
    });

    it('are none while nobody decided', () => {
        const lead = decisions({ Handoff_Decision__c: null, Handoff_Decided_At__c: null });
        expect(lead.decisions).toEqual([]);
        expect(lead.unreadable).toEqual([]);
    });

    it('without a date are noted, for their deadline cannot be judged', () => {
        const lead = decisions({ Handoff_Decision__c: 'accepted' });
        expect(lead.decisions).toEqual([]);
        expect(lead.unreadable).toEqual([
            { section: 'decisions', what: 'decision date', value: 'empty' }
        ]);
    });

    it('of a kind that nobody knows are noted once', () => {
        const lead = decisions({ ...now, Handoff_Decision__c: 'maybe' });
        expect(lead.unreadable).toEqual([
            { section: 'decisions', what: 'decision', value: 'maybe' }
        ]);
    });
});
