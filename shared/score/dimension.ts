import type { Agreement, Duration, ScoreDimension, ScoreRule } from '../agreement/types.ts';
import type { Instant } from '../lead.ts';
import { evaluateCriterion, leavesOf } from './criterion.ts';
import type { Seen } from './history.ts';
import { startOf } from './lookback.ts';
import { evaluateSignal } from './signals.ts';
import type { SignalContext } from './signals.ts';
import type { Dimension, ScoreLine } from './types.ts';

/** A line with all that counted for it, oldest first; nothing for a fact. */
export interface ScoredLine extends ScoreLine {
    readonly seen: readonly Seen[];
}

/** Evaluates each rule of a dimension, in the agreement's order (Q07, Q09). */
export function scoreLines(dimension: ScoreDimension, context: SignalContext): ScoredLine[] {
    return dimension.rules.map((rule) => scoreLine(rule, dimension.halfLife, context));
}

/**
 * Adds up lines. The sum is held between 0 and `max`, and the difference is named, so that
 * `points = sum - capped` always; `capped` is negative when negative rules went below 0.
 */
export function sumLines(
    lines: readonly ScoreLine[],
    max: number
): Pick<Dimension, 'points' | 'capped'> {
    const sum = lines.reduce((total, { points }) => total + points, 0);
    const points = Math.min(max, Math.max(0, sum));
    return { points, capped: sum - points };
}

function scoreLine(rule: ScoreRule, halfLife: Duration | null, context: SignalContext): ScoredLine {
    const { id: ruleId, label, points: full } = rule;
    if ('fact' in rule.when) {
        const result = evaluateCriterion(rule.when.fact, context.lead.facts);
        const { state } = result;
        const decisive = leavesOf(result).find((leaf) => leaf.state === state);
        return {
            ruleId,
            label,
            full,
            points: state === 'met' ? Math.round(full) : 0,
            state,
            decay: 1,
            evidence: {
                kind: 'fact',
                field: decisive?.field ?? null,
                value: decisive?.value ?? null
            },
            seen: []
        };
    }
    const { state, count, atLeast, within, newest, seen } = evaluateSignal(
        context,
        rule.when.signal
    );
    const decay =
        state === 'met' && newest
            ? decayAt(newest.at, halfLife, context.now, context.agreement)
            : 1;
    return {
        ruleId,
        label,
        full,
        // `+ 0` keeps -0 out of the data.
        points: state === 'met' ? Math.round(full * decay) + 0 : 0,
        state,
        decay,
        evidence: { kind: 'engagements', count, atLeast, within, newest },
        seen
    };
}

/** Points halve with each half-life since the latest evidence. */
function decayAt(
    newest: Instant,
    halfLife: Duration | null,
    now: Instant,
    agreement: Agreement
): number {
    return halfLife === null
        ? 1
        : 0.5 ** ((now - newest) / (now - startOf(halfLife, now, agreement)));
}
