import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { OpenOrg } from '../setup/open.ts';
import { openOrg } from '../setup/open.ts';
import { SAMPLE_FILES, fieldFile, packageOf, removePackage } from '../testing/package.ts';
import { traitNamed } from '../traits/traits.ts';
import { convertLeads } from './convert.ts';
import { mergeRecords } from './merge.ts';
import type { Values } from './testing.ts';
import { NOON, dml, idOf, recordWith, rows, transactionOf } from './testing.ts';
import type { DmlResult } from './types.ts';

const forceApp = packageOf({
    ...SAMPLE_FILES,
    'objects/Visit__c/Visit__c.object-meta.xml':
        '<CustomObject><label>Visit</label><nameField><type>AutoNumber</type>' +
        '<displayFormat>V-{0000}</displayFormat></nameField></CustomObject>',
    ...Object.fromEntries([
        fieldFile(
            'Visit__c',
            'Key__c',
            '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>'
        ),
        fieldFile(
            'Visit__c',
            'Kind__c',
            '<type>Text</type><length>9</length><required>true</required>'
        ),
        fieldFile('Visit__c', 'Seen__c', '<type>Checkbox</type><defaultValue>true</defaultValue>')
    ]),
    'classes/Guard.cls': `public without sharing class Guard {
        public static void before(List<Lead> leads) {
            for (Lead one : leads) {
                if (one.Company == 'Wrong') {
                    throw new IllegalArgumentException('Not with us');
                }
                if (one.Company == 'Refused') {
                    one.addError('Not that one');
                }
                one.put('Note__c', one.OwnerId == null ? 'nobody' : 'somebody');
            }
        }
    }`,
    'triggers/Leads.trigger':
        'trigger Leads on Lead(before insert, before update) { Guard.before(Trigger.new); }',
    'triggers/LeadsAfter.trigger': `trigger LeadsAfter on Lead(after insert, before delete, after delete, after undelete) {
        if (Trigger.isInsert) {
            for (Lead one : Trigger.new) {
                if (one.Company == 'Late') {
                    one.addError('Too late');
                }
            }
        } else if (Trigger.isDelete) {
            for (Lead one : Trigger.old) {
                if (one.Company == 'Keep') {
                    one.addError('Kept');
                }
            }
        }
    }`
});
const MIA: Values = { LastName: 'Moss', Company: 'Acme' };
let org: OpenOrg;

afterAll(() => removePackage(forceApp));

beforeEach(() => {
    org = openOrg(forceApp, () => NOON);
});

function errorsOf(results: readonly DmlResult[]): string[][] {
    return results.map(({ errors }) => errors.map(({ code, message }) => `${code}: ${message}`));
}

function visit(values: Values = {}): Values {
    return { Kind__c: 'form', ...values };
}

