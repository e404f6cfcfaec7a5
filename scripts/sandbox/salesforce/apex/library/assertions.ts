/** `Assert` and `System.assert…`: a failure ends the test, and no code can catch it. */
import type { Frame, Program } from '../program.ts';
import { equal } from '../operators.ts';
import { textOf } from '../text.ts';
import { isA, typeNameOf } from '../types.ts';
import { ApexException, ClassToken, TypeToken } from '../values.ts';
import type { StaticMethod, StaticMethods } from './methods.ts';

/** Thrown by an assertion that does not hold. */
export class AssertException extends ApexException {
    constructor(message: string) {
        super('AssertException', message);
    }
}

type Check = (args: readonly unknown[], frame: Frame) => string | null;

/** Each with how many values it looks at; a message may follow them. */
const CHECKS: { readonly [name: string]: readonly [count: number, check: Check] } = {
    istrue: [1, ([value]) => (value === true ? null : 'Assertion Failed')],
    isfalse: [1, ([value]) => (value === false ? null : 'Assertion Failed')],
    isnull: [1, ([value]) => (value === null ? null : `Expected: null, Actual: ${shown(value)}`)],
    isnotnull: [1, ([value]) => (value === null ? 'Expected a value, Actual: null' : null)],
    areequal: [2, ([a, b]) => (same(a, b) ? null : `Expected: ${shown(a)}, Actual: ${shown(b)}`)],
    arenotequal: [2, ([a, b]) => (same(a, b) ? `Same value: ${shown(a)}` : null)],
    isinstanceoftype: [
        2,
        ([value, type], { transaction }) =>
            isOfType(value, type, transaction.program)
                ? null
                : `Expected an instance of ${shown(type)}, Actual: ${typeNameOf(value)}`
    ],
    isnotinstanceoftype: [
        2,
        ([value, type], { transaction }) =>
            isOfType(value, type, transaction.program) ? `An instance of ${shown(type)}` : null
    ]
};

const OLDER: { readonly [name: string]: string } = {
    assert: 'istrue',
    assertequals: 'areequal',
    assertnotequals: 'arenotequal'
};

export const assertionStatics: StaticMethods = {
    ...Object.fromEntries(
        Object.entries(CHECKS).flatMap(([name, [count, check]]) => [
            [`assert.${name}/${count}`, ['void', asserted(count, check)]],
            [`assert.${name}/${count + 1}`, ['void', asserted(count, check)]]
        ])
    ),
    ...Object.fromEntries(
        Object.entries(OLDER).flatMap(([older, name]) => {
            const [count, check] = CHECKS[name] as readonly [number, Check];
            return [
                [`system.${older}/${count}`, ['void', asserted(count, check)]],
                [`system.${older}/${count + 1}`, ['void', asserted(count, check)]]
            ];
        })
    ),
    'assert.fail/0': ['void', () => failed('Assertion Failed', undefined)],
    'assert.fail/1': ['void', ([message]) => failed('Assertion Failed', message)]
};

function asserted(count: number, check: Check): StaticMethod {
    return (args, frame) => {
        const wrong = check(args, frame);
        if (wrong !== null) failed(wrong, args[count]);
        return null;
    };
}

function failed(wrong: string, message: unknown): never {
    const said = message === undefined || message === null ? '' : shown(message);
    if (wrong === 'Assertion Failed')
        throw new AssertException(said === '' ? wrong : `${wrong}: ${said}`);
    throw new AssertException(`Assertion Failed${said === '' ? '' : `: ${said}`}: ${wrong}`);
}

/** Text is compared with regard to case here, unlike with `==`. */
function same(a: unknown, b: unknown): boolean {
    if (typeof a === 'string' && typeof b === 'string') return a === b;
    return equal(a, b);
}

function isOfType(value: unknown, type: unknown, program: Program): boolean {
    if (value === null) return false;
    if (type instanceof ClassToken) return isA(type.type, value, program);
    return type instanceof TypeToken && isA(type.name.toLowerCase(), value, program);
}

/** A value for a person who reads why a test failed. */
function shown(value: unknown): string {
    if (typeof value === 'object' && value !== null && 'iso' in value) return String(value.iso);
    if (Array.isArray(value)) return `(${value.map(shown).join(', ')})`;
    try {
        return textOf(value);
    } catch {
        return typeNameOf(value);
    }
}
