import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { SandboxUser } from './access.ts';
import { makeId } from './ids.ts';
import type { Org } from './org.ts';
import { createOrg } from './org.ts';
import { SAMPLE_FILES, packageOf, removePackage } from './testing/package.ts';
import { traitNamed } from './traits/traits.ts';
import type { FailedResponse } from './uiApi/failure.ts';
import { RequestFailure, offline, serverError } from './uiApi/failure.ts';

const LEAD = makeId('00Q', 1);
const REP = makeId('005', 1);
const QUEUE = makeId('00G', 1);
const USER: SandboxUser = { id: REP };
const forceApp = packageOf({
    ...SAMPLE_FILES,
    'classes/Greeter.cls': `public with sharing class Greeter {
        @AuraEnabled(cacheable=true)
        public static String greet(String name, Date day) {
            if (name == null) { throw new AuraHandledException('Say who.'); }
            return name + ' ' + day.year();
        }
        public static String closed() { return ''; }
    }`
});
let now = 0;
let org: Org;

afterAll(() => removePackage(forceApp));

beforeEach(() => {
    now = Date.parse('2026-11-20T14:03:00.750Z');
    org = createOrg({ forceApp, now: () => now });
    org.seed({
        User: [{ Id: REP, FirstName: 'Ada', LastName: 'Rep' }],
        Group: [{ Id: QUEUE, Name: 'Inbound', Type: 'Queue' }],
        Lead: [{ Id: LEAD, FirstName: 'Mia', LastName: 'Moss', Company: 'Acme', OwnerId: QUEUE }]
    });
});

function failureOf(run: () => unknown): FailedResponse {
    try {
        run();
    } catch (error) {
        if (error instanceof RequestFailure) return error.response;
        throw error;
    }
    throw new Error('the request did not fail');
}

function write(fields: object, user: SandboxUser = USER): unknown {
    return org.updateRecord({ fields: { Id: LEAD, ...fields } }, user);
}

function errorsOf(fields: object, user: SandboxUser = USER): unknown {
    return failureOf(() => write(fields, user)).body.output;
}

describe('seeding', () => {
    it('completes what the platform sets', () => {
        expect(org.rows('lead')[0]).toMatchObject({
            Name: 'Mia Moss',
            IsConverted: false,
            CreatedDate: '2026-11-20T14:03:00.000Z',
            Note__c: null
        });
    });

    it.each([
        [{ Lead: [{ Id: makeId('00Q', 2), Nope__c: 1 }] }, 'Lead has no field Nope__c'],
        [{ Leed: [] }, 'there is no object Leed'],
        [{ Lead: [{ Id: makeId('003', 2) }] }, 'is no Lead: they begin 00Q'],
        [{ Lead: [{ Id: LEAD }] }, 'is there already'],
        [{ Lead: [{ LastName: 'x' }] }, 'a Lead without an Id'],
        [{ Lead: [{ Id: makeId('00Q', 2), Points__c: '1' }] }, 'Lead.Points__c: "1" is no double'],
        [{ Lead: [{ Id: makeId('00Q', 2), Mql_At__c: '2026-11-20' }] }, 'is no datetime']
    ])('refuses %j', (rows, message) => {
        expect(() => org.seed(rows)).toThrow(message);
    });
});

describe('getRecord', () => {
    it('answers as the UI API does', () => {
        write({ Decision__c: 'accepted', Points__c: 1234 });
        const fields = ['Lead.Name', { objectApiName: 'Lead', fieldApiName: 'Decision__c' }];
        expect(
            org.getRecord(LEAD, fields, ['Lead.Points__c', 'Lead.Owner.Name'], USER)
        ).toMatchObject({
            apiName: 'Lead',
            id: LEAD,
            lastModifiedDate: '2026-11-20T14:03:00.000Z',
            fields: {
                Name: { value: 'Mia Moss', displayValue: null },
                Decision__c: { value: 'accepted', displayValue: 'Accepted' },
                Points__c: { value: 1234, displayValue: '1,234.0' },
                Owner: { value: { apiName: 'Group', fields: { Name: { value: 'Inbound' } } } }
            }
        });
    });

    it('leaves out optional fields that do not exist or are hidden', () => {
        const user = { id: REP, permissions: { hiddenFields: ['Lead.Note__c'] } };
        const optional = ['Lead.Nope__c', 'Lead.Note__c', 'Lead.Company'];
        expect(Object.keys(org.getRecord(LEAD, [], optional, user).fields)).toEqual(['Company']);
    });

    it('fails for a required field that does not exist', () => {
        const failure = failureOf(() => org.getRecord(LEAD, ['Lead.Nope__c'], [], USER));
        expect(failure).toMatchObject({
            ok: false,
            status: 400,
            body: { errorCode: 'INVALID_FIELD' }
        });
        expect(failure.body.message).toMatch(/^No such column 'Nope__c' on entity 'Lead'/);
    });

    it('fails for a record that is not there, or may not be seen', () => {
        expect(failureOf(() => org.getRecord(makeId('00Q', 9), [], [], USER)).status).toBe(404);
        const user = { id: REP, permissions: { hiddenObjects: ['Lead'] } };
        expect(failureOf(() => org.getRecord(LEAD, [], [], user)).status).toBe(403);
    });
});

