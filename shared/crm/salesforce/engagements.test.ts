import { describe, expect, it } from 'vitest';
import { agreement, recordsOf } from './salesforce.testkit.ts';
import { leadFromSalesforce } from './lead.ts';
import type { SalesforceCampaignMemberRow, SalesforceEngagementRow } from './records.ts';

const read = (
    engagements: SalesforceEngagementRow[],
    campaignMembers: SalesforceCampaignMemberRow[] = []
) => leadFromSalesforce(recordsOf({}, { engagements, campaignMembers }), agreement);

describe('synced engagements', () => {
    const row: SalesforceEngagementRow = {
        Id: 'a00',
        Handoff_Kind__c: 'form',
        Handoff_Title__c: 'Demo request',
        Handoff_Url__c: 'https://northwind.example/demo',
        Handoff_Campaign__c: 'Q4 demo',
        Handoff_Answers__c: '[{"question":"Team size?","answer":"40 in sales"}]',
        Handoff_Occurred_At__c: '2026-11-20T14:00:00.000Z'
    };

    it('are read as they are', () => {
        expect(read([row]).engagements).toEqual([
            {
                at: Date.UTC(2026, 10, 20, 14),
                kind: 'form',
                title: 'Demo request',
                url: 'https://northwind.example/demo',
                campaign: 'Q4 demo',
                answers: [{ question: 'Team size?', answer: '40 in sales' }]
            }
        ]);
    });

    it('never lack a title', () => {
        const untitled = { ...row, Handoff_Title__c: null };
        expect(read([untitled]).engagements[0]?.title).toBe('https://northwind.example/demo');
        const bare = { ...untitled, Handoff_Url__c: null, Handoff_Kind__c: 'page_view' };
        expect(read([bare]).engagements[0]?.title).toBe('page view');
    });

    it('of an unknown kind are noted and left out', () => {
        const lead = read([{ ...row, Handoff_Kind__c: 'telepathy' }]);
        expect(lead.engagements).toEqual([]);
        expect(lead.unreadable).toEqual([
            { section: 'engagements', what: 'kind', value: 'telepathy' }
        ]);
    });

    it.each(['not JSON', '{"question":"x"}', '"text"'])('survive answers such as %s', (answers) => {
        const lead = read([{ ...row, Handoff_Answers__c: answers }]);
        expect(lead.engagements[0]?.answers).toEqual([]);
        expect(lead.unreadable).toMatchObject([{ what: 'answers' }]);
    });

    it('cut long answers', () => {
        const answers = JSON.stringify([{ question: 'Why?', answer: 'x'.repeat(9000) }]);
        const [engagement] = read([{ ...row, Handoff_Answers__c: answers }]).engagements;
        expect(engagement?.answers[0]?.answer).toHaveLength(2000);
    });
});

describe('campaign responses', () => {
    const member = (type: string | null): SalesforceCampaignMemberRow => ({
        Id: '00v',
        HasResponded: true,
        FirstRespondedDate: '2026-11-18',
        CreatedDate: '2026-11-01T09:00:00.000Z',
        Campaign: { Name: 'Autumn', Type: type }
    });

    it.each([
        ['Webinar', 'webinar'],
        ['Trade Show', 'event'],
        ['Seminar / Conference', 'event'],
        ['Email', 'campaign'],
        [null, 'campaign']
    ])('of type %s are a %s', (type, kind) => {
        expect(read([], [member(type)]).engagements).toMatchObject([
            { kind, title: 'Autumn', campaign: 'Autumn', at: Date.UTC(2026, 10, 18, 12) }
        ]);
    });

    it('fall back on the day of joining', () => {
        const undated = { ...member('Webinar'), FirstRespondedDate: null };
        expect(read([], [undated]).engagements[0]?.at).toBe(Date.UTC(2026, 10, 1, 9));
    });

    it('are not there for those who were only invited', () => {
        expect(read([], [{ ...member('Webinar'), HasResponded: false }]).engagements).toEqual([]);
    });
});
