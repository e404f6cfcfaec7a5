import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts } from '../../test/support/lead.ts';
import type { Criterion, Test } from '../agreement/types.ts';
import type { Fact } from '../lead.ts';
import { evaluateCriterion } from './criterion.ts';
import { testFact } from './factTest.ts';

const leaf = (field: string, test: Test): Criterion => ({ label: field, field, test });

describe('numbers and bands', () => {
    const size: Test = { between: [50, 500] };

    it.each<[Fact, string]>([
        [50, 'met'],
        [500, 'met'],
        [49, 'not_met'],
        [501, 'not_met'],
        ['200', 'met'],
        [{ min: 51, max: 200 }, 'met'],
        [{ min: 501, max: 1000 }, 'not_met'],
        [{ min: 1, max: 49 }, 'not_met'],
        [{ min: 11, max: 50 }, 'unknown'],
        [{ min: 201, max: 1000 }, 'unknown'],
        [{ min: 100, max: null }, 'unknown'],
        [{ min: 1001, max: null }, 'not_met'],
        [{ min: 200, max: 100 }, 'unknown'],
        ['many', 'unknown'],
        [true, 'unknown'],
        [NaN, 'unknown'],
        [null, 'unknown']
    ])('50–500 holds for %j: %s', (value, state) => {
        expect(testFact(value, size)).toBe(state);
    });

    it('takes an open-ended band as reaching any height', () => {
        expect(testFact({ min: 10_001, max: null }, { atLeast: 10_000 })).toBe('met');
        expect(testFact({ min: 10_001, max: null }, { atMost: 10_000 })).toBe('not_met');
        expect(testFact({ min: 10, max: null }, { atLeast: 50 })).toBe('unknown');
    });

    it('compares a number that the fact must be exactly', () => {
        expect(testFact({ min: 3, max: 3 }, { is: 3 })).toBe('met');
        expect(testFact({ min: 1, max: 5 }, { is: 3 })).toBe('unknown');
        expect(testFact(4, { is: 3 })).toBe('not_met');
    });
});

describe('text', () => {
    const title: Test = { contains: ['VP', 'Vice President', 'Head'] };

    it.each<[Fact, string]>([
        ['VP, Marketing', 'met'],
        ['svp/vp sales', 'met'],
        ['Vice   president of Growth', 'met'],
        ['Vice-President', 'met'],
        ['Ｖｐ Marketing', 'met'],
        ['VPN engineer', 'not_met'],
        ['Headhunter', 'not_met'],
        ['Überhead', 'not_met'],
        ['President, Vice', 'not_met'],
        ['  ', 'unknown'],
        ['', 'unknown']
    ])('finds whole words and phrases only: %j is %s', (value, state) => {
        expect(testFact(value, title)).toBe(state);
    });

    it('compares without regard to case, also beyond ASCII, and trims', () => {
        expect(testFact(' österreich ', { in: ['ÖSTERREICH'] })).toBe('met');
        expect(testFact('STRASSE', { is: 'Straße' })).toBe('met');
        expect(testFact('Οδυσσεύς', { is: 'ΟΔΥΣΣΕΎΣ' })).toBe('met');
        expect(testFact('Software & more', { in: ['Software'] })).toBe('not_met');
    });

    it('is met by any element of a list', () => {
        expect(testFact(['Retail', 'software'], { in: ['Software'] })).toBe('met');
        expect(testFact(['Retail'], { in: ['Software'] })).toBe('not_met');
        expect(testFact([], { in: ['Software'] })).toBe('unknown');
        expect(testFact(['a', ''], { in: ['Software'] })).toBe('unknown');
    });

    it('reads yes and no however the CRM writes them', () => {
        expect(testFact(true, { is: true })).toBe('met');
        expect(testFact('True', { is: true })).toBe('met');
        expect(testFact(false, { is: true })).toBe('not_met');
    });

    it('never finds a phrase without letters or digits', () => {
        expect(testFact('C++ lead', { contains: ['++'] })).toBe('not_met');
    });
});

