import type { AssignExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import {
    ArrayExpressionContext,
    DotExpressionContext,
    PrimaryExpressionContext,
    SubExpressionContext,
    ThisPrimaryContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Typed } from './expressions.ts';
import { expression, typed } from './expressions.ts';
import { fieldNamed } from './hierarchy.ts';
import { indexIn } from './library/collections.ts';
import { assignField } from './library/records.ts';
import { fieldOfObject, typeNameOf } from './members.ts';
import { arithmetic, arithmeticType, bits } from './operators.ts';
import { placeOf } from './places.ts';
import type { Scope } from './program.ts';
import { resolveClass } from './program.ts';
import { coercion, runtimeType } from './types.ts';
import { ApexObject, nullPointer } from './values.ts';
import type { Place } from './variables.ts';
import { instanceField, staticField, variable } from './variables.ts';

/** `target = value`, `+=` and its like; the value is that of the whole expression. */
export function assignment(node: AssignExpressionContext, scope: Scope): Typed {
    const target = targetOf(node.expression(0), scope);
    const value = typed(node.expression(1), scope);
    const operator = node.getChild(1).getText();
    const { type } = target;
    if (operator === '=') {
        return {
            type,
            evaluate: (frame) => {
                const assigned = value.evaluate(frame);
                target.write(frame, assigned);
                return assigned;
            }
        };
    }
    const symbol = operator.slice(0, -1);
    const result = arithmeticType(symbol, type, value.type);
    const combine = ['+', '-', '*', '/'].includes(symbol) ? arithmetic : bits;
    return {
        type,
        evaluate: (frame) => {
            const before = target.read(frame);
            const assigned = combine(symbol, before, value.evaluate(frame), result);
            target.write(frame, assigned);
            return assigned;
        }
    };
}

/** `++` and `--`; `first` says whether the value is the one after the step. */
export function step(node: ExpressionContext, by: number, first: boolean, scope: Scope): Typed {
    const target = targetOf(node, scope);
    return {
        type: target.type,
        evaluate: (frame) => {
            const before = target.read(frame);
            const after = arithmetic('+', before, by, target.type);
            target.write(frame, after);
            return first ? after : before;
        }
    };
}

function targetOf(node: ExpressionContext, scope: Scope): Place {
    if (node instanceof SubExpressionContext) return targetOf(node.expression(), scope);
    if (node instanceof PrimaryExpressionContext) {
        const place = variable(node.getText(), scope);
        if (place !== null) return place;
    }
    if (node instanceof DotExpressionContext && node.anyId()) {
        return memberTarget(node, scope);
    }
    if (node instanceof ArrayExpressionContext) {
        const list = expression(node.expression(0), scope);
        const index = expression(node.expression(1), scope);
        const { type, evaluate } = typed(node, scope);
        const take = coercion(type ?? 'object');
        return {
            type: type ?? 'object',
            read: evaluate,
            write(frame, value) {
                const values = list(frame);
                if (!Array.isArray(values)) throw nullPointer();
                values[indexIn(values, index(frame))] = take(value);
            }
        };
    }
    throw new SandboxRefusal(`an assignment to ${node.getText()}`, placeOf(node, scope));
}

function memberTarget(node: DotExpressionContext, scope: Scope): Place {
    const name = node.anyId().getText();
    const left = node.expression();
    const type = typeNameOf(left, scope);
    const owner = type === null ? null : resolveClass(type, scope);
    const field = owner && fieldNamed(owner, name, scope.program);
    if (field?.isStatic) return staticField(field, scope);
    const own = isThis(left) ? fieldNamed(scope.owner, name, scope.program) : null;
    if (own !== null && !own.isStatic) {
        const place = instanceField(own, scope);
        return {
            type: place.type,
            read: (frame) => place.get(frame.self as ApexObject, frame),
            write: (frame, value) => place.set(frame.self as ApexObject, value, frame)
        };
    }
    const holder = expression(left, scope);
    const read = typed(node, scope);
    return {
        type: read.type ?? 'object',
        read: read.evaluate,
        write(frame, value) {
            const self = holder(frame);
            if (self === null) throw nullPointer();
            if (self instanceof SObjectRecord) {
                assignField(self, name, value, frame);
            } else if (self instanceof ApexObject) {
                fieldOfObject(self, name, scope).set(self, value, frame);
            } else {
                throw new SandboxRefusal(`an assignment to a field of a ${runtimeType(self)}`);
            }
        }
    };
}

export function isThis(node: ExpressionContext): boolean {
    return node instanceof PrimaryExpressionContext && node.primary() instanceof ThisPrimaryContext;
}
