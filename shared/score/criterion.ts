import type { Criterion } from '../agreement/types.ts';
import type { Fact, Facts } from '../lead.ts';
import { testFact } from './factTest.ts';
import { allOf, anyOf } from './state.ts';
import type { CriterionResult } from './types.ts';

/** Evaluates a criterion on what is known; `any` and `all` nest with three-valued logic (Q01–Q04). */
export function evaluateCriterion(criterion: Criterion, facts: Facts): CriterionResult {
    const { label } = criterion;
    if ('field' in criterion) {
        const { field, test } = criterion;
        const value = factOf(facts, field);
        return { label, field, state: testFact(value, test), value, children: [] };
    }
    const parts = 'any' in criterion ? criterion.any : criterion.all;
    const children = parts.map((part) => evaluateCriterion(part, facts));
    const states = children.map(({ state }) => state);
    const state = 'any' in criterion ? anyOf(states) : allOf(states);
    return { label, field: null, state, value: null, children };
}

/** A fact by its name in the agreement; null when the record has none. */
export function factOf(facts: Facts, field: string): Fact {
    // An agreement may name a field like something every object inherits.
    return Object.prototype.hasOwnProperty.call(facts, field) ? (facts[field] ?? null) : null;
}

/** The single tests within a result, in order. */
export function leavesOf(result: CriterionResult): CriterionResult[] {
    return result.field === null ? result.children.flatMap(leavesOf) : [result];
}
