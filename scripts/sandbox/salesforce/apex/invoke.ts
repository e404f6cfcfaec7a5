import { SandboxRefusal } from '../errors.ts';
import type { Frame, Program, Transaction } from './program.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import type { Execute } from './statements.ts';
import { Returned, block } from './statements.ts';
import { coerce } from './types.ts';
import type { ApexObject } from './values.ts';

const DEEPEST_CALL = 1000;
const bodies = new WeakMap<MethodDefinition, Execute>();

export function newFrame(transaction: Transaction, self: ApexObject | null): Frame {
    return { transaction, self, locals: new Map() };
}

/** Calls a method or constructor of the package; its body is compiled at the first call. */
export function invoke(
    method: MethodDefinition,
    self: ApexObject | null,
    args: readonly unknown[],
    transaction: Transaction
): unknown {
    const frame = newFrame(transaction, self);
    method.parameters.forEach(({ name, type }, index) => {
        frame.locals.set(name.toLowerCase(), coerce(type, args[index]));
    });
    transaction.depth += 1;
    if (transaction.depth > DEEPEST_CALL) throw new SandboxRefusal('a recursion this deep');
    const completion = bodyOf(method, transaction.program)(frame);
    transaction.depth -= 1;
    return completion instanceof Returned ? coerce(method.returnType, completion.value) : null;
}

/** The only method of this name with so many parameters; overloads by type are refused. */
export function methodNamed(
    owner: ClassDefinition,
    name: string,
    parameters: number
): MethodDefinition | null {
    const all = owner.methods.get(name.toLowerCase()) ?? [];
    return only(all, parameters, `${owner.name}.${name}`);
}

/** The only one of these with so many parameters, or null. */
export function only(
    all: readonly MethodDefinition[],
    parameters: number,
    name: string
): MethodDefinition | null {
    const fitting = all.filter((method) => method.parameters.length === parameters);
    if (fitting.length > 1) throw new SandboxRefusal(`the overloads of ${name}`);
    return fitting[0] ?? null;
}

function bodyOf(method: MethodDefinition, program: Program): Execute {
    const known = bodies.get(method);
    if (known !== undefined) return known;
    if (method.body === null) throw new SandboxRefusal(`the abstract method ${method.name}`);
    const locals = new Map(method.parameters.map(({ name, type }) => [name.toLowerCase(), type]));
    const { owner, isStatic } = method;
    const body = block(method.body, { program, owner, isStatic, locals });
    bodies.set(method, body);
    return body;
}
