import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { CalendarDate, Timestamp, compare } from '../values.ts';
import { ApexTime } from './library/times.ts';
import { textOf } from './text.ts';
import {
    ApexException,
    ApexMap,
    ApexObject,
    ApexSet,
    ClassToken,
    EnumConstant,
    FieldToken,
    TypeToken,
    keyOf,
    nullPointer
} from './values.ts';
import { typeNameOf } from './types.ts';

const DAY = 86_400_000;
const NUMBERS: readonly string[] = ['integer', 'long', 'double', 'decimal'];

/** Apex `==`: text is equal without regard to case; records, lists and sets by their contents. */
export function equal(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (a === null || b === null || a === undefined || b === undefined) return false;
    if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
    if (isPrimitive(a) && isPrimitive(b)) return false;
    if (isDated(a) && isDated(b)) return a.iso === b.iso;
    if (isNamed(a) && isNamed(b)) return keyOfNamed(a) === keyOfNamed(b);
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((one, index) => equal(one, b[index]));
    }
    if (a instanceof ApexSet && b instanceof ApexSet) {
        return (
            a.entries.size === b.entries.size &&
            [...a.entries.keys()].every((key) => b.entries.has(key))
        );
    }
    if (a instanceof ApexMap && b instanceof ApexMap) {
        if (a.entries.size !== b.entries.size) return false;
        return [...a.entries].every(([key, [, value]]) => equal(value, b.entries.get(key)?.[1]));
    }
    if (a instanceof SObjectRecord && b instanceof SObjectRecord) return keyOf(a) === keyOf(b);
    if (a instanceof ApexObject && a.definition.methods.has('equals')) {
        throw new SandboxRefusal(`== between objects that have equals of their own`);
    }
    return false;
}

/** Apex `===`: the same object; primitives by value. */
export function identical(a: unknown, b: unknown): boolean {
    if (typeof a === 'object' && a !== null && !isDated(a)) return a === b;
    return equal(a, b);
}

/**
 * Apex `<`, `<=`, `>` and `>=`, between numbers, dates, instants or texts. With null it does not hold; of
 * texts, null is the least.
 */
export function ordered(operator: string, a: unknown, b: unknown): boolean {
    if (a === null || b === null) {
        if (typeof (a ?? b) !== 'string') return false;
        return holds(operator, Number(a !== null) - Number(b !== null));
    }
    return holds(operator, compare(measure(a), measure(b)));
}

function holds(operator: string, order: number): boolean {
    switch (operator) {
        case '<':
            return order < 0;
        case '<=':
            return order <= 0;
        case '>':
            return order > 0;
        case '>=':
            return order >= 0;
        default:
            throw new SandboxRefusal(`the operator ${operator}`);
    }
}

/** The type that an operator between two types gives; null where it is not known. */
export function arithmeticType(
    operator: string,
    left: string | null,
    right: string | null
): string | null {
    if (operator === '+' && [left, right].some((type) => type === 'string' || type === 'id')) {
        return 'string';
    }
    const a = NUMBERS.indexOf(left ?? '');
    const b = NUMBERS.indexOf(right ?? '');
    if (a >= 0 && b >= 0) return NUMBERS[Math.max(a, b)] ?? null;
    return left === 'date' || left === 'datetime' ? left : null;
}

/**
 * Apex `+`, `-`, `*` and `/` with a result of this type; division where it is not known is refused,
 * since whole numbers divide otherwise than others.
 */
