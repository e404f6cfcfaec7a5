/** How the leads of the person's source fared -> counts by decision (Q60-Q63). */
import { DECISION_KINDS } from '../../lead.ts';
import type { Gap, SourceCounts, Unreadable } from '../../lead.ts';
import { noteUnreadable, readNumber, readRows } from '../read.ts';
import type { SalesforceRecords } from './records.ts';

const KEYS = [...DECISION_KINDS, 'undecided'] as const;

/** Null when they are not known: no source, or no access; a decision without a row was never made. */
export function sourceCountsOf(
    records: SalesforceRecords,
    source: string | null,
    gaps: readonly Gap[],
    notes: Unreadable[]
): SourceCounts | null {
    const { acceptance } = records;
    if (source === null || !Array.isArray(acceptance)) return null;
    if (gaps.some(({ section }) => section === 'acceptance')) return null;
    const counts = { accepted: 0, qualified: 0, recycled: 0, rejected: 0, undecided: 0 };
    for (const row of readRows('acceptance', 'count', records.acceptance, notes)) {
        const decision = row.decision ?? 'undecided';
        const key = KEYS.find((known) => known === decision);
        if (key === undefined) {
            noteUnreadable('acceptance', 'decision', decision, notes);
            continue;
        }
        const total = readNumber('acceptance', 'count', row.total, notes) ?? 0;
        if (Number.isInteger(total) && total > 0) counts[key] += total;
    }
    return counts;
}
