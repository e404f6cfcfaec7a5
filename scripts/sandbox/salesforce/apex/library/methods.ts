import type { Frame, Scope } from '../program.ts';

/** A method of a platform type; `self` is never null. */
export type InstanceMethod = (self: never, args: readonly unknown[], frame: Frame) => unknown;

/**
 * Methods by `type.name/number of arguments`, all in lower case, each with the canonical type that it gives:
 * `#1` is the first argument of a generic type, `self` the type itself, an empty text one that is not known.
 */
export type InstanceMethods = {
    readonly [signature: string]: readonly [type: string, run: InstanceMethod];
};

/** Where a static method is called. */
export interface CallSite {
    readonly scope: Scope;
    /** Canonical types of the arguments; null for one that is not known. */
    readonly types: readonly (string | null)[];
}

export type StaticMethod = (args: readonly unknown[], frame: Frame, site: CallSite) => unknown;

/** Static methods likewise. */
export type StaticMethods = {
    readonly [signature: string]: readonly [type: string, run: StaticMethod];
};
