import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { at } from '../../test/support/lead.ts';
import type { Agreement } from '../agreement/types.ts';
import { generatedOutcomes } from './outcomes.testkit.ts';
import type { Filters, LeadOutcome, Period } from './outcomeTypes.ts';
import { overview } from './overview.ts';
import type { AcceptanceOverview } from './overviewTypes.ts';
import { parsePeriod } from './period.ts';
import { isWithin, packedMinutes, tallyOfSnapshot } from './snapshot.ts';
import { snapshotOf } from './snapshot.testkit.ts';
import { addOutcome, emptyTally } from './tally.ts';

const agreement = defaultAgreement();
const now = at('2026-11-22T09:10:00Z');
const periodOf = (text: string, of: Agreement = agreement): Period =>
    parsePeriod(text, of, now).period as Period;

/** Where the job parts its stretches for these periods. */
function endsOf(periods: readonly Period[]): number[] {
    const cuts = periods.flatMap((one) =>
        [one, one.previous, ...one.months].flatMap(({ from, to }) => [from, to])
    );
    return [...new Set(cuts)].sort((a, b) => a - b);
}

/** Without what groups cannot know: single leads, and campaigns where other things are filtered. */
function comparable(result: AcceptanceOverview, isFiltered: boolean): object {
    const { groups, quality, stalled, choices, ...rest } = result;
    return {
        ...rest,
        quality: { ...quality, sample: [] },
        stalled: { ...stalled, leads: [] },
        choices,
        groups: isFiltered ? { ...groups, campaign: [] } : groups
    };
}

function directly(
    outcomes: readonly LeadOutcome[],
    period: Period,
    filters: Filters,
    of: Agreement
): AcceptanceOverview {
    const tally = emptyTally(of, period, filters);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    return overview(tally, of, now);
}

describe('an overview of leads that were counted beforehand', () => {
    const outcomes = [...generatedOutcomes(agreement, 20_000, 7, now)];
    const texts = ['last-90-days', '2026-10', '2026-Q3', 'this-month'];
    const ends = endsOf(texts.map((text) => periodOf(text)));
    const groups = snapshotOf(outcomes, agreement, ends);

    it.each(texts)('has the numbers of the leads themselves: %s', (text) => {
        const period = periodOf(text);
        for (const filters of [
            {},
            { source: 'paid_social' },
            { rep: 'Rep 3' },
            { team: 'Team 2', source: 'email' },
            { source: '' }
        ]) {
            const isFiltered = Object.keys(filters).length > 0;
            const counted = overview(
                tallyOfSnapshot(groups, agreement, period, filters),
                agreement,
                now
            );
            expect(comparable(counted, isFiltered)).toEqual(
                comparable(directly(outcomes, period, filters, agreement), isFiltered)
            );
        }
    });

    it('has those of a hundred thousand leads', () => {
        const period = periodOf('last-90-days');
        const many = [...generatedOutcomes(agreement, 100_000, 8, now)];
        const counted = tallyOfSnapshot(snapshotOf(many, agreement, ends), agreement, period);
        expect(comparable(overview(counted, agreement, now), false)).toEqual(
            comparable(directly(many, period, {}, agreement), false)
        );
    }, 60_000);

    it('has them by decision date, too', () => {
        const metrics = agreement.metrics.map((metric) =>
            metric.kind === 'decision' ? { ...metric, cohort: 'decision_date' as const } : metric
        );
        const other = { ...agreement, metrics };
        const period = periodOf('2026-10', other);
        const counted = tallyOfSnapshot(snapshotOf(outcomes, other, ends), other, period);
        expect(comparable(overview(counted, other, now), false)).toEqual(
            comparable(directly(outcomes, period, {}, other), false)
        );
    });

    it('takes a group without counts as one to choose, and no more', () => {
        const period = periodOf('2026-10');
        const known = groups
            .filter(({ of }) => of === 'people')
            .map((group) => ({ ...group, counts: null }));
        const result = overview(tallyOfSnapshot(known, agreement, period), agreement, now);
        expect(result.delivered).toBe(0);
        expect(result.choices.rep.length).toBeGreaterThan(30);
    });

    it('is not to be had of a period that the stretches part', () => {
        const since = ends[0] as number;
        expect(isWithin(periodOf('2026-10'), since, ends)).toBe(true);
        expect(isWithin(periodOf('last-31-days'), since, ends)).toBe(false);
        expect(isWithin(periodOf('2025-10'), since, ends)).toBe(false);
    });
});

describe('packed minutes', () => {
    it('are short, and count each minute as often as it was', () => {
        expect(packedMinutes({ 3: 1, 7: 2 })).toBe('3 4*2');
        expect(packedMinutes({})).toBe('');
    });

    it('come back as they were', () => {
        const some = fc.dictionary(
            fc.integer({ min: 0, max: 100_000 }).map(String),
            fc.integer({ min: 1, max: 50 })
        );
        fc.assert(
            fc.property(some, (minutes) => {
                const period = periodOf('2026-10');
                const tally = tallyOfSnapshot(
                    [
                        {
                            from: period.from,
                            until: period.to,
                            of: 'all',
                            source: null,
                            rep: null,
                            team: null,
                            campaign: null,
                            counts: { routing: packedMinutes(minutes) }
                        }
                    ],
                    agreement,
                    period
                );
                expect({ ...tally.counts.routing }).toEqual({ ...minutes });
            })
        );
    });
});
