import { DIMENSIONS } from '../../acceptance/outcomeTypes.ts';
import type { Filters, Period } from '../../acceptance/outcomeTypes.ts';
import { overview } from '../../acceptance/overview.ts';
import { parsePeriod } from '../../acceptance/period.ts';
import { isWithin, tallyOfSnapshot } from '../../acceptance/snapshot.ts';
import type { SnapshotGroup, SnapshotHead } from '../../acceptance/snapshotTypes.ts';
import type { Agreement } from '../../agreement/types.ts';
import type { Instant } from '../../lead.ts';
import { formatFor } from '../format.ts';
import type { OverviewPanel, OverviewSection } from '../overviewTypes.ts';
import type { Badge, Viewer } from '../types.ts';
import { snapshotEn as words } from '../words/snapshotEn.ts';
import { overviewPanel } from './overviewPanel.ts';

/** A nightly count is no older than a day and what the night takes. */
const STALE_AFTER = 36 * 3_600_000;

/** Leads counted beforehand, as an overview finds them. */
export interface Snapshot {
    readonly head: SnapshotHead & { readonly ends: readonly Instant[] };
    readonly groups: readonly SnapshotGroup[];
}

/**
 * The overview of leads that were counted beforehand. What such a count cannot tell is not offered: periods
 * that its stretches part, and campaigns as a filter.
 *
 * @returns null: there is no whole count of the period
 */
export function snapshotPanel(
    { head, groups }: Snapshot,
    period: Period,
    filters: Filters,
    agreement: Agreement,
    viewer: Viewer
): OverviewPanel | null {
    const isCounted = (one: Period): boolean => isWithin(one, head.since, head.ends);
    if (!isCounted(period)) return null;
    const tally = tallyOfSnapshot(groups, agreement, period, filters);
    const panel = overviewPanel(overview(tally, agreement, head.asOf), agreement, viewer);
    const isFiltered = DIMENSIONS.some((dimension) => (filters[dimension] ?? null) !== null);
    const isOption = (value: string): boolean => {
        const parsed = parsePeriod(value, agreement, head.asOf).period;
        return parsed !== null && isCounted(parsed);
    };
    return {
        ...panel,
        notes: [...headNotes(head, agreement, viewer), ...panel.notes],
        filters: panel.filters
            .filter(({ id }) => id !== 'campaign')
            .map((choice) =>
                choice.id === 'period'
                    ? { ...choice, options: choice.options.filter(({ value }) => isOption(value)) }
                    : choice
            ),
        pages: panel.pages.map((page) => ({
            ...page,
            sections: page.sections.map((section) =>
                section.id === 'campaign' && isFiltered ? withoutCampaigns(section) : section
            )
        }))
    };
}

/** What must be said of a count, whatever it holds. */
export function headNotes(head: SnapshotHead, agreement: Agreement, viewer: Viewer): Badge[] {
    const notes: Badge[] = [];
    if (viewer.now - head.asOf > STALE_AFTER) {
        const at = formatFor(viewer).dateTime(head.asOf);
        notes.push({ text: words.stale(at), tone: 'warn' });
    }
    if (head.agreement !== agreement.hash) {
        notes.push({ text: words.otherAgreement, tone: 'warn' });
    }
    return notes;
}

function withoutCampaigns(section: OverviewSection): OverviewSection {
    return {
        ...section,
        notes: [{ text: words.noCampaigns, tone: 'neutral' }],
        figures: [],
        charts: [],
        tables: []
    };
}
