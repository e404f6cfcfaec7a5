import type { ForStatementContext } from '@apexdevtools/apex-parser';
import { SObjectRecord } from '../soql/record.ts';
import { expression, typed } from './expressions.ts';
import { valuesOf } from './library/collections.ts';
import { condition } from './operators.ts';
import type { Evaluate, Scope } from './program.ts';
import { declare } from './program.ts';
import { typeOf } from './source.ts';
import type { Execute } from './statements.ts';
import { Returned, declaration, inside, sequence, statement } from './statements.ts';
import { canonical, coercion } from './types.ts';
import { ApexException, ApexSet, QueryRows } from './values.ts';

/** Rows that a `for (List<…> page : [SELECT …])` gets at a time. */
const PAGE = 200;

export function forLoop(node: ForStatementContext, outer: Scope): Execute {
    const scope = inside(outer);
    const control = node.forControl();
    if (control.enhancedForControl()) return eachLoop(node, scope);
    const declared = control.forInit()?.localVariableDeclaration();
    const started = control.forInit()?.expressionList()?.expression_list() ?? [];
    const starts = started.map((one) => expression(one, scope));
    const start: Execute = declared
        ? declaration(declared, scope)
        : (frame) => {
              for (const one of starts) one(frame);
              return undefined;
          };
    const test = control.expression() ? expression(control.expression(), scope) : () => true;
    const updates = control.forUpdate()?.expressionList().expression_list() ?? [];
    const body = node.statement() ? statement(node.statement(), scope) : () => undefined;
    const repeat = loop(
        test,
        body,
        updates.map((update) => expression(update, scope))
    );
    return sequence([start, repeat]);
}

function eachLoop(node: ForStatementContext, scope: Scope): Execute {
    const each = node.forControl().enhancedForControl();
    const values = typed(each.expression(), scope);
    const type = canonical(typeOf(each.typeRef()), scope.owner, scope.program);
    const take = coercion(type);
    const { slot } = declare(scope, each.id().getText(), type);
    const body = node.statement() ? statement(node.statement(), scope) : () => undefined;
    const isPaged = type.startsWith('list<') && !/^(?:list|set)<list</.test(values.type ?? '');
    return (frame) => {
        const all = values.evaluate(frame);
        const items = isPaged && isRows(all) ? pages(all) : valuesOf(all);
        const size = sizeOf(all);
        for (const value of items) {
            frame.locals[slot] = take(value);
            const completion = body(frame);
            if (sizeOf(all) !== size) {
                const message = 'Cannot modify a collection while it is being iterated.';
                throw new ApexException('FinalException', message);
            }
            if (completion === 'break') break;
            if (completion instanceof Returned) return completion;
        }
        return undefined;
    };
}

/** How many elements a collection has; of a map's keys, the map. */
function sizeOf(value: unknown): number {
    if (Array.isArray(value)) return value.length;
    return value instanceof ApexSet ? (value.origin ?? value).entries.size : 0;
}

function isRows(value: unknown): value is SObjectRecord[] {
    return Array.isArray(value) && (value.length === 0 || value[0] instanceof SObjectRecord);
}

function pages(rows: readonly SObjectRecord[]): unknown[] {
    const found: unknown[] = [];
    for (let at = 0; at < rows.length; at += PAGE) {
        found.push(QueryRows.from(rows.slice(at, at + PAGE)));
    }
    return found;
}

/** Repeats while a test holds; `first` runs the body once before. */
export function loop(
    test: Evaluate,
    body: Execute,
    updates: readonly Evaluate[],
    first = false
): Execute {
    return (frame) => {
        let isFirst = first;
        while (isFirst || condition(test(frame))) {
            isFirst = false;
            const completion = body(frame);
            if (completion === 'break') break;
            if (completion instanceof Returned) return completion;
            for (const update of updates) update(frame);
            // An empty body takes time, too.
            frame.transaction.limits.step();
        }
        return undefined;
    };
}
