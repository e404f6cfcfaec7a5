import type { ExpressionContext } from '@apexdevtools/apex-parser';
import {
    ArrayExpressionContext,
    AssignExpressionContext,
    BitNotExpressionContext,
    CastExpressionContext,
    CoalExpressionContext,
    CondExpressionContext,
    DotExpressionContext,
    InstanceOfExpressionContext,
    LogAndExpressionContext,
    LogOrExpressionContext,
    MethodCallExpressionContext,
    NegExpressionContext,
    NewExpressionContext,
    PostOpExpressionContext,
    PreOpExpressionContext,
    PrimaryExpressionContext,
    SubExpressionContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { indexIn } from './library/collections.ts';
import { assignment, step } from './assignments.ts';
import { binary } from './binary.ts';
import { casting } from './casts.ts';
import { ownCall } from './calls.ts';
import { creation } from './creation.ts';
import { member } from './members.ts';
import { arithmetic, condition } from './operators.ts';
import { placeOf, placed } from './places.ts';
import { primary } from './primary.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { canonical, isA, typeArguments } from './types.ts';
import { nullPointer } from './values.ts';
import { typeOf } from './source.ts';

/** A compiled expression with its canonical static type: `null` as text for the literal, null where it is not known. */
export interface Typed {
    readonly type: string | null;
    readonly evaluate: Evaluate;
    /** Of a chain with `?.` in it: the same, but SHORT_CIRCUIT where null ended the whole chain. */
    readonly chained?: Evaluate;
}

export const SHORT_CIRCUIT = Symbol('a chain that `?.` ended');

/** An access to what an expression gives; behind a `?.` that met null, nothing more is evaluated. */
export function behind(
    holder: Typed,
    type: string | null,
    isSafe: boolean,
    access: (self: unknown, frame: Frame) => unknown
): Typed {
    const before = holder.chained ?? holder.evaluate;
    const chained: Evaluate = (frame) => {
        const self = before(frame);
        if (self === SHORT_CIRCUIT) return self;
        if (self !== null && self !== undefined) return access(self, frame);
        if (isSafe) return SHORT_CIRCUIT;
        throw nullPointer();
    };
    if (!isSafe && holder.chained === undefined) return { type, evaluate: chained };
    const evaluate: Evaluate = (frame) => {
        const found = chained(frame);
        return found === SHORT_CIRCUIT ? null : found;
    };
    return { type, evaluate, chained };
}

/** Compiles an expression to a function of the frame in which it is evaluated. */
export function expression(node: ExpressionContext, scope: Scope): Evaluate {
    return typed(node, scope).evaluate;
}

/** Compiles an expression, for those who need its type, too. */
export function typed(node: ExpressionContext, scope: Scope): Typed {
    return placed(placeOf(node, scope), () => compile(node, scope));
}

function compile(node: ExpressionContext, scope: Scope): Typed {
    if (node instanceof PrimaryExpressionContext) return primary(node.primary(), scope);
    if (node instanceof DotExpressionContext) return member(node, scope);
    if (node instanceof MethodCallExpressionContext) return ownCall(node.methodCall(), scope);
    if (node instanceof NewExpressionContext) return creation(node.creator(), scope);
    if (node instanceof SubExpressionContext) return typed(node.expression(), scope);
    if (node instanceof AssignExpressionContext) return assignment(node, scope);
    if (node instanceof PostOpExpressionContext) {
        return step(node.expression(), node.INC() ? 1 : -1, false, scope);
    }
    if (node instanceof PreOpExpressionContext) return prefix(node, scope);
    if (node instanceof NegExpressionContext) return negation(node, scope);
    if (node instanceof BitNotExpressionContext) throw refusal(node, scope);
    if (node instanceof CastExpressionContext) return casting(node, scope);
    if (node instanceof InstanceOfExpressionContext) {
        const type = canonical(typeOf(node.typeRef()), scope.owner, scope.program);
        const value = expression(node.expression(), scope);
        return {
            type: 'boolean',
            evaluate: (frame) => {
                const tested = value(frame);
                return tested !== null && isA(type, tested, scope.program);
            }
        };
    }
    if (node instanceof CondExpressionContext) return conditional(node, scope);
    if (node instanceof CoalExpressionContext) {
        const left = typed(node.expression(0), scope);
        const right = typed(node.expression(1), scope);
        const evaluate: Evaluate = (frame) => left.evaluate(frame) ?? right.evaluate(frame);
        return { type: commonType(left.type, right.type), evaluate };
    }
    if (node instanceof LogAndExpressionContext || node instanceof LogOrExpressionContext) {
        const left = expression(node.expression(0), scope);
        const right = expression(node.expression(1), scope);
        const evaluate: Evaluate =
            node instanceof LogAndExpressionContext
                ? (frame) => condition(left(frame)) && condition(right(frame))
                : (frame) => condition(left(frame)) || condition(right(frame));
        return { type: 'boolean', evaluate };
    }
    if (node instanceof ArrayExpressionContext) return element(node, scope);
    return binary(node, scope);
}

function conditional(node: CondExpressionContext, scope: Scope): Typed {
    const test = expression(node.expression(0), scope);
    const yes = typed(node.expression(1), scope);
    const no = typed(node.expression(2), scope);
    return {
        type: commonType(yes.type, no.type),
        evaluate: (frame) => (condition(test(frame)) ? yes.evaluate(frame) : no.evaluate(frame))
    };
}

const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

function commonType(a: string | null, b: string | null): string | null {
    if (a === 'null') return b;
    if (b === 'null' || a === b) return a;
    const [x, y] = [NUMBERS.indexOf(a ?? ''), NUMBERS.indexOf(b ?? '')];
    if (x >= 0 && y >= 0) return NUMBERS[Math.max(x, y)] ?? null;
    return a;
}

function element(node: ArrayExpressionContext, scope: Scope): Typed {
    const list = typed(node.expression(0), scope);
    const index = expression(node.expression(1), scope);
    const type = (list.type && typeArguments(list.type)[0]) ?? null;
    return behind(list, type, false, (values, frame) => {
        if (!Array.isArray(values)) throw nullPointer();
        const found: unknown = values[indexIn(values, index(frame))];
        return found;
    });
}

function prefix(node: PreOpExpressionContext, scope: Scope): Typed {
    if (node.INC() || node.DEC()) return step(node.expression(), node.INC() ? 1 : -1, true, scope);
    const { type, evaluate } = typed(node.expression(), scope);
    if (!node.SUB()) return { type, evaluate };
    return { type, evaluate: (frame) => arithmetic('-', 0, evaluate(frame), type) };
}

function negation(node: NegExpressionContext, scope: Scope): Typed {
    if (!node.BANG()) {
        const { type, evaluate } = typed(node.expression(), scope);
        return { type, evaluate: (frame) => ~Number(evaluate(frame)) };
    }
    const value = expression(node.expression(), scope);
    return { type: 'boolean', evaluate: (frame) => !condition(value(frame)) };
}

export function refusal(node: ExpressionContext, scope: Scope): SandboxRefusal {
    return new SandboxRefusal(`the expression ${node.getText()}`, placeOf(node, scope));
}
