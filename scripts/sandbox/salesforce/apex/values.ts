import type { ClassDefinition } from './source.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';

/** An instance of a class of the package; field values by lower-case name. */
export class ApexObject {
    readonly definition: ClassDefinition;
    readonly fields = new Map<string, unknown>();

    constructor(definition: ClassDefinition) {
        this.definition = definition;
    }
}

/** An instance of one of the platform's own classes, such as Database.SaveResult, by its properties. */
export class PlatformObject {
    /** Such as `Database.SaveResult`. */
    readonly typeName: string;
    readonly values: Map<string, unknown>;

    constructor(typeName: string, values: { readonly [name: string]: unknown } = {}) {
        this.typeName = typeName;
        this.values = new Map(Object.entries(values));
    }

    get(name: string): unknown {
        return this.values.get(name) ?? null;
    }
}

/** What a query gives where Apex expects a list; it may also stand for its only row. */
export class QueryRows extends Array<SObjectRecord> {}

/** Apex Map: keys are equal by value, not by identity. Iterates over its keys, as added. */
export class ApexMap {
    readonly entries = new Map<string, readonly [key: unknown, value: unknown]>();

    get(key: unknown): unknown {
        return this.entries.get(keyOf(key))?.[1] ?? null;
    }

    set(key: unknown, value: unknown): void {
        this.entries.set(keyOf(key), [key, value]);
    }
}

/** Apex Set: as with Map, by value. Ids in it must have 18 characters, as all ids here have. */
export class ApexSet {
    readonly entries = new Map<string, unknown>();
    /** The map whose keys these are; null for a set of its own. */
    origin: ApexMap | null = null;

    constructor(values: Iterable<unknown> = []) {
        for (const value of values) this.add(value);
    }

    /** Whether it was not there yet. */
    add(value: unknown): boolean {
        const key = keyOf(value);
        if (this.entries.has(key)) return false;
        this.entries.set(key, value);
        return true;
    }

    [Symbol.iterator](): Iterator<unknown> {
        return this.entries.values();
    }
}

/** `Lead.SObjectType`, or what `Type.forName` gives. */
export class TypeToken {
    readonly name: string;

    constructor(name: string) {
        this.name = name;
    }
}

/** `Lead.Company`: a field's token. */
export class FieldToken {
    readonly object: string;
    readonly name: string;

    constructor(object: string, name: string) {
        this.object = object;
        this.name = name;
    }
}

/** `HandoffAgreement.class` or `Map<Id, Id>.class`: a type, to make instances of or to read JSON into. */
export class ClassToken {
    /** Null for a type of the platform. */
    readonly definition: ClassDefinition | null;
    /** Canonical, as types.ts has it. */
    readonly type: string;

    constructor(definition: ClassDefinition | null, type: string) {
        this.definition = definition;
        this.type = type;
    }
}

/** A constant of an enum, such as `AccessLevel.USER_MODE`. */
export class EnumConstant {
    readonly name: string;
    /** Of a class of the package; null for one of the platform's enums. */
    readonly definition: ClassDefinition | null;
    readonly ordinal: number;

    constructor(name: string, definition: ClassDefinition | null = null, ordinal = 0) {
        this.name = name;
        this.definition = definition;
        this.ordinal = ordinal;
    }
}

/** A thrown Apex exception. */
export class ApexException extends Error {
    /** `QueryException`, or the name of a class of the package. */
    readonly typeName: string;
    /** What `getMessage` answers, which may differ from what the browser is told. */
    apexMessage: string;
    where: string | null = null;
    /** `Class.HandoffClock.now: line 12, column 1`, a line for each open call. */
    stackTrace: string | null = null;
    override cause: ApexException | null = null;
    /** Whether its class is of the package. */
    readonly isUserDefined: boolean;
    /** An instance of that class, for the members it adds. */
    instance: ApexObject | null = null;
    /** Of a DmlException: each failed row. */
    dml: readonly DmlFailure[] = [];

    constructor(
        typeName: string,
        message: string,
        apexMessage: string = message,
        isUserDefined = false
    ) {
        super(message);
        this.typeName = typeName;
        this.apexMessage = apexMessage;
        this.isUserDefined = isUserDefined;
    }
}

export interface DmlFailure {
    readonly index: number;
    readonly id: string | null;
    readonly code: string;
    readonly message: string;
    readonly fields: readonly string[];
}

export function nullPointer(): ApexException {
    return new ApexException('NullPointerException', 'Attempt to de-reference a null object');
}

let identities = 0;
const identity = new WeakMap<object, number>();

/** Text that is the same for equal keys. Unlike `==`, keys of text heed case. */
export function keyOf(value: unknown): string {
    switch (typeof value) {
        case 'string':
            return `s${value}`;
        case 'number':
            return `n${value}`;
        case 'boolean':
            return `b${value}`;
        default:
    }
    if (value === null || value === undefined) return 'null';
    if (value instanceof CalendarDate || value instanceof Timestamp) return `d${value.iso}`;
    if (value instanceof TypeToken) return `t${value.name}`;
    if (value instanceof FieldToken) return `f${value.object}.${value.name}`;
    if (value instanceof EnumConstant) return `e${value.definition?.fullName}.${value.name}`;
    if (value instanceof SObjectRecord) return recordKey(value);
    if (value instanceof ApexObject) {
        if (value.definition.methods.has('hashcode')) {
            throw new SandboxRefusal('a Set or Map keyed by objects with a hashCode of their own');
        }
        return identityKey(value);
    }
    if (Array.isArray(value)) return `l[${value.map(keyOf).join(',')}]`;
    throw new SandboxRefusal('a Set or Map with keys of this type');
}

/** Records are equal when all their fields are. */
function recordKey(record: SObjectRecord): string {
    const fields = [...record.fields].map(([name, { value }]) => `${name}=${keyOf(value)}`);
    return `r${record.objectName}{${fields.sort().join(';')}}`;
}

function identityKey(value: object): string {
    let known = identity.get(value);
    if (known === undefined) {
        identities += 1;
        known = identities;
        identity.set(value, known);
    }
    return `o${known}`;
}
