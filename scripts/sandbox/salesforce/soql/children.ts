/** Subqueries in SELECT: the children of each record. */
import type { FieldType, Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { SObjectType } from '../schema.ts';
import type { Row } from '../store.ts';
import { valueIn } from '../store.ts';
import type { Column, QueryContext } from './columns.ts';
import { resolveColumn } from './columns.ts';
import { sortRows } from './order.ts';
import type { SObjectRecord } from './record.ts';
import type { Binds } from './run.ts';
import { filteredRows } from './run.ts';
import { pathOf, selectRow } from './select.ts';

type AddChildren = (record: SObjectRecord, row: Row) => void;

/** For each subquery of a SELECT, what puts its records into the parent's. */
export function childColumns(
    fields: readonly FieldType[],
    parent: SObjectType,
    context: QueryContext,
    binds: Binds
): AddChildren[] {
    return fields.flatMap((field) =>
        field.type === 'FieldSubquery' ? [childColumn(field.subquery, parent, context, binds)] : []
    );
}

function childColumn(
    subquery: Subquery,
    parent: SObjectType,
    context: QueryContext,
    binds: Binds
): AddChildren {
    const { relationshipName } = subquery;
    const { child, lookup } = childOf(relationshipName, parent, context);
    const ast: Query = { ...subquery, sObject: child.name };
    const column = (path: string): Column => resolveColumn(path, child, null, context);
    const columns = (subquery.fields ?? []).map((field) => column(pathOf(field)));
    const sorted = sortRows(ast, filteredRows(ast, context, binds), column);
    const byParent = new Map<string, Row[]>();
    for (const row of sorted) {
        const key = String(valueIn(row, lookup));
        byParent.set(key, [...(byParent.get(key) ?? []), row]);
    }
    return (record, row) => {
        const all = (byParent.get(String(row.Id)) ?? []).slice(0, subquery.limit ?? Infinity);
        const found = all.map((one) => selectRow(child.name, columns, one, context.store));
        record.set(relationshipName, 'any', found);
    };
}

function childOf(
    relationship: string,
    parent: SObjectType,
    { schema }: QueryContext
): { readonly child: SObjectType; readonly lookup: string } {
    const name = relationship.toLowerCase();
    const found = [...schema.values()].flatMap((child) =>
        [...child.parents.values()]
            .filter((one) => one.target === parent.name)
            .filter(() => [`${child.name.toLowerCase()}s`, pluralOf(child.name)].includes(name))
            .map(({ field }) => ({ child, lookup: field.name }))
    );
    const [only] = found;
    if (only === undefined) {
        const message = `Didn't understand relationship '${relationship}' in FROM part of query call.`;
        throw new QueryError('unknown', message);
    }
    if (found.length > 1) throw new SandboxRefusal(`the child relationship ${relationship}`);
    return only;
}

/** How custom lookups are named unless their metadata says otherwise: `Visits__r`. */
function pluralOf(child: string): string {
    return child.toLowerCase().replace(/__c$/, 's__r');
}
