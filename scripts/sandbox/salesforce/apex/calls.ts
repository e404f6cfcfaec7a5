import type { ExpressionListContext, MethodCallContext } from '@apexdevtools/apex-parser';
import { PackageError, SandboxRefusal } from '../errors.ts';
import { initialise } from './classes.ts';
import { chainedConstructor } from './construct.ts';
import type { Typed } from './expressions.ts';
import { typed } from './expressions.ts';
import { callFuture } from './enqueue.ts';
import { exceptionOf } from './exceptions.ts';
import { invoke, methodFor, overriding } from './invoke.ts';
import { callPlatformMethod } from './library/instance.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { superClass } from './program.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import { canonical, runtimeType } from './types.ts';
import { ApexException, ApexObject, nullPointer } from './values.ts';

/** The arguments of a call, in order. */
export interface Arguments {
    /** Canonical; null for one that is not known. */
    readonly types: readonly (string | null)[];
    evaluate(frame: Frame): unknown[];
}

export function argumentsOf(
    list: ExpressionListContext | null | undefined,
    scope: Scope
): Arguments {
    const compiled = (list?.expression_list() ?? []).map((argument) => typed(argument, scope));
    const evaluators = compiled.map(({ evaluate }) => evaluate);
    return {
        types: compiled.map(({ type }) => type),
        evaluate: (frame) => evaluators.map((evaluate) => evaluate(frame))
    };
}

/** `name(…)`: a method of this class, or a static one of a class around it; `this(…)` and `super(…)`. */
export function ownCall(call: MethodCallContext, scope: Scope): Typed {
    const args = argumentsOf(call.expressionList(), scope);
    if (call.THIS() || call.SUPER()) {
        return { type: null, evaluate: chainedConstructor(Boolean(call.SUPER()), args, scope) };
    }
    const name = call.id().getText();
    for (let at: ClassDefinition | null = scope.owner; at !== null; at = at.outer) {
        const method = methodFor(at, name, args.types, scope.program);
        if (method === null) continue;
        if (method.isStatic) return staticCall(method, args, scope);
        if (at === scope.owner && !scope.isStatic) return virtualCall(method, args, scope);
    }
    if (!scope.isStatic && isException(scope.owner, scope)) {
        const evaluate: Evaluate = (frame) =>
            callPlatformMethod(
                exceptionOf(frame.self as ApexObject),
                name,
                args.evaluate(frame),
                frame
            );
        return { type: null, evaluate };
    }
    const what = `the method ${name} with ${args.types.length} arguments`;
    throw new SandboxRefusal(what, placeOf(call, scope));
}

function isException(definition: ClassDefinition, scope: Scope): boolean {
    for (let at: ClassDefinition | null = definition; at; at = superClass(at, scope.program)) {
        if (at.superType?.replace(/^system\./, '') === 'exception') return true;
    }
    return false;
}

/** A call of a static method whose overload is chosen. */
export function staticCall(method: MethodDefinition, args: Arguments, scope: Scope): Typed {
    const type = canonical(method.returnType, method.owner, scope.program);
    const isFuture = method.annotations.has('future');
    return {
        type,
        evaluate: (frame) => {
            const { transaction } = frame;
            const values = args.evaluate(frame);
            initialise(method.owner, transaction);
            if (!isFuture) return invoke(method, null, values, transaction);
            callFuture(method, values, transaction);
            return null;
        }
    };
}

function virtualCall(method: MethodDefinition, args: Arguments, scope: Scope): Typed {
    const type = canonical(method.returnType, method.owner, scope.program);
    return {
        type,
        evaluate: (frame) => {
            const self = frame.self as ApexObject;
            const own = overriding(method, self.definition, scope.program);
            return invoke(own, self, args.evaluate(frame), frame.transaction);
        }
    };
}

/** `super.name(…)`: a method of the class above, as it stands there. */
export function superCall(name: string, args: Arguments, scope: Scope): Typed {
    const above = superClass(scope.owner, scope.program);
    const method = above && methodFor(above, name, args.types, scope.program);
    if (!method) throw new SandboxRefusal(`the method super.${name}`);
    return {
        type: canonical(method.returnType, method.owner, scope.program),
        evaluate: (frame) => invoke(method, frame.self, args.evaluate(frame), frame.transaction)
    };
}

/** Calls a method of a value, of the package's own or of a platform type. */
export function callMethod(
    self: unknown,
    name: string,
    args: readonly unknown[],
    frame: Frame,
    types: readonly (string | null)[] = args.map(() => null)
): unknown {
    if (self === null || self === undefined) throw nullPointer();
    const holder = self instanceof ApexException ? self.instance : self;
    if (holder instanceof ApexObject) {
        const { program } = frame.transaction;
        const method = methodFor(holder.definition, name, types, program);
        if (method !== null) {
            if (method.isStatic) {
                throw new PackageError(`${method.owner.fullName}.${name} is static`);
            }
            return invoke(method, holder, args, frame.transaction);
        }
        if (holder === self) {
            return objectMethod(holder, name, args);
        }
    }
    // A void method leaves nothing to use.
    return callPlatformMethod(self, name, args, frame) ?? null;
}

function objectMethod(self: ApexObject, name: string, args: readonly unknown[]): unknown {
    if (name.toLowerCase() === 'equals' && args.length === 1) return self === args[0];
    throw new SandboxRefusal(`the method ${runtimeType(self)}.${name}`);
}
