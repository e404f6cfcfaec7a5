import type { Transaction } from '../apex/program.ts';
import type { SObjectType } from '../schema.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { DmlError, DmlOptions } from './types.ts';

/** One record on its way into the store. */
export interface Pending {
    /** Its place in the statement. */
    readonly index: number;
    /** As the statement gave it. */
    readonly record: SObjectRecord;
    readonly object: SObjectType;
    /** What it was; null for a new one. */
    before: Row | null;
    /** What it will be. */
    row: Row;
    readonly errors: DmlError[];
}

/** What the steps of one statement share. */
export interface DmlContext {
    readonly transaction: Transaction;
    readonly options: DmlOptions;
}

/** Which fields a record sets, and to what; parents and subqueries are none of them. */
export function fieldsGiven(record: SObjectRecord): { name: string; value: FieldValue }[] {
    return [...record.fields.values()].flatMap(({ name, value }) =>
        value instanceof SObjectRecord || Array.isArray(value)
            ? []
            : [{ name, value: value as FieldValue }]
    );
}

export function idOf(record: SObjectRecord): string | null {
    const id = record.fields.get('id')?.value ?? null;
    return typeof id === 'string' ? id : null;
}

/** A row as Apex sees it, every field of its object set. */
export function recordOf(object: SObjectType, row: Row, isReadOnly: boolean): SObjectRecord {
    const record = new SObjectRecord(object.name);
    for (const { name, type } of object.fields.values()) record.set(name, type, valueIn(row, name));
    record.isReadOnly = isReadOnly;
    return record;
}

export function isSound(pending: Pending): boolean {
    return pending.errors.length === 0;
}
