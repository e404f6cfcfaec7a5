import { PackageError, SandboxRefusal } from '../../errors.ts';
import { isId } from '../../ids.ts';
import type { SObjectType } from '../../schema.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { FieldValue } from '../../values.ts';
import { CalendarDate, Timestamp, instantText, isDate } from '../../values.ts';
import { construct } from '../construct.ts';
import { lineage } from '../hierarchy.ts';
import type { Frame } from '../program.ts';
import { classNamed } from '../program.ts';
import type { ClassDefinition } from '../source.ts';
import { OF_OBJECTS, canonical, coerce, isA, typeArguments } from '../types.ts';
import {
    ApexException,
    ApexMap,
    ApexObject,
    ApexSet,
    ClassToken,
    EnumConstant,
    TypeToken,
    nullPointer
} from '../values.ts';
import { enumConstant } from '../enums.ts';
import type { StaticMethods } from './methods.ts';

export const jsonStatics: StaticMethods = {
    'json.serialize/1': ['string', ([value]) => JSON.stringify(plain(value))],
    'json.serialize/2': [
        'string',
        ([value, withoutNulls]) =>
            JSON.stringify(plain(value), (_, one: unknown) =>
                one === null && withoutNulls === true ? undefined : one
            )
    ],
    'json.deserialize/2': ['object', ([text, type], frame) => deserialise(text, type, frame)],
    'json.deserializeuntyped/1': ['object', ([text]) => untyped(parsed(text))]
};

/** As `JSON.serialize` writes it: every field of a class that is no static one, also those without a value. */
function plain(value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (['string', 'number', 'boolean'].includes(typeof value)) return value;
    if (value instanceof CalendarDate || value instanceof Timestamp) return value.iso;
    if (value instanceof EnumConstant || value instanceof TypeToken) return value.name;
    if (Array.isArray(value)) return value.map(plain);
    if (value instanceof ApexSet) return [...value].map(plain);
    if (value instanceof ApexMap) {
        const pairs = [...value.entries.values()];
        return Object.fromEntries(pairs.map(([key, one]) => [String(plain(key)), plain(one)]));
    }
    if (value instanceof ApexObject) {
        const own = [...value.definition.fields].filter(
            ([, field]) => !field.isStatic && !field.isTransient
        );
        return Object.fromEntries(
            own.map(([key, field]) => [field.name, plain(value.fields.get(key) ?? null)])
        );
    }
    if (value instanceof SObjectRecord) {
        const fields = [...value.fields.values()].map(({ name, value: one }) => [name, plain(one)]);
        return { attributes: { type: value.objectName }, ...Object.fromEntries(fields) };
    }
    throw new SandboxRefusal(
        'JSON.serialize of anything but values, lists, maps, records and classes'
    );
}

function parsed(text: unknown): unknown {
    if (typeof text !== 'string') throw nullPointer();
    try {
        return JSON.parse(text);
    } catch (error) {
        throw new ApexException('JSONException', String(error));
    }
}

/** Maps, lists and values, as `JSON.deserializeUntyped` gives them. */
function untyped(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
        const list = value.map(untyped);
        OF_OBJECTS.add(list);
        return list;
    }
    const map = new ApexMap();
    for (const [key, one] of Object.entries(value)) map.set(key, untyped(one));
    OF_OBJECTS.add(map);
    return map;
}

/**
 * `JSON.deserialize(text, Type.class)`: fields by their names, keys that the class does not have are
 * passed over, as on the platform.
 */
function deserialise(text: unknown, type: unknown, frame: Frame): unknown {
    if (type instanceof TypeToken) return valueOf(type.name.toLowerCase(), parsed(text), frame);
    if (type instanceof ClassToken) return valueOf(type.type, parsed(text), frame);
    throw nullPointer();
}

function valueOf(type: string, value: unknown, frame: Frame): unknown {
    if (value === null) return null;
    const [first = 'object', second = 'object'] = typeArguments(type);
    if (type.startsWith('list<')) return listOf(first, value, frame);
    if (type.startsWith('set<')) return new ApexSet(listOf(first, value, frame));
    if (type.startsWith('map<')) return mapOf(first, second, value, frame);
    if (type === 'object') return untyped(value);
    const { program } = frame.transaction;
    const definition = classNamed(type, null, program);
    if (definition !== null) return instanceOf(definition, value, frame);
    const object = program.schema.get(type);
    if (object !== undefined) return recordOf(object, value);
    return scalarOf(type, value, frame);
}

function scalarOf(type: string, value: unknown, frame: Frame): unknown {
    if (type === 'date' && typeof value === 'string' && isDate(value))
        return new CalendarDate(value);
    if (type === 'datetime' && typeof value === 'string') {
        const text = instantText(value);
        if (text !== null) return new Timestamp(Date.parse(value));
    }
    const isScalar = ['string', 'id', 'integer', 'long', 'decimal', 'double', 'boolean'].includes(
        type
    );
    if (isScalar && isA(type, value, frame.transaction.program)) return coerce(type, value);
    throw new SandboxRefusal(`JSON of ${JSON.stringify(value)} as a ${type}`);
}

function instanceOf(definition: ClassDefinition, value: unknown, frame: Frame): unknown {
    const { transaction } = frame;
    if (definition.kind === 'enum') return enumConstant(definition, String(value));
    const given = objectOf(value);
    const made = construct(definition, [], [], transaction);
    if (!(made instanceof ApexObject)) throw new SandboxRefusal('an exception read from JSON');
    for (const at of lineage(definition, transaction.program)) {
        for (const [name, one] of Object.entries(given)) {
            const field = at.fields.get(name.toLowerCase());
            if (field?.isStatic !== false) continue;
            const type = canonical(field.type, at, transaction.program);
            made.fields.set(name.toLowerCase(), valueOf(type, one, frame));
        }
    }
    return made;
}

/** A record with the fields that are given, also with those that nobody may write. */
function recordOf(object: SObjectType, value: unknown): SObjectRecord {
    const record = new SObjectRecord(object.name);
    for (const [name, one] of Object.entries(objectOf(value))) {
        if (name === 'attributes') continue;
        const field = object.fields.get(name.toLowerCase());
        if (field === undefined || (typeof one === 'object' && one !== null)) {
            throw new SandboxRefusal(`JSON of ${object.name}.${name}`);
        }
        if (field.type === 'id' && one !== null && !isId(String(one))) {
            throw new ApexException('JSONException', `Invalid id: ${String(one)}`);
        }
        record.set(field.name, field.type, one as FieldValue);
    }
    return record;
}

function listOf(element: string, value: unknown, frame: Frame): unknown[] {
    if (!Array.isArray(value)) throw new PackageError(`JSON has no list where Apex expects one`);
    return value.map((one) => valueOf(element, one, frame));
}

function mapOf(keyType: string, element: string, value: unknown, frame: Frame): ApexMap {
    const map = new ApexMap();
    for (const [key, one] of Object.entries(objectOf(value))) {
        map.set(coerce(keyType, key), valueOf(element, one, frame));
    }
    return map;
}

function objectOf(value: unknown): object {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw new PackageError(`JSON has no object where Apex expects one`);
    }
    return value;
}
