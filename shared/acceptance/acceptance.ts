import type { Agreement, Alarm, DecisionMetric, Metric } from '../agreement/types.ts';
import { localDate } from '../calendar/calendar.ts';
import type { Instant, SourceCounts } from '../lead.ts';
import { calendarOf } from '../response/calendars.ts';
import { startOf } from '../score/lookback.ts';
import type { AcceptanceRate } from './types.ts';
import { wilsonInterval } from './wilson.ts';

/** The rate of the metric that `acceptanceMetric` names; null when there is none (Q60–Q63). */
export function acceptance(counts: SourceCounts, agreement: Agreement): AcceptanceRate | null {
    const metric = acceptanceMetric(agreement);
    return metric ? rate(counts, metric, agreement) : null;
}

/**
 * One metric of decisions over one set of counts. A count that cannot be (negative, not a number,
 * beyond exact whole numbers) is taken as 0, and a fraction is cut off.
 */
export function rate(
    counts: SourceCounts,
    metric: DecisionMetric,
    agreement: Agreement
): AcceptanceRate {
    const { accepted, qualified, recycled, rejected, undecided } = counts;
    const sum = (parts: readonly number[]): number =>
        parts.reduce((total, n) => total + whole(n), 0);
    const decided = sum([accepted, qualified, recycled, rejected]);
    const denominator = {
        decided,
        delivered: decided + whole(undecided),
        accepted: sum([accepted, qualified])
    }[metric.denominator];
    const numerator = sum([...new Set(metric.numerator)].map((kind) => counts[kind]));
    return judged({ numerator, denominator, undecided: whole(undecided) }, metric, agreement);
}

/** A share of whole counts, with its interval, and what the agreement says to it. */
export function judged(
    counts: Pick<AcceptanceRate, 'numerator' | 'denominator' | 'undecided'>,
    metric: Metric,
    agreement: Agreement
): AcceptanceRate {
    const { numerator, denominator } = counts;
    const ratio = denominator === 0 ? null : numerator / denominator;
    const interval = denominator === 0 ? null : wilsonInterval(numerator, denominator);
    const enough = ratio !== null && denominator >= metric.smallestSample;
    return {
        metric: metric.id,
        ...counts,
        rate: ratio,
        low: interval?.low ?? null,
        high: interval?.high ?? null,
        enough,
        alarm: enough ? alarmAt(ratio, metric, agreement) : null,
        metTarget: enough && metric.target !== null ? isMet(ratio, metric.target, metric) : null
    };
}

/**
 * The local date (`YYYY-MM-DD`) from which on leads count, in the agreement's own calendar, so that both
 * CRMs ask for the same leads. Null when the agreement has no metric of decisions.
 */
export function acceptanceSince(agreement: Agreement, now: Instant): string | null {
    const metric = acceptanceMetric(agreement);
    if (!metric) return null;
    const calendar = calendarOf(agreement, agreement.calendar);
    return localDate(calendar, startOf(metric.period, now, agreement));
}

/** The metric that the panel shows: `acceptance`, or the agreement’s first one of decisions. */
export function acceptanceMetric({ metrics }: Agreement): DecisionMetric | undefined {
    const ofDecisions = metrics.filter((metric) => metric.kind === 'decision');
    return ofDecisions.find(({ id }) => id === 'acceptance') ?? ofDecisions[0];
}

function whole(count: number): number {
    const n = Math.trunc(count);
    return Number.isSafeInteger(n) && n > 0 ? n : 0;
}

function alarmAt(value: number, { id }: Metric, { alarms }: Agreement): AcceptanceRate['alarm'] {
    const raised = alarms.find(
        (alarm) => alarm.metric === id && alarm.months === 1 && isBeyond(value, alarm)
    );
    return raised ? { action: raised.action, owner: raised.owner } : null;
}

/** The value itself is still on the right side. */
export function isBeyond(value: number, { below, above }: Pick<Alarm, 'below' | 'above'>): boolean {
    return (below !== null && value < below) || (above !== null && value > above);
}

/** Of leads that sales turned away, fewer is better. */
export function fewerIsBetter(metric: Metric): boolean {
    return (
        metric.kind === 'decision' &&
        metric.numerator.every((kind) => kind === 'rejected' || kind === 'recycled')
    );
}

function isMet(value: number, target: number, metric: Metric): boolean {
    return fewerIsBetter(metric) ? value <= target : value >= target;
}
