import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../../test/support/agreement.ts';
import type { SalesforceRecords } from '../../../shared/crm/salesforce/records.ts';
import type { Permissions } from './access.ts';
import { makeId } from './ids.ts';
import type { Org } from './org.ts';
import { createOrg } from './org.ts';

const FORCE_APP = new URL('../../../force-app', import.meta.url).pathname;
const NOW = Date.parse('2026-11-20T15:00:00Z');
const LEAD = makeId('00Q', 1);
const CONTACT = makeId('003', 1);
const REP = makeId('005', 1);
const QUEUE = makeId('00G', 1);
const VISITS = 1000;
let org: Org;

beforeAll(() => {
    org = createOrg({ forceApp: FORCE_APP, now: () => NOW });
    const person = { OwnerId: REP, LeadSource: 'Web', Handoff_Mql_At__c: '2026-11-19T15:00:00Z' };
    org.seed({
        User: [{ Id: REP, FirstName: 'Ada', LastName: 'Rep' }],
        Group: [{ Id: QUEUE, Name: 'Inbound', Type: 'Queue' }],
        Account: [{ Id: makeId('001', 1), Name: 'Acme', NumberOfEmployees: 200, OwnerId: REP }],
        Lead: [
            { Id: LEAD, LastName: 'Moss', Company: 'Acme', ...person },
            {
                Id: makeId('00Q', 2),
                LastName: 'Reed',
                Company: 'Bolt',
                ...person,
                Handoff_Decision__c: 'accepted'
            }
        ],
        Contact: [{ Id: CONTACT, LastName: 'Kay', AccountId: makeId('001', 1), ...person }],
        Task: [
            {
                Id: makeId('00T', 1),
                WhoId: LEAD,
                OwnerId: REP,
                Status: 'Completed',
                TaskSubtype: 'Call'
            }
        ],
        EmailMessage: [{ Id: makeId('02s', 1), Subject: 'Hello', CreatedById: REP }],
        EmailMessageRelation: [
            { Id: makeId('0CZ', 1), EmailMessageId: makeId('02s', 1), RelationId: LEAD }
        ],
        Campaign: [{ Id: makeId('701', 1), Name: 'Webinar', Type: 'Webinar' }],
        CampaignMember: [
            { Id: makeId('00v', 1), LeadId: LEAD, CampaignId: makeId('701', 1), HasResponded: true }
        ],
        LeadHistory: [
            { Id: makeId('017', 1), LeadId: LEAD, Field: 'Owner', OldValue: QUEUE, NewValue: REP }
        ],
        Handoff_Engagement__c: Array.from({ length: VISITS }, (_, n) => ({
            Id: makeId('a00', n + 1),
            Handoff_Lead__c: LEAD,
            Handoff_Kind__c: 'page_view',
            Handoff_Occurred_At__c: new Date(NOW - n * 60_000).toISOString()
        }))
    });
});

function load(recordId: string, permissions: Permissions = {}): SalesforceRecords {
    const parameters = { recordId, acceptanceSince: '2026-10-01', cohort: 'mql_date' };
    const user = { id: REP, permissions };
    return org.apex('HandoffLeadContext', 'load', parameters, user) as SalesforceRecords;
}