describe('an insert', () => {
    it('fills in what the platform and the fields give', () => {
        const [result] = dml(org, 'insert', 'Visit__c', [visit()]);
        expect(result).toMatchObject({ success: true, created: true });
        expect(rows(org, 'Visit__c')).toMatchObject([
            {
                Name: 'V-0001',
                Seen__c: true,
                OwnerId: org.deployer.id,
                CreatedById: org.deployer.id,
                CreatedDate: '2026-03-04T12:00:00.000Z'
            }
        ]);
    });

    it.each([
        [{ ...visit(), Id: 'a0A000000000001AAA' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
        [visit({ Kind__c: null }), 'REQUIRED_FIELD_MISSING'],
        [visit({ Kind__c: 'ten letters' }), 'STRING_TOO_LONG'],
        [visit({ Lead__c: '00Q000000000009AAA' }), 'INVALID_CROSS_REFERENCE_KEY'],
        [visit({ CreatedDate: '2026-01-01T00:00:00.000Z' }), 'INVALID_FIELD_FOR_INSERT_UPDATE']
    ])('refuses %j with %s', (values, code) => {
        expect(dml(org, 'insert', 'Visit__c', [values as Values])[0]?.errors[0]?.code).toBe(code);
        expect(rows(org, 'Visit__c')).toEqual([]);
    });

    it('keeps texts without blanks around them, and numbers with the decimals of their field', () => {
        dml(org, 'insert', 'Contact', [{ LastName: ' Moss ' }]);
        expect(rows(org, 'Contact')).toMatchObject([{ LastName: 'Moss', Name: 'Moss' }]);
        const points = [-1.25, 0.05, 1e-9, 9999.94];
        dml(
            org,
            'insert',
            'Lead',
            points.map((Points__c) => ({ ...MIA, Points__c }))
        );
        expect(rows(org, 'Lead').map(({ Points__c }) => Points__c)).toEqual([-1.3, 0.1, 0, 9999.9]);
        const id = String(rows(org, 'Lead')[0]?.Id);
        dml(org, 'insert', 'Visit__c', [visit({ Lead__c: id.slice(0, 15) })]);
        expect(rows(org, 'Visit__c')).toMatchObject([{ Lead__c: id }]);
    });

    it('refuses a lookup to a record of another object', () => {
        const contact = idOf(dml(org, 'insert', 'Contact', [{ LastName: 'Moss' }]));
        expect(
            dml(org, 'insert', 'Visit__c', [visit({ Lead__c: contact })])[0]?.errors[0]?.code
        ).toBe('FIELD_INTEGRITY_EXCEPTION');
    });

    it('refuses a value that a unique field holds already, in any case of letters', () => {
        const first = idOf(dml(org, 'insert', 'Visit__c', [visit({ Key__c: 'a' })]));
        expect(errorsOf(dml(org, 'insert', 'Visit__c', [visit({ Key__c: 'A' })]))).toEqual([
            [
                `DUPLICATE_VALUE: duplicate value found: Key__c duplicates value on record with id: ${first}`
            ]
        ]);
        const both = [visit({ Key__c: 'b' }), visit({ Key__c: 'b' })];
        expect(dml(org, 'insert', 'Visit__c', both)[1]?.errors[0]?.code).toBe('DUPLICATE_VALUE');
    });

    it('gives before triggers an owner', () => {
        dml(org, 'insert', 'Lead', [MIA]);
        expect(rows(org, 'Lead')).toMatchObject([{ Note__c: 'somebody' }]);
    });
});

describe('a statement that is all or none', () => {
    it('saves nothing where one record fails, and says so of the others', () => {
        const results = dml(org, 'insert', 'Lead', [MIA, { ...MIA, Company: null }]);
        expect(results.map(({ success, id }) => ({ success, id }))).toEqual([
            { success: false, id: null },
            { success: false, id: null }
        ]);
        expect(results.map(({ errors }) => errors[0]?.code)).toEqual([
            'ALL_OR_NONE_OPERATION_ROLLED_BACK',
            'REQUIRED_FIELD_MISSING'
        ]);
        expect(rows(org, 'Lead')).toEqual([]);
    });

    it('names the trigger that failed', () => {
        expect(
            errorsOf(dml(org, 'insert', 'Lead', [{ ...MIA, Company: 'Wrong' }]))[0]?.[0]
        ).toMatch(
            /^CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: Leads: execution of BeforeInsert\n\ncaused by: System\.IllegalArgumentException: Not with us\n\nGuard\.cls:/
        );
    });

    it('runs triggers for two hundred records at a time', () => {
        const many = Array.from({ length: 201 }, () => MIA);
        const transaction = transactionOf(org);
        dml(org, 'insert', 'Lead', many, {}, transaction);
        expect(rows(org, 'Lead')).toHaveLength(201);
    });
});

describe('a statement that may save a part', () => {
    it('saves the sound records, whether a trigger refused the others before or after', () => {
        const companies = ['Acme', 'Refused', 'Late', 'Borealis'];
        const results = dml(
            org,
            'insert',
            'Lead',
            companies.map((Company) => ({ ...MIA, Company })),
            { allOrNone: false }
        );
        expect(errorsOf(results)).toEqual([
            [],
            ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Not that one'],
            ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Too late'],
            []
        ]);
        expect(rows(org, 'Lead').map(({ Company }) => Company)).toEqual(['Acme', 'Borealis']);
        expect(results.map(({ id }) => id === null)).toEqual([false, true, true, false]);
    });
});

describe('an update', () => {
    it.each([
        [{ Company: 'x' }, 'MISSING_ARGUMENT'],
        [{ Id: '00Q000000000099AAA', Company: 'x' }, 'INVALID_CROSS_REFERENCE_KEY']
    ])('refuses %j with %s', (values, code) => {
        expect(dml(org, 'update', 'Lead', [values])[0]?.errors[0]?.code).toBe(code);
    });

    it('runs validation rules on what it changes', () => {
        const Id = idOf(dml(org, 'insert', 'Lead', [MIA]));
        expect(errorsOf(dml(org, 'update', 'Lead', [{ Id, Decision__c: 'rejected' }]))).toEqual([
            ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Choose a reason.']
        ]);
    });
});

describe('an upsert', () => {
    it('finds records by an external id', () => {
        dml(org, 'insert', 'Visit__c', [visit({ Key__c: 'a' })]);
        const results = dml(
            org,
            'upsert',
            'Visit__c',
            [visit({ Key__c: 'A', Kind__c: 'page' }), visit({ Key__c: 'b' })],
            { externalId: 'Key__c' }
        );
        expect(results.map(({ created }) => created)).toEqual([false, true]);
        expect(rows(org, 'Visit__c').map(({ Kind__c }) => Kind__c)).toEqual(['page', 'form']);
    });

    it.each([
        [[{ Kind__c: 'form' }], 'MISSING_ARGUMENT: Key__c not specified'],
        [[{ Key__c: 'c' }, { Key__c: 'C' }], 'DUPLICATE_VALUE: Duplicate external id specified: C']
    ])('refuses %j', (values, message) => {
        const results = dml(org, 'upsert', 'Visit__c', values, {
            externalId: 'Key__c',
            allOrNone: false
        });
        expect(errorsOf(results).flat()).toContain(message);
    });
});

describe('setup objects', () => {
    const QUEUE: Values = { Name: 'Inbound', Type: 'Queue' };

    it('are not written in one context with ordinary ones, in either order', () => {
        const transaction = transactionOf(org);
        const QueueId = idOf(dml(org, 'insert', 'Group', [QUEUE], {}, transaction));
        const queue: Values = { QueueId, SobjectType: 'Lead' };
        expect(dml(org, 'insert', 'QueueSobject', [queue], {}, transaction)[0]?.success).toBe(true);
        expect(errorsOf(dml(org, 'insert', 'Lead', [MIA], {}, transaction))).toEqual([
            [
                'MIXED_DML_OPERATION: DML operation on setup object is not permitted after you ' +
                    'have updated a non-setup object (or vice versa): Lead, original object: QueueSobject'
            ]
        ]);
        const other = transactionOf(org);
        dml(org, 'insert', 'Lead', [MIA], {}, other);
        expect(dml(org, 'insert', 'QueueSobject', [queue], {}, other)[0]?.errors[0]?.code).toBe(
            'MIXED_DML_OPERATION'
        );
    });

    it('let a group be written with everything, and a user who has no role', () => {
        const transaction = transactionOf(org);
        dml(org, 'insert', 'Lead', [MIA], {}, transaction);
        expect(dml(org, 'insert', 'Group', [QUEUE], {}, transaction)[0]?.success).toBe(true);
        const [ana] = rows(org, 'User').slice(1);
        const Id = ana?.Id ?? null;
        expect(dml(org, 'update', 'User', [{ Id, Title: 'VP' }], {}, transaction)[0]?.success).toBe(
            true
        );
        const inactive = dml(org, 'update', 'User', [{ Id, IsActive: false }], {}, transaction);
        expect(inactive[0]?.errors[0]?.code).toBe('MIXED_DML_OPERATION');
    });

    it('decide who can own a lead', () => {
        const queue = idOf(dml(org, 'insert', 'Group', [QUEUE]));
        const other = idOf(dml(org, 'insert', 'Group', [{ ...QUEUE, Name: 'Other' }]));
        dml(org, 'insert', 'QueueSobject', [{ QueueId: queue, SobjectType: 'Lead' }]);
        const owned = (OwnerId: string): string[][] =>
            errorsOf(dml(org, 'insert', 'Lead', [{ ...MIA, OwnerId }]));
        expect(owned(queue)).toEqual([[]]);
        expect(owned(other)).toEqual([
            ['INVALID_OPERATION: Queue not associated with this SObject type']
        ]);
        const ben = String(rows(org, 'User')[2]?.Id);
        dml(org, 'update', 'User', [{ Id: ben, IsActive: false }]);
        expect(owned(ben)).toEqual([
            [
                `INACTIVE_OWNER_OR_USER: operation performed with inactive user [${ben}] as owner of lead`
            ]
        ]);
    });

    it('refuse a username that is taken', () => {
        const [first] = rows(org, 'User');
        const [result] = dml(org, 'update', 'User', [
            { Id: rows(org, 'User')[1]?.Id ?? null, Username: first?.Username ?? null }
        ]);
        expect(result?.errors[0]).toMatchObject({
            code: 'DUPLICATE_USERNAME',
            fields: ['Username']
        });
    });
});

describe('a deletion', () => {
    it('empties lookups and takes along what belongs to the record; undeleting brings both back', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [MIA]));
        dml(org, 'insert', 'Visit__c', [visit({ Lead__c: lead })]);
        dml(org, 'insert', 'Task', [{ Subject: 'Call', WhoId: lead }]);
        expect(dml(org, 'delete', 'Lead', [{ Id: lead }])[0]?.success).toBe(true);
        expect(rows(org, 'Lead')).toEqual([]);
        expect(rows(org, 'Task')).toEqual([]);
        expect(rows(org, 'Visit__c')).toMatchObject([{ Lead__c: null }]);
        expect(dml(org, 'update', 'Lead', [{ Id: lead, Company: 'x' }])[0]?.errors[0]?.code).toBe(
            'ENTITY_IS_DELETED'
        );
        expect(dml(org, 'undelete', 'Lead', [{ Id: lead }])[0]?.success).toBe(true);
        expect(rows(org, 'Lead')).toHaveLength(1);
        expect(rows(org, 'Task')).toHaveLength(1);
        expect(rows(org, 'Visit__c')).toMatchObject([{ Lead__c: lead }]);
    });

    it('is refused by a trigger, and of what is not there', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [{ ...MIA, Company: 'Keep' }]));
        expect(errorsOf(dml(org, 'delete', 'Lead', [{ Id: lead }]))).toEqual([
            ['FIELD_CUSTOM_VALIDATION_EXCEPTION: Kept']
        ]);
        expect(rows(org, 'Lead')).toHaveLength(1);
        expect(dml(org, 'undelete', 'Lead', [{ Id: lead }])[0]?.errors[0]?.code).toBe(
            'UNDELETE_FAILED'
        );
    });
});

