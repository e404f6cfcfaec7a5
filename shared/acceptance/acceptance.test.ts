import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { at } from '../../test/support/lead.ts';
import type { DecisionMetric } from '../agreement/types.ts';
import { DECISION_KINDS } from '../lead.ts';
import type { SourceCounts } from '../lead.ts';
import { acceptance, acceptanceSince, rate } from './acceptance.ts';
import type { AcceptanceRate } from './types.ts';

const agreement = defaultAgreement();
const counts = (parts: Partial<SourceCounts>): SourceCounts => ({
    accepted: 0,
    qualified: 0,
    recycled: 0,
    rejected: 0,
    undecided: 0,
    ...parts
});
const metric = (parts: Partial<DecisionMetric> = {}): DecisionMetric => ({
    ...(agreement.metrics[0] as DecisionMetric),
    ...parts
});
const acceptanceOf = (parts: Partial<SourceCounts>): AcceptanceRate | null =>
    acceptance(counts(parts), agreement);

describe('the acceptance rate', () => {
    it('leaves the undecided out and says how many there are', () => {
        const result = acceptanceOf({
            accepted: 12,
            qualified: 6,
            rejected: 5,
            recycled: 2,
            undecided: 4
        });
        expect(result).toMatchObject({
            metric: 'acceptance',
            numerator: 18,
            denominator: 25,
            undecided: 4,
            rate: 0.72,
            enough: true,
            alarm: null,
            metTarget: true
        });
        // Wilson's interval for 18 of 25, to four digits.
        expect(result?.low).toBeCloseTo(0.5242, 4);
        expect(result?.high).toBeCloseTo(0.8572, 4);
    });

    it('counts the undecided where the metric says delivered', () => {
        const delivered = metric({ denominator: 'delivered' });
        const result = rate(counts({ accepted: 3, undecided: 1 }), delivered, agreement);
        expect([result.denominator, result.rate]).toEqual([4, 0.75]);
    });

    it('is of the accepted alone where the metric says so', () => {
        const ofAccepted = metric({ numerator: ['qualified'], denominator: 'accepted' });
        const given = counts({ accepted: 3, qualified: 1, rejected: 9, undecided: 5 });
        const result = rate(given, ofAccepted, agreement);
        expect([result.numerator, result.denominator]).toEqual([1, 4]);
    });

    it('is not known when nothing was decided', () => {
        expect(acceptanceOf({ undecided: 30 })).toMatchObject({
            rate: null,
            low: null,
            high: null,
            enough: false,
            alarm: null,
            metTarget: null
        });
    });

    it('says nothing of target or alarm under the smallest sample', () => {
        expect(acceptanceOf({ rejected: 19 })).toMatchObject({
            enough: false,
            alarm: null,
            metTarget: null
        });
        expect(acceptanceOf({ rejected: 20 })).toMatchObject({
            enough: true,
            alarm: { action: 'Review the ICP', owner: 'CMO and VP Sales' },
            metTarget: false
        });
    });

    it('raises the alarm below the bound, not at it', () => {
        expect(acceptanceOf({ accepted: 12, rejected: 8 })?.alarm).toBeNull();
        expect(acceptanceOf({ accepted: 11, rejected: 9 })?.alarm).not.toBeNull();
    });

    it('takes counts that make no sense as none', () => {
        const broken = { accepted: NaN, qualified: -3, recycled: Infinity, rejected: 1.9 };
        expect(acceptanceOf(broken)).toMatchObject({ numerator: 0, denominator: 1, rate: 0 });
    });

    it('falls back to the first metric, and to none', () => {
        const sole = { ...agreement, metrics: [metric({ id: 'taken' })] };
        expect(acceptance(counts({}), sole)?.metric).toBe('taken');
        const none = { ...agreement, metrics: [] };
        expect([acceptance(counts({}), none), acceptanceSince(none, 0)]).toEqual([null, null]);
    });

    it('is never that of a metric of answers, whatever its name', () => {
        const answers = agreement.metrics.filter(({ kind }) => kind === 'response');
        const named = answers.map((one) => ({ ...one, id: 'acceptance' }));
        const sole = { ...agreement, metrics: named };
        expect([acceptance(counts({}), sole), acceptanceSince(sole, 0)]).toEqual([null, null]);
        const both = { ...agreement, metrics: [...named, metric({ id: 'taken' })] };
        expect(acceptance(counts({}), both)?.metric).toBe('taken');
    });
});

describe('a rate of what sales turned away', () => {
    const rejection = agreement.metrics.find(({ id }) => id === 'rejection') as DecisionMetric;

    it('meets its target by staying under it', () => {
        const met = (rejected: number): boolean | null =>
            rate(counts({ accepted: 100 - rejected, rejected }), rejection, agreement).metTarget;
        expect([met(20), met(21)]).toEqual([true, false]);
    });

    it('raises no alarm that takes several months', () => {
        expect(rate(counts({ rejected: 100 }), rejection, agreement).alarm).toBeNull();
        const monthly = agreement.alarms.map((alarm) => ({ ...alarm, months: 1 }));
        const { alarm } = rate(counts({ rejected: 100 }), rejection, {
            ...agreement,
            alarms: monthly
        });
        expect(alarm?.action).toBe('Revise the MQL definition');
    });
});

describe('the period', () => {
    it('begins on a date of the agreement’s own zone', () => {
        // Still the evening before in New York.
        expect(acceptanceSince(agreement, at('2026-11-20T03:00:00Z'))).toBe('2026-08-21');
        expect(acceptanceSince(agreement, at('2026-11-20T15:00:00Z'))).toBe('2026-08-22');
    });
});

describe('any counts', () => {
    const some = fc.oneof(
        fc.nat(5),
        fc.nat(100_000),
        fc.double(),
        fc.constantFrom(-1, 1e308, Infinity)
    );
    const anyCounts = fc.record({
        accepted: some,
        qualified: some,
        recycled: some,
        rejected: some,
        undecided: some
    });
    const anyMetric = fc
        .record({
            numerator: fc.uniqueArray(fc.constantFrom(...DECISION_KINDS), { minLength: 1 }),
            denominator: fc.constantFrom('decided' as const, 'delivered' as const)
        })
        .map(metric);

    it('have an interval within 0 and 1 around the rate', () => {
        fc.assert(
            fc.property(anyCounts, anyMetric, (given, asked) => {
                const result = rate(given, asked, agreement);
                expect(result.numerator).toBeLessThanOrEqual(result.denominator);
                if (result.rate === null) {
                    expect([result.denominator, result.low, result.high]).toEqual([0, null, null]);
                    return;
                }
                const { low, high } = result as { low: number; high: number };
                expect(0 <= low && low <= result.rate && result.rate <= high && high <= 1).toBe(
                    true
                );
                if (result.denominator < 1e9) expect(low).toBeLessThan(high);
            })
        );
    });

    it('have a narrower interval the more there are', () => {
        fc.assert(
            fc.property(fc.nat(50), fc.nat(50), (accepted, rejected) => {
                fc.pre(accepted + rejected > 0);
                const width = (times: number): number => {
                    const result = acceptanceOf({
                        accepted: accepted * times,
                        rejected: rejected * times
                    });
                    return (result?.high as number) - (result?.low as number);
                };
                expect(width(10)).toBeLessThan(width(1));
            })
        );
    });
});
