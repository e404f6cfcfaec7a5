import type { Query } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import { mayReadRow } from '../sharing.ts';
import type { Comparable } from '../values.ts';
import { comparable } from '../values.ts';
import type { Row } from '../store.ts';
import type { Column, QueryContext } from './columns.ts';
import { readableObject, resolveColumn } from './columns.ts';
import { groupRows, isAggregate, isCountOnly, isPlainCount } from './group.ts';
import { candidates } from './candidates.ts';
import { sortRows } from './order.ts';
import type { ParsedQuery } from './parse.ts';
import type { SObjectRecord } from './record.ts';
import { pathOf, selectRow } from './select.ts';
import { childColumns } from './children.ts';
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
    const rows = filteredRows(ast, context, binds, query.allRows);
    const limit = limitOf(query, binds);
    const from = ast.offset ?? 0;
    if (isPlainCount(ast)) {
        context.onRows?.(1);
        return Math.min(rows.length, limit);
    }
    if (isAggregate(ast)) {
        const groups = groupRows(ast, rows, column).slice(from, from + limit);
        // Counting costs a row a group, all else every row that it reads.
        context.onRows?.(isCountOnly(ast) ? groups.length : rows.length);
        return groups;
    }
    const fields = ast.fields ?? [];
    const own = fields.filter(({ type }) => type !== 'FieldSubquery');
    const columns = own.map((field) => column(pathOf(field)));
    const children = childColumns(fields, object, context, binds);
    const found = sortRows(ast, rows, column).slice(from, from + limit);
    context.onRows?.(found.length);
    if (ast.for === 'UPDATE') refuseLocked(found, context);
    return found.map((row) => {
        const record = selectRow(object.name, columns, row, context.store);
        for (const child of children) child(record, row);
        return record;
    });
}

/** The rows that a query's conditions let through and its reader sees. */
export function filteredRows(
    ast: Query,
    context: QueryContext,
    binds: Binds,
    allRows = false
): Row[] {
    const object = readableObject(String(ast.sObject), context);
    const column = (path: string): Column =>
        resolveColumn(path, object, ast.sObjectAlias ?? null, context);
    const test = compileWhere(ast.where, {
        column,
        semiJoin: (inner, outer) => semiJoin(inner, outer, context, binds),
        bind: binds
    });
    const { sharedWith } = context;
    return candidates(ast, object, context, binds).filter(
        (row) =>
            (allRows || row.IsDeleted !== true) &&
            test(row) &&
            (!sharedWith || mayReadRow(sharedWith, object, row, context))
    );
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

/** Rows that another transaction holds for longer than the platform waits. */
function refuseLocked(rows: readonly Row[], { store }: QueryContext): void {
    if (!rows.some(({ Id }) => store.setup.lockedRows.has(String(Id)))) return;
    throw new QueryError(
        'denied',
        'Record Currently Unavailable: The record you are attempting to edit, or one of its related ' +
            'records, is currently being modified by another user. Please try again.'
    );
}

function limitOf(query: ParsedQuery, binds: Binds): number {
    if (query.limitBind === null) return query.ast.limit ?? Infinity;
    const limit = binds(query.limitBind);
    if (typeof limit !== 'number') throw new QueryError('malformed', 'LIMIT needs a number');
    if (limit < 0) throw new QueryError('malformed', `LIMIT must not be negative: ${limit}`);
    return limit;
}
