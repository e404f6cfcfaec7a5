import { FEEDBACK_KINDS } from '../../acceptance/outcomeTypes.ts';
import { lengthText } from '../duration.ts';
import type { OverviewSection } from '../overviewTypes.ts';
import { groupLabel, reasonLabel } from './context.ts';
import type { OverviewContext } from './context.ts';
import { bar, cell, figure, numberColumn, row, section, table, textColumn } from './parts.ts';
import { contradictedCell } from './reasons.ts';

/** Where the agreement said yes and reps said no: by rule, by reason, by rep. */
export function disagreementSection(context: OverviewContext): OverviewSection {
    const { format, overview, words } = context;
    const { checked, contradicted, share } = overview.disagreement;
    const said = words.disagreement;
    return section({
        id: 'disagreement',
        heading: said.heading,
        notes: checked === 0 ? [{ text: said.none, tone: 'neutral' }] : [],
        figures: [
            figure({
                id: 'contradicted',
                label: said.contradicted,
                value: share === null ? words.none : format.percent(share),
                tone: contradicted > 0 ? 'warn' : 'neutral',
                basis:
                    share === null
                        ? said.none
                        : said.contradictedBasis(
                              format.number(contradicted),
                              format.number(checked)
                          ),
                bar: bar(share)
            }),
            ...agreedFigures(context)
        ],
        tables: [rulesTable(context), reasonsTable(context), repsTable(context)]
    });
}

/** Nothing where it is known of no lead what the agreement said of it: HubSpot keeps no record of that. */
function agreedFigures({ format, overview, words }: OverviewContext) {
    const { agreed } = overview.disagreement;
    const said = words.disagreement;
    const known = agreed.yes + agreed.no;
    if (known === 0) return [];
    return [
        figure({
            id: 'agreed',
            label: said.agreed,
            value: format.percent(agreed.yes / known),
            basis: said.agreedBasis(format.number(agreed.yes), format.number(known)),
            details: [
                ...(agreed.no > 0 ? [said.notAgreed(format.number(agreed.no))] : []),
                ...(agreed.unknown > 0 ? [said.agreedUnknown(format.number(agreed.unknown))] : [])
            ],
            bar: bar(agreed.yes / known)
        })
    ];
}

function rulesTable(context: OverviewContext) {
    const { format, overview, words } = context;
    const said = words.disagreement;
    return table(
        context,
        'rules',
        said.rules,
        [
            textColumn('rule', said.rule),
            numberColumn('checked', said.denied),
            numberColumn('contradicted', said.metAnyway),
            numberColumn('share', said.share)
        ],
        overview.disagreement.rules.map(({ checked, contradicted, label }, index) =>
            row(String(index), [
                cell(label),
                cell(format.number(checked), { order: checked }),
                cell(format.number(contradicted), { order: contradicted }),
                cell(format.percent(contradicted / checked), { bar: bar(contradicted / checked) })
            ])
        ),
        said.none
    );
}

function reasonsTable(context: OverviewContext) {
    const { overview, words } = context;
    const said = words.disagreement;
    const checkedReasons = overview.reasons.filter(({ checked }) => checked > 0);
    return table(
        context,
        'disputed-reasons',
        said.reasons,
        [
            textColumn('reason', words.reasons.reason),
            numberColumn('contradicted', words.reasons.contradicted),
            numberColumn('share', said.share)
        ],
        checkedReasons.map(({ checked, code, contradicted }) =>
            row(
                code,
                [
                    cell(reasonLabel(context, code)),
                    contradictedCell(context, checked, contradicted),
                    shareCell(context, checked, contradicted)
                ],
                { filters: {}, reason: code, contradicts: true }
            )
        ),
        said.none
    );
}

function repsTable(context: OverviewContext) {
    const { format, overview, words } = context;
    const said = words.disagreement;
    const reps = overview.groups.rep
        .filter(({ checked }) => checked > 0)
        .sort((a, b) => b.contradicted - a.contradicted || b.checked - a.checked);
    return table(
        context,
        'disputed-reps',
        said.reps,
        [
            textColumn('rep', words.dimension.rep),
            numberColumn('rejected', words.reasons.rejected),
            numberColumn('contradicted', words.reasons.contradicted),
            numberColumn('share', said.share)
        ],
        reps.map(({ checked, contradicted, counts, key }) =>
            row(
                key,
                [
                    cell(groupLabel(context, 'rep', key)),
                    cell(format.number(counts.rejected), { order: counts.rejected }),
                    contradictedCell(context, checked, contradicted),
                    shareCell(context, checked, contradicted)
                ],
                { filters: { rep: key }, contradicts: true }
            )
        ),
        said.none
    );
}

function shareCell({ format }: OverviewContext, checked: number, contradicted: number) {
    const share = contradicted / checked;
    return cell(format.percent(share), { bar: bar(share) });
}

/** Marketing's side of the loop (Q56, Q100). */
export function feedbackSection(context: OverviewContext): OverviewSection {
    const { agreement, common, format, overview, words } = context;
    const { answers, due, inTime, open, rejected, share } = overview.feedback;
    const said = words.feedback;
    const kinds = FEEDBACK_KINDS.filter((kind) => answers[kind] > 0);
    return section({
        id: 'feedback',
        heading: said.heading,
        figures: [
            figure({
                id: 'feedback',
                label: said.inTime,
                value: share === null ? words.none : format.percent(share),
                basis:
                    share === null
                        ? said.none
                        : said.basis(
                              format.number(inTime),
                              format.number(due),
                              lengthText(agreement.decision.feedbackWithin, common)
                          ),
                details: open > 0 ? [said.open(format.number(open))] : [],
                bar: bar(share)
            })
        ],
        tables: [
            table(
                context,
                'feedback',
                said.answers,
                [
                    textColumn('answer', said.answer),
                    numberColumn('count', said.count),
                    numberColumn('share', said.share)
                ],
                kinds.map((kind) =>
                    row(kind, [
                        cell(said.kinds[kind]),
                        cell(format.number(answers[kind]), { order: answers[kind] }),
                        cell(format.percent(answers[kind] / rejected), {
                            bar: bar(answers[kind] / rejected)
                        })
                    ])
                ),
                said.empty
            )
        ]
    });
}
