import { DIMENSIONS, STALLS } from '../../acceptance/outcomeTypes.ts';
import type { GroupResult, InTime, Spread } from '../../acceptance/overviewTypes.ts';
import type { Cell, Figure, OverviewSection } from '../overviewTypes.ts';
import { groupLabel, minutesText } from './context.ts';
import type { OverviewContext } from './context.ts';
import { amountByMonth, rateByMonth } from './months.ts';
import { bar, cell, figure, numberColumn, row, section, table, textColumn } from './parts.ts';
import { leadCells } from './quality.ts';
import { rateFigures } from './rates.ts';

/** How fast leads came to a person, and how fast that person answered, apart (Q32, Q35, Q36, Q42). */
export function responseSection(context: OverviewContext): OverviewSection {
    const { agreement, overview, words } = context;
    const { inTime, rep, routing } = overview.response;
    const said = words.response;
    const answers = agreement.metrics.filter(({ kind }) => kind === 'response');
    return section({
        id: 'response',
        heading: said.heading,
        figures: [
            inTimeFigure(context, inTime),
            spreadFigure(context, 'rep', said.rep, rep, said.repBasis, said.nobody),
            spreadFigure(
                context,
                'routing',
                said.routing,
                routing,
                said.routingBasis,
                said.nobodyRouted
            ),
            ...rateFigures(context, 'response')
        ],
        charts: [
            amountByMonth(
                context,
                'median-months',
                words.months.median,
                words.units.minutes,
                ({ response }) => response.median,
                (minutes) => minutesText(context, minutes)
            ),
            ...answers.map(({ id, label, target }) => rateByMonth(context, id, label, target))
        ],
        tables: [windowsTable(context)]
    });
}

/** Response by source, rep and team (Q36); a campaign answers nobody. */
export function responseGroupSections(context: OverviewContext): OverviewSection[] {
    const { overview, words } = context;
    const said = words.response;
    return DIMENSIONS.filter((dimension) => dimension !== 'campaign').map((dimension) =>
        section({
            id: `response-${dimension}`,
            heading: words.byDimension[dimension],
            tables: [
                table(
                    context,
                    `response-${dimension}`,
                    words.byDimension[dimension],
                    [
                        textColumn(dimension, words.dimension[dimension]),
                        numberColumn('delivered', words.groups.delivered),
                        numberColumn('median', said.median),
                        numberColumn('p95', said.p95),
                        numberColumn('inTime', said.inTime),
                        numberColumn('stalled', words.groups.stalled)
                    ],
                    overview.groups[dimension].map((group) =>
                        row(
                            group.key,
                            [cell(groupLabel(context, dimension, group.key)), ...groupCells(group)],
                            { filters: { [dimension]: group.key } }
                        )
                    ),
                    words.groups.empty
                )
            ]
        })
    );

    function groupCells({ delivered, inTime, response, stalled }: GroupResult): Cell[] {
        const { format } = context;
        return [
            cell(format.number(delivered), { order: delivered }),
            cell(minutesText(context, response?.median ?? null), {
                order: response?.median ?? null
            }),
            cell(minutesText(context, response?.p95 ?? null), { order: response?.p95 ?? null }),
            inTimeCell(context, inTime),
            cell(format.number(stalled), { order: stalled, tone: stalled > 0 ? 'warn' : 'neutral' })
        ];
    }
}

/** Leads without a decision that nobody moves (Q43, Q52). */
export function stalledSection(context: OverviewContext): OverviewSection {
    const { format, overview, words } = context;
    const { by, count, leads } = overview.stalled;
    const said = words.stalled;
    return section({
        id: 'stalled',
        heading: said.heading,
        figures: [
            figure({
                id: 'stalled',
                label: said.count,
                value: format.number(count),
                tone: count > 0 ? 'warn' : 'good',
                basis: said.basis(format.number(overview.delivered)),
                details: STALLS.filter((stall) => by[stall] > 0).map((stall) =>
                    said.part(format.number(by[stall]), said.by[stall])
                )
            })
        ],
        tables: [
            table(
                context,
                'stalled',
                said.leads,
                [
                    textColumn('lead', said.lead),
                    textColumn('mql', words.quality.mql),
                    textColumn('source', words.dimension.source),
                    textColumn('rep', words.dimension.rep),
                    textColumn('where', said.where),
                    textColumn('since', said.since)
                ],
                leads.map((lead) =>
                    row(
                        lead.id,
                        [
                            ...leadCells(context, lead),
                            cell(lead.stalled === null ? words.dash : said.by[lead.stalled]),
                            cell(
                                lead.stalledSince === null
                                    ? words.dash
                                    : format.dateTime(lead.stalledSince),
                                { order: lead.stalledSince }
                            )
                        ],
                        { filters: {}, record: lead.id }
                    )
                ),
                count === 0 ? said.none : said.empty
            )
        ]
    });
}

function spreadFigure(
    context: OverviewContext,
    id: string,
    label: string,
    { count, median, p95 }: Spread,
    basis: (count: string, p95: string) => string,
    none: string
): Figure {
    return figure({
        id,
        label,
        value: median === null ? context.words.none : minutesText(context, median),
        basis: count === 0 ? none : basis(context.format.number(count), minutesText(context, p95))
    });
}

function inTimeFigure(context: OverviewContext, counts: InTime): Figure {
    const { format, words } = context;
    const { inTime, late, open, share } = counts;
    return figure({
        id: 'in-time',
        label: words.response.inTime,
        value: share === null ? words.none : format.percent(share),
        basis:
            share === null
                ? words.response.nobody
                : words.response.inTimeBasis(
                      format.number(inTime),
                      format.number(inTime + late),
                      format.number(open)
                  ),
        bar: bar(share)
    });
}

function inTimeCell({ format, words }: OverviewContext, { inTime, late, share }: InTime): Cell {
    if (share === null) return cell(words.dash);
    return cell(format.percent(share), {
        detail: words.response.inTimeOf(format.number(inTime), format.number(inTime + late)),
        bar: bar(share)
    });
}

function windowsTable(context: OverviewContext) {
    const { agreement, format, overview, words } = context;
    const said = words.response;
    return table(
        context,
        'windows',
        said.windows,
        [
            textColumn('window', said.window),
            numberColumn('inTime', said.inTime),
            numberColumn('late', said.late),
            numberColumn('median', said.median),
            numberColumn('p95', said.p95)
        ],
        overview.response.windows.map(({ rep, window, ...inTime }) => {
            const own = agreement.windows.filter(({ id }) => id === window);
            return row(window, [
                cell(own[0]?.label ?? window),
                inTimeCell(context, inTime),
                cell(format.number(inTime.late), { order: inTime.late }),
                cell(minutesText(context, rep.median, own), { order: rep.median }),
                cell(minutesText(context, rep.p95, own), { order: rep.p95 })
            ]);
        }),
        words.groups.empty
    );
}
