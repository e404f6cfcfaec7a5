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

    constructor(values: Iterable<unknown> = []) {
        for (const value of values) this.entries.set(keyOf(value), value);
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

/** `HandoffAgreement.class`: a class of the package, to make instances of. */
export class ClassToken {
    readonly definition: ClassDefinition;

    constructor(definition: ClassDefinition) {
        this.definition = definition;
    }
}

/** A constant of one of the platform's enums, such as `AccessLevel.USER_MODE`. */
export class EnumConstant {
    readonly name: string;

    constructor(name: string) {
        this.name = name;
    }
}

/** A thrown Apex exception. */
export class ApexException extends Error {
    /** `QueryException`, or the name of a class of the package. */
    readonly typeName: string;
    /** What `getMessage` answers, which may differ from what the browser is told. */
    apexMessage: string;
    where: string | null = null;
    /** Whether its class is of the package. */
    readonly isUserDefined: boolean;

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

export function nullPointer(): ApexException {
    return new ApexException('NullPointerException', 'Attempt to de-reference a null object');
}

/** Text that is the same for equal keys. Unlike `==`, keys of text heed case. */
export function keyOf(value: unknown): string {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) {
        return `${typeof value}:${String(value)}`;
    }
    if (value instanceof CalendarDate || value instanceof Timestamp) return `date:${value.iso}`;
    if (value instanceof TypeToken) return `type:${value.name}`;
    throw new SandboxRefusal('a Set or Map keyed by objects');
}
