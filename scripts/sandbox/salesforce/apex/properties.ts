/** The accessors of properties that have a body of their own. */
import type { BlockContext } from '@apexdevtools/apex-parser';
import { leave, newFrame } from './frames.ts';
import type { Program, Transaction } from './program.ts';
import { declare, newScope } from './program.ts';
import type { FieldDefinition } from './source.ts';
import type { Execute } from './statements.ts';
import { Returned, block } from './statements.ts';
import { canonical, coerce } from './types.ts';
import type { ApexObject } from './values.ts';

/** Runs the getter. */
export function readProperty(
    field: FieldDefinition,
    self: ApexObject | null,
    transaction: Transaction
): unknown {
    const completion = run(field, field.getter as BlockContext, [], self, transaction);
    return completion instanceof Returned ? coerce(field.type, completion.value) : null;
}

/** Runs the setter, in which the new value is `value`. */
export function writeProperty(
    field: FieldDefinition,
    self: ApexObject | null,
    value: unknown,
    transaction: Transaction
): void {
    run(field, field.setter as BlockContext, [value], self, transaction);
}

function run(
    field: FieldDefinition,
    body: BlockContext,
    locals: unknown[],
    self: ApexObject | null,
    transaction: Transaction
): unknown {
    const execute = bodyOf(field, body, transaction.program);
    const name = `${field.owner.fullName}.${field.name}`;
    const frame = newFrame(transaction, self, name, field.owner.file, locals);
    return leave(frame, () => execute(frame));
}

function bodyOf(field: FieldDefinition, body: BlockContext, program: Program): Execute {
    const known = program.compiled.get(body);
    if (known !== undefined) return known;
    const scope = newScope(program, field.owner, field.isStatic, field);
    if (body === field.setter) declare(scope, 'value', canonical(field.type, field.owner, program));
    const compiled = block(body, scope);
    program.compiled.set(body, compiled);
    return compiled;
}
