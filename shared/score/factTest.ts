import type { Test } from '../agreement/types.ts';
import type { Fact, Range } from '../lead.ts';
import { anyOf } from './state.ts';
import { containsPhrase, fold } from './text.ts';
import type { State } from './types.ts';

/**
 * Tests one fact. A band ("51-200") is met when all of it satisfies the test, not met when none of it does;
 * a list is met when one element is. What is missing, blank, or of a kind that the test cannot read is
 * unknown: the record does not say.
 */
export function testFact(value: Fact, test: Test): State {
    if ('known' in test) return isKnown(value) === test.known ? 'met' : 'not_met';
    if (!isKnown(value)) return 'unknown';
    if (isList(value)) return anyOf(value.map((element) => testFact(element, test)));
    if ('between' in test) return testRange(value, test.between[0], test.between[1]);
    if ('atLeast' in test) return testRange(value, test.atLeast, Infinity);
    if ('atMost' in test) return testRange(value, -Infinity, test.atMost);
    if ('is' in test) {
        return typeof test.is === 'number'
            ? testRange(value, test.is, test.is)
            : testText(value, (text) => fold(text) === fold(String(test.is)));
    }
    return 'in' in test
        ? testText(value, (text) => test.in.some((one) => fold(one) === fold(text)))
        : testText(value, (text) => containsPhrase(text, test.contains));
}

function isList(value: Fact): value is readonly string[] {
    return Array.isArray(value);
}

/** Whether the record says anything; blank text and an empty list say as little as nothing at all. */
export function isKnown(value: Fact): value is NonNullable<Fact> {
    if (typeof value === 'string') return value.trim() !== '';
    if (typeof value === 'number') return !Number.isNaN(value);
    if (isList(value)) return value.some(isKnown);
    return value !== null;
}

function testRange(value: NonNullable<Fact>, low: number, high: number): State {
    const range = asRange(value);
    if (range === null) return 'unknown';
    const max = range.max ?? Infinity;
    if (range.min >= low && max <= high) return 'met';
    return range.min > high || max < low ? 'not_met' : 'unknown';
}

function asRange(value: NonNullable<Fact>): Range | null {
    if (typeof value === 'number') return { min: value, max: value };
    if (typeof value === 'string') {
        const number = /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
        return number === null ? null : { min: number, max: number };
    }
    if (typeof value === 'boolean' || isList(value)) return null;
    return value.min <= (value.max ?? Infinity) ? value : null;
}

function testText(value: NonNullable<Fact>, matches: (text: string) => boolean): State {
    if (typeof value !== 'object') return matches(String(value)) ? 'met' : 'not_met';
    if (isList(value) || value.min !== value.max) return 'unknown';
    return matches(String(value.min)) ? 'met' : 'not_met';
}
