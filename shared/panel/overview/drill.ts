import { passes } from '../../acceptance/filters.ts';
import type { LeadOutcome } from '../../acceptance/outcomeTypes.ts';
import type { AcceptanceOverview } from '../../acceptance/overviewTypes.ts';
import type { Agreement } from '../../agreement/types.ts';
import { DIMENSIONS } from '../../acceptance/outcomeTypes.ts';
import type { Drill, OverviewSection, TableRow } from '../overviewTypes.ts';
import type { Viewer } from '../types.ts';
import { groupLabel, overviewContext, reasonLabel } from './context.ts';
import type { OverviewContext } from './context.ts';
import { cell, row, section, table, textColumn } from './parts.ts';

/** How many leads are listed; whoever wants more filters. */
const LISTED = 100;

/** A lead, by what a person would call it. */
export interface NamedOutcome {
    readonly outcome: LeadOutcome;
    /** Null: only its id is known. */
    readonly name: string | null;
}

/**
 * The leads behind a row of an overview, the newest first, for a CRM that has them at hand: those of the
 * period and its filters; with a reason or a contradiction, those that were turned away so.
 */
export function drillSection(
    leads: readonly NamedOutcome[],
    drill: Drill,
    overview: AcceptanceOverview,
    agreement: Agreement,
    viewer: Viewer
): OverviewSection {
    const context = overviewContext(overview, agreement, viewer);
    const { format, words } = context;
    const found = leads
        .filter(({ outcome }) => isBehind(outcome, drill, overview))
        .sort((a, b) => b.outcome.mqlAt - a.outcome.mqlAt);
    const said = words.drill;
    const heading = headingOf(context, drill);
    const count = said.count(format.number(found.length), found.length);
    return section({
        id: 'drill',
        heading,
        notes: [
            {
                text: found.length > LISTED ? said.newest(count, format.number(LISTED)) : count,
                tone: 'neutral'
            }
        ],
        tables: [
            {
                ...table(
                    context,
                    'drill',
                    heading,
                    [
                        textColumn('lead', words.stalled.lead),
                        textColumn('mql', words.quality.mql),
                        textColumn('decision', said.decision),
                        textColumn('reason', words.reasons.reason),
                        textColumn('rep', words.dimension.rep)
                    ],
                    found.slice(0, LISTED).map((lead) => leadRow(context, lead)),
                    words.groups.empty
                ),
                shown: LISTED,
                more: null
            }
        ]
    });
}

function isBehind(
    outcome: LeadOutcome,
    { contradicts, filters, reason, record }: Drill,
    { cohort, filters: chosen, period }: AcceptanceOverview
): boolean {
    if (record !== undefined) return outcome.id === record;
    if (!passes(outcome, chosen) || !passes(outcome, filters)) return false;
    const isJudged = reason !== undefined || contradicts !== undefined;
    const at = isJudged && cohort === 'decision_date' ? outcome.decidedAt : outcome.mqlAt;
    if (at === null || at < period.from || at >= period.to) return false;
    if (!isJudged) return true;
    const isTurnedAway = outcome.kind === 'rejected' || outcome.kind === 'recycled';
    return (
        isTurnedAway &&
        (reason === undefined || (outcome.reason ?? '') === reason) &&
        (contradicts === undefined || outcome.contradicts === contradicts)
    );
}

/** "Paid social · Wrong company size (Not our customer) · Reasons against the record". */
function headingOf(context: OverviewContext, { contradicts, filters, reason }: Drill): string {
    const { words } = context;
    const parts = [
        ...DIMENSIONS.flatMap((dimension) => {
            const key = filters[dimension];
            return key === undefined ? [] : [groupLabel(context, dimension, key)];
        }),
        ...(reason === undefined ? [] : [reasonLabel(context, reason)]),
        ...(contradicts === true ? [words.disagreement.contradicted] : [])
    ];
    return parts.length === 0 ? words.drill.all : parts.join(' · ');
}

function leadRow(context: OverviewContext, { name, outcome }: NamedOutcome): TableRow {
    const { agreement, format, words } = context;
    const { id, kind, mqlAt, reason, rep } = outcome;
    return row(
        id ?? String(mqlAt),
        [
            cell(name ?? id ?? words.dash),
            cell(format.date(mqlAt), { order: mqlAt }),
            cell(kind === null ? words.groups.undecided : agreement.decision.labels[kind].label),
            cell(reason === null ? words.dash : reasonLabel(context, reason)),
            cell(groupLabel(context, 'rep', rep ?? ''))
        ],
        id === null ? null : { filters: {}, record: id }
    );
}
