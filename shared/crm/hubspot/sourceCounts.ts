/** How the person's source fared -> counts by decision (Q60-Q63). */
import { DECISION_KINDS } from '../../lead.ts';
import type { SourceCounts, Unreadable } from '../../lead.ts';
import { isObject, noteUnreadable, readNumber } from '../read.ts';
import type { HubSpotRecords } from './records.ts';

const KEYS = [...DECISION_KINDS, 'undecided'] as const;

/** Null when they are not known; a decision that the function does not name has none. */
export function sourceCountsOf(records: HubSpotRecords, notes: Unreadable[]): SourceCounts | null {
    const acceptance: unknown = records.acceptance;
    if (acceptance === null || acceptance === undefined) return null;
    if (!isObject(acceptance)) {
        noteUnreadable('acceptance', 'counts', acceptance, notes);
        return null;
    }
    const [accepted, qualified, recycled, rejected, undecided] = KEYS.map((key) => {
        const count = readNumber('acceptance', key, acceptance[key], notes) ?? 0;
        return Number.isInteger(count) && count > 0 ? count : 0;
    }) as [number, number, number, number, number];
    return { accepted, qualified, recycled, rejected, undecided };
}
