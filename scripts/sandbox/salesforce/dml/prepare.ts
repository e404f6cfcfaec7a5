import { mayCreateObject, mayEditField, mayEditObject } from '../access.ts';
import type { SObjectType } from '../schema.ts';
import type { SObjectRecord } from '../soql/record.ts';
import type { Row, StoredRecord } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { mayEditRow } from '../sharing.ts';
import { defaultRow } from './defaults.ts';
import { CONVERTED, checkField, fieldError } from './fieldChecks.ts';
import type { DmlContext, Pending } from './pending.ts';
import { fieldsGiven, idOf } from './pending.ts';
import { rowsOf } from './rows.ts';
import type { DmlError } from './types.ts';

/** Of these the platform looks for the first time once before triggers have run, unless a page saves. */
const LATER: readonly string[] = [
    'REQUIRED_FIELD_MISSING',
    'STRING_TOO_LONG',
    'NUMBER_OUTSIDE_VALID_RANGE',
    'INVALID_EMAIL_ADDRESS'
];

/** What a record of a statement is to become, with the first errors that the platform finds. */
export function prepare(
    operation: 'insert' | 'update',
    object: SObjectType,
    record: SObjectRecord,
    index: number,
    context: DmlContext
): Pending {
    const { store } = context.transaction;
    const id = idOf(record);
    const found = operation === 'update' && id !== null ? store.byId(id) : null;
    const before = found?.row ?? null;
    const errors: DmlError[] = [];
    const row =
        before ??
        defaultRow(object, context.transaction.user, store, (name) =>
            rowsOf(name, context.transaction)
        );
    const pending: Pending = { index, record, object, before, row, errors };
    const identity = identityError(operation, object, id, found);
    if (identity !== null) {
        errors.push(identity);
        return pending;
    }
    take(pending, context);
    return pending;
}

function identityError(
    operation: 'insert' | 'update',
    object: SObjectType,
    id: string | null,
    found: StoredRecord | null
): DmlError | null {
    if (operation === 'insert') {
        return id === null
            ? null
            : error('INVALID_FIELD_FOR_INSERT_UPDATE', 'cannot specify Id in an insert call', 'Id');
    }
    if (id === null) return error('MISSING_ARGUMENT', 'Id not specified in an update call');
    if (found === null) return error('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    if (found.row.IsDeleted === true) return error('ENTITY_IS_DELETED', 'entity is deleted');
    if (found.row.IsConverted === true) return error('CANNOT_UPDATE_CONVERTED_LEAD', CONVERTED);
    return found.object === object
        ? null
        : error('INVALID_ID_FIELD', `Invalid id value for this SObject type: ${id}`, 'Id');
}

function take(pending: Pending, context: DmlContext): void {
    const { object, before, record, errors } = pending;
    const { store, user } = context.transaction;
    const next: { [field: string]: FieldValue } = { ...pending.row };
    const denied: string[] = [];
    const locked: string[] = [];
    for (const { name, value } of fieldsGiven(record)) {
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined || field.name === 'Id') continue;
        const isSame = before !== null && value === valueIn(before, field.name);
        if (field.readOnly) {
            // A record that was queried brings along what nobody can write.
            if (!isSame && value !== null) locked.push(field.name);
            continue;
        }
        if (isSame && record.isPartial) continue;
        if (!mayEditField(user, object.name, field.name)) denied.push(field.name);
        const checked = checkField(object, field, value, store);
        if (checked.error && !isLater(checked.error, context)) errors.push(checked.error);
        else next[field.name] = checked.error ? value : checked.value;
    }
    pending.row = next;
    if (locked.length > 0) errors.push(notWriteable(locked));
    if (context.options.mode === 'user') errors.push(...accessErrors(pending, denied, context));
    const unshared = before === null ? null : sharingError(object, before, context);
    if (unshared !== null) errors.push(unshared);
}

function isLater({ code }: DmlError, { options }: DmlContext): boolean {
    return options.source !== 'ui' && LATER.includes(code);
}

/** In user mode, what the running user may not do to the object or its fields. */
function accessErrors(
    { object, before }: Pending,
    denied: readonly string[],
    { transaction }: DmlContext
): DmlError[] {
    const { user } = transaction;
    const may = before === null ? mayCreateObject : mayEditObject;
    if (!may(user, object.name)) {
        return [
            error(
                'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
                `Access to entity '${object.name}' denied`
            )
        ];
    }
    if (denied.length > 0) {
        const message =
            `Operation failed due to fields being inaccessible on Sobject ${object.name}, ` +
            'check errors on Exception or Result!';
        return [{ code: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, fields: denied }];
    }
    return [];
}

/**
 * Whether the running user may not change a record that is there: asked in user mode, and of a class that is
 * declared `with sharing` in either mode.
 */
export function sharingError(
    object: SObjectType,
    row: Row,
    { transaction, options }: DmlContext
): DmlError | null {
    const { user, store, program, isSharing } = transaction;
    if (options.mode !== 'user' && !isSharing) return null;
    return mayEditRow(user, object, row, { store, schema: program.schema })
        ? null
        : error('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
}

export function notWriteable(fields: readonly string[]): DmlError {
    const message =
        `Unable to create/update fields: ${fields.join(', ')}. Please check the security settings ` +
        'of this field and verify that it is read/write for your profile or permission set.';
    return { code: 'INVALID_FIELD_FOR_INSERT_UPDATE', message, fields };
}

function error(code: string, message: string, field?: string): DmlError {
    return { ...fieldError(code, message, null), fields: field === undefined ? [] : [field] };
}
