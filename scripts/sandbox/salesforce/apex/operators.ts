import { SandboxRefusal } from '../errors.ts';
import { CalendarDate, Timestamp, compare } from '../values.ts';
import type { Whole } from './integers.ts';
import { quotient, wrapped } from './integers.ts';
import { EnumConstant, TypeToken, nullPointer } from './values.ts';
import { runtimeType } from './types.ts';

/** Apex `==`: text is equal without regard to case. */
export function equal(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (a === null || b === null) return false;
    if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase();
    if (isDated(a) && isDated(b)) return a.iso === b.iso;
    if (isNamed(a) && isNamed(b)) return a.name === b.name;
    if (isPrimitive(a) && isPrimitive(b)) return false;
    throw new SandboxRefusal(`== between ${runtimeType(a)} and ${runtimeType(b)}`);
}

/** Apex `<`, `<=`, `>` and `>=`, between numbers, dates or instants. */
export function ordered(operator: string, a: unknown, b: unknown): boolean {
    const order = compare(measure(a), measure(b));
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

/**
 * Apex `+`, `-`, `*` and `/`. Division is refused unless both sides are whole numbers by their declared
 * type (`whole`): its result depends on types that are not tracked otherwise.
 */
export function arithmetic(
    operator: string,
    a: unknown,
    b: unknown,
    whole: Whole | null = null
): unknown {
    if (operator === '+' && (typeof a === 'string' || typeof b === 'string')) {
        return textOf(a) + textOf(b);
    }
    if (a === null || b === null) throw nullPointer();
    if (typeof a !== 'number' || typeof b !== 'number') {
        throw new SandboxRefusal(`${operator} between ${runtimeType(a)} and ${runtimeType(b)}`);
    }
    if (operator === '+') return wrapped(whole, a + b);
    if (operator === '-') return wrapped(whole, a - b);
    if (operator === '*') return wrapped(whole, a * b);
    if (operator === '/' && whole !== null) return wrapped(whole, quotient(a, b));
    throw new SandboxRefusal(`the operator ${operator}`);
}

/** A value as `'' + value` and String.valueOf write it. */
export function textOf(value: unknown): string {
    if (value === null || isPrimitive(value)) return String(value);
    throw new SandboxRefusal(`the text of a ${runtimeType(value)}`);
}

/** @throws ApexException when a condition is null, as on the platform */
export function condition(value: unknown): boolean {
    if (typeof value !== 'boolean') throw nullPointer();
    return value;
}

function measure(value: unknown): number | string {
    if (value === null) throw nullPointer();
    if (typeof value === 'number') return value;
    if (value instanceof Timestamp) return value.ms;
    if (value instanceof CalendarDate) return value.iso;
    throw new SandboxRefusal(`an order of ${runtimeType(value)}s`);
}

function isPrimitive(value: unknown): value is string | number | boolean {
    return ['string', 'number', 'boolean'].includes(typeof value);
}

function isDated(value: unknown): value is CalendarDate | Timestamp {
    return value instanceof CalendarDate || value instanceof Timestamp;
}

function isNamed(value: unknown): value is TypeToken | EnumConstant {
    return value instanceof TypeToken || value instanceof EnumConstant;
}