export function arithmetic(operator: string, a: unknown, b: unknown, type: string | null): unknown {
    if (operator === '+' && (type === 'string' || typeof a === 'string' || typeof b === 'string')) {
        return textOf(a) + textOf(b);
    }
    if (a === null || b === null) throw nullPointer();
    if (a instanceof CalendarDate && typeof b === 'number') {
        const days = operator === '-' ? -b : b;
        return new CalendarDate(
            new Date(Date.parse(a.iso) + days * DAY).toISOString().slice(0, 10)
        );
    }
    if (a instanceof Timestamp && typeof b === 'number') {
        return new Timestamp(a.ms + (operator === '-' ? -b : b) * DAY);
    }
    if (typeof a !== 'number' || typeof b !== 'number') {
        throw new SandboxRefusal(`${operator} between ${typeNameOf(a)} and ${typeNameOf(b)}`);
    }
    if (operator === '/') return quotient(a, b, type);
    const result = operator === '+' ? a + b : operator === '-' ? a - b : a * b;
    return held(type, result);
}

function quotient(a: number, b: number, type: string | null): number {
    if (type === null) throw new SandboxRefusal('the operator /');
    if (b === 0 && type !== 'double') throw new ApexException('MathException', 'Divide by 0');
    if (type === 'integer' || type === 'long') return held(type, Math.trunc(a / b) + 0);
    return a / b;
}

/** Digits that a number of JavaScript holds for sure. */
const DIGITS = 15;

/** A result as its type holds it: an Integer wraps at 32 bits; a Long past 2^53 is not exact here. */
export function held(type: string | null, value: number): number {
    if (type === 'integer')
        return value === (value | 0) ? value : Number(BigInt.asIntN(32, BigInt(value)));
    if (type === 'long' && !Number.isSafeInteger(value)) {
        throw new SandboxRefusal('a Long this large');
    }
    if (type === 'decimal' && !Number.isInteger(value)) return Number(value.toPrecision(DIGITS));
    return value;
}

/** Apex `&`, `|`, `^`, `<<`, `>>` and `>>>`. */
export function bits(operator: string, a: unknown, b: unknown, type: string | null): unknown {
    if (typeof a === 'boolean' && typeof b === 'boolean') {
        if (operator === '&') return a && b;
        if (operator === '|') return a || b;
        return a !== b;
    }
    if (typeof a !== 'number' || typeof b !== 'number') throw nullPointer();
    const width = type === 'long' ? 64 : 32;
    const [x, y] = [BigInt(a), BigInt(b)];
    const shift = BigInt(b & (width - 1));
    switch (operator) {
        case '&':
            return Number(x & y);
        case '|':
            return Number(x | y);
        case '^':
            return Number(x ^ y);
        case '<<':
            return Number(BigInt.asIntN(width, x << shift));
        case '>>':
            return Number(x >> shift);
        case '>>>':
            return Number(BigInt.asIntN(width, BigInt.asUintN(width, x) >> shift));
        default:
            throw new SandboxRefusal(`the operator ${operator}`);
    }
}

/** @throws ApexException when a condition is null, as on the platform */
export function condition(value: unknown): boolean {
    if (typeof value !== 'boolean') throw nullPointer();
    return value;
}

function measure(value: unknown): number | string {
    if (typeof value === 'number') return value;
    if (typeof value === 'string') return value.toLowerCase();
    if (value instanceof Timestamp || value instanceof ApexTime) return value.ms;
    if (value instanceof CalendarDate) return value.iso;
    throw new SandboxRefusal(`an order of ${typeNameOf(value)}s`);
}

function isPrimitive(value: unknown): value is string | number | boolean {
    return ['string', 'number', 'boolean'].includes(typeof value);
}

function isDated(value: unknown): value is CalendarDate | Timestamp | ApexTime {
    return value instanceof CalendarDate || value instanceof Timestamp || value instanceof ApexTime;
}

type Named = TypeToken | EnumConstant | FieldToken | ClassToken;

function isNamed(value: unknown): value is Named {
    return (
        value instanceof TypeToken ||
        value instanceof EnumConstant ||
        value instanceof FieldToken ||
        value instanceof ClassToken
    );
}

function keyOfNamed(value: Named): string {
    if (value instanceof ClassToken) return `t${value.type}`;
    return value instanceof TypeToken ? `t${value.name.toLowerCase()}` : keyOf(value);
}
