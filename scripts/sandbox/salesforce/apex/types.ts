import { SandboxRefusal } from '../errors.ts';
import { id18, isId } from '../ids.ts';
import { SObjectRecord } from '../soql/record.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { isSubclass } from './hierarchy.ts';
import type { Program } from './program.ts';
import { classNamed } from './program.ts';
import { ApexTime } from './library/times.ts';
import type { ClassDefinition } from './source.ts';
import { ApexTimeZone } from './timeZone.ts';
import {
    ApexException,
    ApexMap,
    ApexObject,
    ApexSet,
    ClassToken,
    EnumConstant,
    FieldToken,
    PlatformObject,
    QueryRows,
    TypeToken
} from './values.ts';

type Coerce = (value: unknown) => unknown;
const coercions = new Map<string, Coerce>();

/**
 * A value as a variable of this type takes it: text becomes an id, a query its only row.
 *
 * @throws ApexException as the platform does when it does not fit
 */
export function coerce(type: string, value: unknown): unknown {
    return coercion(type)(value);
}

/** Of a declared type, how its variables take values. */
export function coercion(type: string): Coerce {
    let known = coercions.get(type);
    if (known === undefined) {
        known = coercionOf(type.replace(/^(?:system|schema)\./, ''));
        coercions.set(type, known);
    }
    return known;
}

function coercionOf(type: string): Coerce {
    switch (type) {
        case 'id':
            return (value) => (value === null || value === undefined ? null : toId(value));
        case 'integer':
            return (value) => {
                if (typeof value === 'number' && value !== (value | 0)) {
                    throw new SandboxRefusal(`an Integer of ${value}`);
                }
                return value ?? null;
            };
        case 'datetime':
            return (value) => {
                if (value instanceof CalendarDate) {
                    throw new SandboxRefusal('a Date where a Datetime is expected');
                }
                return value ?? null;
            };
        case 'object':
        case 'void':
            return (value) => value ?? null;
        default:
            if (isCollection(type)) return (value) => value ?? null;
            return (value) => (value instanceof QueryRows ? onlyRow(value) : (value ?? null));
    }
}

function onlyRow(rows: QueryRows): unknown {
    if (rows.length === 1) return rows[0];
    const many = 'List has more than 1 row for assignment to SObject';
    const none = 'List has no rows for assignment to SObject';
    throw new ApexException('QueryException', rows.length === 0 ? none : many);
}

function isCollection(type: string): boolean {
    return /^(?:list|iterable|set|map)</.test(type) || type.endsWith('[]');
}

function toId(value: unknown): unknown {
    if (typeof value === 'string') {
        if (value.length === 18 && isId(value)) return value;
        if (isId(value)) return id18(value.slice(0, 15));
    }
    throw new ApexException('StringException', `Invalid id: ${String(value)}`);
}

/** The parts of a generic type: `map` and its arguments. */
export function typeArguments(type: string): readonly string[] {
    const open = type.indexOf('<');
    if (open < 0) return [];
    const found: string[] = [];
    let depth = 0;
    let from = open + 1;
    for (let at = open + 1; at < type.length; at++) {
        const letter = type[at];
        if (letter === '<') depth += 1;
        if ((letter === ',' && depth === 0) || (letter === '>' && depth === 0)) {
            found.push(type.slice(from, at));
            from = at + 1;
        } else if (letter === '>') depth -= 1;
    }
    return found;
}

const canonicalTypes = new WeakMap<Program, Map<string, string>>();

/** A type by its one name: classes of the package in full, lists as `list<…>`, no `System.`. */
export function canonical(type: string, owner: ClassDefinition | null, program: Program): string {
    let known = canonicalTypes.get(program);
    if (known === undefined) {
        known = new Map();
        canonicalTypes.set(program, known);
    }
    const key = `${owner?.file}|${owner?.fullName}|${type}`;
    let found = known.get(key);
    if (found === undefined) {
        found = canonicalOf(type.toLowerCase(), owner, program);
        known.set(key, found);
    }
    return found;
}

function canonicalOf(type: string, owner: ClassDefinition | null, program: Program): string {
    if (type.endsWith('[]')) return `list<${canonicalOf(type.slice(0, -2), owner, program)}>`;
    const args = typeArguments(type);
    if (args.length > 0) {
        const name = type.slice(0, type.indexOf('<'));
        return `${name}<${args.map((one) => canonicalOf(one, owner, program)).join(',')}>`;
    }
    const definition = classNamed(type, owner, program);
    if (definition !== null) return definition.fullName.toLowerCase();
    return type.replace(/^(?:system|schema)\./, '');
}

