import type { ExpressionListContext, MethodCallContext } from '@apexdevtools/apex-parser';
import { SandboxRefusal } from '../errors.ts';
import { expression } from './expressions.ts';
import { invoke, methodNamed } from './invoke.ts';
import { callPlatformMethod } from './library/instance.ts';
import { placeOf } from './places.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import type { ClassDefinition } from './source.ts';
import { ApexObject, nullPointer } from './values.ts';

/** The arguments of a call, in order. */
export function argumentsOf(
    list: ExpressionListContext | null | undefined,
    scope: Scope
): (frame: Frame) => unknown[] {
    const compiled = (list?.expression_list() ?? []).map((argument) => expression(argument, scope));
    return (frame) => compiled.map((evaluate) => evaluate(frame));
}

/** `name(…)`: a method of this class, or a static one of a class around it. */
export function ownCall(call: MethodCallContext, scope: Scope): Evaluate {
    const place = placeOf(call, scope);
    if (!call.id()) throw new SandboxRefusal('a call of this(…) or super(…)', place);
    const name = call.id().getText();
    const args = argumentsOf(call.expressionList(), scope);
    const count = call.expressionList()?.expression_list().length ?? 0;
    for (let at: ClassDefinition | null = scope.owner; at !== null; at = at.outer) {
        const method = methodNamed(at, name, count);
        if (method?.isStatic) {
            return (frame) => invoke(method, null, args(frame), frame.transaction);
        }
        if (method !== null && at === scope.owner && !scope.isStatic) {
            return (frame) => invoke(method, frame.self, args(frame), frame.transaction);
        }
    }
    throw new SandboxRefusal(`the method ${name} with ${count} arguments`, place);
}

/** Calls a method of a value, of the package's own or of a platform type. */
export function callMethod(
    self: unknown,
    name: string,
    args: readonly unknown[],
    frame: Frame
): unknown {
    if (self === null) throw nullPointer();
    if (self instanceof ApexObject) {
        const method = methodNamed(self.definition, name, args.length);
        if (method === null) throw new SandboxRefusal(`the method ${self.definition.name}.${name}`);
        return invoke(method, self, args, frame.transaction);
    }
    // A void method leaves nothing to use.
    return callPlatformMethod(self, name, args, frame) ?? null;
}
