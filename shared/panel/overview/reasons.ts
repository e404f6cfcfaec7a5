import type { ReasonResult } from '../../acceptance/overviewTypes.ts';
import type { Cell, OverviewSection, TableRow } from '../overviewTypes.ts';
import { reasonLabel } from './context.ts';
import type { OverviewContext } from './context.ts';
import { bar, cell, chart, numberColumn, point, row, section, table, textColumn } from './parts.ts';

/** Reasons ranked, with their share and trend (Q55, Q80, Q83). */
export function reasonsSection(context: OverviewContext): OverviewSection {
    const { format, overview, words } = context;
    const { counts, reasons } = overview;
    const said = words.reasons;
    const turnedAway = counts.rejected + counts.recycled;
    return section({
        id: 'reasons',
        heading: said.heading,
        notes: [
            turnedAway === 0
                ? { text: said.empty, tone: 'neutral' }
                : {
                      text: said.note(
                          format.number(turnedAway),
                          format.number(counts.rejected),
                          format.number(counts.recycled)
                      ),
                      tone: 'neutral'
                  }
        ],
        charts: [
            chart(context, {
                id: 'reasons',
                heading: said.heading,
                kind: 'bars',
                empty: turnedAway === 0 ? said.empty : null,
                points: reasons.map((reason) =>
                    point({
                        id: reason.code,
                        label: reasonLabel(context, reason.code),
                        value: reason.share,
                        text: format.percent(reason.share),
                        basis: said.basis(
                            format.number(reason.rejected + reason.recycled),
                            format.number(turnedAway)
                        )
                    })
                )
            })
        ],
        tables: [
            table(
                context,
                'reasons',
                said.heading,
                [
                    textColumn('reason', said.reason),
                    numberColumn('share', said.share),
                    numberColumn('trend', said.trend),
                    numberColumn('rejected', said.rejected),
                    numberColumn('recycled', said.recycled),
                    numberColumn('contradicted', said.contradicted)
                ],
                reasons.map((reason) => reasonRow(context, reason)),
                said.empty
            )
        ]
    });
}

/** How often each reason was given, month by month. */
export function reasonMonthsSection(context: OverviewContext): OverviewSection {
    const { format, names, overview, words } = context;
    const said = words.reasons;
    return section({
        id: 'reason-months',
        heading: said.byMonth,
        tables: [
            table(
                context,
                'reason-months',
                said.byMonth,
                [
                    textColumn('reason', said.reason),
                    ...overview.months.map(({ id }) => numberColumn(id, names.short(id)))
                ],
                overview.reasons.map(({ code, months }) =>
                    row(
                        code,
                        [
                            cell(reasonLabel(context, code)),
                            ...months.map((count, i) => monthCell(context, count, i))
                        ],
                        { filters: {}, reason: code }
                    )
                ),
                said.empty
            )
        ]
    });

    function monthCell(_: OverviewContext, count: number, index: number): Cell {
        const of = overview.months[index]?.turnedAway ?? 0;
        return cell(format.number(count), { order: count, bar: of === 0 ? null : bar(count / of) });
    }
}

function reasonRow(context: OverviewContext, reason: ReasonResult): TableRow {
    const { format } = context;
    const { checked, code, contradicted, recycled, rejected, share } = reason;
    return row(
        code,
        [
            cell(reasonLabel(context, code)),
            cell(format.percent(share), { bar: bar(share) }),
            trendCell(context, reason),
            cell(format.number(rejected), { order: rejected }),
            cell(format.number(recycled), { order: recycled }),
            contradictedCell(context, checked, contradicted)
        ],
        { filters: {}, reason: code }
    );
}

/** How many of the checked the record denies; a dash where it could say nothing. */
export function contradictedCell(
    { format, words }: OverviewContext,
    checked: number,
    contradicted: number
): Cell {
    if (checked === 0) return cell(words.dash);
    const [count, of] = [format.number(contradicted), format.number(checked)];
    return cell(words.reasons.contradictedOf(count, of), {
        order: contradicted,
        detail: words.reasons.contradictedDetail,
        tone: contradicted > 0 ? 'warn' : 'neutral'
    });
}

function trendCell({ before, format, words }: OverviewContext, reason: ReasonResult): Cell {
    const { share, shareBefore } = reason;
    if (shareBefore === null) return cell(words.dash);
    if (reason.before === 0) return cell(words.reasons.fresh(before), { order: share });
    const change = share - shareBefore;
    const size = format.number(Math.round(Math.abs(change) * 100));
    return cell(words.reasons.trendText(change, size), {
        order: change,
        detail: words.reasons.trendDetail(format.percent(shareBefore), before)
    });
}
