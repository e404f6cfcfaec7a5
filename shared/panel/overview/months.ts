import type { MonthResult } from '../../acceptance/overviewTypes.ts';
import type { Chart, OverviewSection } from '../overviewTypes.ts';
import type { OverviewContext } from './context.ts';
import { cell, chart, numberColumn, point, row, section, table, textColumn } from './parts.ts';
import { rateCell, ratePoint, targetLine } from './rates.ts';

/** Volume and rates month by month (Q62, Q67, Q84). */
export function monthsSection(context: OverviewContext): OverviewSection {
    const { agreement, format, main, overview, words } = context;
    const { months } = overview;
    const decisions = agreement.metrics.filter(({ kind }) => kind === 'decision');
    const whole = months.filter((month) => month.whole);
    const mean = whole.reduce((sum, { delivered }) => sum + delivered, 0) / whole.length;
    return section({
        id: 'months',
        heading: words.months.heading,
        notes:
            whole.length === 0
                ? []
                : [
                      {
                          text: words.months.mean(format.number(Math.round(mean))),
                          tone: 'neutral'
                      }
                  ],
        charts: [
            ...(main === null ? [] : [rateByMonth(context, main.id, main.label, main.target)]),
            volumeByMonth(context)
        ],
        tables: [
            table(
                context,
                'months',
                words.months.heading,
                [
                    textColumn('month', words.months.month),
                    numberColumn('delivered', words.groups.delivered),
                    ...decisions.map(({ id, label }) => numberColumn(id, label))
                ],
                months.map((month) =>
                    row(month.id, [
                        monthCell(context, month),
                        cell(format.number(month.delivered), { order: month.delivered }),
                        ...decisions.map(({ id }) =>
                            rateCell(
                                context,
                                month.metrics.find(({ metric }) => metric === id)
                            )
                        )
                    ])
                ),
                words.groups.empty
            )
        ]
    });
}

/** A month's name; one that is not over says so. */
export function monthCell({ names, words }: OverviewContext, { from, id, whole }: MonthResult) {
    return cell(names.month(id), { order: from, detail: whole ? null : words.months.running });
}

/** One metric over the months. */
export function rateByMonth(
    context: OverviewContext,
    id: string,
    label: string,
    target: number | null
): Chart {
    const { names, overview, words } = context;
    return chart(context, {
        id: `${id}-months`,
        heading: words.months.rate(label),
        kind: 'months',
        target: targetLine(context, target),
        points: overview.months.map((month) =>
            ratePoint(
                context,
                month.id,
                names.short(month.id),
                month.metrics.find(({ metric }) => metric === id)
            )
        )
    });
}

/** Amounts over the months, as high as the largest is. */
export function amountByMonth(
    context: OverviewContext,
    id: string,
    heading: string,
    unit: string,
    amount: (month: MonthResult) => number | null,
    text: (amount: number | null) => string
): Chart {
    const { names, overview } = context;
    const largest = Math.max(0, ...overview.months.map((month) => amount(month) ?? 0));
    return chart(context, {
        id,
        heading,
        kind: 'months',
        unit,
        points: overview.months.map((month) => {
            const value = amount(month);
            return point({
                id: month.id,
                label: names.short(month.id),
                text: text(value),
                value: value === null ? null : largest === 0 ? 0 : value / largest,
                amount: value
            });
        })
    });
}

function volumeByMonth(context: OverviewContext): Chart {
    const { format, words } = context;
    return amountByMonth(
        context,
        'volume-months',
        words.months.volume,
        words.units.leads,
        ({ delivered }) => delivered,
        (count) => format.number(count ?? 0)
    );
}
