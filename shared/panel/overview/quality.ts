import type { ListedLead } from '../../acceptance/overviewTypes.ts';
import type { Cell, OverviewSection } from '../overviewTypes.ts';
import { groupLabel } from './context.ts';
import type { OverviewContext } from './context.ts';
import { bar, cell, figure, row, section, table, textColumn } from './parts.ts';

/** Completeness (Q11, Q69), and the leads to audit (Q70). */
export function qualitySection(context: OverviewContext): OverviewSection {
    const { format, overview, words } = context;
    const { complete, incomplete, sample, share } = overview.quality;
    const said = words.quality;
    return section({
        id: 'quality',
        heading: said.heading,
        figures: [
            figure({
                id: 'complete',
                label: said.complete,
                value: share === null ? words.none : format.percent(share),
                basis:
                    share === null
                        ? said.none
                        : said.basis(format.number(complete), format.number(complete + incomplete)),
                bar: bar(share)
            })
        ],
        tables: [
            table(
                context,
                'sample',
                said.sample,
                [
                    textColumn('lead', words.stalled.lead),
                    textColumn('mql', said.mql),
                    textColumn('source', words.dimension.source),
                    textColumn('rep', words.dimension.rep)
                ],
                sample.map((lead) =>
                    row(lead.id, leadCells(context, lead), { filters: {}, record: lead.id })
                ),
                said.empty
            )
        ]
    });
}

/** Which lead, since when, where from, and with whom. */
export function leadCells(context: OverviewContext, lead: ListedLead): Cell[] {
    const { format } = context;
    return [
        cell(lead.id),
        cell(format.date(lead.mqlAt), { order: lead.mqlAt }),
        cell(groupLabel(context, 'source', lead.source ?? '')),
        cell(groupLabel(context, 'rep', lead.rep ?? ''))
    ];
}
