import type { Field, SObjectType } from './schema.ts';
import type { Row } from './store.ts';
import type { FieldValue } from './values.ts';
import { instantText, isDate } from './values.ts';
import { PackageError } from './errors.ts';

const ID = /^[A-Za-z0-9]{18}$/;

/**
 * A full row from the fields that a seed names: what the platform sets by itself is filled in.
 *
 * @throws PackageError for a field that is not in the schema, or a value of another type
 */
export function seededRow(
    object: SObjectType,
    values: { readonly [field: string]: unknown },
    now: number
): Row {
    const row: { [field: string]: FieldValue } = {};
    for (const field of object.fields.values()) {
        row[field.name] = field.type === 'boolean' ? false : null;
    }
    for (const [name, value] of Object.entries(values)) {
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined)
            throw new PackageError(`seed: ${object.name} has no field ${name}`);
        if (value !== undefined) row[field.name] = checked(object, field, value);
    }
    if (typeof row.Id !== 'string') throw new PackageError(`seed: a ${object.name} without an Id`);
    if (object.keyPrefix !== null && !row.Id.startsWith(object.keyPrefix)) {
        throw new PackageError(
            `seed: ${row.Id} is no ${object.name}: they begin ${object.keyPrefix}`
        );
    }
    return complete(object, row, now);
}

function checked(object: SObjectType, field: Field, value: unknown): FieldValue {
    const fail = (): never => {
        const shown = JSON.stringify(value);
        throw new PackageError(`seed: ${object.name}.${field.name}: ${shown} is no ${field.type}`);
    };
    if (value === null) return field.type === 'boolean' ? fail() : null;
    if (field.type === 'any') return value as FieldValue;
    if (field.type === 'boolean') return typeof value === 'boolean' ? value : fail();
    if (field.type === 'integer') return Number.isInteger(value) ? (value as number) : fail();
    if (field.type === 'double') return typeof value === 'number' ? value : fail();
    if (typeof value !== 'string') return fail();
    if (field.type === 'id') return ID.test(value) ? value : fail();
    if (field.type === 'date') return isDate(value) ? value : fail();
    if (field.type === 'datetime') return instantText(value) ?? fail();
    // The platform has no empty text: it is stored as null.
    return value === '' ? null : value;
}

function complete(object: SObjectType, row: { [field: string]: FieldValue }, now: number): Row {
    const has = (name: string): boolean => object.fields.has(name.toLowerCase());
    const fill = (name: string, value: FieldValue): void => {
        if (has(name) && row[name] === null) row[name] = value;
    };
    fill('CreatedDate', instantText(new Date(now).toISOString()));
    fill('LastModifiedDate', row.CreatedDate ?? null);
    fill('LastModifiedById', row.CreatedById ?? null);
    fill('SystemModstamp', row.LastModifiedDate ?? row.CreatedDate ?? null);
    return withDerived(object, row);
}

/** The fields that follow from others; to be called again after every change. */
export function withDerived(object: SObjectType, row: Row): Row {
    const next = { ...row };
    if (object.fields.has('lastname') && (row.LastName !== null || row.FirstName !== null)) {
        next.Name = [row.FirstName, row.LastName].filter((part) => part !== null).join(' ');
    }
    if (object.name === 'Task') next.IsClosed = row.IsClosed || row.Status === 'Completed';
    if (object.name === 'CampaignMember')
        next.LeadOrContactId = row.LeadId ?? row.ContactId ?? null;
    return next;
}
