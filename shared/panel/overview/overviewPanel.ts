import { DIMENSIONS } from '../../acceptance/outcomeTypes.ts';
import type { AcceptanceOverview } from '../../acceptance/overviewTypes.ts';
import type { Agreement } from '../../agreement/types.ts';
import { footerText } from '../footer.ts';
import type {
    OverviewPage,
    OverviewPageId,
    OverviewPanel,
    OverviewSection
} from '../overviewTypes.ts';
import type { Badge, Viewer } from '../types.ts';
import { alarmsSection } from './alarms.ts';
import { groupLabel, overviewContext } from './context.ts';
import type { OverviewContext } from './context.ts';
import { disagreementSection, feedbackSection } from './disagreement.ts';
import { filterChoices } from './filterChoices.ts';
import { groupSection } from './groups.ts';
import { monthsSection } from './months.ts';
import { qualitySection } from './quality.ts';
import { metricsSection } from './rates.ts';
import { reasonMonthsSection, reasonsSection } from './reasons.ts';
import { responseGroupSections, responseSection, stalledSection } from './response.ts';

/** How many values of a filter a note names. */
const NAMED = 5;

/**
 * Everything an overview shows, in finished words. The same overview, agreement and viewer give the same
 * panel in both CRMs and in the report.
 */
export function overviewPanel(
    overview: AcceptanceOverview,
    agreement: Agreement,
    viewer: Viewer
): OverviewPanel {
    const context = overviewContext(overview, agreement, viewer);
    const { format, words } = context;
    return {
        title: words.title,
        subtitle: subtitle(context),
        asOf: words.asOf(format.dateTime(overview.asOf)),
        notes: notes(context),
        filters: filterChoices(context),
        pages: [
            page(context, 'overview', [
                metricsSection(context),
                alarmsSection(context),
                monthsSection(context),
                ...DIMENSIONS.map((dimension) => groupSection(context, dimension)),
                qualitySection(context)
            ]),
            page(context, 'reasons', [reasonsSection(context), reasonMonthsSection(context)]),
            page(context, 'response', [
                responseSection(context),
                ...responseGroupSections(context),
                stalledSection(context)
            ]),
            page(context, 'disagreement', [disagreementSection(context), feedbackSection(context)])
        ],
        method: method(context),
        footer: footerText(agreement, format, context.common)
    };
}

function page(
    { words }: OverviewContext,
    id: OverviewPageId,
    sections: readonly OverviewSection[]
): OverviewPage {
    return { id, label: words.pages[id], sections };
}

/** "October 2026 · Paid social · 412 MQLs". */
function subtitle(context: OverviewContext): string {
    const { format, names, overview, words } = context;
    const { delivered, filters, period } = overview;
    const chosen = DIMENSIONS.flatMap((dimension) => {
        const key = filters[dimension] ?? null;
        return key === null ? [] : [groupLabel(context, dimension, key)];
    });
    const count = words.delivered(format.number(delivered), delivered);
    return [names.of(period.id), ...chosen, count].join(' · ');
}

/** What must be said before any number. */
function notes(context: OverviewContext): Badge[] {
    const { names, overview, words } = context;
    const { choices, delivered, period, state, unmatched } = overview;
    const name = names.of(period.id);
    if (state === 'future') return [{ text: words.period.future(name), tone: 'warn' }];
    const found: Badge[] = unmatched.map((dimension) => {
        const known = choices[dimension].filter((key) => key !== '');
        const labels = known.map((key) => groupLabel(context, dimension, key));
        const value = groupLabel(context, dimension, overview.filters[dimension] ?? '');
        const named = labels.slice(0, NAMED).join(', ');
        return { text: words.unmatched(dimension, value, named, labels.length), tone: 'warn' };
    });
    if (delivered === 0) {
        const filtered = DIMENSIONS.some((dimension) => choices[dimension].length > 0);
        const text = filtered ? words.period.emptyFiltered(name) : words.period.empty(name);
        found.push({ text, tone: 'warn' });
    } else if (state === 'running' && !period.id.startsWith('last-')) {
        found.push({ text: words.period.running(name), tone: 'neutral' });
    }
    return found;
}

function method(context: OverviewContext): string[] {
    const { agreement, common, words } = context;
    const { cohort, few, interval, minutes, zone } = words.method;
    const counted = (['mql_date', 'decision_date'] as const).flatMap((by) => {
        const labels = agreement.metrics
            .filter((metric) => (metric.kind === 'decision' ? metric.cohort : 'mql_date') === by)
            .map(({ label }) => label);
        return labels.length === 0 ? [] : [cohort[by](common.list(labels))];
    });
    const named = agreement.calendars[agreement.calendar]?.zone ?? 'UTC';
    return [...counted, interval, few, minutes, zone(named.replaceAll('_', ' '))];
}
