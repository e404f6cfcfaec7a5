import type { Transaction } from '../apex/program.ts';
import type { SObjectType } from '../schema.ts';
import { fieldsGiven } from './pending.ts';
import type { SObjectRecord } from '../soql/record.ts';
import type { DmlError, DmlOperation } from './types.ts';

/** Objects that decide who sees what; the platform writes them apart from all others. */
const SETUP_OBJECTS: readonly string[] = [
    'FieldPermissions',
    'GroupMember',
    'ObjectPermissions',
    'PermissionSet',
    'PermissionSetAssignment',
    'QueueSobject',
    'SetupEntityAccess',
    'User',
    'UserRole'
];
/** An update of a User without these, and an insert without a role, goes with ordinary records. */
const USER_ACCESS: readonly string[] = [
    'IsActive',
    'UserRoleId',
    'ForecastEnabled',
    'IsPortalEnabled',
    'Username',
    'ProfileId'
];

/**
 * The error of a statement that writes setup objects after others, or the other way round, within one
 * context; null where it may run. What it writes is noted. A Group goes with everything when it is
 * inserted or updated.
 */
export function mixedDml(
    operation: DmlOperation,
    object: SObjectType,
    records: readonly SObjectRecord[],
    { writes }: Transaction
): DmlError | null {
    if (isBoth(operation, object, records)) return null;
    const isSetup = SETUP_OBJECTS.includes(object.name) || object.name === 'Group';
    const other = isSetup ? writes.data : writes.setup;
    if (other !== null) {
        return {
            code: 'MIXED_DML_OPERATION',
            message:
                'DML operation on setup object is not permitted after you have updated a ' +
                `non-setup object (or vice versa): ${object.name}, original object: ${other}`,
            fields: []
        };
    }
    if (isSetup) writes.setup ??= object.name;
    else writes.data ??= object.name;
    return null;
}

function isBoth(
    operation: DmlOperation,
    object: SObjectType,
    records: readonly SObjectRecord[]
): boolean {
    const saves = operation === 'insert' || operation === 'update';
    if (object.name === 'Group') return saves;
    if (object.name !== 'User' || !saves) return false;
    const sets = (names: readonly string[]): boolean =>
        records.some((record) => fieldsGiven(record).some(({ name }) => names.includes(name)));
    if (operation === 'update') return !sets(USER_ACCESS);
    return records.every((record) => (record.fields.get('userroleid')?.value ?? null) === null);
}
