import type {
    FieldFunctionExpression,
    FieldType,
    HavingClause,
    Query
} from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { Row } from '../store.ts';
import type { FieldType as ValueType, FieldValue } from '../values.ts';
import { comparable, compare } from '../values.ts';
import type { Column } from './columns.ts';
import { SObjectRecord } from './record.ts';
import { pathOf } from './select.ts';

const AGGREGATES: readonly string[] = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'];

/** Whether a query counts instead of listing. */
export function isAggregate(query: Query): boolean {
    return query.groupBy !== undefined || (query.fields ?? []).some(isAggregateFunction);
}

/** `SELECT COUNT() FROM …` gives a number, no rows. */
export function isPlainCount(query: Query): boolean {
    const [only, ...more] = query.fields ?? [];
    if (only === undefined || more.length > 0 || !isFunction(only)) return false;
    return nameOf(only) === 'COUNT' && !only.parameters?.length;
}

/** Whether a query that groups does no more than count. */
export function isCountOnly(query: Query): boolean {
    return (query.fields ?? []).every((field) => !isFunction(field) || nameOf(field) === 'COUNT');
}

interface Group {
    readonly rows: readonly Row[];
    readonly result: SObjectRecord;
}

/** One AggregateResult per group; rows without a value form a group of their own. */
export function groupRows(
    query: Query,
    rows: readonly Row[],
    column: (path: string) => Column
): SObjectRecord[] {
    const paths = groupPaths(query);
    const columns = paths.map(column);
    const grouped = new Map<string, Row[]>();
    if (paths.length === 0) grouped.set('[]', []);
    for (const row of rows) {
        const key = JSON.stringify(
            columns.map(({ field, read }) => comparable(field.type, read(row)))
        );
        const group = grouped.get(key);
        if (group) group.push(row);
        else grouped.set(key, [row]);
    }
    let unnamed = 0;
    const cells = (query.fields ?? []).map((field) => {
        const name = isFunction(field) && !field.alias ? `expr${unnamed++}` : null;
        return cellOf(field, name, paths, column);
    });
    const groups = [...grouped.values()].map((group): Group => {
        const result = new SObjectRecord('AggregateResult');
        for (const cell of cells) cell(result, group);
        return { rows: group, result };
    });
    const kept = groups.filter(({ rows: group }) => holds(query.having, group, column));
    return ordered(query, kept, column).map(({ result }) => result);
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
    const { type, valueOf } = aggregate(field, column);
    const name = expressionName ?? String(field.alias);
    return (result, group) => result.set(name, type, valueOf(group));
}

interface Aggregate {
    readonly type: ValueType;
    valueOf(group: readonly Row[]): FieldValue;
}

/** What an aggregate function gives of a group; rows without a value are passed over. */
function aggregate(field: FieldFunctionExpression, column: (path: string) => Column): Aggregate {
    const [parameter] = field.parameters ?? [];
    const name = nameOf(field);
    if (!AGGREGATES.includes(name) || typeof parameter !== 'string') {
        throw new SandboxRefusal(`the function ${field.rawValue ?? field.functionName}`);
    }
    const { field: counted, read } = column(parameter);
    const present = (group: readonly Row[]): NonNullable<FieldValue>[] =>
        group.map(read).filter((value) => value !== null);
    switch (name) {
        case 'COUNT':
            return { type: 'integer', valueOf: (group) => present(group).length };
        case 'COUNT_DISTINCT':
            return {
                type: 'integer',
                valueOf: (group) =>
                    new Set(present(group).map((value) => comparable(counted.type, value))).size
            };
        case 'MIN':
        case 'MAX':
            return {
                type: counted.type,
                valueOf: (group) => extreme(present(group), counted.type, name === 'MIN' ? -1 : 1)
            };
        default: {
            if (counted.type !== 'double' && counted.type !== 'integer') {
                const message = `field ${counted.name} does not support aggregate operator ${name}`;
                throw new QueryError('malformed', message);
            }
            return {
                type: name === 'AVG' ? 'double' : counted.type,
                valueOf: (group) => {
                    const values = present(group).map(Number);
                    if (values.length === 0) return null;
                    const sum = values.reduce((total, value) => total + value, 0);
                    return name === 'AVG' ? sum / values.length : sum;
                }
            };
        }
    }
}

function extreme(
    values: readonly NonNullable<FieldValue>[],
    type: ValueType,
    sign: number
): FieldValue {
    let found: FieldValue = null;
    for (const value of values) {
        const a = comparable(type, value);
        const b = comparable(type, found);
        if (b === null || (a !== null && compare(a, b) * sign > 0)) found = value;
    }
    return found;
}

/** A HAVING clause over one group; only comparisons of functions or groups with plain values, joined by AND. */
function holds(
    having: HavingClause | undefined,
    group: readonly Row[],
    column: (path: string) => Column
): boolean {
    if (having === undefined) return true;
    const { left } = having;
    const { fn, field, operator, value } = left as {
        readonly fn?: FieldFunctionExpression;
        readonly field?: string;
        readonly operator: string;
        readonly value?: unknown;
    };
    if ('operator' in having && having.operator !== 'AND')
        throw new SandboxRefusal('HAVING with OR');
    if (typeof value !== 'string') throw new SandboxRefusal('this HAVING');
    const own = fn
        ? aggregate(fn, column).valueOf(group)
        : comparable('string', group[0] ? column(String(field)).read(group[0]) : null);
    const wanted =
        typeof own === 'number' ? Number(value) : value.replace(/^'|'$/g, '').toLowerCase();
    const order = own === null ? NaN : compare(own, wanted);
    const tests: { readonly [operator: string]: boolean } = {
        '=': order === 0,
        '!=': order !== 0,
        '<': order < 0,
        '<=': order <= 0,
        '>': order > 0,
        '>=': order >= 0
    };
    const isTrue = tests[operator];
    if (isTrue === undefined) throw new SandboxRefusal(`HAVING with ${operator}`);
    const rest = 'right' in having ? having.right : undefined;
    return isTrue && holds(rest, group, column);
}

/** Groups in the order that ORDER BY says; nulls first unless it says otherwise. */
function ordered(
    query: Query,
    groups: readonly Group[],
    column: (path: string) => Column
): Group[] {
    const clauses = query.orderBy === undefined ? [] : [query.orderBy].flat();
    const keys = clauses.map((clause) => {
        const read: (group: Group) => FieldValue =
            'field' in clause
                ? ({ rows }) => (rows[0] ? column(clause.field).read(rows[0]) : null)
                : ({ rows }) =>
                      aggregate(clause.fn as FieldFunctionExpression, column).valueOf(rows);
        return {
            read,
            sign: clause.order === 'DESC' ? -1 : 1,
            nulls: clause.nulls === 'LAST' ? 1 : -1
        };
    });
    return [...groups].sort((a, b) => {
        for (const { read, sign, nulls } of keys) {
            const x = comparable('string', read(a));
            const y = comparable('string', read(b));
            if (x === y) continue;
            if (x === null) return nulls;
            if (y === null) return -nulls;
            return sign * compare(x, y);
        }
        return 0;
    });
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

function isAggregateFunction(field: FieldType): boolean {
    return isFunction(field) && AGGREGATES.includes(nameOf(field));
}

function nameOf(field: FieldFunctionExpression): string {
    return field.functionName.toUpperCase();
}
