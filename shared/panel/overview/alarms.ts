import type { AlarmResult } from '../../acceptance/overviewTypes.ts';
import type { OverviewSection, TableRow } from '../overviewTypes.ts';
import type { Tone } from '../types.ts';
import { metricOf } from './context.ts';
import type { OverviewContext } from './context.ts';
import { cell, row, section, table, textColumn } from './parts.ts';

const TONES: { readonly [state in AlarmResult['state']]: Tone } = {
    raised: 'bad',
    building: 'warn',
    quiet: 'neutral',
    too_few: 'neutral'
};

/** Each alarm, since when it stands, and who does what next (Q35, Q61–Q64). */
export function alarmsSection(context: OverviewContext): OverviewSection {
    const { overview, words } = context;
    const { alarms } = overview;
    const said = words.alarms;
    const raised = alarms.filter(({ state }) => state === 'raised').length;
    const { action, owner, since, state, what } = said.columns;
    return section({
        id: 'alarms',
        heading: said.heading,
        notes:
            alarms.length === 0
                ? []
                : [
                      raised > 0
                          ? { text: said.raised(raised), tone: 'bad' }
                          : {
                                text: alarms.every((one) => one.state === 'too_few')
                                    ? said.tooFew
                                    : said.noneRaised,
                                tone: 'neutral'
                            }
                  ],
        tables: [
            table(
                context,
                'alarms',
                said.heading,
                [
                    textColumn('what', what),
                    textColumn('state', state),
                    textColumn('since', since),
                    textColumn('action', action),
                    textColumn('owner', owner)
                ],
                alarms.map((alarm, index) => alarmRow(context, alarm, String(index))),
                said.none
            )
        ]
    });
}

function alarmRow(context: OverviewContext, alarm: AlarmResult, id: string): TableRow {
    const { format, words } = context;
    const { action, above, below, metric, months, owner, rate, state } = alarm;
    const said = words.alarms;
    const label = metricOf(context, metric)?.label ?? metric;
    const bound =
        below === null
            ? said.above(label, format.percent(above ?? 0))
            : said.below(label, format.percent(below));
    const now = rate === null || state === 'too_few' ? null : format.percent(rate);
    return row(id, [
        cell(said.forMonths(bound, months), {
            detail: now === null ? null : months === 1 ? said.at(now) : said.lastMonth(now)
        }),
        cell(said.state[state], { tone: TONES[state] }),
        cell(sinceText(context, alarm)),
        cell(action),
        cell(owner)
    ]);
}

function sinceText(
    { names, words }: OverviewContext,
    { months, since, standing, state }: AlarmResult
): string {
    if (state === 'building') return words.alarms.building(standing, months);
    if (state !== 'raised') return words.dash;
    return since === null
        ? words.alarms.thisPeriod
        : words.alarms.since(names.month(since), standing);
}