describe('HandoffLeadContext, from its own source', () => {
    it('loads all that a panel shows of a lead', () => {
        const found = load(LEAD);
        expect(found.objectName).toBe('Lead');
        expect(found.person).toMatchObject({ Id: LEAD, Name: 'Moss', Owner: { Name: 'Ada Rep' } });
        expect(found.tasks).toMatchObject([{ TaskSubtype: 'Call', IsClosed: true }]);
        expect(found.emails).toMatchObject([{ Subject: 'Hello', CreatedBy: { Name: 'Ada Rep' } }]);
        expect(found.campaignMembers).toMatchObject([{ Campaign: { Name: 'Webinar' } }]);
        expect(found.history).toMatchObject([{ Field: 'Owner', OldValue: QUEUE, NewValue: REP }]);
        expect(found.owners).toEqual([
            { Id: REP, Name: 'Ada Rep' },
            { Id: QUEUE, Name: 'Inbound' }
        ]);
        expect(found.engagements).toHaveLength(VISITS);
        expect(found.engagements[0]?.Handoff_Occurred_At__c).toBe('2026-11-20T15:00:00.000Z');
        expect(found.acceptance).toEqual([{ total: 1 }, { decision: 'accepted', total: 1 }]);
        expect(found.gaps).toEqual([]);
    });

    it('loads a contact with the facts of its account', () => {
        const { person, objectName } = load(CONTACT);
        expect(objectName).toBe('Contact');
        expect(person).toMatchObject({ Account: { Name: 'Acme', NumberOfEmployees: 200 } });
    });

    it('names what the user may not see, and shows the rest', () => {
        const found = load(LEAD, {
            hiddenObjects: ['Task', 'EmailMessage'],
            hiddenFields: ['Lead.AnnualRevenue']
        });
        const hidden = found.gaps.filter(({ why }) => why === 'no_access');
        expect(hidden.map(({ section }) => section)).toEqual(['facts', 'tasks', 'emails']);
        expect(found.person).toMatchObject({ Name: 'Moss' });
        expect(found.tasks).toEqual([]);
    });
});

describe('the time of a decision', () => {
    const decide = (fields: object): void =>
        void org.updateRecord({ fields: { Id: LEAD, ...fields } }, { id: REP });
    const liveFields = ['Handoff_Decided_At__c', 'Handoff_Decided_By__c'];
    const stamps = (recordId: string): unknown[] => {
        const names = liveFields.map((name) => `Lead.${name}`);
        const { fields } = org.getRecord(recordId, [], names, { id: REP });
        return liveFields.map((name) => fields[name]?.value);
    };

    it('is the server’s, by the package’s own trigger, and in the history', () => {
        const before = org.snapshot();
        const backdated = '2026-11-19T16:00:00.000Z';
        decide({ Handoff_Decision__c: 'accepted', Handoff_Decided_At__c: backdated });
        expect(stamps(LEAD)).toEqual(['2026-11-20T15:00:00.000Z', REP]);
        expect(load(LEAD).person).toMatchObject({
            Handoff_Decided_At__c: '2026-11-20T15:00:00.000Z'
        });
        expect(load(LEAD).history).toContainEqual(
            expect.objectContaining({
                Field: 'Handoff_Decided_At__c',
                NewValue: '2026-11-20T15:00:00.000Z'
            })
        );
        decide({ Handoff_Decided_At__c: backdated });
        expect(stamps(LEAD)).toEqual(['2026-11-20T15:00:00.000Z', REP]);
        org.restore(before);
    });

    it('is not stamped on what was seeded', () => {
        expect(org.rows('Lead')[1]).toMatchObject({
            Handoff_Decision__c: 'accepted',
            Handoff_Decided_At__c: null,
            Handoff_Assigned_At__c: null
        });
    });
});

describe('a rejection', () => {
    it('needs a reason, on a lead and on a contact alike', () => {
        for (const Id of [LEAD, CONTACT]) {
            const fields = { Id, Handoff_Decision__c: 'rejected' };
            expect(() => org.updateRecord({ fields }, { id: REP })).toThrow(
                'An error occurred while trying to update the record.'
            );
        }
    });

    it('is kept in the history from which the panel replays it', () => {
        const before = org.snapshot();
        const { reasons } = defaultAgreement();
        const reason = reasons.find(({ details }) => details.length === 0)?.code;
        const fields = { Id: LEAD, Handoff_Decision__c: 'rejected', Handoff_Reason__c: reason };
        org.updateRecord({ fields }, { id: REP });
        const changed = load(LEAD).history.map(({ Field }) => Field);
        expect(changed).toContain('Handoff_Decision__c');
        expect(changed).toContain('Handoff_Reason__c');
        org.restore(before);
    });
});
