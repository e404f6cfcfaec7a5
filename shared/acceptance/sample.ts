/** A few leads out of many, the same whatever the order they come in, so that tallies merge. */
import type { LeadOutcome } from './outcomeTypes.ts';
import type { ListedLead } from './overviewTypes.ts';

/** How many MQLs are audited a month (Q70). */
export const SAMPLE_SIZE = 20;
/** How many stalled leads are listed. */
export const STALLED_SIZE = 50;

/** A lead in a list of those with the lowest rank. */
export interface Ranked extends ListedLead {
    readonly rank: number;
}

/** Where a lead stands in the audit's draw of a period: as good as random, and always the same. */
export function auditRank(periodId: string, id: string): number {
    let hash = 0x811c9dc5;
    const text = `${periodId}/${id}`;
    for (let i = 0; i < text.length; i++) {
        hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    }
    // FNV alone leaves neighbours close together: mix the bits (murmur3's finalizer).
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return (hash ^ (hash >>> 16)) >>> 0;
}

/** Adds a lead to the `size` of lowest rank, which are kept in order. */
export function keepLowest(
    kept: Ranked[],
    size: number,
    rank: number,
    outcome: LeadOutcome & { readonly id: string }
): void {
    const last = kept[kept.length - 1];
    if (kept.length === size && last !== undefined && rank > last.rank) return;
    const { id, mqlAt, source, rep, stalled, stalledSince } = outcome;
    kept.push({ rank, id, mqlAt, source, rep, stalled, stalledSince });
    kept.sort(byRank);
    if (kept.length > size) kept.length = size;
}

/** The lowest of both. */
export function mergeLowest(a: readonly Ranked[], b: readonly Ranked[], size: number): Ranked[] {
    return [...a, ...b].sort(byRank).slice(0, size);
}

/** Ids decide where ranks are the same, and dates where a lead stands twice. */
function byRank(a: Ranked, b: Ranked): number {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.id !== b.id) return a.id < b.id ? -1 : 1;
    return a.mqlAt - b.mqlAt;
}