/** A cast: the value itself, or the platform's TypeException. */
export function cast(type: string, value: unknown, program: Program): unknown {
    if (value === null) return null;
    const coerced = coerce(type, value);
    if (isA(type, coerced, program)) return coerced;
    const from = typeNameOf(value);
    throw new ApexException(
        'TypeException',
        `Invalid conversion from runtime type ${from} to ${type}`
    );
}

const SCALARS: { readonly [type: string]: (value: unknown) => boolean } = {
    object: () => true,
    string: (value) => typeof value === 'string',
    id: (value) => typeof value === 'string' && isId(value),
    boolean: (value) => typeof value === 'boolean',
    integer: (value) => Number.isInteger(value),
    long: (value) => Number.isInteger(value),
    decimal: (value) => typeof value === 'number',
    double: (value) => typeof value === 'number',
    date: (value) => value instanceof CalendarDate,
    datetime: (value) => value instanceof Timestamp,
    time: (value) => value instanceof ApexTime,
    sobject: (value) => value instanceof SObjectRecord,
    sobjecttype: (value) => value instanceof TypeToken,
    sobjectfield: (value) => value instanceof FieldToken,
    type: (value) => value instanceof ClassToken || value instanceof TypeToken
};

/** Lists and maps that are known to be of Objects, which no cast makes a list or map of anything else. */
export const OF_OBJECTS = new WeakSet<object>();

/** Whether a value, not null, is of a canonical type; elements of a collection are not looked at. */
export function isA(type: string, value: unknown, program: Program): boolean {
    const scalar = SCALARS[type];
    if (scalar) return scalar(value);
    if (typeof value === 'object' && value !== null && OF_OBJECTS.has(value)) {
        return type === (Array.isArray(value) ? 'list<object>' : 'map<string,object>');
    }
    if (type.startsWith('list<')) return Array.isArray(value);
    if (type.startsWith('iterable<')) return Array.isArray(value) || value instanceof ApexSet;
    if (type.startsWith('set<')) return value instanceof ApexSet;
    if (type.startsWith('map<')) return value instanceof ApexMap;
    if (value instanceof SObjectRecord) return value.objectName.toLowerCase() === type;
    if (value instanceof ApexException) return catches(type, value, program);
    if (value instanceof ApexObject) return isSubclass(value.definition, type, program);
    if (value instanceof EnumConstant) {
        return (value.definition?.fullName.toLowerCase() ?? type) === type;
    }
    if (value instanceof PlatformObject) {
        return canonical(value.typeName, null, program) === type;
    }
    return false;
}

/** Whether a catch clause for this canonical type takes the exception. */
export function catches(type: string, thrown: ApexException, program: Program): boolean {
    if (type === 'exception') return true;
    if (thrown.instance !== null) return isSubclass(thrown.instance.definition, type, program);
    return thrown.typeName.toLowerCase() === type;
}

/** The name of a value's type, to choose its methods. */
export function runtimeType(value: unknown): string {
    switch (typeof value) {
        case 'string':
            return 'String';
        case 'boolean':
            return 'Boolean';
        case 'number':
            return Number.isInteger(value) ? 'Integer' : 'Decimal';
        default:
    }
    if (Array.isArray(value)) return 'List';
    if (value instanceof ApexSet) return 'Set';
    if (value instanceof ApexMap) return 'Map';
    if (value instanceof CalendarDate) return 'Date';
    if (value instanceof Timestamp) return 'Datetime';
    if (value instanceof SObjectRecord) return 'SObject';
    if (value instanceof ApexTimeZone) return 'TimeZone';
    if (value instanceof ApexTime) return 'Time';
    if (value instanceof ApexException) return 'Exception';
    if (value instanceof ApexObject) return value.definition.name;
    if (value instanceof PlatformObject) return value.typeName;
    if (value instanceof TypeToken) return 'SObjectType';
    if (value instanceof FieldToken) return 'SObjectField';
    if (value instanceof ClassToken) return 'Type';
    if (value instanceof EnumConstant) return 'Enum';
    if (value instanceof Uint8Array) return 'Blob';
    return (value as object).constructor.name;
}

/** The name of a value's type as messages show it. */
export function typeNameOf(value: unknown): string {
    if (value instanceof SObjectRecord) return value.objectName;
    if (value instanceof ApexObject) return value.definition.fullName;
    if (value instanceof ApexException) return value.typeName;
    return runtimeType(value);
}
