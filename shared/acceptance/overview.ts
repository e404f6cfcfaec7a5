import type { Agreement } from '../agreement/types.ts';
import type { Instant } from '../lead.ts';
import { judged, rate } from './acceptance.ts';
import { alarmResults } from './alarms.ts';
import { disagreementOf } from './disagreement.ts';
import { spreadOf } from './minutes.ts';
import { DIMENSIONS } from './outcomeTypes.ts';
import type { Dimension } from './outcomeTypes.ts';
import type {
    AcceptanceOverview,
    FeedbackResult,
    GroupResult,
    InTime,
    MetricResult,
    MonthResult,
    ReasonResult
} from './overviewTypes.ts';
import type { Ranked } from './sample.ts';
import type { Bucket, Counts, Stretch, Tally, Timely } from './tally.ts';
import type { AcceptanceRate } from './types.ts';

/**
 * The numbers of a tally (Q32, Q35, Q36, Q43, Q52, Q56, Q60–Q65, Q67, Q69, Q70).
 *
 * @param now what the outcomes hold as of
 */
export function overview(tally: Tally, agreement: Agreement, now: Instant): AcceptanceOverview {
    const { cohort, counts, filters, period } = tally;
    const rates = ratesOf(counts.period, agreement);
    const before = ratesOf(counts.previous, agreement);
    const months = period.months.map((month, i): MonthResult => {
        const of = counts.months[i] as Stretch;
        return {
            ...month,
            delivered: deliveredOf(of),
            metrics: ratesOf(of, agreement),
            response: spreadOf(of.minutes ?? {}),
            inTime: inTimeOf(of.window),
            turnedAway: turnedAway(of)
        };
    });
    const choices = mapDimensions((dimension) => Object.keys(counts.seen[dimension]).sort());
    return {
        period,
        filters,
        asOf: now,
        state: now < period.from ? 'future' : now < period.to ? 'running' : 'over',
        delivered: deliveredOf(counts.period),
        deliveredBefore: deliveredOf(counts.previous),
        counts: { ...counts.period[cohort === 'mql_date' ? 'mql' : 'decision'] },
        cohort,
        metrics: rates.map((one, i) => metricResult(one, before[i] as AcceptanceRate)),
        groups: mapDimensions((dimension) => groupsOf(tally, dimension, agreement)),
        months,
        reasons: reasonsOf(counts),
        response: {
            routing: spreadOf(counts.routing),
            rep: spreadOf(counts.period.minutes ?? {}),
            inTime: inTimeOf(counts.period.window),
            windows: agreement.windows.map(({ id }) => {
                const found = counts.windows[id];
                return {
                    window: id,
                    ...inTimeOf(found ?? { inTime: 0, late: 0, open: 0 }),
                    rep: spreadOf(found?.minutes ?? {})
                };
            })
        },
        alarms: alarmResults(agreement, rates, months),
        disagreement: disagreementOf(counts, agreement),
        feedback: feedbackOf(counts),
        quality: {
            complete: counts.complete.yes,
            incomplete: counts.complete.no,
            share: share(counts.complete.yes, counts.complete.no),
            sample: tally.sample.map(listed)
        },
        stalled: {
            count: counts.period.stalled,
            by: { ...counts.stalled },
            leads: tally.oldest.map(listed)
        },
        choices,
        unmatched: DIMENSIONS.filter((dimension) => {
            const wanted = filters[dimension] ?? null;
            return wanted !== null && !choices[dimension].includes(wanted);
        })
    };
}

/** Every metric over one set of leads, in the agreement's order. */
function ratesOf(of: Bucket, agreement: Agreement): AcceptanceRate[] {
    let answers = 0;
    return agreement.metrics.map((metric) => {
        if (metric.kind === 'decision') {
            return rate(metric.cohort === 'mql_date' ? of.mql : of.decision, metric, agreement);
        }
        const { inTime, late, open } = of.answers[answers++] as Timely;
        const counts = { numerator: inTime, denominator: inTime + late, undecided: open };
        return judged(counts, metric, agreement);
    });
}

function metricResult(result: AcceptanceRate, previous: AcceptanceRate): MetricResult {
    const known = result.enough && previous.enough;
    const change = known ? (result.rate ?? 0) - (previous.rate ?? 0) : null;
    return { ...result, previous, change };
}

function groupsOf(
    { cohort, counts }: Tally,
    dimension: Dimension,
    agreement: Agreement
): GroupResult[] {
    return Object.entries(counts.groups[dimension])
        .map(([key, of]) => ({
            key,
            delivered: deliveredOf(of),
            counts: { ...of[cohort === 'mql_date' ? 'mql' : 'decision'] },
            metrics: ratesOf(of, agreement),
            response: of.minutes === null ? null : spreadOf(of.minutes),
            inTime: inTimeOf(of.window),
            checked: of.checked,
            contradicted: of.contradicted,
            stalled: of.stalled
        }))
        .sort(
            (a, b) =>
                Number(a.key === '') - Number(b.key === '') ||
                b.delivered - a.delivered ||
                compare(a.key, b.key)
        );
}

function reasonsOf({ months, period, previous }: Counts): ReasonResult[] {
    const total = turnedAway(period);
    const totalBefore = turnedAway(previous);
    const given = (of: Stretch, code: string): number => {
        const counts = of.reasons[code];
        return counts === undefined ? 0 : counts.rejected + counts.recycled;
    };
    return Object.entries(period.reasons)
        .map(([code, counts]) => ({
            code,
            ...counts,
            share: given(period, code) / total,
            before: given(previous, code),
            shareBefore: totalBefore === 0 ? null : given(previous, code) / totalBefore,
            months: months.map((month) => given(month, code))
        }))
        .sort((a, b) => b.share - a.share || compare(a.code, b.code));
}

function feedbackOf({ feedback }: Counts): FeedbackResult {
    const { answers, inTime, late, open } = feedback;
    return {
        rejected: inTime + late + open,
        due: inTime + late,
        inTime,
        late,
        open,
        answers: { ...answers },
        share: share(inTime, late)
    };
}

function deliveredOf({ mql }: Bucket): number {
    return mql.accepted + mql.qualified + mql.recycled + mql.rejected + mql.undecided;
}

function turnedAway({ reasons }: Stretch): number {
    return Object.values(reasons).reduce((sum, one) => sum + one.rejected + one.recycled, 0);
}

function inTimeOf({ inTime, late, open }: Timely): InTime {
    return { inTime, late, open, share: share(inTime, late) };
}

function share(hits: number, misses: number): number | null {
    return hits + misses === 0 ? null : hits / (hits + misses);
}

function listed({ rank: _, ...lead }: Ranked): Omit<Ranked, 'rank'> {
    return lead;
}

function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}

function mapDimensions<T>(of: (dimension: Dimension) => T): { readonly [d in Dimension]: T } {
    return { source: of('source'), campaign: of('campaign'), rep: of('rep'), team: of('team') };
}
