import type { SandboxUser } from '../access.ts';
import { mayReadField, mayReadObject } from '../access.ts';
import { noSuchColumn, noSuchObject, noSuchRelationship } from '../errors.ts';
import type { Field, Parent, Schema, SObjectType } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';

/** What a query needs to know; `reader` is null in system mode, where access is not checked. */
export interface QueryContext {
    readonly schema: Schema;
    readonly store: Store;
    readonly reader: SandboxUser | null;
    /** Whose view of shared records it is; null or absent: every record is seen. */
    readonly sharedWith?: SandboxUser | null;
    /** Told how many rows the query used up of the transaction's limit. */
    onRows?(rows: number): void;
}

/** A field of the queried object, or of a parent above it. */
export interface Column {
    readonly object: SObjectType;
    /** From the queried object upwards; empty for its own field. */
    readonly parents: readonly Parent[];
    readonly field: Field;
    read(row: Row): FieldValue;
}

/** The object of a FROM, checked for existence and for access. */
export function readableObject(name: string, context: QueryContext): SObjectType {
    const object = context.schema.get(name.toLowerCase());
    if (object === undefined) throw noSuchObject(name, 'unknown');
    if (context.reader !== null && !mayReadObject(context.reader, object.name)) {
        throw noSuchObject(object.name, 'denied');
    }
    return object;
}

/** Resolves a field path such as `Owner.Name`, whose first part may be the object or its alias. */
export function resolveColumn(
    path: string,
    object: SObjectType,
    alias: string | null,
    context: QueryContext
): Column {
    const names = path.split('.');
    const first = (names[0] ?? '').toLowerCase();
    const isPrefix = first === alias?.toLowerCase() || first === object.name.toLowerCase();
    if (names.length > 1 && isPrefix && !object.parents.has(first)) names.shift();
    const fieldName = names.pop() as string;
    const parents: Parent[] = [];
    let at = object;
    for (const name of names) {
        const parent = at.parents.get(name.toLowerCase());
        if (parent === undefined) throw noSuchRelationship(name);
        checkField(at, parent.field, context);
        parents.push(parent);
        // A polymorphic parent has the fields that all its kinds share.
        at = readableObject(parent.target ?? 'Name', context);
    }
    const field = at.fields.get(fieldName.toLowerCase());
    if (field === undefined) throw noSuchColumn(fieldName, at.name, 'unknown');
    checkField(at, field, context);
    const read = (row: Row): FieldValue => readField(row, parents, field, context.store);
    return { object: at, parents, field, read };
}

function checkField(object: SObjectType, field: Field, context: QueryContext): void {
    if (context.reader !== null && !mayReadField(context.reader, object.name, field.name)) {
        throw noSuchColumn(field.name, object.name, 'denied');
    }
}

function readField(row: Row, parents: readonly Parent[], field: Field, store: Store): FieldValue {
    let at = row;
    for (const parent of parents) {
        const id = valueIn(at, parent.field.name);
        const found = id === null ? null : store.byId(String(id));
        if (found === null) return null;
        at = found.row;
        // `Owner.Type` says which kind of record the owner is.
        if (parent.target === null && field.name === 'Type') return found.object.name;
    }
    return valueIn(at, field.name);
}
