import type { FieldFunctionExpression, FieldType, Query } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { Row } from '../store.ts';
import type { Column } from './columns.ts';
import { SObjectRecord } from './record.ts';
import { pathOf } from './select.ts';

/** Whether a query counts instead of listing. */
export function isAggregate(query: Query): boolean {
    return query.groupBy !== undefined || (query.fields ?? []).some(isFunction);
}

/** `SELECT COUNT() FROM …` gives a number, no rows. */
export function isPlainCount(query: Query): boolean {
    const [only, ...more] = query.fields ?? [];
    if (only === undefined || more.length > 0 || !isFunction(only)) return false;
    return isCount(only) && !only.parameters?.length;
}

/** One AggregateResult per group; rows without a value form a group of their own. */
export function groupRows(
    query: Query,
    rows: readonly Row[],
    column: (path: string) => Column
): SObjectRecord[] {
    const paths = groupPaths(query);
    const columns = paths.map(column);
    const groups = new Map<string, Row[]>();
    if (paths.length === 0) groups.set('[]', []);
    for (const row of rows) {
        const key = JSON.stringify(columns.map(({ read }) => read(row)));
        const group = groups.get(key);
        if (group) group.push(row);
        else groups.set(key, [row]);
    }
    let unnamed = 0;
    const cells = (query.fields ?? []).map((field) => {
        const name = isFunction(field) && !field.alias ? `expr${unnamed++}` : null;
        return cellOf(field, name, paths, column);
    });
    return [...groups.values()].map((group) => {
        const result = new SObjectRecord('AggregateResult');
        for (const cell of cells) cell(result, group);
        return result;
    });
}

type Cell = (result: SObjectRecord, group: readonly Row[]) => void;

function cellOf(
    field: FieldType,
    expressionName: string | null,
    paths: readonly string[],
    column: (path: string) => Column
): Cell {
    if (!isFunction(field)) {
        const path = pathOf(field);
        if (!paths.some((one) => one.toLowerCase() === path.toLowerCase())) {
            throw new QueryError('malformed', `Field must be grouped or aggregated: ${path}`);
        }
        const { field: grouped, read } = column(path);
        const name = ('alias' in field && field.alias) || grouped.name;
        return (result, group) => result.set(name, grouped.type, group[0] ? read(group[0]) : null);
    }
    const [parameter] = field.parameters ?? [];
    if (!isCount(field) || typeof parameter !== 'string') {
        throw new SandboxRefusal(`the function ${field.rawValue ?? field.functionName}`);
    }
    const { read } = column(parameter);
    const name = expressionName ?? String(field.alias);
    return (result, group) => {
        result.set(name, 'integer', group.filter((row) => read(row) !== null).length);
    };
}

function groupPaths(query: Query): string[] {
    const clauses = query.groupBy === undefined ? [] : [query.groupBy].flat();
    return clauses.map((clause) => {
        if (!('field' in clause)) throw new SandboxRefusal('GROUP BY with a function');
        return clause.field;
    });
}

function isFunction(field: FieldType): field is FieldFunctionExpression {
    return field.type === 'FieldFunctionExpression';
}

function isCount(field: FieldFunctionExpression): boolean {
    return field.functionName.toUpperCase() === 'COUNT';
}
