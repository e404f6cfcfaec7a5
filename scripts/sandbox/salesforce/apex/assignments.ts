import type { AssignExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import {
    ArrayExpressionContext,
    DotExpressionContext,
    PrimaryExpressionContext
} from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { expression } from './expressions.ts';
import { indexIn } from './library/collections.ts';
import { instanceField, typeNameOf } from './members.ts';
import { arithmetic } from './operators.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Scope } from './program.ts';
import { resolveClass } from './program.ts';
import { coerce, runtimeType } from './types.ts';
import { ApexObject, nullPointer } from './values.ts';
import type { Place } from './variables.ts';
import { staticField, variable } from './variables.ts';

/** `target = value`, `+=`, `-=` and `*=`; the value is that of the whole expression. */
export function assignment(node: AssignExpressionContext, scope: Scope): Evaluate {
    const target = targetOf(node.expression(0), scope);
    const value = expression(node.expression(1), scope);
    const operator = node.getChild(1).getText();
    if (operator === '=') {
        return (frame) => {
            const assigned = value(frame);
            target.write(frame, assigned);
            return assigned;
        };
    }
    if (!['+=', '-=', '*='].includes(operator)) {
        throw new SandboxRefusal(`the operator ${operator}`, placeOf(node, scope));
    }
    return (frame) => {
        const assigned = arithmetic(operator.charAt(0), target.read(frame), value(frame));
        target.write(frame, assigned);
        return assigned;
    };
}

/** `++` and `--`; `first` says whether the value is the one after the step. */
export function step(node: ExpressionContext, by: number, first: boolean, scope: Scope): Evaluate {
    const target = targetOf(node, scope);
    return (frame) => {
        const before = target.read(frame);
        const after = arithmetic('+', before, by);
        target.write(frame, after);
        return first ? after : before;
    };
}

function targetOf(node: ExpressionContext, scope: Scope): Place {
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
        return {
            read: expression(node, scope),
            write(frame, value) {
                const values = list(frame);
                if (!Array.isArray(values)) throw nullPointer();
                values[indexIn(values, index(frame))] = value;
            }
        };
    }
    throw new SandboxRefusal(`an assignment to ${node.getText()}`, placeOf(node, scope));
}

function memberTarget(node: DotExpressionContext, scope: Scope): Place {
    const name = node.anyId().getText();
    const type = typeNameOf(node.expression(), scope);
    const owner = type === null ? null : resolveClass(type, scope);
    const field = owner?.fields.get(name.toLowerCase());
    if (owner && field?.isStatic) return staticField(owner, field, scope);
    const holder = expression(node.expression(), scope);
    return {
        read: expression(node, scope),
        write(frame, value) {
            const self = holder(frame);
            if (self === null) throw nullPointer();
            if (!(self instanceof ApexObject)) {
                throw new SandboxRefusal(`an assignment to a field of a ${runtimeType(self)}`);
            }
            self.fields.set(name.toLowerCase(), coerce(instanceField(self, name).type, value));
        }
    };
}
