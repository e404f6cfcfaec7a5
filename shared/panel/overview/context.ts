import { acceptanceMetric } from '../../acceptance/acceptance.ts';
import type { Dimension } from '../../acceptance/outcomeTypes.ts';
import type { AcceptanceOverview } from '../../acceptance/overviewTypes.ts';
import type { Agreement, DecisionMetric, Metric } from '../../agreement/types.ts';
import { reasonLeaves } from '../../decision/reasons.ts';
import { durationText } from '../duration.ts';
import { formatFor } from '../format.ts';
import type { Format } from '../format.ts';
import type { Viewer } from '../types.ts';
import { wordsFor } from '../words/index.ts';
import type { Words } from '../words/index.ts';
import { overviewWordsFor } from '../words/overview.ts';
import type { OverviewWords } from '../words/overview.ts';
import { periodNames } from './periodNames.ts';
import type { PeriodNames } from './periodNames.ts';

/** What every section of the overview is drawn from. */
export interface OverviewContext {
    readonly overview: AcceptanceOverview;
    readonly agreement: Agreement;
    /** The metric of acceptance, by which groups are compared; null: the agreement has none of decisions. */
    readonly main: DecisionMetric | null;
    readonly format: Format;
    readonly words: OverviewWords;
    readonly common: Words;
    readonly names: PeriodNames;
    /** "the month before". */
    readonly before: string;
}

/** Gathers what the sections share. */
export function overviewContext(
    overview: AcceptanceOverview,
    agreement: Agreement,
    viewer: Viewer
): OverviewContext {
    const words = overviewWordsFor(viewer.locale);
    const names = periodNames(viewer, words);
    return {
        overview,
        agreement,
        main: acceptanceMetric(agreement) ?? null,
        format: formatFor(viewer),
        words,
        common: wordsFor(viewer.locale),
        names,
        before: names.before(overview.period.id)
    };
}

/** "Paid social"; the CRM's own value when the agreement does not know it. */
export function groupLabel(
    { agreement, words }: OverviewContext,
    dimension: Dimension,
    key: string
): string {
    if (key === '') return words.unknown[dimension];
    const source = agreement.sources.find(({ id }) => id === key);
    return dimension === 'source' && source ? source.label : key;
}

/** "Wrong company size (Not our customer)"; the CRM's own text when it is not in the tree. */
export function reasonLabel({ agreement, common, words }: OverviewContext, code: string): string {
    if (code === '') return words.reasons.noReason;
    const leaf = reasonLeaves(agreement).find((one) => one.code === code);
    if (leaf) {
        return leaf.group === null
            ? leaf.label
            : common.decision.reasonAndDetail(leaf.group, leaf.label);
    }
    return agreement.reasons.find((reason) => reason.code === code)?.label ?? code;
}

/** "3 h 12 m" of minutes on the windows' clocks; a dash of none. */
export function minutesText(
    { agreement, common, words }: OverviewContext,
    minutes: number | null,
    windows = agreement.windows
): string {
    if (minutes === null) return words.dash;
    if (minutes < 1) return words.response.underMinute;
    const elapsed = windows.length > 0 && windows.every(({ clock }) => clock === 'elapsed');
    return durationText(Math.floor(minutes) * 60_000, common, elapsed ? 'elapsed' : 'open');
}

/** A metric by its id; an overview holds those of its own agreement. */
export function metricOf({ agreement }: OverviewContext, id: string): Metric | undefined {
    return agreement.metrics.find((metric) => metric.id === id);
}
