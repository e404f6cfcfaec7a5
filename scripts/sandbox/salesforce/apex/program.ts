import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { SandboxUser } from '../access.ts';
import type { CustomMetadata } from '../customMetadata.ts';
import { readCustomMetadata } from '../customMetadata.ts';
import { filesUnder } from '../metadata.ts';
import type { Schema } from '../schema.ts';
import type { runQuery } from '../soql/run.ts';
import type { Store } from '../store.ts';
import type { ClassDefinition } from './source.ts';
import { readClass } from './source.ts';
import type { TriggerDefinition, TriggerRows } from './triggers.ts';
import { readTrigger } from './triggers.ts';
import type { ApexObject } from './values.ts';

/** The code of the package, and the schema against which it is written. */
export interface Program {
    readonly schema: Schema;
    /** A top-level class by its name in any case; null when the package has none. */
    findClass(name: string): ClassDefinition | null;
    /** The triggers on an object, by its API name. */
    triggersOn(object: string): readonly TriggerDefinition[];
    /** Records of custom metadata types, which come with the package. */
    readonly customMetadata: CustomMetadata;
}

export function loadProgram(forceApp: string, schema: Schema): Program {
    const files = filesUnder(forceApp);
    const paths = new Map<string, string>();
    for (const path of files) {
        if (path.endsWith('.cls')) paths.set(basename(path, '.cls').toLowerCase(), path);
    }
    let triggers: readonly TriggerDefinition[] | null = null;
    function triggersOn(object: string): readonly TriggerDefinition[] {
        triggers ??= files
            .filter((path) => path.endsWith('.trigger'))
            .map((path) => readTrigger(basename(path), readFileSync(path, 'utf8')));
        return triggers.filter((one) => one.object.toLowerCase() === object.toLowerCase());
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
    return { schema, findClass, triggersOn, customMetadata: readCustomMetadata(files, schema) };
}

/** One request: static variables and limits live no longer than it does. */
export interface Transaction {
    readonly program: Program;
    readonly store: Store;
    readonly user: SandboxUser;
    readonly now: () => number;
    readonly runQuery: typeof runQuery;
    readonly statics: Map<string, unknown>;
    queries: number;
    /** The trigger that runs; null outside one. */
    trigger: TriggerRows | null;
    /** How many calls are open. */
    depth: number;
}

/** One call of a method. Apex lets no local variable hide another, so one map holds them all. */
export interface Frame {
    readonly transaction: Transaction;
    readonly self: ApexObject | null;
    readonly locals: Map<string, unknown>;
}

/** What is known where code is compiled: names in scope, and where it stands. */
export interface Scope {
    readonly program: Program;
    readonly owner: ClassDefinition;
    readonly isStatic: boolean;
    /** Types of the local variables by lower-case name. */
    readonly locals: Map<string, string>;
}

export type Evaluate = (frame: Frame) => unknown;

/** An inner class of the enclosing ones, or a top-level class, by a name such as `Outer.Inner`. */
export function resolveClass(name: string, scope: Scope): ClassDefinition | null {
    const [first = '', ...rest] = name.toLowerCase().split('.');
    let found: ClassDefinition | null = null;
    for (let at: ClassDefinition | null = scope.owner; at !== null && !found; at = at.outer) {
        found = at.inner.get(first) ?? (at.name.toLowerCase() === first ? at : null);
    }
    found ??= scope.program.findClass(first);
    for (const part of rest) found = found?.inner.get(part) ?? null;
    return found;
}
