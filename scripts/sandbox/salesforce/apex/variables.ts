import { initialise } from './classes.ts';
import { fieldNamed } from './hierarchy.ts';
import { readProperty, writeProperty } from './properties.ts';
import type { Evaluate, Frame, Scope } from './program.ts';
import { superClass } from './program.ts';
import type { ClassDefinition, FieldDefinition } from './source.ts';
import { canonical, coercion } from './types.ts';
import type { ApexObject } from './values.ts';

/** Something that can be read and assigned. */
export interface Place {
    /** Canonical. */
    readonly type: string;
    readonly read: Evaluate;
    write(frame: Frame, value: unknown): void;
}

/** A local variable, a field of `this`, or a static field around; null when the name is none. */
export function variable(name: string, scope: Scope): Place | null {
    const key = name.toLowerCase();
    const local = scope.locals.get(key);
    if (local !== undefined) {
        const { slot, type } = local;
        const take = coercion(type);
        return {
            type,
            read: (frame) => frame.locals[slot],
            write: (frame, value) => void (frame.locals[slot] = take(value))
        };
    }
    const { program } = scope;
    const own = fieldNamed(scope.owner, name, program);
    if (own !== null && !own.isStatic && !scope.isStatic) {
        const place = instanceField(own, scope);
        return {
            type: place.type,
            read: (frame) => place.get(frame.self as ApexObject, frame),
            write: (frame, value) => place.set(frame.self as ApexObject, value, frame)
        };
    }
    for (let at: ClassDefinition | null = scope.owner; at !== null; at = at.outer) {
        for (let up: ClassDefinition | null = at; up !== null; up = superClass(up, program)) {
            const field = up.fields.get(key);
            if (field?.isStatic) return staticField(field, scope);
        }
    }
    return null;
}

/** A field or property of an object. */
export interface InstancePlace {
    readonly type: string;
    get(self: ApexObject, frame: Frame): unknown;
    set(self: ApexObject, value: unknown, frame: Frame): void;
}

export function instanceField(field: FieldDefinition, scope: Scope): InstancePlace {
    const key = field.name.toLowerCase();
    const take = coercion(field.type);
    const type = canonical(field.type, field.owner, scope.program);
    const { getter, setter } = scope.accessor === field ? { getter: null, setter: null } : field;
    return {
        type,
        get: getter
            ? (self, frame) => readProperty(field, self, frame.transaction)
            : (self, frame) => {
                  if (field.isProperty) touched(field, frame);
                  return self.fields.get(key) ?? null;
              },
        set: setter
            ? (self, value, frame) => writeProperty(field, self, take(value), frame.transaction)
            : (self, value, frame) => {
                  if (field.isProperty) touched(field, frame);
                  self.fields.set(key, take(value));
              }
    };
}

/** A property without a body is a line that ran once it was read or written. */
function touched({ owner, line }: FieldDefinition, { transaction }: Frame): void {
    transaction.coverage?.hitsOf(owner.file).add(line);
}

/** A static field; its class is initialised when it is first touched in a request. */
export function staticField(field: FieldDefinition, scope: Scope): Place {
    const { owner } = field;
    const take = coercion(field.type);
    const { getter, setter } = scope.accessor === field ? { getter: null, setter: null } : field;
    return {
        type: canonical(field.type, owner, scope.program),
        read(frame) {
            const { transaction } = frame;
            initialise(owner, transaction);
            if (getter) return readProperty(field, null, transaction);
            if (field.isProperty) touched(field, frame);
            return transaction.statics.get(field) ?? null;
        },
        write(frame, value) {
            const { transaction } = frame;
            initialise(owner, transaction);
            if (field.isProperty) touched(field, frame);
            if (setter) writeProperty(field, null, take(value), transaction);
            else transaction.statics.set(field, take(value));
        }
    };
}