describe('known', () => {
    it('is never unknown', () => {
        for (const value of [null, '', ' ', [], NaN]) {
            expect(testFact(value, { known: true })).toBe('not_met');
            expect(testFact(value, { known: false })).toBe('met');
        }
        expect(testFact(0, { known: true })).toBe('met');
        expect(testFact(false, { known: true })).toBe('met');
    });
});

describe('any and all', () => {
    const vp = leaf('title', { contains: ['VP'] });
    const lead = leaf('projectLead', { is: true });

    it('takes one met part for any, whatever is not known', () => {
        const any: Criterion = { label: 'Buyer', any: [vp, lead] };
        expect(evaluateCriterion(any, facts({ title: 'VP' })).state).toBe('met');
        expect(evaluateCriterion(any, facts({ title: 'Clerk' })).state).toBe('unknown');
        expect(evaluateCriterion(any, facts({ title: 'Clerk', projectLead: false })).state).toBe(
            'not_met'
        );
    });

    it('takes one failed part against all, whatever is not known', () => {
        const all: Criterion = { label: 'Buyer', all: [vp, lead] };
        expect(evaluateCriterion(all, facts({ title: 'Clerk' })).state).toBe('not_met');
        expect(evaluateCriterion(all, facts({ title: 'VP' })).state).toBe('unknown');
    });

    it('shows the value it judged, for each part', () => {
        const result = evaluateCriterion(
            { label: 'Buyer', any: [vp, lead] },
            facts({ title: 'VP' })
        );
        expect(result.children.map(({ field, value }) => [field, value])).toEqual([
            ['title', 'VP'],
            ['projectLead', null]
        ]);
    });

    it('knows nothing of a field that only every object has', () => {
        const criterion = leaf('toString', { contains: ['x'] });
        expect(evaluateCriterion(criterion, facts()).state).toBe('unknown');
    });
});

describe('learning a fact', () => {
    const field = fc.constantFrom('a', 'b', 'c');
    const numeric: fc.Arbitrary<Test> = fc.oneof(
        fc
            .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
            .map(([a, b]): Test => ({ between: [Math.min(a, b), Math.max(a, b)] })),
        fc.integer({ min: 0, max: 9 }).map((n): Test => ({ atLeast: n })),
        fc.integer({ min: 0, max: 9 }).map((n): Test => ({ atMost: n })),
        fc.integer({ min: 0, max: 9 }).map((n): Test => ({ is: n }))
    );
    const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
        criterion: fc.oneof(
            { depthSize: 'small', withCrossShrink: true },
            fc.tuple(field, numeric).map(([name, test]) => leaf(name, test)),
            fc.array(tie('criterion'), { maxLength: 3 }).map((any) => ({ label: 'any', any })),
            fc.array(tie('criterion'), { maxLength: 3 }).map((all) => ({ label: 'all', all }))
        )
    }));
    const exact = fc.integer({ min: 0, max: 9 });
    /** What is true, and a vaguer account of it: nothing, or a band around it. */
    const vague = exact.chain((value) =>
        fc
            .oneof(
                fc.constant(null),
                fc.tuple(fc.nat(4), fc.option(fc.nat(4), { nil: null })).map(([below, above]) => ({
                    min: value - below,
                    max: above === null ? null : value + above
                }))
            )
            .map((known) => ({ value, known }))
    );

    it('only ever turns unknown into an answer, never one answer into the other', () => {
        fc.assert(
            fc.property(criterion, vague, vague, vague, (tested, a, b, c) => {
                const before = evaluateCriterion(
                    tested,
                    facts({ a: a.known, b: b.known, c: c.known })
                ).state;
                const after = evaluateCriterion(
                    tested,
                    facts({ a: a.value, b: b.value, c: c.value })
                ).state;
                expect(after).not.toBe('unknown');
                expect([after, 'unknown']).toContain(before);
            }),
            { numRuns: 2000 }
        );
    });
});
