import type { Assignment, Instant, Lead } from '../lead.ts';

/**
 * The current hand-off: the MQL crossing and the people who had the record since.
 * Queues are not people (Q38); the same owner saved again is one assignment.
 */
export interface Handoff {
    readonly mqlAt: Instant | null;
    /** Oldest first, none before `mqlAt`: who held the record at the crossing was assigned by it. */
    readonly assignments: readonly Assignment[];
}

/** Reads the hand-off that is in force at `now`; later events do not exist yet. */
export function currentHandoff(lead: Lead, now: Instant): Handoff {
    if (lead.mqlAt === null || lead.mqlAt > now) return { mqlAt: null, assignments: [] };
    const mqlAt = lead.mqlAt;
    const assignments: Assignment[] = [];
    for (const { at, to } of lead.assignments) {
        if (at > now) break;
        const since = Math.max(at, mqlAt);
        if (at <= mqlAt) assignments.length = 0;
        if (to.kind !== 'person' || assignments[assignments.length - 1]?.to.id === to.id) continue;
        assignments.push({ at: since, to });
    }
    return { mqlAt, assignments };
}
