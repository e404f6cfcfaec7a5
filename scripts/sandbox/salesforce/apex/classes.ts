/** The initialisation of classes and of their instances. */
import { expression } from './expressions.ts';
import { leave, newFrame } from './frames.ts';
import { lineage } from './hierarchy.ts';
import type { Program, Transaction } from './program.ts';
import { newScope, superClass } from './program.ts';
import type { ClassDefinition } from './source.ts';
import type { Execute } from './statements.ts';
import { block, sequence } from './statements.ts';
import { coercion } from './types.ts';
import type { ApexObject } from './values.ts';

/** Gives a class's static fields their first values, unless that was done in this transaction. */
export function initialise(definition: ClassDefinition, transaction: Transaction): void {
    if (transaction.initialised.has(definition)) return;
    transaction.initialised.add(definition);
    const above = superClass(definition, transaction.program);
    if (above !== null) initialise(above, transaction);
    run(definition, null, transaction);
}

/** Gives an object its class's own fields; those of its superclasses are given by their constructors. */
export function initialiseInstance(
    definition: ClassDefinition,
    self: ApexObject,
    transaction: Transaction
): void {
    run(definition, self, transaction);
}

/** Every field of a new object, without a value. */
export function clearFields(self: ApexObject, program: Program): void {
    for (const at of lineage(self.definition, program)) {
        for (const [key, field] of at.fields) {
            if (!field.isStatic && !self.fields.has(key)) self.fields.set(key, null);
        }
    }
}

function run(definition: ClassDefinition, self: ApexObject | null, transaction: Transaction): void {
    const execute = initialisersOf(definition, self === null, transaction.program);
    if (execute === null) return;
    const name = `${definition.fullName}.<init>`;
    const frame = newFrame(transaction, self, name, definition.file);
    leave(frame, () => execute(frame));
}

const NOTHING: Execute = () => undefined;

function initialisersOf(
    definition: ClassDefinition,
    isStatic: boolean,
    program: Program
): Execute | null {
    const key = isStatic ? definition : definition.initialisers;
    const known = program.compiled.get(key);
    if (known !== undefined) return known === NOTHING ? null : known;
    const scope = newScope(program, definition, isStatic);
    const steps: Execute[] = [];
    for (const one of definition.initialisers) {
        if (one.isStatic !== isStatic) continue;
        if (one.block !== undefined) {
            steps.push(block(one.block, scope));
            continue;
        }
        const { field } = one;
        if (field.initial === null) continue;
        const initial = expression(field.initial, scope);
        const take = coercion(field.type);
        const name = field.name.toLowerCase();
        steps.push((frame) => {
            frame.line = field.line;
            frame.hits?.add(field.line);
            const value = take(initial(frame));
            if (isStatic) frame.transaction.statics.set(field, value);
            else frame.self?.fields.set(name, value);
            return undefined;
        });
    }
    const compiled = steps.length === 0 ? NOTHING : sequence(steps);
    program.compiled.set(key, compiled);
    return steps.length === 0 ? null : compiled;
}
