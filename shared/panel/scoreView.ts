import type { Cause, CriterionResult, Dimension, Score, ScoreLine, State } from '../score/types.ts';
import type { Context } from './context.ts';
import { lengthText } from './duration.ts';
import { factLabel, factText } from './factText.ts';
import { agoAside, line, listing } from './line.ts';
import type { Line, Listing, ScorePanel, ScorePart, Tone } from './types.ts';

/** How many changes of the CRM's own score are shown. */
const MOST_CHANGES = 3;

const TONES: { readonly [state in State]: Tone } = {
    met: 'good',
    not_met: 'neutral',
    unknown: 'warn'
};

/** Why now (Q23): what moved the score most recently, in words. */
export function whyNow(context: Context, score: Score): Listing<Line> {
    const { words } = context;
    const items = score.causes.map((cause) => causeLine(context, cause));
    return listing(context, words.whyNow.heading, words.whyNow.empty, items, items.length);
}

function causeLine(context: Context, { ruleId, label, points, at, count, titles }: Cause): Line {
    const { words } = context;
    return line({
        id: ruleId,
        text: label,
        detail: titles.length > 0 ? words.whyNow.what(titles, count) : words.whyNow.fit,
        ...(at === null ? {} : agoAside(at, context)),
        badge: { text: words.whyNow.points(points), tone: points > 0 ? 'good' : 'bad' }
    });
}

/** The score with every rule's points and evidence (Q07, Q23). */
export function scorePanel(context: Context, score: Score): ScorePanel {
    const { agreement, format, lead, viewer, words } = context;
    const { signals } = score;
    const reached = score.total >= score.threshold;
    const drop = score.drops[0];
    return {
        heading: words.score.heading,
        total: score.total,
        threshold: score.threshold,
        summary: {
            text: words.score.summary(format.number(score.total), format.number(score.threshold)),
            tone: reached ? 'good' : 'warn'
        },
        parts: [
            part(context, words.score.fit, score.fit),
            part(context, words.score.engagement, score.engagement)
        ],
        signalsHeading:
            signals === null
                ? null
                : words.score.signals(
                      signals.met,
                      signals.results.length,
                      signals.needed,
                      lengthText(signals.within, words)
                  ),
        signals: (signals?.results ?? []).map(
            ({ signal, label, state, count, atLeast, newest }, index) =>
                line({
                    id: `${signal}-${index}`,
                    text: label,
                    detail:
                        state === 'unknown'
                            ? words.score.factUnknown
                            : words.score.count(count, atLeast),
                    ...(newest === null ? {} : agoAside(newest.at, context)),
                    badge: { text: words.score.state[state], tone: TONES[state] },
                    tone: TONES[state]
                })
        ),
        counterfactual:
            drop === undefined
                ? null
                : words.score.counterfactual(drop.label, drop.totalWithout, score.threshold),
        beside: besideText(),
        besideChanges: lead.otherScoreChanges
            .filter(({ at }) => at <= viewer.now)
            .slice(-MOST_CHANGES)
            .reverse()
            .map(({ at, from, to, causes }) =>
                line({
                    id: String(at),
                    text: words.score.besideChange(
                        from === null ? null : format.number(from),
                        format.number(to)
                    ),
                    detail: causes.join(' · ') || null,
                    ...agoAside(at, context)
                })
            )
    };

    function besideText(): string | null {
        const { otherScore } = lead;
        if (otherScore === null || otherScore === score.total) return null;
        const difference = Math.abs(otherScore - score.total);
        return words.score.beside(
            format.number(otherScore),
            format.number(difference),
            otherScore > score.total
        );
    }

    function part(own: Context, label: string, dimension: Dimension): ScorePart {
        return {
            label,
            points: dimension.points,
            max: dimension.max,
            lines: [
                ...dimension.lines.map((scored) => scoreLine(own, scored)),
                ...capLine(own, dimension)
            ]
        };
    }

    function scoreLine(own: Context, scored: ScoreLine): Line {
        const { evidence, full, label, points, ruleId, state } = scored;
        const found =
            evidence.kind === 'fact'
                ? evidence.field === null
                    ? null
                    : `${factLabel(evidence.field, agreement, words)}: ${factText(evidence.value, own) ?? words.score.factUnknown}`
                : state === 'unknown'
                  ? words.score.factUnknown
                  : words.score.count(evidence.count, evidence.atLeast);
        const faded = state === 'met' && points !== full ? words.score.decayed(full) : null;
        const newest = evidence.kind === 'engagements' ? evidence.newest : null;
        const seen = newest === null ? null : `${newest.title}, ${format.ago(newest.at)}`;
        return line({
            id: ruleId,
            text: label,
            detail: [found, seen, faded].filter((text) => text !== null).join(' · ') || null,
            aside: words.whyNow.points(points),
            asideTitle: newest === null ? null : format.full(newest.at),
            badge: { text: words.score.state[state], tone: TONES[state] },
            tone: TONES[state]
        });
    }
}

/** Makes the lines add up to the part's points. */
function capLine({ words }: Context, { capped, max }: Dimension): Line[] {
    if (capped === 0) return [];
    const over = capped > 0;
    return [
        line({
            id: 'cap',
            text: over ? words.score.capped(max) : words.score.floor,
            detail: over ? words.score.cappedDetail : null,
            aside: words.whyNow.points(-capped)
        })
    ];
}

/** The ICP, line by line: met, not met or unknown, and the value seen (Q01–Q04). */
export function icpListing(context: Context, score: Score): Listing<Line> {
    const { words } = context;
    const items = score.icp.results.map((result, index) => icpLine(context, result, String(index)));
    return listing(context, words.icp.heading, words.icp.empty, items, items.length);
}

function icpLine(context: Context, result: CriterionResult, id: string): Line {
    const { agreement, words } = context;
    const { children, field, label, state, value } = result;
    const seen =
        field === null
            ? words.list(
                  children.map(
                      ({ label: part, state: met }) =>
                          `${part} (${words.score.state[met].toLowerCase()})`
                  )
              )
            : `${factLabel(field, agreement, words)}: ${factText(value, context) ?? words.icp.unknown}`;
    const tone = state === 'not_met' ? 'bad' : TONES[state];
    return line({
        id,
        text: label,
        detail: seen,
        badge: { text: words.score.state[state], tone },
        tone
    });
}
