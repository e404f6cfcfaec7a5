/** Rows as the REST API gives them, as records that Apex can use. */
import type { FieldType, Query } from '@jetstreamapp/soql-parser-js';
import type { Row } from '../../cli/salesforce/api.ts';
import { isObject } from '../../../shared/crm/read.ts';
import { isAggregate } from '../../sandbox/salesforce/soql/group.ts';
import { resolveColumn } from '../../sandbox/salesforce/soql/columns.ts';
import type { Column, QueryContext } from '../../sandbox/salesforce/soql/columns.ts';
import { SObjectRecord } from '../../sandbox/salesforce/soql/record.ts';
import { pathOf } from '../../sandbox/salesforce/soql/select.ts';
import type { SObjectType } from '../../sandbox/salesforce/schema.ts';
import { instantText } from '../../sandbox/salesforce/values.ts';
import type { FieldType as Type, FieldValue } from '../../sandbox/salesforce/values.ts';

/** Every column that the query names is set: one that the org does not have holds nothing. */
export function recordsOf(
    ast: Query,
    rows: readonly Row[],
    context: QueryContext
): SObjectRecord[] {
    const object = context.schema.get(String(ast.sObject).toLowerCase()) as SObjectType;
    const column = (path: string): Column => resolveColumn(path, object, null, context);
    const fields = ast.fields ?? [];
    if (isAggregate(ast)) return rows.map((row) => groupOf(fields, row, column));
    const columns = fields.map((field) => column(pathOf(field)));
    return rows.map((row) => {
        const record = new SObjectRecord(object.name);
        record.set('Id', 'id', valueOf(row, 'Id', 'id'));
        for (const one of columns) setColumn(record, row, one);
        return record;
    });
}

function setColumn(record: SObjectRecord, row: Row, { parents, field }: Column): void {
    let holder = record;
    let at = row;
    for (const { name, target } of parents) {
        const next = at[name];
        if (!isObject(next)) {
            holder.set(name, 'any', null);
            return;
        }
        const known = holder.fields.get(name.toLowerCase())?.value;
        const parent = known instanceof SObjectRecord ? known : new SObjectRecord(target ?? 'Name');
        holder.set(name, 'any', parent);
        holder = parent;
        at = next;
    }
    holder.set(field.name, field.type, valueOf(at, field.name, field.type));
}

function groupOf(
    fields: readonly FieldType[],
    row: Row,
    column: (path: string) => Column
): SObjectRecord {
    const record = new SObjectRecord('AggregateResult');
    let unnamed = 0;
    for (const field of fields) {
        const isCount = field.type === 'FieldFunctionExpression';
        const alias = 'alias' in field ? field.alias : undefined;
        const name = alias ?? (isCount ? `expr${unnamed++}` : pathOf(field));
        const type = isCount ? 'integer' : column(pathOf(field)).field.type;
        record.set(name, type, valueOf(row, name, type));
    }
    return record;
}

function valueOf(row: Row, name: string, type: Type): FieldValue {
    const value = (row[name] ?? null) as FieldValue;
    return type === 'datetime' && typeof value === 'string' ? instantText(value) : value;
}
