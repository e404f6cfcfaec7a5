import { fewerIsBetter } from '../../acceptance/acceptance.ts';
import type { MetricResult } from '../../acceptance/overviewTypes.ts';
import type { Metric } from '../../agreement/types.ts';
import type { AcceptanceRate } from '../../acceptance/types.ts';
import type { Bar, Cell, ChartPoint, Figure, OverviewSection } from '../overviewTypes.ts';
import type { Tone } from '../types.ts';
import { metricOf } from './context.ts';
import type { OverviewContext } from './context.ts';
import { cell, figure, point, section } from './parts.ts';

/** Every metric of one kind, each with what it is of, its target, baseline and change (Q32, Q60–Q65). */
export function rateFigures(context: OverviewContext, kind: Metric['kind']): Figure[] {
    return context.overview.metrics
        .filter(({ metric }) => metricOf(context, metric)?.kind === kind)
        .map((result) => rateFigure(context, result));
}

/** The first section: how many (Q67), and how they fared. */
export function metricsSection(context: OverviewContext): OverviewSection {
    const { before, format, overview, words } = context;
    const { counts, delivered, deliveredBefore } = overview;
    const volume = figure({
        id: 'delivered',
        label: words.metrics.volume,
        value: format.number(delivered),
        basis:
            overview.cohort === 'mql_date' && counts.undecided > 0
                ? words.metrics.undecided(format.number(counts.undecided))
                : null,
        details: [words.metrics.changeCount(format.number(deliveredBefore), before)]
    });
    return section({
        id: 'metrics',
        heading: words.metrics.heading,
        figures: [volume, ...rateFigures(context, 'decision')]
    });
}

function rateFigure(context: OverviewContext, result: MetricResult): Figure {
    return figure({
        id: result.metric,
        label: metricOf(context, result.metric)?.label ?? result.metric,
        value: rateText(context, result),
        tone: rateTone(result),
        basis: basisText(context, result),
        details: details(context, result),
        bar: rateBar(context, result)
    });
}

/** "72%", or why there is none. */
function rateText({ format, words }: OverviewContext, result: AcceptanceRate): string {
    if (result.denominator === 0 || result.rate === null) return words.none;
    return result.enough ? format.percent(result.rate) : words.tooFew;
}

function rateTone({ alarm, metTarget }: AcceptanceRate): Tone {
    if (alarm !== null) return 'bad';
    return metTarget === null ? 'neutral' : metTarget ? 'good' : 'warn';
}

/** "18 of 25 decided; likely 52% to 86%; 4 undecided left out". */
function basisText(context: OverviewContext, result: AcceptanceRate): string {
    const { format, words } = context;
    const metric = metricOf(context, result.metric);
    const { denominator, enough, high, low, numerator, undecided } = result;
    const isDecision = metric?.kind === 'decision';
    const counted = isDecision ? words.metrics.counted[metric.denominator] : words.metrics.answered;
    const [n, of] = [format.number(numerator), format.number(denominator)];
    const basis =
        enough && low !== null && high !== null
            ? words.metrics.basis(n, of, counted, format.percent(low), format.percent(high))
            : words.metrics.basisFew(n, of, counted, format.number(metric?.smallestSample ?? 0));
    const isCounted = isDecision && metric.denominator === 'delivered';
    if (undecided === 0 || isCounted) return basis;
    const left = isDecision ? words.metrics.leftOut : words.metrics.stillTime;
    return `${basis}; ${left(format.number(undecided))}`;
}

function rateBar(context: OverviewContext, result: AcceptanceRate): Bar | null {
    const { enough, high, low, rate } = result;
    if (rate === null || !enough) return null;
    return { value: rate, low, high, target: metricOf(context, result.metric)?.target ?? null };
}

/** A rate within a table; what it is of stands below it. */
export function rateCell(context: OverviewContext, result: AcceptanceRate | undefined): Cell {
    if (result === undefined || result.denominator === 0) return cell(context.words.dash);
    const { format, words } = context;
    const { denominator, enough, high, low, numerator } = result;
    const [n, of] = [format.number(numerator), format.number(denominator)];
    if (!enough || low === null || high === null) {
        return cell(words.few, { detail: words.metrics.shortFew(n, of) });
    }
    return cell(rateText(context, result), {
        tone: rateTone(result),
        detail: words.metrics.short(n, of, format.percent(low), format.percent(high)),
        bar: rateBar(context, result)
    });
}

/** A rate within a chart. */
export function ratePoint(
    context: OverviewContext,
    id: string,
    label: string,
    result: AcceptanceRate | undefined
): ChartPoint {
    if (result === undefined) return point({ id, label, text: context.words.none });
    const { enough, high, low, rate } = result;
    return point({
        id,
        label,
        text: rateText(context, result),
        basis: result.denominator === 0 ? null : basisText(context, result),
        tone: rateTone(result),
        ...(enough ? { value: rate, low, high } : {})
    });
}

/** The target as a line across a chart. */
export function targetLine(
    { format, words }: OverviewContext,
    target: number | null | undefined
): { readonly value: number; readonly text: string } | null {
    return target === null || target === undefined
        ? null
        : { value: target, text: words.groups.target(format.percent(target)) };
}

function details(context: OverviewContext, result: MetricResult): string[] {
    const { before, format, words } = context;
    const metric = metricOf(context, result.metric);
    const { change, previous } = result;
    const target = metric?.target ?? null;
    const baseline = metric?.baseline ?? null;
    return [
        metric === undefined || target === null
            ? null
            : words.metrics.target(format.percent(target), fewerIsBetter(metric)),
        change === null
            ? null
            : words.metrics.change(
                  change,
                  format.number(Math.round(Math.abs(change) * 100)),
                  format.percent(previous.rate ?? 0),
                  before
              ),
        baseline === null
            ? null
            : words.metrics.baseline(format.percent(baseline.value), baseline.from)
    ].filter((text): text is string => text !== null);
}
