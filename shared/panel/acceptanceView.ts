import { acceptance, acceptanceMetric, acceptanceSince } from '../acceptance/acceptance.ts';
import type { DecisionState } from '../decision/types.ts';
import type { Context } from './context.ts';
import { decisionBadge } from './decisionView.ts';
import type { AcceptancePanel } from './types.ts';

/** The record's own state, and how the leads of its source fare (Q60–Q63). */
export function acceptancePanel(context: Context, state: DecisionState): AcceptancePanel {
    const { agreement, format, lead, viewer, words } = context;
    const own = decisionBadge(context, state.current);
    const source = sourceLabel(context);
    const result = lead.sourceCounts === null ? null : acceptance(lead.sourceCounts, agreement);
    if (result === null || source === null) {
        return {
            own,
            source: source === null ? { text: words.acceptance.noSource, tone: 'neutral' } : null,
            basis: null,
            alarm: null,
            rate: null,
            numerator: 0,
            denominator: 0
        };
    }
    const { alarm, denominator, enough, high, low, numerator, rate, undecided } = result;
    const metric = acceptanceMetric(agreement);
    const from = acceptanceSince(agreement, viewer.now);
    const counted = words.acceptance.counted(
        metric?.denominator ?? 'decided',
        metric?.cohort ?? 'mql_date',
        from === null ? '' : format.day(from)
    );
    const leftOut =
        undecided > 0 && metric?.denominator !== 'delivered'
            ? words.acceptance.undecided(undecided)
            : null;
    const basis =
        rate === null || low === null || high === null
            ? words.acceptance.none(counted)
            : enough
              ? words.acceptance.basis(
                    numerator,
                    denominator,
                    counted,
                    format.percent(low),
                    format.percent(high)
                )
              : words.acceptance.basisFew(
                    numerator,
                    denominator,
                    counted,
                    metric?.smallestSample ?? 0
                );
    return {
        own,
        source:
            rate !== null && enough
                ? {
                      text: words.acceptance.source(source, format.percent(rate)),
                      tone: alarm !== null ? 'bad' : result.metTarget === false ? 'warn' : 'good'
                  }
                : { text: words.acceptance.tooFew(source), tone: 'neutral' },
        basis: [basis, leftOut].filter((text) => text !== null).join('; '),
        alarm: alarm === null ? null : words.acceptance.alarm(alarm.action, alarm.owner),
        rate,
        numerator,
        denominator
    };
}

function sourceLabel({ agreement, lead }: Context): string | null {
    if (lead.source === null) return null;
    return agreement.sources.find(({ id }) => id === lead.source)?.label ?? lead.source;
}