describe('activities', () => {
    it('keep their relations, what is closed and when', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [MIA]));
        const Id = idOf(dml(org, 'insert', 'Task', [{ Subject: 'Call', WhoId: lead }]));
        expect(rows(org, 'Task')).toMatchObject([
            { Status: 'Not Started', Priority: 'Normal', IsClosed: false, WhoCount: 1 }
        ]);
        expect(rows(org, 'TaskRelation')).toMatchObject([{ TaskId: Id, RelationId: lead }]);
        dml(org, 'update', 'Task', [{ Id, Status: 'Completed', WhoId: null }]);
        expect(rows(org, 'Task')).toMatchObject([
            { IsClosed: true, CompletedDateTime: '2026-03-04T12:00:00.000Z', WhoCount: 0 }
        ]);
        expect(rows(org, 'TaskRelation')).toEqual([]);
    });

    it('may be about more than one person', () => {
        const [mia, ben] = dml(org, 'insert', 'Lead', [MIA, MIA]).map(({ id }) => String(id));
        const task = { Subject: 'Call', WhoId: mia ?? null, TaskWhoIds: `${mia};${ben}` };
        const Id = idOf(dml(org, 'insert', 'Task', [task]));
        expect(rows(org, 'Task')).toMatchObject([{ WhoCount: 2 }]);
        expect(rows(org, 'TaskRelation').map(({ RelationId }) => RelationId)).toEqual([mia, ben]);
        const other = idOf(dml(org, 'insert', 'Contact', [{ LastName: 'Moss' }]));
        dml(org, 'insert', 'TaskRelation', [{ TaskId: Id, RelationId: other, IsWhat: false }]);
        expect(rows(org, 'Task')).toMatchObject([{ WhoCount: 3 }]);
    });

    it('begin and end, if they are events', () => {
        expect(errorsOf(dml(org, 'insert', 'Event', [{ Subject: 'Demo' }]))).toEqual([
            [
                'REQUIRED_FIELD_MISSING: Required fields are missing: ' +
                    '[DurationInMinutes, ActivityDateTime]'
            ]
        ]);
        const allDay = { Subject: 'Fair', IsAllDayEvent: true, ActivityDate: '2026-03-05' };
        dml(org, 'insert', 'Event', [allDay]);
        expect(rows(org, 'Event')).toMatchObject([{ StartDateTime: '2026-03-05T00:00:00.000Z' }]);
    });

    it('end when their length says', () => {
        dml(org, 'insert', 'Event', [
            { Subject: 'Demo', StartDateTime: '2026-03-05T09:00:00.000Z', DurationInMinutes: 30 }
        ]);
        expect(rows(org, 'Event')).toMatchObject([
            { EndDateTime: '2026-03-05T09:30:00.000Z', ActivityDate: '2026-03-05' }
        ]);
    });

    it('are written beside an email that was sent, with its relations', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [MIA]));
        dml(org, 'insert', 'EmailMessage', [
            { Subject: 'Demo', Status: '3', Incoming: false, ToIds: lead }
        ]);
        expect(rows(org, 'EmailMessageRelation')).toMatchObject([
            { RelationId: lead, RelationType: 'ToAddress', RelationObjectType: 'Lead' }
        ]);
        expect(rows(org, 'Task')).toMatchObject([
            { TaskSubtype: 'Email', WhoId: lead, IsClosed: true, Subject: 'Email: Demo' }
        ]);
        expect(rows(org, 'EmailMessage')[0]?.ActivityId).toBe(rows(org, 'Task')[0]?.Id);
    });
});

