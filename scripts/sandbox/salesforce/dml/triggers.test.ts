import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { makeId } from '../ids.ts';
import type { Org } from '../org.ts';
import { createOrg } from '../org.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import type { FailureBody } from '../uiApi/failure.ts';
import { RequestFailure } from '../uiApi/failure.ts';

const LEAD = makeId('00Q', 1);
const REP = makeId('005', 1);
const HANDLER = `public with sharing class Handler {
    private static Integer runs = 0;
    private static Lead first;

    public static void before(List<Lead> leads, Map<Id, Lead> before) {
        runs++;
        for (Lead one : leads) {
            Lead old = before.get(one.Id);
            first = old;
            if (one.Company == 'Stamp' && old.Company != 'Stamp') {
                one.put('Decision__c', 'rejected');
                one.put('Reason__c', 'bad_fit');
                one.put('Mql_At__c', System.now());
            } else if (one.Company == 'Unexplained') {
                one.put('Decision__c', 'rejected');
            } else if (one.Company == 'Too long') {
                one.put('Note__c', 'eleven char');
            } else if (one.Company == 'Rewrite the past') {
                old.put('Note__c', 'x');
            } else if (one.Company == 'Null') {
                first = null;
            }
        }
    }

    public static void after(List<Lead> leads, Map<Id, Lead> before) {
        List<Lead> stored = [SELECT Id FROM Lead WHERE Company = :leads[0].Company WITH SYSTEM_MODE];
        if (runs != 1 || stored.size() != 1 || first.Company != before.get(leads[0].Id).Company) {
            throw new IllegalArgumentException('not one transaction');
        }
        if (leads[0].Company == 'Job') {
            leads[0].getQuickActionName();
        } else if (leads[0].Company == 'Late') {
            leads[0].put('Note__c', 'x');
        }
    }
}`;
const forceApp = packageOf({
    ...SAMPLE_FILES,
    'classes/Handler.cls': HANDLER,
    'triggers/SampleLead.trigger': `trigger SampleLead on Lead(before insert, before update, after update) {
        if (Trigger.isBefore && Trigger.isUpdate && Trigger.size == 1) {
            Handler.before(Trigger.new, Trigger.oldMap);
        } else if (Trigger.isInsert) {
            throw new IllegalArgumentException('no insert was asked for');
        } else {
            Handler.after(Trigger.new, Trigger.oldMap);
        }
    }`,
    'triggers/Others.trigger':
        'trigger Others on Contact(before update) { Handler.before(null, null); }'
});
let org: Org;

afterAll(() => removePackage(forceApp));

beforeEach(() => {
    org = createOrg({ forceApp, now: () => Date.parse('2026-11-20T14:03:00.750Z') });
    org.seed({
        User: [{ Id: REP, LastName: 'Rep' }],
        Lead: [{ Id: LEAD, LastName: 'Moss', Company: 'Stamp', OwnerId: REP }]
    });
});

function write(Company: string): void {
    org.updateRecord({ fields: { Id: LEAD, Company } }, { id: REP });
}

function failureOf(company: string): FailureBody {
    try {
        write(company);
    } catch (error) {
        if (error instanceof RequestFailure) return error.response.body;
        throw error;
    }
    throw new Error('the request did not fail');
}

describe('the triggers of the package', () => {
    it('change a row before it is saved, and its history holds what they wrote', () => {
        write('Acme');
        write('Stamp');
        expect(org.rows('Lead')).toMatchObject([
            {
                Decision__c: 'rejected',
                Reason__c: 'bad_fit',
                // The org's clock, in the platform's whole seconds.
                Mql_At__c: '2026-11-20T14:03:00.000Z'
            }
        ]);
        expect(org.rows('LeadHistory')).toMatchObject([
            { Field: 'Decision__c', OldValue: null, NewValue: 'rejected' }
        ]);
    });

    it('run at a save, not when rows are seeded', () => {
        expect(org.rows('Lead')).toMatchObject([{ Company: 'Stamp', Decision__c: null }]);
    });

    it('are told what the row was', () => {
        write('Stamp');
        expect(org.rows('Lead')).toMatchObject([{ Decision__c: null }]);
    });

    it('run before the validation rules', () => {
        expect(failureOf('Unexplained').output?.fieldErrors).toMatchObject({
            Reason__c: [{ message: 'Choose a reason.' }]
        });
        expect(org.rows('Lead')).toMatchObject([{ Company: 'Stamp' }]);
    });

    it('may write no more than a field holds', () => {
        expect(failureOf('Too long').output?.fieldErrors).toMatchObject({
            Note__c: [{ errorCode: 'STRING_TOO_LONG' }]
        });
    });

    it.each([
        ['Rewrite the past', 'BeforeUpdate', 'System.FinalException: Record is read-only'],
        ['Late', 'AfterUpdate', 'System.FinalException: Record is read-only'],
        ['Null', 'AfterUpdate', 'System.NullPointerException']
    ])('that fail undo the save, and are named: %s', (company, event, cause) => {
        const [error] = failureOf(company).output?.errors ?? [];
        expect(error?.errorCode).toBe('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
        expect(error?.message).toMatch(`SampleLead: execution of ${event}\n\ncaused by: ${cause}`);
        expect(org.rows('Lead')).toMatchObject([{ Company: 'Stamp', Note__c: null }]);
        expect(org.rows('LeadHistory')).toEqual([]);
    });

    it('are refused by name where they do what does not run here, and nothing is saved', () => {
        expect(() => write('Job')).toThrow(
            'the sandbox does not run the method SObject.getQuickActionName'
        );
        expect(org.rows('Lead')).toMatchObject([{ Company: 'Stamp' }]);
    });
});
