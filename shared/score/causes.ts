import type { ScoredLine } from './dimension.ts';
import type { Seen } from './history.ts';
import type { Cause } from './types.ts';

const FEWEST = 3;
const MOST = 5;
/** Titles named with a cause. */
const ASSETS = 3;

/**
 * Why now: the rules that moved the score up most recently, by their latest evidence and then by points;
 * facts fill up when behaviour alone gives fewer than three (Q23).
 */
export function causesOf(fit: readonly ScoredLine[], engagement: readonly ScoredLine[]): Cause[] {
    const causes = [...engagement, ...fit].filter(({ points }) => points > 0).map(causeOf);
    const behaviour = causes
        .filter(({ at }) => at !== null)
        .sort((a, b) => (b.at as number) - (a.at as number) || b.points - a.points)
        .slice(0, MOST);
    const facts = causes.filter(({ at }) => at === null).sort((a, b) => b.points - a.points);
    return [...behaviour, ...facts.slice(0, Math.max(0, FEWEST - behaviour.length))];
}

function causeOf({ ruleId, label, points, evidence, seen }: ScoredLine): Cause {
    const titles = new Set<string>();
    for (let i = seen.length - 1; i >= 0 && titles.size < ASSETS; i--) {
        titles.add((seen[i] as Seen).engagement.title);
    }
    return {
        ruleId,
        label,
        points,
        at: evidence.kind === 'fact' ? null : (evidence.newest?.at ?? null),
        count: evidence.kind === 'fact' ? 0 : evidence.count,
        titles: [...titles]
    };
}
