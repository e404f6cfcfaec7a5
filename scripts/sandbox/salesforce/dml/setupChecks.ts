import type { Transaction } from '../apex/program.ts';
import { isPermissionable } from '../fields.ts';
import { hasPermissions } from '../grants.ts';
import { valueIn } from '../store.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import { sameText } from './systemChecks.ts';
import type { DmlError } from './types.ts';

/** What the platform asks of setup objects beyond their fields, as each record is stored. */
export function setupErrors(pending: Pending, transaction: Transaction): DmlError[] {
    switch (pending.object.name) {
        case 'User':
            return [usernameError(pending, transaction), licenceError(pending, transaction)].filter(
                (error) => error !== null
            );
        case 'PermissionSetAssignment':
            return assignmentErrors(pending, transaction);
        case 'ObjectPermissions':
            return hasPermissions(String(pending.row.SobjectType))
                ? []
                : [unlisted(pending, 'SobjectType', 'Sobject Type Name')];
        case 'FieldPermissions':
            return fieldPermissionErrors(pending, transaction);
        default:
            return [];
    }
}

function usernameError({ object, row }: Pending, transaction: Transaction): DmlError | null {
    const name = valueIn(row, 'Username');
    if (name === null) return null;
    const field = object.fields.get('username') ?? null;
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(String(name))) {
        const message =
            'Username must be in the form of an email address (for example, john@acme.com).';
        return fieldError('INVALID_EMAIL_ADDRESS', message, field);
    }
    const taken = rowsOf('User', transaction).some(
        (one) => one.Id !== row.Id && sameText(one.Username, name)
    );
    if (!taken) return null;
    const message =
        'Duplicate Username. The username already exists in this or another Salesforce organization. ' +
        'Usernames must be unique across all Salesforce organizations. To resolve, use a different ' +
        "username (it doesn't need to match the user's email address).";
    return fieldError('DUPLICATE_USERNAME', message, field);
}

/** Each active user takes a licence of the kind that the profile names. */
function licenceError({ before, row }: Pending, transaction: Transaction): DmlError | null {
    const isNewlyActive = row.IsActive === true && before?.IsActive !== true;
    if (!isNewlyActive) return null;
    const licenceOf = (user: Pending['row']): unknown =>
        user.ProfileId === null
            ? null
            : transaction.store.byId(String(user.ProfileId))?.row.UserLicenseId;
    const licence = rowsOf('UserLicense', transaction).find((one) => one.Id === licenceOf(row));
    if (licence === undefined) return null;
    const used = rowsOf('User', transaction).filter(
        (one) => one.IsActive === true && licenceOf(one) === licence.Id
    ).length;
    return used < Number(licence.TotalLicenses)
        ? null
        : fieldError('LICENSE_LIMIT_EXCEEDED', 'License Limit Exceeded', null);
}

function assignmentErrors({ row, object }: Pending, transaction: Transaction): DmlError[] {
    const twice = rowsOf('PermissionSetAssignment', transaction).some(
        (one) =>
            one.Id !== row.Id &&
            one.AssigneeId === row.AssigneeId &&
            one.PermissionSetId === row.PermissionSetId
    );
    if (!twice) return [];
    const field = object.fields.get('permissionsetid') ?? null;
    return [fieldError('DUPLICATE_VALUE', 'Duplicate PermissionSetAssignment', field)];
}

/** No permission set states what the platform shows to everybody. */
function fieldPermissionErrors(pending: Pending, { program }: Transaction): DmlError[] {
    const [object = '', name = ''] = String(pending.row.Field).split('.');
    const field = program.schema.get(object.toLowerCase())?.fields.get(name.toLowerCase());
    return field !== undefined && isPermissionable(field)
        ? []
        : [unlisted(pending, 'Field', 'Field Name')];
}

function unlisted({ object, row }: Pending, name: string, label: string): DmlError {
    const field = object.fields.get(name.toLowerCase()) ?? null;
    const message = `${label}: bad value for restricted picklist field: ${row[name]}`;
    return fieldError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, field);
}
