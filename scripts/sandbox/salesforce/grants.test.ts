import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { mayEditField, mayReadField, mayReadObject, sandboxUserOf } from './access.ts';
import type { SandboxUser } from './access.ts';
import type { Values } from './dml/testing.ts';
import { NOON, dml, idOf, rows, transactionOf } from './dml/testing.ts';
import type { OpenOrg } from './setup/open.ts';
import { openOrg } from './setup/open.ts';
import { SAMPLE_FILES, packageOf, removePackage } from './testing/package.ts';

const forceApp = packageOf(SAMPLE_FILES);
let org: OpenOrg;
let rep: SandboxUser;
let set: string;

afterAll(() => removePackage(forceApp));

beforeEach(() => {
    org = openOrg(forceApp, () => NOON);
    rep = sandboxUserOf(String(rows(org, 'User')[1]?.Id), org);
    set = idOf(dml(org, 'insert', 'PermissionSet', [{ Name: 'Own', Label: 'Own' }]));
});

function assign(): string {
    return idOf(
        dml(org, 'insert', 'PermissionSetAssignment', [
            { AssigneeId: rep.id, PermissionSetId: set }
        ])
    );
}

function allow(object: string, values: Values): ReturnType<typeof dml> {
    return dml(org, 'insert', object, [{ ParentId: set, ...values }]);
}

describe('a permission set that Apex makes', () => {
    it('shows an object and a field to whom it is assigned, for as long as it is', () => {
        allow('ObjectPermissions', { SobjectType: 'Visit__c', PermissionsRead: true });
        allow('FieldPermissions', {
            SobjectType: 'Lead',
            Field: 'Lead.Note__c',
            PermissionsRead: true
        });
        const sees = (): boolean[] => [
            mayReadObject(rep, 'Visit__c'),
            mayReadField(rep, 'Lead', 'Note__c'),
            mayEditField(rep, 'Lead', 'Note__c')
        ];
        expect(sees()).toEqual([false, false, false]);
        const assigned = assign();
        expect(sees()).toEqual([true, true, false]);
        dml(org, 'delete', 'PermissionSetAssignment', [{ Id: assigned }]);
        expect(sees()).toEqual([false, false, false]);
    });

    it.each([
        ['FieldPermissions', { SobjectType: 'Lead', Field: 'Lead.LastName' }, 'Field Name'],
        ['FieldPermissions', { SobjectType: 'Lead', Field: 'Lead.Nope__c' }, 'Field Name'],
        ['ObjectPermissions', { SobjectType: 'Task' }, 'Sobject Type Name']
    ])('states nothing that everybody may: %s %j', (object, values, label) => {
        const [result] = allow(object, { ...values, PermissionsRead: true });
        expect(result?.errors).toMatchObject([
            {
                code: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
                message: expect.stringContaining(`${label}: bad value`)
            }
        ]);
    });

    it('is assigned to nobody twice', () => {
        assign();
        expect(assign).toThrow('Duplicate PermissionSetAssignment');
    });
});

describe('a user', () => {
    it('reads what stands beside people, and setup, without any permission', () => {
        for (const object of ['Task', 'EmailMessage', 'CampaignMember', 'Profile', 'User']) {
            expect(mayReadObject(rep, object)).toBe(true);
        }
        expect(mayReadField(rep, 'Lead', 'LastName')).toBe(true);
    });

    it('is refused a record of an object that no permission opens', () => {
        const [result] = dml(
            org,
            'insert',
            'Visit__c',
            [{}],
            { mode: 'user' },
            transactionOf(org, rep)
        );
        expect(result?.errors).toMatchObject([{ message: "Access to entity 'Visit__c' denied" }]);
    });
});
