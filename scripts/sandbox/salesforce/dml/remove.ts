import { mayDeleteObject } from '../access.ts';
import type { SObjectType } from '../schema.ts';
import type { SObjectRecord } from '../soql/record.ts';
import type { Row, Store } from '../store.ts';
import { instantText } from '../values.ts';
import { fieldError } from './fieldChecks.ts';
import type { DmlContext, Pending } from './pending.ts';
import { idOf, isSound } from './pending.ts';
import { sharingError } from './prepare.ts';
import { runAfter, runBefore } from './triggers.ts';
import type { DmlError } from './types.ts';

/** Setup objects leave no trace in the recycle bin. */
const GONE_AT_ONCE: readonly string[] = ['GroupMember', 'PermissionSetAssignment', 'QueueSobject'];

/** A record that is to be deleted or brought back, with what stands in the way. */
export function prepareRemoval(
    operation: 'delete' | 'undelete',
    object: SObjectType,
    record: SObjectRecord,
    index: number,
    context: DmlContext
): Pending {
    const { store } = context.transaction;
    const id = idOf(record);
    const found = id === null ? null : store.byId(id);
    const row = found?.row ?? {};
    const errors: DmlError[] = [];
    const isDeleted = found?.row.IsDeleted === true;
    if (id === null) {
        errors.push(
            fieldError('MISSING_ARGUMENT', `Id not specified in an ${operation} call`, null)
        );
    } else if (found === null) {
        errors.push(fieldError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', null));
    } else if (isDeleted !== (operation === 'undelete')) {
        errors.push(
            isDeleted
                ? fieldError('ENTITY_IS_DELETED', 'entity is deleted', null)
                : fieldError('UNDELETE_FAILED', 'Entity is not in the recycle bin', null)
        );
    } else if (object.name === 'User') {
        errors.push(fieldError('DELETE_FAILED', 'Users cannot be deleted', null));
    } else {
        const refused = accessError(object, row, context);
        if (refused !== null) errors.push(refused);
    }
    return { index, record, object, before: row, row, errors };
}

function accessError(object: SObjectType, row: Row, context: DmlContext): DmlError | null {
    const { options, transaction } = context;
    if (options.mode === 'user' && !mayDeleteObject(transaction.user, object.name)) {
        const message = `Access to entity '${object.name}' denied`;
        return fieldError('CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message, null);
    }
    return sharingError(object, row, context);
}

/** Deletes records with what hangs on them, or brings them back with it; triggers included. */
export function removeBatch(
    operation: 'delete' | 'undelete',
    batch: readonly Pending[],
    context: DmlContext
): void {
    if (operation === 'delete') runBefore('delete', batch, context);
    for (const pending of batch.filter(isSound)) {
        if (operation === 'undelete') {
            bringBack(pending, context);
            continue;
        }
        const held = restricting(pending, context);
        if (held !== null) {
            pending.errors.push(held);
            continue;
        }
        const { mergedInto } = context.options;
        if (mergedInto !== undefined) pending.row = { ...pending.row, MasterRecordId: mergedInto };
        pending.before = pending.row;
        deleteRow(pending.object, pending.row, context);
    }
    runAfter(operation, batch, context);
}

/** Records that point to a row, by the lookup through which they do. */
function* children(
    row: Row,
    { transaction }: DmlContext
): Generator<{ object: SObjectType; field: string; onDelete: string; child: Row }> {
    const { program, store } = transaction;
    const id = row.Id ?? null;
    for (const object of program.schema.values()) {
        for (const { field, onDelete, name } of object.parents.values()) {
            if (AUDIT.includes(name)) continue;
            for (const child of store.rowsOf(object)) {
                if (child[field.name] === id) yield { object, field: field.name, onDelete, child };
            }
        }
    }
}

/** Who made or owns a record stays named, whatever happens to them. */
const AUDIT: readonly string[] = ['CreatedBy', 'LastModifiedBy', 'Owner'];

function restricting(pending: Pending, context: DmlContext): DmlError | null {
    for (const { object, onDelete, child } of children(pending.row, context)) {
        if (onDelete !== 'Restrict' || child.IsDeleted === true) continue;
        const message = `Your attempt to delete ${pending.row.Name ?? pending.row.Id} could not be completed because it is associated with the following ${object.label}: ${child.Name ?? child.Id}`;
        return fieldError('DELETE_FAILED', message, null);
    }
    return null;
}

function deleteRow(object: SObjectType, row: Row, context: DmlContext): void {
    const { store, user, now } = context.transaction;
    for (const { object: kind, field, onDelete, child } of [...children(row, context)]) {
        if (child.IsDeleted === true) continue;
        if (onDelete === 'Cascade') {
            deleteRow(kind, child, context);
        } else {
            store.replace(kind, { ...child, [field]: null });
            emptied(store, row).push({ child: String(child.Id), field });
        }
    }
    if (GONE_AT_ONCE.includes(object.name) || !object.fields.has('isdeleted')) {
        store.remove(String(row.Id));
        return;
    }
    const at = instantText(new Date(now()).toISOString());
    store.replace(object, {
        ...row,
        IsDeleted: true,
        LastModifiedDate: at,
        LastModifiedById: user.id,
        SystemModstamp: at
    });
}

/** Lookups that deletions emptied, by the deleted record: the recycle bin remembers them. */
const EMPTIED = new WeakMap<Store, Map<string, { child: string; field: string }[]>>();

function emptied(store: Store, row: Row): { child: string; field: string }[] {
    const known = EMPTIED.get(store) ?? new Map<string, { child: string; field: string }[]>();
    EMPTIED.set(store, known);
    const list = known.get(String(row.Id)) ?? [];
    known.set(String(row.Id), list);
    return list;
}

/** With what was deleted beside it, and into the lookups that nobody has filled since. */
function bringBack(pending: Pending, context: DmlContext): void {
    const { object, row } = pending;
    const { store } = context.transaction;
    for (const { child, field } of emptied(store, row).splice(0)) {
        const found = store.byId(child);
        if (found === null || found.row[field] !== null) continue;
        store.replace(found.object, { ...found.row, [field]: row.Id ?? null });
    }
    for (const { object: kind, onDelete, child } of [...children(row, context)]) {
        if (onDelete !== 'Cascade' || child.IsDeleted !== true) continue;
        if (child.LastModifiedDate === row.LastModifiedDate) {
            store.replace(kind, { ...child, IsDeleted: false });
        }
    }
    pending.row = { ...row, IsDeleted: false };
    store.replace(object, pending.row);
}
