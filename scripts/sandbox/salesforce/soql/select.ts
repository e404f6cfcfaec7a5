import type { FieldType } from '@jetstreamapp/soql-parser-js';
import { SandboxRefusal } from '../errors.ts';
import type { Parent } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import { valueIn } from '../store.ts';
import type { Column } from './columns.ts';
import { SObjectRecord } from './record.ts';

/** The path that a plain field of a SELECT names; aggregates and all else are refused here. */
export function pathOf(field: FieldType): string {
    if (field.type === 'Field') return field.field;
    if (field.type === 'FieldRelationship') return [...field.relationships, field.field].join('.');
    if (field.type === 'FieldSubquery') throw new SandboxRefusal('a subquery in SELECT');
    if (field.type === 'FieldTypeof') throw new SandboxRefusal('TYPEOF');
    throw new SandboxRefusal(`the function ${field.rawValue ?? field.functionName}`);
}

/** The record that a row gives: the selected fields, and the Id, which always comes along. */
export function selectRow(
    objectName: string,
    columns: readonly Column[],
    row: Row,
    store: Store
): SObjectRecord {
    const record = new SObjectRecord(objectName);
    record.isPartial = true;
    record.set('Id', 'id', valueIn(row, 'Id'));
    for (const column of columns) {
        const holder = holderOf(record, column.parents, row, store);
        holder?.set(column.field.name, column.field.type, column.read(row));
    }
    return record;
}

/** The parent record into which a column goes; null when the lookup is empty. Its key comes along. */
function holderOf(
    record: SObjectRecord,
    parents: readonly Parent[],
    row: Row,
    store: Store
): SObjectRecord | null {
    let holder = record;
    let at = row;
    for (const parent of parents) {
        const id = valueIn(at, parent.field.name);
        holder.set(parent.field.name, 'id', id);
        const found = id === null ? null : store.byId(String(id));
        if (found === null) {
            holder.set(parent.name, 'any', null);
            return null;
        }
        const existing = holder.fields.get(parent.name.toLowerCase())?.value;
        const next =
            existing instanceof SObjectRecord ? existing : new SObjectRecord(found.object.name);
        next.isPartial = true;
        next.set('Id', 'id', valueIn(found.row, 'Id'));
        holder.set(parent.name, 'any', next);
        holder = next;
        at = found.row;
    }
    return holder;
}
