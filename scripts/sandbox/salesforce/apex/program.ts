import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SandboxUser } from '../access.ts';
import type { CustomMetadata } from '../customMetadata.ts';
import { readCustomMetadata } from '../customMetadata.ts';
import { filesUnder } from '../metadata.ts';
import type { Schema } from '../schema.ts';
import type { runQuery } from '../soql/run.ts';
import type { Store } from '../store.ts';
import type { Coverage } from './coverage.ts';
import type { Jobs } from './jobs.ts';
import { readLabels } from './labels.ts';
import type { Limits } from './limits.ts';
import type { ClassDefinition, FieldDefinition, MethodDefinition } from './source.ts';
import { readClass } from './source.ts';
import type { Execute } from './statements.ts';
import type { TriggerDefinition, TriggerRows } from './triggers.ts';
import { readTrigger } from './triggers.ts';
import type { ApexObject } from './values.ts';

/** The code of the package, and the schema against which it is written. */
export interface Program {
    readonly schema: Schema;
    /** A top-level class by its name in any case; null when the package has none. */
    findClass(name: string): ClassDefinition | null;
    /** Every top-level class, by name. */
    classes(): readonly ClassDefinition[];
    /** Every trigger, by name. */
    triggers(): readonly TriggerDefinition[];
    /** The triggers on an object, by its API name. */
    triggersOn(object: string): readonly TriggerDefinition[];
    /** Records of custom metadata types, which come with the package. */
    readonly customMetadata: CustomMetadata;
    /** Custom labels by lower-case name. */
    readonly labels: ReadonlyMap<string, string>;
    /** What was compiled so far, against this schema. */
    readonly compiled: WeakMap<MethodDefinition | FieldDefinition | object, Execute>;
}

/**
 * Reads a package; its classes and triggers are parsed once a process, when they are first asked for.
 *
 * @param others folders with code of the org's own
 */
export function loadProgram(
    forceApp: string,
    schema: Schema,
    others: readonly string[] = []
): Program {
    const files = [forceApp, ...others].flatMap((folder) => filesUnder(folder));
    const paths = new Map<string, string>();
    for (const path of files) {
        if (path.endsWith('.cls')) paths.set(basename(path, '.cls').toLowerCase(), path);
    }
    let triggers: readonly TriggerDefinition[] | null = null;
    function allTriggers(): readonly TriggerDefinition[] {
        triggers ??= files
            .filter((path) => path.endsWith('.trigger'))
            .map((path) => readTrigger(basename(path), readFileSync(path, 'utf8')));
        return triggers;
    }
    const classes = new Map<string, ClassDefinition>();
    function findClass(name: string): ClassDefinition | null {
        const key = name.toLowerCase();
        const path = paths.get(key);
        if (path === undefined) return null;
        const definition =
            classes.get(key) ?? readClass(basename(path), readFileSync(path, 'utf8'));
        classes.set(key, definition);
        return definition;
    }
    return {
        schema,
        findClass,
        classes: () => [...paths.keys()].sort().map((name) => findClass(name) as ClassDefinition),
        triggers: allTriggers,
        triggersOn: (object) =>
            allTriggers().filter((one) => one.object.toLowerCase() === object.toLowerCase()),
        customMetadata: readCustomMetadata(files, schema),
        labels: readLabels(files),
        compiled: new WeakMap()
    };
}

/** What was written since a context began: setup and other objects do not go together. */
export interface Writes {
    /** API name of the first setup object that was written; null for none. */
    setup: string | null;
    data: string | null;
}

/** One request: static variables and limits live no longer than it does. */
export interface Transaction {
    readonly program: Program;
    readonly store: Store;
    /** Who runs the code at this moment. */
    user: SandboxUser;
    readonly now: () => number;
    readonly runQuery: typeof runQuery;
    /** Static fields of classes that were touched. */
    readonly statics: Map<FieldDefinition, unknown>;
    readonly initialised: Set<ClassDefinition>;
    limits: Limits;
    writes: Writes;
    /** The trigger that runs; null outside one. */
    trigger: TriggerRows | null;
    /** How many triggers are open within each other. */
    triggerDepth: number;
    /** The call that runs. */
    frame: Frame | null;
    /** Whether the sharing of records is enforced, as the class that runs declares it. */
    isSharing: boolean;
    readonly jobs: Jobs;
    readonly isTest: boolean;
    /** `Test.startTest` and `stopTest`; null in a request of a person. */
    readonly test: TestContext | null;
    readonly coverage: Coverage | null;
}

/** What only a test method has. */
export interface TestContext {
    start(transaction: Transaction): void;
    stop(transaction: Transaction): void;
}

/** One call of a method. */
export interface Frame {
    readonly transaction: Transaction;
    readonly self: ApexObject | null;
    /** Local variables by their slots. */
    readonly locals: unknown[];
    /** `HandoffClock.now`, for stack traces. */
    readonly name: string;
    readonly file: string;
    readonly caller: Frame | null;
    readonly depth: number;
    /** The statement that runs. */
    line: number;
    /** Lines of the file that were run; null where nobody counts them. */
    readonly hits: Set<number> | null;
}

export interface Local {
    readonly type: string;
    readonly slot: number;
}

/** What is known where code is compiled: names in scope, and where it stands. */
export interface Scope {
    readonly program: Program;
    readonly owner: ClassDefinition;
    readonly isStatic: boolean;
    /** The local variables by lower-case name. */
    readonly locals: Map<string, Local>;
    /** How many slots the call has; shared by all blocks of one body. */
    readonly slots: { count: number };
    /** The property whose accessor this is: inside, its name is the value itself. */
    readonly accessor: FieldDefinition | null;
}

export type Evaluate = (frame: Frame) => unknown;

export function newScope(
    program: Program,
    owner: ClassDefinition,
    isStatic: boolean,
    accessor: FieldDefinition | null = null
): Scope {
    return { program, owner, isStatic, locals: new Map(), slots: { count: 0 }, accessor };
}

/** Declares a local variable. */
export function declare(scope: Scope, name: string, type: string): Local {
    const local = { type, slot: scope.slots.count };
    scope.slots.count += 1;
    scope.locals.set(name.toLowerCase(), local);
    return local;
}

/** An inner class of the enclosing ones or of their supertypes, or a top-level class, by a name such as `Outer.Inner`. */
export function resolveClass(name: string, scope: Scope): ClassDefinition | null {
    return classNamed(name, scope.owner, scope.program);
}

export function classNamed(
    name: string,
    owner: ClassDefinition | null,
    program: Program
): ClassDefinition | null {
    const [first = '', ...rest] = name.toLowerCase().split('.');
    let found: ClassDefinition | null = null;
    for (let at = owner; at !== null && !found; at = at.outer) {
        found = innerNamed(first, at, program) ?? (at.name.toLowerCase() === first ? at : null);
    }
    found ??= program.findClass(first);
    for (const part of rest) found = found === null ? null : innerNamed(part, found, program);
    return found;
}

function innerNamed(
    name: string,
    owner: ClassDefinition,
    program: Program
): ClassDefinition | null {
    for (let at: ClassDefinition | null = owner; at !== null; at = superClass(at, program)) {
        const found = at.inner.get(name);
        if (found !== undefined) return found;
    }
    return null;
}

/** The class of the package that another extends; null for none, or for one of the platform's. */
export function superClass(definition: ClassDefinition, program: Program): ClassDefinition | null {
    if (definition.superType === null || definition.superType === 'exception') return null;
    const around = definition.outer;
    return classNamed(definition.superType, around, program);
}
