import type { Query, WhereClause } from '@jetstreamapp/soql-parser-js';
import { QueryError, SandboxRefusal } from '../errors.ts';
import type { Row } from '../store.ts';
import type { Comparable } from '../values.ts';
import { compare, comparable } from '../values.ts';
import type { Column } from './columns.ts';
import { boundValue, likePattern, literalValue } from './literals.ts';

export type Test = (row: Row) => boolean;

/** What a filter needs from the query around it. */
export interface WhereContext {
    column(path: string): Column;
    /** The values of a semi-join's only field. */
    semiJoin(query: Query, outer: Column): Comparable[];
    bind(name: string): unknown;
}

/** The parts of a condition that are read here, whichever of the parser's kinds it is. */
interface Condition {
    readonly openParen?: number;
    readonly closeParen?: number;
    readonly field?: string;
    readonly fn?: { readonly rawValue?: string };
    readonly operator: string;
    readonly value?: string | string[];
    readonly valueQuery?: Query;
    readonly literalType?: unknown;
}
type Token = '(' | ')' | 'AND' | 'OR' | 'NOT' | Test;

/** Compiles a WHERE clause; names and types in it are checked even where no row reaches them. */
export function compileWhere(clause: WhereClause | undefined, context: WhereContext): Test {
    if (clause === undefined) return () => true;
    const tokens = tokensOf(clause, context);
    const test = disjunction(tokens);
    if (tokens.length > 0) throw new QueryError('malformed', `unexpected token: ${tokens[0]}`);
    return test;
}

/** The parser gives a chain with counted parentheses; as tokens it is easily read again. */
function tokensOf(clause: WhereClause, context: WhereContext): Token[] {
    const tokens: Token[] = [];
    let link: WhereClause | undefined = clause;
    while (link !== undefined) {
        const left = link.left as Condition | null;
        for (let n = 0; n < (left?.openParen ?? 0); n++) tokens.push('(');
        if (left?.operator !== undefined) tokens.push(compileCondition(left, context));
        for (let n = 0; n < (left?.closeParen ?? 0); n++) tokens.push(')');
        if ('operator' in link) tokens.push(link.operator as Token);
        link = 'right' in link ? link.right : undefined;
    }
    return tokens;
}

function disjunction(tokens: Token[]): Test {
    const first = negation(tokens);
    const joiner = tokens[0];
    if (joiner !== 'AND' && joiner !== 'OR') return first;
    const tests = [first];
    while (tokens[0] === 'AND' || tokens[0] === 'OR') {
        // As on the platform: AND and OR side by side need parentheses.
        if (tokens.shift() !== joiner) {
            throw new QueryError(
                'malformed',
                `unexpected token: ${joiner === 'AND' ? 'OR' : 'AND'}`
            );
        }
        tests.push(negation(tokens));
    }
    return joiner === 'AND'
        ? (row) => tests.every((test) => test(row))
        : (row) => tests.some((test) => test(row));
}

function negation(tokens: Token[]): Test {
    const token = tokens.shift();
    if (token === 'NOT') {
        const test = negation(tokens);
        return (row) => !test(row);
    }
    if (token === '(') {
        const test = disjunction(tokens);
        if (tokens.shift() !== ')')
            throw new QueryError('malformed', 'expecting a right parentheses');
        return test;
    }
    if (typeof token !== 'function')
        throw new QueryError('malformed', `unexpected token: ${token}`);
    return token;
}

function compileCondition(condition: Condition, context: WhereContext): Test {
    if (condition.field === undefined) {
        throw new SandboxRefusal(`the function ${condition.fn?.rawValue} in a filter`);
    }
    const column = context.column(condition.field);
    const operator = condition.operator.toUpperCase();
    if (column.field.type === 'any' || column.field.type === 'multipicklist') {
        throw new SandboxRefusal(`a filter on ${column.field.name}`);
    }
    const read = (row: Row): Comparable => comparable(column.field.type, column.read(row));
    if (operator === 'IN' || operator === 'NOT IN') {
        const values = new Set(listOf(condition, column, context));
        return (row) => values.has(read(row)) === (operator === 'IN');
    }
    const value = valueOf(condition, column, context);
    switch (operator) {
        case '=':
            return (row) => read(row) === value;
        case '!=':
            return (row) => read(row) !== value;
        case 'LIKE':
            return like(read, value, column);
        case '<':
            return ordered(read, value, (order) => order < 0);
        case '<=':
            return ordered(read, value, (order) => order <= 0);
        case '>':
            return ordered(read, value, (order) => order > 0);
        case '>=':
            return ordered(read, value, (order) => order >= 0);
        default:
            throw new SandboxRefusal(`the operator ${operator}`);
    }
}

/** Nothing is less or more than null. */
function ordered(
    read: (row: Row) => Comparable,
    value: Comparable,
    holds: (order: number) => boolean
): Test {
    return (row) => {
        const own = read(row);
        return own !== null && value !== null && holds(compare(own, value));
    };
}

function like(read: (row: Row) => Comparable, value: Comparable, column: Column): Test {
    if (typeof value !== 'string') {
        throw new QueryError('malformed', `invalid operator on ${column.field.name}: LIKE`);
    }
    const pattern = likePattern(value);
    return (row) => pattern.test(String(read(row) ?? ''));
}

function valueOf(condition: Condition, column: Column, context: WhereContext): Comparable {
    const { literalType, value } = condition;
    if (typeof value !== 'string' || typeof literalType !== 'string') {
        throw new SandboxRefusal(`this comparison with ${column.field.name}`);
    }
    return literalType === 'APEX_BIND_VARIABLE'
        ? boundValue(column.field, context.bind(value))
        : literalValue(column.field, value, literalType as Parameters<typeof literalValue>[2]);
}

function listOf(condition: Condition, column: Column, context: WhereContext): Comparable[] {
    if (condition.valueQuery !== undefined) return context.semiJoin(condition.valueQuery, column);
    if (Array.isArray(condition.value)) {
        const types = condition.literalType;
        return condition.value.map((value, index) => {
            const literalType: unknown = Array.isArray(types) ? types[index] : types;
            return valueOf({ operator: '=', value, literalType }, column, context);
        });
    }
    const bound = context.bind(String(condition.value));
    if (bound === null || typeof bound !== 'object' || !(Symbol.iterator in bound)) {
        throw new SandboxRefusal(`IN with a bind that is no list or set (${column.field.name})`);
    }
    return [...(bound as Iterable<unknown>)].map((value) => boundValue(column.field, value));
}
