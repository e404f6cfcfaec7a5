import type { Dimension } from '../../acceptance/outcomeTypes.ts';
import type { GroupResult } from '../../acceptance/overviewTypes.ts';
import type { Chart, OverviewSection, TableRow } from '../overviewTypes.ts';
import { groupLabel } from './context.ts';
import type { OverviewContext } from './context.ts';
import { cell, chart, numberColumn, row, section, table, textColumn } from './parts.ts';
import { rateCell, ratePoint, targetLine } from './rates.ts';

/** More bars than these are read in the table. */
const BARS = 10;

/** Sources, campaigns, reps or teams beside each other (Q80, Q86). */
export function groupSection(context: OverviewContext, dimension: Dimension): OverviewSection {
    const { agreement, overview, words } = context;
    const groups = overview.groups[dimension];
    const metrics = agreement.metrics.filter(({ kind }) => kind === 'decision');
    return section({
        id: dimension,
        heading: words.byDimension[dimension],
        charts: acceptanceChart(context, dimension, groups),
        tables: [
            table(
                context,
                dimension,
                words.byDimension[dimension],
                [
                    textColumn(dimension, words.dimension[dimension]),
                    numberColumn('delivered', words.groups.delivered),
                    ...metrics.map(({ id, label }) => numberColumn(id, label)),
                    numberColumn('undecided', words.groups.undecided),
                    numberColumn('stalled', words.groups.stalled)
                ],
                groups.map((group) => groupRow(context, dimension, group)),
                words.groups.empty
            )
        ]
    });

    function groupRow(
        { format }: OverviewContext,
        by: Dimension,
        { counts, delivered, key, metrics: rates, stalled }: GroupResult
    ): TableRow {
        const rate = (id: string) => rates.find(({ metric }) => metric === id);
        return row(
            key,
            [
                cell(groupLabel(context, by, key)),
                cell(format.number(delivered), { order: delivered }),
                ...metrics.map(({ id }) => rateCell(context, rate(id))),
                cell(format.number(counts.undecided), { order: counts.undecided }),
                cell(format.number(stalled), {
                    order: stalled,
                    tone: stalled > 0 ? 'warn' : 'neutral'
                })
            ],
            { filters: { [by]: key } }
        );
    }
}

function acceptanceChart(
    context: OverviewContext,
    dimension: Dimension,
    groups: readonly GroupResult[]
): Chart[] {
    const { main, words } = context;
    if (main === null) return [];
    const { id, label, target } = main;
    return [
        chart(context, {
            id: `${dimension}-${id}`,
            heading: words.groups.chart(label, words.byDimension[dimension]),
            kind: 'bars',
            target: targetLine(context, target),
            points: groups.slice(0, BARS).map(({ key, metrics }) =>
                ratePoint(
                    context,
                    key,
                    groupLabel(context, dimension, key),
                    metrics.find(({ metric }) => metric === id)
                )
            )
        })
    ];
}
