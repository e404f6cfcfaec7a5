import type { Agreement } from '../agreement/types.ts';
import { sumLines } from './dimension.ts';
import type { ScoredLine } from './dimension.ts';
import type { Drop, State } from './types.ts';

function totalOf(
    fit: readonly ScoredLine[],
    engagement: readonly ScoredLine[],
    { score }: Agreement
): number {
    return sumLines(fit, score.fit.max).points + sumLines(engagement, score.engagement.max).points;
}

/**
 * Whether the total reaches the threshold (Q06, Q08). Below it, the answer is unknown when the rules that cannot
 * be judged could lift it; they never lower it.
 */
export function crossingState(
    fit: readonly ScoredLine[],
    engagement: readonly ScoredLine[],
    agreement: Agreement
): State {
    if (totalOf(fit, engagement, agreement) >= agreement.score.threshold) return 'met';
    const best = (line: ScoredLine): ScoredLine =>
        line.state === 'unknown' ? { ...line, points: Math.max(0, Math.round(line.full)) } : line;
    const highest = totalOf(fit.map(best), engagement.map(best), agreement);
    return highest >= agreement.score.threshold ? 'unknown' : 'not_met';
}

/** The single rules that the crossing hangs on, with the caps applied anew. */
export function dropsOf(
    fit: readonly ScoredLine[],
    engagement: readonly ScoredLine[],
    agreement: Agreement
): Drop[] {
    const { threshold } = agreement.score;
    if (totalOf(fit, engagement, agreement) < threshold) return [];
    return [...fit, ...engagement]
        .filter(({ points }) => points > 0)
        .map((line) => {
            const others = (lines: readonly ScoredLine[]): ScoredLine[] =>
                lines.filter((other) => other !== line);
            const totalWithout = totalOf(others(fit), others(engagement), agreement);
            return { ruleId: line.ruleId, label: line.label, totalWithout };
        })
        .filter(({ totalWithout }) => totalWithout < threshold)
        .sort((a, b) => a.totalWithout - b.totalWithout);
}
