import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { at } from '../../test/support/lead.ts';
import type { Agreement, DecisionMetric } from '../agreement/types.ts';
import { mergeTallies } from './merge.ts';
import type { Filters, LeadOutcome, Period } from './outcomeTypes.ts';
import { anOutcome, generatedOutcomes } from './outcomes.testkit.ts';
import { overview } from './overview.ts';
import { parsePeriod } from './period.ts';
import { auditRank } from './sample.ts';
import { addOutcome, emptyTally } from './tally.ts';
import type { Tally } from './tally.ts';

const agreement = defaultAgreement();
const byDecision: Agreement = {
    ...agreement,
    metrics: agreement.metrics.map((metric) =>
        metric.kind === 'decision' ? { ...metric, cohort: 'decision_date' } : metric
    )
};
const NOW = at('2026-11-20T15:00:00Z');
const OCTOBER = parsePeriod('2026-10', agreement, NOW).period as Period;
const generated = (count: number, seed: number): LeadOutcome[] => [
    ...generatedOutcomes(agreement, count, seed, NOW)
];
const tallied = (
    outcomes: readonly LeadOutcome[],
    of: Agreement = agreement,
    period: Period = OCTOBER,
    filters: Filters = {}
): Tally => {
    const tally = emptyTally(of, period, filters);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    return tally;
};

describe('a tally', () => {
    it('counts by MQL date or by decision date, as the agreement says', () => {
        const late = anOutcome({
            mqlAt: at('2026-09-29T12:00:00Z'),
            decidedAt: at('2026-10-02T12:00:00Z'),
            kind: 'rejected',
            reason: 'no_budget'
        });
        const byMql = overview(tallied([late]), agreement, NOW);
        expect([byMql.delivered, byMql.counts.rejected, byMql.reasons]).toEqual([0, 0, []]);
        const decided = overview(tallied([late], byDecision), byDecision, NOW);
        expect([decided.delivered, decided.counts.rejected]).toEqual([0, 1]);
        expect(decided.reasons.map(({ code }) => code)).toEqual(['no_budget']);
        expect(decided.metrics[1]).toMatchObject({ metric: 'rejection', denominator: 1, rate: 1 });
        const inMonths = decided.months.map(({ delivered, id, turnedAway }) => [
            id,
            delivered,
            turnedAway
        ]);
        expect(inMonths.slice(-2)).toEqual([
            ['2026-09', 1, 0],
            ['2026-10', 0, 1]
        ]);
    });

    it('counts a decision of which nobody knows when by MQL date alone', () => {
        const undated = anOutcome({ mqlAt: OCTOBER.from, kind: 'accepted' });
        expect(overview(tallied([undated]), agreement, NOW).counts.accepted).toBe(1);
        expect(overview(tallied([undated], byDecision), byDecision, NOW).counts.accepted).toBe(0);
    });

    it('counts the first moment of its period and not the last', () => {
        const around = [OCTOBER.from - 1, OCTOBER.from, OCTOBER.to - 1, OCTOBER.to];
        const tally = tallied(around.map((mqlAt) => anOutcome({ mqlAt })));
        const { delivered, deliveredBefore } = overview(tally, agreement, NOW);
        expect([delivered, deliveredBefore]).toEqual([2, 1]);
    });

    it('counts alike leads at once, and no count that is none', () => {
        const one = anOutcome({ mqlAt: OCTOBER.from, source: 'email', responseMinutes: 7 });
        const tally = emptyTally(agreement, OCTOBER);
        for (const count of [3, 0, -1, NaN, 1.5, Infinity]) addOutcome(tally, one, count);
        expect(tally).toEqual(tallied([one, one, one]));
    });

    it('leaves out numbers that are none', () => {
        const odd = anOutcome({ mqlAt: OCTOBER.from, responseMinutes: NaN, routingMinutes: -5 });
        const { response } = overview(tallied([odd, { ...odd, mqlAt: NaN }]), agreement, NOW);
        expect([response.rep.count, response.routing.count]).toEqual([0, 0]);
    });

    it('takes names for names, whatever they are', () => {
        const names = ['constructor', '__proto__', 'toString', '12', ''];
        const tally = tallied(
            names.map((rep) =>
                anOutcome({ mqlAt: OCTOBER.from, rep, reason: rep, kind: 'rejected' })
            )
        );
        const merged = mergeTallies(tally, tally);
        const { choices, groups, reasons } = overview(merged, agreement, NOW);
        expect(choices.rep).toEqual([...names].sort());
        expect(groups.rep.map(({ delivered }) => delivered)).toEqual([2, 2, 2, 2, 2]);
        expect(reasons.map(({ rejected }) => rejected)).toEqual([2, 2, 2, 2, 2]);
    });

    it('counts what its filters let pass, and knows what else there is', () => {
        const outcomes = generated(2000, 3);
        const filters = { source: 'email', team: 'Team 1' };
        const found = overview(tallied(outcomes, agreement, OCTOBER, filters), agreement, NOW);
        const wanted = outcomes.filter(
            ({ source, team }) => source === 'email' && team === 'Team 1'
        );
        const alone = overview(tallied(wanted), agreement, NOW);
        expect({ ...found, choices: null, filters: null }).toEqual({
            ...alone,
            choices: null,
            filters: null
        });
        expect(found.choices.source.length).toBeGreaterThan(5);
        expect(found.unmatched).toEqual([]);
        const none = tallied(outcomes, agreement, OCTOBER, { source: 'zoom' });
        expect(overview(none, agreement, NOW).unmatched).toEqual(['source']);
    });

    it('draws 20 to audit, of this period, the same in whatever order', () => {
        const outcomes = generated(3000, 5);
        const ids = (of: readonly LeadOutcome[], period = OCTOBER): string[] =>
            tallied(of, agreement, period).sample.map(({ id }) => id);
        const drawn = ids(outcomes);
        expect(new Set(drawn).size).toBe(20);
        expect(ids([...outcomes].reverse())).toEqual(drawn);
        const october = outcomes
            .filter(({ mqlAt }) => mqlAt >= OCTOBER.from && mqlAt < OCTOBER.to)
            .map(({ id }) => id as string);
        const byRank = (id: string): number => auditRank('2026-10', id);
        expect(drawn).toEqual(october.sort((a, b) => byRank(a) - byRank(b)).slice(0, 20));
        expect(auditRank('2026-09', 'L1')).not.toBe(auditRank('2026-10', 'L1'));
    });

    it('draws as good as at random', () => {
        const buckets = Array.from({ length: 10 }, () => 0);
        for (let i = 0; i < 20_000; i++) {
            const rank = auditRank('2026-10', `00Q5g00000${String(i).padStart(5, '0')}AAA`);
            const bucket = Math.floor((rank / 2 ** 32) * 10);
            buckets[bucket] = (buckets[bucket] as number) + 1;
        }
        for (const count of buckets) expect(Math.abs(count - 2000)).toBeLessThan(200);
    });

    it('counts a hundred thousand, and never more than were delivered', () => {
        const outcomes = generatedOutcomes(agreement, 100_000, 7, NOW);
        const year = parsePeriod('last-365-days', agreement, NOW).period as Period;
        const tally = emptyTally(agreement, year);
        for (const outcome of outcomes) addOutcome(tally, outcome);
        const { delivered, groups, months, reasons, ...rest } = overview(tally, agreement, NOW);
        expect(delivered).toBe(100_000);
        const total = (counts: readonly { readonly delivered: number }[]): number =>
            counts.reduce((sum, one) => sum + one.delivered, 0);
        expect(Object.values(groups).map(total)).toEqual([
            delivered,
            delivered,
            delivered,
            delivered
        ]);
        expect(total(months)).toBe(delivered);
        for (const { denominator, numerator, undecided } of rest.metrics) {
            expect(numerator).toBeLessThanOrEqual(denominator);
            expect(denominator).toBeLessThanOrEqual(delivered);
            expect(undecided).toBeLessThanOrEqual(delivered);
        }
        const given = reasons.reduce((sum, one) => sum + one.rejected + one.recycled, 0);
        expect(given).toBe(rest.counts.rejected + rest.counts.recycled);
        expect(rest.disagreement.checked).toBeLessThanOrEqual(given);
        expect(rest.stalled.count).toBeLessThanOrEqual(rest.counts.undecided);
        const { by } = rest.stalled;
        expect(by.routing + by.response + by.decision).toBe(rest.stalled.count);
    });
});

