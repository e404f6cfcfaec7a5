import type { ExpressionContext } from '@apexdevtools/apex-parser';
import {
    Arth1ExpressionContext,
    Arth2ExpressionContext,
    BitAndExpressionContext,
    BitExpressionContext,
    BitOrExpressionContext,
    CmpExpressionContext,
    EqualityExpressionContext
} from '@apexdevtools/apex-parser';
import type { Typed } from './expressions.ts';
import { refusal, typed } from './expressions.ts';
import { arithmetic, arithmeticType, bits, equal, identical, ordered } from './operators.ts';
import type { Evaluate, Scope } from './program.ts';

type Binary =
    | Arth1ExpressionContext
    | Arth2ExpressionContext
    | BitAndExpressionContext
    | BitExpressionContext
    | BitOrExpressionContext
    | CmpExpressionContext
    | EqualityExpressionContext;

/** Compiles an operator between two sides, both of which are always evaluated. */
export function binary(node: ExpressionContext, scope: Scope): Typed {
    if (!isBinary(node)) throw refusal(node, scope);
    const left = typed(node.expression(0), scope);
    const right = typed(node.expression(1), scope);
    const a = left.evaluate;
    const b = right.evaluate;
    const operator = operatorOf(node);
    if (node instanceof CmpExpressionContext) {
        return { type: 'boolean', evaluate: (frame) => ordered(operator, a(frame), b(frame)) };
    }
    if (node instanceof EqualityExpressionContext) {
        const evaluate = equality(operator, a, b);
        if (evaluate === null) throw refusal(node, scope);
        return { type: 'boolean', evaluate };
    }
    if (node instanceof Arth1ExpressionContext || node instanceof Arth2ExpressionContext) {
        const type = arithmeticType(operator, left.type, right.type);
        return { type, evaluate: (frame) => arithmetic(operator, a(frame), b(frame), type) };
    }
    const type = arithmeticType('+', left.type, right.type) ?? left.type;
    return { type, evaluate: (frame) => bits(operator, a(frame), b(frame), type) };
}

function equality(operator: string, a: Evaluate, b: Evaluate): Evaluate | null {
    switch (operator) {
        case '==':
            return (frame) => equal(a(frame), b(frame));
        case '!=':
        case '<>':
            return (frame) => !equal(a(frame), b(frame));
        case '===':
            return (frame) => identical(a(frame), b(frame));
        case '!==':
            return (frame) => !identical(a(frame), b(frame));
        default:
            return null;
    }
}

function isBinary(node: ExpressionContext): node is Binary {
    return [
        Arth1ExpressionContext,
        Arth2ExpressionContext,
        BitAndExpressionContext,
        BitExpressionContext,
        BitOrExpressionContext,
        CmpExpressionContext,
        EqualityExpressionContext
    ].some((kind) => node instanceof kind);
}

/** The characters between the two sides: `>=` is two tokens. */
function operatorOf(node: Binary): string {
    const tokens: string[] = [];
    for (let at = 1; at < node.getChildCount() - 1; at++) tokens.push(node.getChild(at).getText());
    return tokens.join('');
}
