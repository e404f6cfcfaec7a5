import { PackageError, SandboxRefusal } from '../errors.ts';
import { leave, newFrame } from './frames.ts';
import { methodsNamed, signatureOf } from './hierarchy.ts';
import { chosen } from './overloads.ts';
import type { Program, Transaction } from './program.ts';
import { declare, newScope } from './program.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import type { Execute } from './statements.ts';
import { Returned, block } from './statements.ts';
import { canonical, coercion } from './types.ts';
import type { ApexObject } from './values.ts';

/** Calls a method or constructor of the package; its body is compiled at the first call. */
export function invoke(
    method: MethodDefinition,
    self: ApexObject | null,
    args: readonly unknown[],
    transaction: Transaction
): unknown {
    const { owner, parameters } = method;
    const body = bodyOf(method, transaction.program);
    const locals = parameters.map(({ type }, index) => coercion(type)(args[index]));
    const name = `${owner.fullName}.${method.name}`;
    const { isSharing } = transaction;
    const frame = newFrame(transaction, self, name, owner.file, locals);
    // Since API version 67, a class that declares nothing enforces sharing.
    if (owner.sharing !== 'inherited') transaction.isSharing = owner.sharing !== 'without';
    return leave(frame, () => {
        try {
            const completion = body(frame);
            const result = completion instanceof Returned ? completion.value : null;
            return coercion(method.returnType)(result);
        } finally {
            transaction.isSharing = isSharing;
        }
    });
}

/** The method that an object's own class has in the place of the one that was called. */
export function overriding(
    method: MethodDefinition,
    definition: ClassDefinition,
    program: Program
): MethodDefinition {
    if (definition === method.owner) return method;
    const signature = signatureOf(method, program);
    const all = methodsNamed(definition, method.name, program);
    return all.find((one) => signatureOf(one, program) === signature) ?? method;
}

/**
 * The method of this name, of a class or inherited, that takes arguments of these types (null: not known);
 * null for none.
 */
export function methodFor(
    owner: ClassDefinition,
    name: string,
    types: readonly (string | null)[],
    program: Program
): MethodDefinition | null {
    return chosen(methodsNamed(owner, name, program), types, `${owner.fullName}.${name}`, program);
}

function bodyOf(method: MethodDefinition, program: Program): Execute {
    const known = program.compiled.get(method);
    if (known !== undefined) return known;
    if (method.body === null) throw new SandboxRefusal(`the abstract method ${method.name}`);
    const { owner, isStatic } = method;
    const scope = newScope(program, owner, isStatic);
    for (const { name, type } of method.parameters) {
        if (scope.locals.has(name.toLowerCase())) {
            throw new PackageError(`Duplicate field: ${name}`, `${owner.file}:${method.line}`);
        }
        declare(scope, name, canonical(type, owner, program));
    }
    const body = block(method.body, scope);
    program.compiled.set(method, body);
    return body;
}