describe('tallies', () => {
    const parts = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 });
    const agreements = fc.constantFrom(agreement, byDecision);

    it('add up to the same whatever the split and the order', () => {
        fc.assert(
            fc.property(fc.nat(1000), parts, agreements, (seed, part, of) => {
                const outcomes = generated(part.length, seed);
                const year = parsePeriod('last-365-days', of, NOW).period as Period;
                const [a, b, c] = [0, 1, 2].map((which) =>
                    tallied(
                        outcomes.filter((_, i) => part[i] === which),
                        of,
                        year
                    )
                ) as [Tally, Tally, Tally];
                const whole = tallied(outcomes, of, year);
                expect(mergeTallies(mergeTallies(a, b), c)).toEqual(whole);
                expect(mergeTallies(a, mergeTallies(b, c))).toEqual(whole);
                expect(mergeTallies(c, mergeTallies(b, a))).toEqual(whole);
                expect(tallied([...outcomes].reverse(), of, year)).toEqual(whole);
                expect(mergeTallies(emptyTally(of, year), whole)).toEqual(whole);
            }),
            { numRuns: 40 }
        );
    });

    it('are left alone by merging', () => {
        const [a, b] = [tallied(generated(50, 1)), tallied(generated(50, 2))];
        const before = structuredClone([a, b]);
        const merged = mergeTallies(a, b);
        for (const outcome of generated(50, 3)) addOutcome(merged, outcome);
        expect([a, b]).toEqual(before);
    });

    it('are of a main metric by decision date where the first one is', () => {
        expect((byDecision.metrics[0] as DecisionMetric).cohort).toBe('decision_date');
        expect(emptyTally(byDecision, OCTOBER).cohort).toBe('decision_date');
    });
});
