import { newFrame } from './invoke.ts';
import { expression } from './expressions.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import type { ClassDefinition, FieldDefinition } from './source.ts';
import { coerce } from './types.ts';
import type { ApexObject } from './values.ts';

/** Something that can be read and assigned. */
export interface Place {
    readonly read: Evaluate;
    write(frame: Frame, value: unknown): void;
}

/** A local variable, a field of `this`, or a static field around; null when the name is none. */
export function variable(name: string, scope: Scope): Place | null {
    const key = name.toLowerCase();
    const local = scope.locals.get(key);
    if (local !== undefined) {
        return {
            read: (frame) => frame.locals.get(key),
            write: (frame, value) => void frame.locals.set(key, coerce(local, value))
        };
    }
    const own = scope.owner.fields.get(key);
    if (own !== undefined && !own.isStatic && !scope.isStatic) {
        return {
            read: (frame) => (frame.self as ApexObject).fields.get(key) ?? null,
            write: (frame, value) =>
                void (frame.self as ApexObject).fields.set(key, coerce(own.type, value))
        };
    }
    for (let at: ClassDefinition | null = scope.owner; at !== null; at = at.outer) {
        const field = at.fields.get(key);
        if (field?.isStatic) return staticField(at, field, scope);
    }
    return null;
}

/** A static field; its initial value is computed when it is first touched in a request. */
export function staticField(owner: ClassDefinition, field: FieldDefinition, scope: Scope): Place {
    const key = `${owner.file}/${owner.name}/${field.name}`.toLowerCase();
    let initial: Evaluate | null = null;
    return {
        read(frame) {
            const { statics } = frame.transaction;
            if (statics.has(key)) return statics.get(key);
            if (field.initial !== null) {
                const inside = {
                    ...scope,
                    owner,
                    isStatic: true,
                    locals: new Map<string, string>()
                };
                initial ??= expression(field.initial, inside);
            }
            const value = initial?.(newFrame(frame.transaction, null)) ?? null;
            statics.set(key, coerce(field.type, value));
            return statics.get(key);
        },
        write: (frame, value) => void frame.transaction.statics.set(key, coerce(field.type, value))
    };
}
