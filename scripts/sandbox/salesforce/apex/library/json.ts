import { PackageError, SandboxRefusal } from '../../errors.ts';
import { construct } from '../creation.ts';
import type { Frame, Scope } from '../program.ts';
import { resolveClass } from '../program.ts';
import { coerce, isA } from '../types.ts';
import { ApexException, ApexMap, ApexObject, ClassToken } from '../values.ts';

/**
 * `JSON.deserialize(text, Type.class)`: fields by their names, keys that the class does not have are
 * passed over, as on the platform.
 */
export function deserialise(text: unknown, type: unknown, frame: Frame): unknown {
    if (!(type instanceof ClassToken)) {
        throw new SandboxRefusal('JSON.deserialize to anything but a class of the package');
    }
    const { definition } = type;
    const { program } = frame.transaction;
    const locals = new Map<string, string>();
    const scope: Scope = { program, owner: definition, isStatic: true, locals };
    return valueOf(definition.name, parsed(text), { frame, scope });
}

/** `JSON.serialize(value)`: every field of a class that is no static one, also those without a value. */
export function serialiseJson(value: unknown): string {
    return JSON.stringify(plain(value));
}

function plain(value: unknown): unknown {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
    if (Array.isArray(value)) return value.map(plain);
    if (value instanceof ApexMap) {
        const pairs = [...value.entries.values()];
        return Object.fromEntries(pairs.map(([key, one]) => [String(key), plain(one)]));
    }
    if (value instanceof ApexObject) {
        const own = [...value.definition.fields].filter(([, field]) => !field.isStatic);
        return Object.fromEntries(
            own.map(([key, field]) => [field.name, plain(value.fields.get(key) ?? null)])
        );
    }
    throw new SandboxRefusal('JSON.serialize of anything but lists, maps and classes');
}

interface Context {
    readonly frame: Frame;
    readonly scope: Scope;
}

function parsed(text: unknown): unknown {
    try {
        return JSON.parse(String(text));
    } catch (error) {
        throw new ApexException('JSONException', String(error));
    }
}

function valueOf(type: string, value: unknown, context: Context): unknown {
    if (value === null) return null;
    if (type.startsWith('list<')) return listOf(type.slice('list<'.length, -1), value, context);
    if (type.startsWith('map<string,')) {
        return mapOf(type.slice('map<string,'.length, -1), value, context);
    }
    const definition = resolveClass(type, context.scope);
    if (definition !== null) {
        const scope = { ...context.scope, owner: definition };
        const made = construct(definition, [], context.frame, scope);
        for (const [name, one] of Object.entries(objectOf(value))) {
            const field = definition.fields.get(name.toLowerCase());
            if (field?.isStatic !== false) continue;
            made.fields.set(name.toLowerCase(), valueOf(field.type, one, { ...context, scope }));
        }
        return made;
    }
    if (['string', 'integer', 'long', 'decimal', 'boolean'].includes(type) && isA(type, value)) {
        return coerce(type, value);
    }
    throw new SandboxRefusal(`JSON of ${JSON.stringify(value)} as a ${type}`);
}

function listOf(element: string, value: unknown, context: Context): unknown[] {
    if (!Array.isArray(value)) throw new PackageError(`JSON has no list where Apex expects one`);
    return value.map((one) => valueOf(element, one, context));
}

function mapOf(element: string, value: unknown, context: Context): ApexMap {
    const map = new ApexMap();
    for (const [key, one] of Object.entries(objectOf(value))) {
        map.set(key, valueOf(element, one, context));
    }
    return map;
}

function objectOf(value: unknown): object {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new PackageError(`JSON has no object where Apex expects one`);
    }
    return value;
}
