import type { Transaction } from '../apex/program.ts';
import type { Field } from '../schema.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { badValue, checkField, fieldError, isMissing, missing } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import { rowsOf } from './rows.ts';
import { ownerError } from './owners.ts';
import { addressErrors } from './addresses.ts';
import type { DmlError } from './types.ts';

/**
 * What the platform checks of every record after before triggers and before any rule of the org:
 * required fields, lengths and values, values of its record type, addresses, its owner.
 */
export function systemErrors(pending: Pending, transaction: Transaction): DmlError[] {
    const { object, before, row } = pending;
    const errors: DmlError[] = [];
    const changed = (field: Field): boolean =>
        before === null || valueIn(row, field.name) !== valueIn(before, field.name);
    const absent: Field[] = [];
    for (const field of object.fields.values()) {
        const value = valueIn(row, field.name);
        if (isMissing(field, value)) {
            // Rows that were seeded lack much of what the platform itself requires.
            if (changed(field) || field.isCustom) absent.push(field);
            continue;
        }
        if (!changed(field) || field.readOnly || value === null) continue;
        const checked = checkField(object, field, value, transaction.store);
        const error = checked.error ?? recordTypeError(pending, field, value, transaction);
        if (error !== null) errors.push(error);
    }
    if (absent.length > 0) errors.unshift(missing(absent));
    errors.push(...addressErrors(pending, transaction.store.setup.countries));
    const owner = ownerError(pending, transaction);
    if (owner !== null) errors.push(owner);
    return errors;
}

/** A restricted picklist takes only those of its values that the record's type lists. */
function recordTypeError(
    { object, row }: Pending,
    field: Field,
    value: FieldValue,
    { store }: Transaction
): DmlError | null {
    if (object.recordTypes.length === 0 || !field.isCustom || !field.picklist?.restricted) {
        return null;
    }
    const typeId = valueIn(row, 'RecordTypeId');
    const name = typeId === null ? null : store.byId(String(typeId))?.row.DeveloperName;
    const type = object.recordTypes.find((one) => one.name === name);
    if (type === undefined) return null;
    const listed = type.picklistValues.get(field.name.toLowerCase());
    const values = field.type === 'multipicklist' ? String(value).split(';') : [String(value)];
    const unlisted = values.find((one) => !listed?.has(one));
    return unlisted === undefined ? null : badValue(field, unlisted);
}

/** Values of unique fields that another record holds; asked as each record is stored. */
export function uniqueErrors(
    { object, row, before }: Pending,
    transaction: Transaction
): DmlError[] {
    const unique = [...object.fields.values()].filter((field) => field.unique);
    return unique.flatMap((field) => {
        const value = valueIn(row, field.name);
        if (value === null || value === before?.[field.name]) return [];
        const held = rowsOf(object.name, transaction).find(
            (other) => other.Id !== row.Id && sameText(other[field.name], value)
        );
        if (held === undefined) return [];
        const message = `duplicate value found: ${field.name} duplicates value on record with id: ${held.Id}`;
        return [fieldError('DUPLICATE_VALUE', message, field)];
    });
}

export function sameText(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
    return String(a ?? '').toLowerCase() === String(b ?? '').toLowerCase();
}
