import type { DotExpressionContext, ExpressionContext } from '@apexdevtools/apex-parser';
import {
    DotExpressionContext as Dot,
    PrimaryExpressionContext,
    SuperPrimaryContext
} from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { isThis } from './assignments.ts';
import { argumentsOf, callMethod, superCall } from './calls.ts';
import type { Typed } from './expressions.ts';
import { behind, typed } from './expressions.ts';
import { fieldNamed } from './hierarchy.ts';
import { invoke, methodFor, overriding } from './invoke.ts';
import { platformProperty, returnTypeOf } from './library/instance.ts';
import { addFieldError, fieldTypeOf, recordField } from './library/records.ts';
import { isPlatformType } from './library/static.ts';
import type { Frame, Scope } from './program.ts';
import { classNamed, resolveClass } from './program.ts';
import { staticMember } from './staticMembers.ts';
import { canonical, coerce, runtimeType } from './types.ts';
import { ApexException, ApexObject, QueryRows, nullPointer } from './values.ts';
import type { InstancePlace } from './variables.ts';
import { instanceField, variable } from './variables.ts';

/** What is done with a value that is not null. */
type Access = (self: unknown, frame: Frame) => unknown;

/** `left.name` and `left.name(…)`, where left is a value or the name of a type. */
export function member(node: DotExpressionContext, scope: Scope): Typed {
    const left = node.expression();
    const call = node.dotMethodCall();
    if (call && isSuper(left)) {
        return superCall(call.anyId().getText(), argumentsOf(call.expressionList(), scope), scope);
    }
    const type = typeNameOf(left, scope);
    if (type !== null) return staticMember(node, type, scope);
    const error = call ? fieldError(node, scope) : null;
    if (error !== null) return error;
    const holder = typed(left, scope);
    const found = call ? methodAccess(holder, node, scope) : fieldAccess(holder, node, scope);
    return behind(holder, found.type, Boolean(node.QUESTIONDOT()), found.access);
}

interface Found {
    readonly type: string | null;
    readonly access: Access;
}

function methodAccess(holder: Typed, node: DotExpressionContext, scope: Scope): Found {
    const call = node.dotMethodCall();
    const name = call.anyId().getText();
    const args = argumentsOf(call.expressionList(), scope);
    const { program } = scope;
    const definition = holder.type === null ? null : classNamed(holder.type, null, program);
    const method = definition && methodFor(definition, name, args.types, program);
    if (method?.isStatic) {
        throw new PackageError(
            `Static method cannot be referenced from a non static context: ${name}`
        );
    }
    if (method) {
        return {
            type: canonical(method.returnType, method.owner, program),
            access: (self, frame) => {
                const object = self instanceof ApexException ? self.instance : self;
                // An interface of the package may be implemented by nothing else.
                if (!(object instanceof ApexObject)) {
                    throw new SandboxRefusal(`the method ${name} of a ${runtimeType(self)}`);
                }
                const own = overriding(method, object.definition, program);
                return invoke(own, object, args.evaluate(frame), frame.transaction);
            }
        };
    }
    return {
        type: returnTypeOf(holder.type, name, args.types.length, program),
        access: (self, frame) => callMethod(self, name, args.evaluate(frame), frame, args.types)
    };
}

function fieldAccess(holder: Typed, node: DotExpressionContext, scope: Scope): Found {
    const name = node.anyId().getText();
    const { program } = scope;
    const own = isThis(node.expression()) ? fieldNamed(scope.owner, name, program) : null;
    const definition = holder.type === null ? null : classNamed(holder.type, null, program);
    const field = own ?? (definition && fieldNamed(definition, name, program));
    if (field && !field.isStatic) {
        const place = instanceField(field, scope);
        return {
            type: place.type,
            access: (self, frame) => place.get(objectOf(self), frame)
        };
    }
    const rowType = /^list<(\w+)>$/.exec(holder.type ?? '')?.[1] ?? holder.type;
    return {
        type: fieldTypeOf(rowType, name, program),
        access: (given, frame) => {
            // `[SELECT …].Field` is the field of the only row.
            const self = given instanceof QueryRows ? coerce('sobject', given) : given;
            if (self instanceof SObjectRecord) return recordField(self, name, frame);
            if (self instanceof ApexObject)
                return fieldOfObject(self, name, scope).get(self, frame);
            return platformProperty(self, name);
        }
    };
}

function objectOf(self: unknown): ApexObject {
    const object = self instanceof ApexException ? self.instance : self;
    return object as ApexObject;
}

/** `record.Field__c.addError('…')` marks the field, not its value. */
function fieldError(node: DotExpressionContext, scope: Scope): Typed | null {
    const left = node.expression();
    const call = node.dotMethodCall();
    if (call.anyId().getText().toLowerCase() !== 'adderror') return null;
    if (!(left instanceof Dot) || left.dotMethodCall()) return null;
    const holder = typed(left.expression(), scope);
    const args = argumentsOf(call.expressionList(), scope);
    const name = left.anyId().getText();
    return {
        type: 'void',
        evaluate: (frame) => {
            const record = holder.evaluate(frame);
            if (!(record instanceof SObjectRecord)) throw nullPointer();
            addFieldError(record, name, args.evaluate(frame)[0]);
            return null;
        }
    };
}

/** @throws PackageError where the compiler would find no such field */
export function fieldOfObject(self: ApexObject, name: string, scope: Scope): InstancePlace {
    const field = fieldNamed(self.definition, name, scope.program);
    if (field === null || field.isStatic) {
        throw new PackageError(`Variable does not exist: ${self.definition.name}.${name}`);
    }
    return instanceField(field, scope);
}

function isSuper(node: ExpressionContext): boolean {
    return (
        node instanceof PrimaryExpressionContext && node.primary() instanceof SuperPrimaryContext
    );
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
    if (isPlatformType(`${left}.${name}`)) return `${left}.${name}`;
    return resolveClass(`${left}.${name}`, scope) === null ? null : `${left}.${name}`;
}

function isNamespace(name: string): boolean {
    return ['system', 'schema'].includes(name.toLowerCase());
}

function isType(name: string, scope: Scope): boolean {
    const key = name.toLowerCase();
    return (
        isNamespace(name) ||
        isPlatformType(key) ||
        scope.program.schema.has(key) ||
        resolveClass(name, scope) !== null
    );
}
