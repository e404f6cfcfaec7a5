/** Making instances of the package's classes: constructors, those above them, and first values. */
import type { MethodCallContext } from '@apexdevtools/apex-parser';
import { MethodCallExpressionContext } from '@apexdevtools/apex-parser';
import { PackageError } from '../errors.ts';
import type { Arguments } from './calls.ts';
import { clearFields, initialise, initialiseInstance } from './classes.ts';
import { exceptionOf, joinInstance } from './exceptions.ts';
import { lineage } from './hierarchy.ts';
import { invoke } from './invoke.ts';
import { prepareException } from './library/exceptions.ts';
import { chosen } from './overloads.ts';
import type { Evaluate, Program, Scope, Transaction } from './program.ts';
import { superClass } from './program.ts';
import type { ClassDefinition, MethodDefinition } from './source.ts';
import { ApexException, ApexObject } from './values.ts';

type Types = readonly (string | null)[];

/** Makes an instance; of a class of exceptions, what can be thrown. */
export function construct(
    definition: ClassDefinition,
    args: readonly unknown[],
    types: Types,
    transaction: Transaction
): ApexObject | ApexException {
    const { program } = transaction;
    if (definition.kind !== 'class' || definition.isAbstract) {
        throw new PackageError(`Type cannot be constructed: ${definition.fullName}`);
    }
    initialise(definition, transaction);
    const self = new ApexObject(definition);
    clearFields(self, program);
    if (isException(definition, program)) {
        joinInstance(new ApexException(definition.name, '', '', true), self);
        runConstructor(definition, self, args, types, transaction);
        return exceptionOf(self);
    }
    runConstructor(definition, self, args, types, transaction);
    return self;
}

/** Whether a class of the package extends Exception, however far above. */
export function isException(definition: ClassDefinition, program: Program): boolean {
    for (const at of lineage(definition, program)) {
        if (at.superType === 'exception' || at.superType === 'system.exception') return true;
    }
    return false;
}

function runConstructor(
    definition: ClassDefinition,
    self: ApexObject,
    args: readonly unknown[],
    types: Types,
    transaction: Transaction
): void {
    const { program } = transaction;
    const name = `new ${definition.fullName}`;
    const constructor = chosen(definition.constructors, types, name, program);
    if (constructor === null) {
        const withoutArguments = args.length === 0 && definition.constructors.length === 0;
        if (isException(definition, program)) prepareException(exceptionOf(self), args);
        else if (!withoutArguments) {
            const given = types.map((type) => type ?? 'Object').join(', ');
            throw new PackageError(
                `Constructor not defined: [${definition.fullName}].<Constructor>(${given})`
            );
        }
        constructAbove(definition, self, transaction);
        initialiseInstance(definition, self, transaction);
        return;
    }
    const first = firstCall(constructor);
    if (!first?.THIS()) {
        if (!first?.SUPER()) constructAbove(definition, self, transaction);
        // With an explicit super(…), the first values are given right after it.
        if (!first?.SUPER()) initialiseInstance(definition, self, transaction);
    }
    invoke(constructor, self, args, transaction);
}

function constructAbove(
    definition: ClassDefinition,
    self: ApexObject,
    transaction: Transaction
): void {
    const above = superClass(definition, transaction.program);
    if (above !== null) runConstructor(above, self, [], [], transaction);
}

/** The `this(…)` or `super(…)` with which a constructor begins. */
function firstCall({ body }: MethodDefinition): MethodCallContext | null {
    const first = body?.statement_list()[0]?.expressionStatement()?.expression();
    if (!(first instanceof MethodCallExpressionContext)) return null;
    const call = first.methodCall();
    return call.THIS() || call.SUPER() ? call : null;
}

/** `this(…)` or `super(…)` in a constructor. */
export function chainedConstructor(isSuper: boolean, args: Arguments, scope: Scope): Evaluate {
    const { owner, program } = scope;
    if (!isSuper) {
        return (frame) => {
            const self = frame.self as ApexObject;
            runConstructor(owner, self, args.evaluate(frame), args.types, frame.transaction);
            return null;
        };
    }
    const above = superClass(owner, program);
    return (frame) => {
        const self = frame.self as ApexObject;
        const values = args.evaluate(frame);
        if (above !== null) runConstructor(above, self, values, args.types, frame.transaction);
        else if (isException(owner, program)) prepareException(exceptionOf(self), values);
        initialiseInstance(owner, self, frame.transaction);
        return null;
    };
}
