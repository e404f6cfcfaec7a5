import type { ExpressionContext } from '@apexdevtools/apex-parser';
import {
    ArrayExpressionContext,
    Arth1ExpressionContext,
    Arth2ExpressionContext,
    AssignExpressionContext,
    CastExpressionContext,
    CmpExpressionContext,
    CoalExpressionContext,
    CondExpressionContext,
    DotExpressionContext,
    EqualityExpressionContext,
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
import { ownCall } from './calls.ts';
import { creation } from './creation.ts';
import { wholeType, widest } from './integers.ts';
import { member } from './members.ts';
import { arithmetic, condition, equal, ordered } from './operators.ts';
import { placeOf, placed } from './places.ts';
import { primary } from './primary.ts';
import type { Evaluate, Scope } from './program.ts';
import { cast, isA } from './types.ts';
import { nullPointer } from './values.ts';
import { typeOf } from './source.ts';

/** Compiles an expression to a function of the frame in which it is evaluated. */
export function expression(node: ExpressionContext, scope: Scope): Evaluate {
    const place = placeOf(node, scope);
    const evaluate = placed(place, () => compile(node, scope));
    return (frame) => placed(place, () => evaluate(frame));
}

function compile(node: ExpressionContext, scope: Scope): Evaluate {
    if (node instanceof PrimaryExpressionContext) return primary(node.primary(), scope);
    if (node instanceof DotExpressionContext) return member(node, scope);
    if (node instanceof MethodCallExpressionContext) return ownCall(node.methodCall(), scope);
    if (node instanceof NewExpressionContext) return creation(node.creator(), scope);
    if (node instanceof SubExpressionContext) return expression(node.expression(), scope);
    if (node instanceof AssignExpressionContext) return assignment(node, scope);
    if (node instanceof PostOpExpressionContext) {
        return step(node.expression(), node.INC() ? 1 : -1, false, scope);
    }
    if (node instanceof PreOpExpressionContext) return prefix(node, scope);
    if (node instanceof NegExpressionContext) return negation(node, scope);
    if (node instanceof CastExpressionContext) {
        const [type, value] = [typeOf(node.typeRef()), expression(node.expression(), scope)];
        return (frame) => cast(type, value(frame));
    }
    if (node instanceof InstanceOfExpressionContext) {
        const [type, value] = [typeOf(node.typeRef()), expression(node.expression(), scope)];
        return (frame) => {
            const tested = value(frame);
            return tested !== null && isA(type, tested);
        };
    }
    if (node instanceof CondExpressionContext) {
        const test = expression(node.expression(0), scope);
        const yes = expression(node.expression(1), scope);
        const no = expression(node.expression(2), scope);
        return (frame) => (condition(test(frame)) ? yes(frame) : no(frame));
    }
    return binary(node, scope);
}

function binary(node: ExpressionContext, scope: Scope): Evaluate {
    if (!isBinary(node)) throw refusal(node, scope);
    const left = expression(node.expression(0), scope);
    const right = expression(node.expression(1), scope);
    const operator = operatorOf(node);
    if (node instanceof LogAndExpressionContext) {
        return (frame) => condition(left(frame)) && condition(right(frame));
    }
    if (node instanceof LogOrExpressionContext) {
        return (frame) => condition(left(frame)) || condition(right(frame));
    }
    if (node instanceof CoalExpressionContext) return (frame) => left(frame) ?? right(frame);
    if (node instanceof CmpExpressionContext) {
        return (frame) => ordered(operator, left(frame), right(frame));
    }
    if (node instanceof ArrayExpressionContext) {
        return (frame) => {
            const list = left(frame);
            if (!Array.isArray(list)) throw nullPointer();
            return list[indexIn(list, right(frame))];
        };
    }
    if (node instanceof EqualityExpressionContext) {
        if (operator === '==') return (frame) => equal(left(frame), right(frame));
        if (operator === '!=') return (frame) => !equal(left(frame), right(frame));
        throw refusal(node, scope);
    }
    const whole = widest(
        wholeType(node.expression(0), scope),
        wholeType(node.expression(1), scope)
    );
    return (frame) => arithmetic(operator, left(frame), right(frame), whole);
}

type Binary =
    | ArrayExpressionContext
    | Arth1ExpressionContext
    | Arth2ExpressionContext
    | CmpExpressionContext
    | CoalExpressionContext
    | EqualityExpressionContext
    | LogAndExpressionContext
    | LogOrExpressionContext;

function isBinary(node: ExpressionContext): node is Binary {
    return [
        ArrayExpressionContext,
        Arth1ExpressionContext,
        Arth2ExpressionContext,
        CmpExpressionContext,
        CoalExpressionContext,
        EqualityExpressionContext,
        LogAndExpressionContext,
        LogOrExpressionContext
    ].some((kind) => node instanceof kind);
}

/** The characters between the two sides: `>=` is two tokens. */
function operatorOf(node: Binary): string {
    const tokens: string[] = [];
    for (let at = 1; at < node.getChildCount() - 1; at++) tokens.push(node.getChild(at).getText());
    return tokens.join('');
}

function prefix(node: PreOpExpressionContext, scope: Scope): Evaluate {
    if (node.INC() || node.DEC()) return step(node.expression(), node.INC() ? 1 : -1, true, scope);
    const value = expression(node.expression(), scope);
    return node.SUB() ? (frame) => arithmetic('-', 0, value(frame)) : value;
}

function negation(node: NegExpressionContext, scope: Scope): Evaluate {
    if (!node.BANG()) throw refusal(node, scope);
    const value = expression(node.expression(), scope);
    return (frame) => !condition(value(frame));
}

function refusal(node: ExpressionContext, scope: Scope): SandboxRefusal {
    return new SandboxRefusal(`the expression ${node.getText()}`, placeOf(node, scope));
}