describe('a conversion', () => {
    const request = (
        leadId: string,
        change: object = {}
    ): Parameters<typeof convertLeads>[0][0] => ({
        leadId,
        convertedStatus: 'Closed - Converted',
        accountId: null,
        contactId: null,
        opportunityName: null,
        doNotCreateOpportunity: false,
        ownerId: null,
        overwriteLeadSource: false,
        ...change
    });
    const convert = (leadId: string, change: object = {}): ReturnType<typeof convertLeads> =>
        convertLeads(
            [request(leadId, change)],
            { mode: 'system', allOrNone: true },
            transactionOf(org)
        );

    it('makes an account, a contact and an opportunity, and moves the activities', () => {
        const lead = idOf(
            dml(org, 'insert', 'Lead', [{ ...MIA, Email: 'mia@acme.example', Country: 'Japan' }])
        );
        dml(org, 'insert', 'Task', [{ Subject: 'Call', WhoId: lead }]);
        const [result] = convert(lead);
        expect(result).toMatchObject({ success: true, leadId: lead });
        expect(rows(org, 'Contact')).toMatchObject([
            { Id: result?.contactId, AccountId: result?.accountId, MailingCountry: 'Japan' }
        ]);
        expect(rows(org, 'Account')).toMatchObject([{ Name: 'Acme' }]);
        expect(rows(org, 'Opportunity')).toMatchObject([
            { AccountId: result?.accountId, StageName: 'Prospecting', CloseDate: '2026-03-31' }
        ]);
        expect(rows(org, 'Task')).toMatchObject([{ WhoId: result?.contactId }]);
        expect(rows(org, 'Lead')).toMatchObject([
            { IsConverted: true, ConvertedContactId: result?.contactId }
        ]);
    });

    it('fills what an existing contact lacks, and its source only where that is asked for', () => {
        const AccountId = idOf(dml(org, 'insert', 'Account', [{ Name: 'Acme' }]));
        const contactId = idOf(
            dml(org, 'insert', 'Contact', [{ LastName: 'Old', LeadSource: 'Web', AccountId }])
        );
        const given = { ...MIA, Title: 'VP', LeadSource: 'Other' };
        for (const overwriteLeadSource of [false, true]) {
            const lead = idOf(dml(org, 'insert', 'Lead', [given]));
            convert(lead, { accountId: AccountId, contactId, overwriteLeadSource });
            expect(rows(org, 'Contact')).toMatchObject([
                { LastName: 'Old', Title: 'VP', LeadSource: overwriteLeadSource ? 'Other' : 'Web' }
            ]);
        }
        expect(rows(org, 'Account')).toHaveLength(1);
    });

    it('leaves a lead that nobody can change or write a Task about', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [MIA]));
        convert(lead);
        const message = 'CANNOT_UPDATE_CONVERTED_LEAD: cannot reference converted lead';
        expect(errorsOf(dml(org, 'update', 'Lead', [{ Id: lead, Company: 'x' }]))).toEqual([
            [message]
        ]);
        expect(errorsOf(dml(org, 'insert', 'Task', [{ Subject: 'x', WhoId: lead }]))).toEqual([
            [message]
        ]);
        expect(convert(lead)[0]?.errors[0]?.code).toBe('CANNOT_UPDATE_CONVERTED_LEAD');
    });

    it('refuses a status that is none of conversion, and creates nothing', () => {
        const lead = idOf(dml(org, 'insert', 'Lead', [MIA]));
        expect(convert(lead, { convertedStatus: 'Working - Contacted' })[0]?.errors).toMatchObject([
            { code: 'INVALID_STATUS', message: 'invalid convertedStatus: Working - Contacted' }
        ]);
        expect(rows(org, 'Account')).toEqual([]);
    });
});

