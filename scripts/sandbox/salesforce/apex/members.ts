import type { DotExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import { DotExpressionContext as Dot, PrimaryExpressionContext } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { argumentsOf, callMethod } from './calls.ts';
import { expression } from './expressions.ts';
import { invoke, methodNamed } from './invoke.ts';
import { PLATFORM_TYPES, callStatic, platformConstant } from './library/static.ts';
import { recordField } from './library/records.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { resolveClass } from './program.ts';
import type { FieldDefinition } from './source.ts';
import { triggerVariable } from './triggers.ts';
import { runtimeType } from './types.ts';
import { ApexObject, TypeToken, nullPointer } from './values.ts';
import { staticField, variable } from './variables.ts';

/** `left.name` and `left.name(…)`, where left is a value or the name of a type. */
export function member(node: DotExpressionContext, scope: Scope): Evaluate {
    const type = typeNameOf(node.expression(), scope);
    if (type !== null) return staticMember(node, type, scope);
    const left = expression(node.expression(), scope);
    const safe = Boolean(node.QUESTIONDOT());
    const call = node.dotMethodCall();
    if (call) {
        const name = call.anyId().getText();
        const args = argumentsOf(call.expressionList(), scope);
        return (frame) => {
            const self = left(frame);
            return safe && self === null ? null : callMethod(self, name, args(frame), frame);
        };
    }
    const name = node.anyId().getText();
    return (frame) => {
        const self = left(frame);
        return safe && self === null ? null : fieldOf(self, name, frame);
    };
}

function fieldOf(self: unknown, name: string, frame: Frame): unknown {
    if (self === null) throw nullPointer();
    if (self instanceof SObjectRecord) return recordField(self, name, frame);
    if (!(self instanceof ApexObject)) {
        throw new SandboxRefusal(`the field ${name} of a ${runtimeType(self)}`);
    }
    instanceField(self, name);
    return self.fields.get(name.toLowerCase()) ?? null;
}

/** @throws PackageError where the compiler would find no such field */
export function instanceField(self: ApexObject, name: string): FieldDefinition {
    const field = self.definition.fields.get(name.toLowerCase());
    if (field === undefined || field.isStatic) {
        throw new PackageError(`Variable does not exist: ${self.definition.name}.${name}`);
    }
    return field;
}

/** The type that an expression names; a variable of that name comes first. Null for a value. */
export function typeNameOf(node: ExpressionContext, scope: Scope): string | null {
    if (node instanceof PrimaryExpressionContext) {
        const name = node.getText();
        if (!/^\w+$/.test(name) || variable(name, scope) !== null) return null;
        return isType(name, scope) ? name : null;
    }
    if (!(node instanceof Dot) || node.dotMethodCall()) return null;
    const left = typeNameOf(node.expression(), scope);
    if (left === null) return null;
    const name = node.anyId().getText();
    if (isNamespace(left)) return isType(name, scope) ? name : null;
    return resolveClass(`${left}.${name}`, scope) === null ? null : `${left}.${name}`;
}

function isNamespace(name: string): boolean {
    return ['system', 'schema'].includes(name.toLowerCase());
}

function isType(name: string, scope: Scope): boolean {
    const key = name.toLowerCase();
    return (
        isNamespace(name) ||
        PLATFORM_TYPES.has(key) ||
        scope.program.schema.has(key) ||
        resolveClass(name, scope) !== null
    );
}

function staticMember(node: DotExpressionContext, type: string, scope: Scope): Evaluate {
    const owner = resolveClass(type, scope);
    const call = node.dotMethodCall();
    if (call) {
        const name = call.anyId().getText();
        const args = argumentsOf(call.expressionList(), scope);
        if (owner === null) return (frame) => callStatic(type, name, args(frame), frame);
        const count = call.expressionList()?.expression_list().length ?? 0;
        const method = methodNamed(owner, name, count);
        if (method?.isStatic) {
            return (frame) => invoke(method, null, args(frame), frame.transaction);
        }
        throw new SandboxRefusal(`the method ${type}.${name}`, placeOf(node, scope));
    }
    const name = node.anyId().getText();
    if (owner === null && type.toLowerCase() === 'trigger') {
        return (frame) => triggerVariable(name, frame.transaction.trigger);
    }
    const object = scope.program.schema.get(type.toLowerCase());
    if (owner === null && object && name.toLowerCase() === 'sobjecttype') {
        const token = new TypeToken(object.name);
        return () => token;
    }
    if (owner !== null) {
        const field = owner.fields.get(name.toLowerCase());
        if (field?.isStatic) return staticField(owner, field, scope).read;
        throw new SandboxRefusal(`${type}.${name}`, placeOf(node, scope));
    }
    const constant = platformConstant(type, name);
    return () => constant;
}