describe('updateRecord', () => {
    it('writes, stamps the change, and keeps the history of tracked fields', () => {
        now += 60_000;
        write({ Decision__c: 'rejected', Reason__c: 'bad_fit' });
        expect(org.rows('Lead')[0]).toMatchObject({
            Decision__c: 'rejected',
            LastModifiedDate: '2026-11-20T14:04:00.000Z',
            LastModifiedById: REP
        });
        expect(org.rows('LeadHistory')).toMatchObject([
            {
                LeadId: LEAD,
                Field: 'Decision__c',
                OldValue: null,
                NewValue: 'rejected',
                CreatedDate: '2026-11-20T14:04:00.000Z',
                CreatedById: REP
            }
        ]);
    });

    it('keeps a change of owner as names and as ids', () => {
        write({ OwnerId: REP });
        expect(org.rows('LeadHistory')).toMatchObject([
            { Field: 'Owner', OldValue: 'Inbound', NewValue: 'Ada Rep' },
            { Field: 'Owner', OldValue: QUEUE, NewValue: REP }
        ]);
    });

    it('keeps no history of what did not change', () => {
        write({ Decision__c: null, Note__c: 'new' });
        expect(org.rows('LeadHistory')).toEqual([]);
    });

    it('runs the validation rules of the package, and shows them beside their field', () => {
        expect(errorsOf({ Decision__c: 'rejected' })).toMatchObject({
            errors: [],
            fieldErrors: {
                Reason__c: [
                    { errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Choose a reason.' }
                ]
            }
        });
        expect(org.rows('Lead')[0]?.Decision__c).toBeNull();
    });

    it.each([
        [{ Decision__c: 'maybe' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        [{ Reason__c: 'old' }, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST'],
        [{ Note__c: 'eleven char' }, 'STRING_TOO_LONG'],
        [{ Points__c: 10_000 }, 'NUMBER_OUTSIDE_VALID_RANGE'],
        [{ Points__c: 'ten' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
        [{ Mql_At__c: 'today' }, 'INVALID_TYPE_ON_FIELD_IN_RECORD'],
        [{ LastName: '' }, 'REQUIRED_FIELD_MISSING'],
        [{ OwnerId: makeId('005', 99) }, 'INVALID_CROSS_REFERENCE_KEY']
    ])('refuses %j with %s', (fields, errorCode) => {
        const [field] = Object.keys(fields) as [string];
        expect(errorsOf(fields)).toMatchObject({
            fieldErrors: { [field]: [{ errorCode, field }] }
        });
    });

    it('refuses fields that the user may not edit', () => {
        const user = { id: REP, permissions: { readOnlyFields: ['Lead.Note__c'] } };
        expect(errorsOf({ Note__c: 'x' }, user)).toMatchObject({
            errors: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]
        });
        expect(errorsOf({ CreatedDate: '2026-11-20T00:00:00Z' })).toMatchObject({
            errors: [{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }]
        });
        const failure = failureOf(() => write({ Nope__c: 'x' }));
        expect(failure.body.errorCode).toBe('INVALID_FIELD');
    });
});

describe('an org like a real one', () => {
    it('refuses on a page what its own rules refuse, beside the field', () => {
        const strict = createOrg({
            forceApp,
            now: () => now,
            traits: [traitNamed('foreignValidationRules')]
        });
        strict.seed({
            Lead: [{ Id: LEAD, LastName: 'Moss', Company: 'Acme', Country: 'Japan' }]
        });
        const failure = failureOf(() =>
            strict.updateRecord({ fields: { Id: LEAD, Note__c: 'x' } }, USER)
        );
        expect(failure.body.output?.fieldErrors).toMatchObject({
            Email: [
                {
                    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
                    message: 'Phone or Email needed.'
                }
            ]
        });
    });
});

describe('apex', () => {
    it('takes parameters as the browser sends them', () => {
        const result = org.apex('Greeter', 'greet', { name: 'Ada', day: '2026-11-20' }, USER);
        expect(result).toBe('Ada 2026');
    });

    it('fails as an uncaught exception reaches the browser', () => {
        expect(failureOf(() => org.apex('Greeter', 'greet', {}, USER))).toEqual({
            ok: false,
            status: 500,
            statusText: 'Server Error',
            body: {
                message: 'Say who.',
                exceptionType: 'System.AuraHandledException',
                isUserDefinedException: false,
                stackTrace: 'Greeter.cls:4'
            }
        });
    });

    it('opens only @AuraEnabled methods, and no parameters but theirs', () => {
        expect(() => org.apex('Greeter', 'closed', {}, USER)).toThrow(
            'no static @AuraEnabled method'
        );
        expect(() => org.apex('Greeter', 'greet', { nam: 'x' }, USER)).toThrow('no parameter nam');
    });
});

describe('an org', () => {
    it('comes back as it was', () => {
        const before = JSON.parse(JSON.stringify(org.snapshot()));
        write({ Decision__c: 'accepted' });
        org.restore(before);
        expect(org.rows('Lead')[0]?.Decision__c).toBeNull();
        expect(org.rows('LeadHistory')).toEqual([]);
    });

    it('notes each request, and lets a test fail one', () => {
        org.intercept = ({ kind }) => (kind === 'updateRecord' ? serverError() : offline());
        expect(failureOf(() => write({ Note__c: 'x' })).status).toBe(500);
        expect(failureOf(() => org.getRecord(LEAD, [], [], USER)).status).toBe(0);
        org.intercept = null;
        org.getRecord(LEAD, [], [], USER);
        expect(org.calls.map(({ kind }) => kind)).toEqual([
            'updateRecord',
            'getRecord',
            'getRecord'
        ]);
        expect(org.rows('Lead')[0]?.Note__c).toBeNull();
    });
});