describe('a campaign', () => {
    it('has each person once, and knows who responded', () => {
        const CampaignId = idOf(dml(org, 'insert', 'Campaign', [{ Name: 'Fair' }]));
        const LeadId = idOf(dml(org, 'insert', 'Lead', [MIA]));
        const Id = idOf(dml(org, 'insert', 'CampaignMember', [{ CampaignId, LeadId }]));
        expect(errorsOf(dml(org, 'insert', 'CampaignMember', [{ CampaignId, LeadId }]))).toEqual([
            ['DUPLICATE_VALUE: Already a campaign member.']
        ]);
        expect(rows(org, 'CampaignMember')).toMatchObject([
            { Status: 'Sent', HasResponded: false }
        ]);
        dml(org, 'update', 'CampaignMember', [{ Id, Status: 'Responded' }]);
        expect(rows(org, 'Campaign')).toMatchObject([
            { NumberOfLeads: 1, NumberOfContacts: 0, NumberOfResponses: 1 }
        ]);
        expect(rows(org, 'CampaignMember')).toMatchObject([
            { HasResponded: true, FirstRespondedDate: '2026-03-04' }
        ]);
    });
});

describe('a merge', () => {
    it('moves what hangs on the loser, and deletes it into the master', () => {
        const [master, loser] = dml(org, 'insert', 'Lead', [MIA, MIA]).map(({ id }) => String(id));
        dml(org, 'insert', 'Visit__c', [visit({ Lead__c: loser ?? null })]);
        const result = mergeRecords(
            recordWith(org, 'Lead', { Id: master ?? null, Title: 'VP' }),
            [recordWith(org, 'Lead', { Id: loser ?? null })],
            { mode: 'system', allOrNone: true },
            transactionOf(org)
        );
        expect(result).toMatchObject({ success: true, id: master });
        expect(rows(org, 'Lead')).toMatchObject([{ Id: master, Title: 'VP' }]);
        expect(rows(org, 'Visit__c')).toMatchObject([{ Lead__c: master }]);
        expect(org.store.byId(String(loser))?.row).toMatchObject({
            IsDeleted: true,
            MasterRecordId: master
        });
    });
});

describe('history', () => {
    it('says how an owner changed', () => {
        const ruled = openOrg(forceApp, () => NOON, [traitNamed('leadAssignmentRule')]);
        const Id = idOf(dml(ruled, 'insert', 'Lead', [MIA], { useAssignmentRule: true }));
        expect(rows(ruled, 'Lead')).toMatchObject([{ OwnerId: ruled.setup.leadAssignee }]);
        dml(ruled, 'update', 'Lead', [{ Id, OwnerId: ruled.deployer.id }], {
            acceptsOwnership: true
        });
        expect(rows(ruled, 'LeadHistory').map(({ Field, NewValue }) => [Field, NewValue])).toEqual([
            ['created', null],
            ['ownerAssignment', 'Inbound'],
            ['ownerAssignment', ruled.setup.leadAssignee],
            ['ownerAccepted', 'Dana Deployer'],
            ['ownerAccepted', ruled.deployer.id]
        ]);
    });
});
