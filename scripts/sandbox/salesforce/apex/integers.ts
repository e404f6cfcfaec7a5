/** Which numbers are whole by their declared type: Apex divides those without a rest, and wraps an Integer. */
import type { ExpressionContext } from '@apexdevtools/apex-parser';
import {
    Arth1ExpressionContext,
    Arth2ExpressionContext,
    LiteralPrimaryContext,
    PreOpExpressionContext,
    PrimaryExpressionContext,
    SubExpressionContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import type { Scope } from './program.ts';
import type { ClassDefinition } from './source.ts';
import { ApexException } from './values.ts';

export type Whole = 'integer' | 'long';

/** The whole-number type of an expression; null when it is none, or when its type is not tracked. */
export function wholeType(node: ExpressionContext, scope: Scope): Whole | null {
    if (node instanceof SubExpressionContext) return wholeType(node.expression(), scope);
    if (node instanceof PreOpExpressionContext) return wholeType(node.expression(), scope);
    if (node instanceof Arth1ExpressionContext || node instanceof Arth2ExpressionContext) {
        return widest(wholeType(node.expression(0), scope), wholeType(node.expression(1), scope));
    }
    if (!(node instanceof PrimaryExpressionContext)) return null;
    const primary = node.primary();
    if (primary instanceof LiteralPrimaryContext) {
        if (primary.literal().IntegerLiteral()) return 'integer';
        return primary.literal().LongLiteral() ? 'long' : null;
    }
    const type = declaredType(node.getText().toLowerCase(), scope);
    return type === 'integer' || type === 'long' ? type : null;
}

function declaredType(name: string, scope: Scope): string | null {
    const local = scope.locals.get(name);
    if (local !== undefined) return local;
    for (let at: ClassDefinition | null = scope.owner; at !== null; at = at.outer) {
        const field = at.fields.get(name);
        if (field !== undefined) return field.type;
    }
    return null;
}

/** The type of what two numbers give; null as soon as one is not known to be whole. */
export function widest(a: Whole | null, b: Whole | null): Whole | null {
    if (a === null || b === null) return null;
    return a === 'long' || b === 'long' ? 'long' : 'integer';
}

/** `a / b` of whole numbers, towards zero. */
export function quotient(a: number, b: number): number {
    if (b === 0) throw new ApexException('MathException', 'Divide by 0');
    return Math.trunc(a / b);
}

/** A result as its type holds it: an Integer wraps at 32 bits; a Long past 2^53 is not exact here. */
export function wrapped(type: Whole | null, value: number): number {
    if (type === 'integer') return Number(BigInt.asIntN(32, BigInt(value)));
    if (type === 'long' && !Number.isSafeInteger(value)) {
        throw new SandboxRefusal('a Long this large');
    }
    return value;
}
