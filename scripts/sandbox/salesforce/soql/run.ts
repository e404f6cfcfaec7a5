import type { Query } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { Comparable } from '../values.ts';
import { comparable } from '../values.ts';
import type { Row } from '../store.ts';
import type { Column, QueryContext } from './columns.ts';
import { readableObject, resolveColumn } from './columns.ts';
import { groupRows, isAggregate, isPlainCount } from './group.ts';
import { sortRows } from './order.ts';
import type { ParsedQuery } from './parse.ts';
import type { SObjectRecord } from './record.ts';
import { pathOf, selectRow } from './select.ts';
import { compileWhere } from './where.ts';

/** Gives the value of a bind by its name. */
export type Binds = (name: string) => unknown;

/**
 * Runs a query over the org's rows.
 *
 * @returns the records, or the number of `SELECT COUNT()`
 * @throws QueryError as the org would answer; SandboxRefusal for what the sandbox does not run
 */
export function runQuery(
    query: ParsedQuery,
    context: QueryContext,
    binds: Binds
): SObjectRecord[] | number {
    const { ast } = query;
    const object = readableObject(String(ast.sObject), context);
    const column = (path: string): Column =>
        resolveColumn(path, object, ast.sObjectAlias ?? null, context);
    const rows = filteredRows(ast, context, binds);
    const limit = limitOf(query, binds);
    if (isPlainCount(ast)) return Math.min(rows.length, limit);
    if (isAggregate(ast)) {
        if (ast.orderBy !== undefined) throw new SandboxRefusal('ORDER BY of groups');
        return groupRows(ast, rows, column).slice(0, limit);
    }
    const columns = (ast.fields ?? []).map((field) => column(pathOf(field)));
    return sortRows(ast, rows, column)
        .slice(0, limit)
        .map((row) => selectRow(object.name, columns, row, context.store));
}

function filteredRows(ast: Query, context: QueryContext, binds: Binds): Row[] {
    const object = readableObject(String(ast.sObject), context);
    const test = compileWhere(ast.where, {
        column: (path) => resolveColumn(path, object, ast.sObjectAlias ?? null, context),
        semiJoin: (inner, outer) => semiJoin(inner, outer, context, binds),
        bind: binds
    });
    return context.store.rowsOf(object).filter((row) => row.IsDeleted !== true && test(row));
}

function semiJoin(inner: Query, outer: Column, context: QueryContext, binds: Binds): Comparable[] {
    const [field, ...more] = inner.fields ?? [];
    if (!field || more.length > 0 || inner.limit !== undefined || inner.orderBy !== undefined) {
        throw new SandboxRefusal('a semi-join with more than one field, a limit or an order');
    }
    const object = readableObject(String(inner.sObject), context);
    const column = resolveColumn(pathOf(field), object, inner.sObjectAlias ?? null, context);
    if (column.field.type !== 'id' || outer.field.type !== 'id') {
        throw new QueryError(
            'malformed',
            `semi-join on ${outer.field.name}: both sides must be ids`
        );
    }
    return filteredRows(inner, context, binds)
        .map((row) => comparable('id', column.read(row)))
        .filter((id) => id !== null);
}

function limitOf(query: ParsedQuery, binds: Binds): number {
    if (query.limitBind === null) return query.ast.limit ?? Infinity;
    const limit = binds(query.limitBind);
    if (typeof limit !== 'number') throw new QueryError('malformed', 'LIMIT needs a number');
    return limit;
}
