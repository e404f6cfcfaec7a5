/** What became of one lead, in flat form, so that a row of either CRM or of a file can be turned into it. */
import type { DecisionKind, FeedbackKind, Instant } from '../lead.ts';

export { FEEDBACK_KINDS } from '../lead.ts';
export type { FeedbackKind } from '../lead.ts';

/** Where a lead without a decision got stuck (Q43, Q52): nobody has it, nobody answered, nobody decided. */
export const STALLS = ['routing', 'response', 'decision'] as const;
export type Stall = (typeof STALLS)[number];

/**
 * One MQL that marketing delivered, and what sales did with it, as of one instant. Everything is optional
 * but `mqlAt`: null means "not known" or "does not apply", and is left out of whatever would count it.
 * Leads that are alike in all of it may stand as one outcome with a count.
 */
export interface LeadOutcome {
    /** The CRM's own id, for the audit's sample and the list of stalled leads; null in a group of alike ones. */
    readonly id: string | null;
    readonly mqlAt: Instant;
    /** Null with a `kind`: decided, and nobody knows when; then only cohorts by MQL date count it. */
    readonly decidedAt: Instant | null;
    /** The decision in force, of this cycle: not older than `mqlAt`; null: undecided. */
    readonly kind: DecisionKind | null;
    /** `group` or `group.detail`; the CRM's own text when it is not in the agreement's tree. */
    readonly reason: string | null;
    /** The agreement's id of the source when it knows it, else the CRM's own value. */
    readonly source: string | null;
    readonly campaign: string | null;
    /** By name: who had the lead when it was decided; of an undecided one, who has it. */
    readonly rep: string | null;
    readonly team: string | null;
    /** The response window in force, by its id in the agreement. */
    readonly window: string | null;
    /** Whole minutes (cut, not rounded) from MQL to the first person, on the routing's own clock; null: to nobody yet. */
    readonly routingMinutes: number | null;
    /** Whole minutes (cut) from the window's start to its stop, on the window's own clock; null: not answered. */
    readonly responseMinutes: number | null;
    /**
     * Answered by the window's deadline. False also when the deadline passed before anybody answered or
     * decided; null: there is still time, or it was decided before its time was over.
     */
    readonly inTime: boolean | null;
    /** The same for each of the agreement's response metrics, in its order (`answersOf`). */
    readonly answers: readonly (boolean | null)[];
    /** The record says otherwise than the reason; null: the reason is none that a record could contradict. */
    readonly contradicts: boolean | null;
    /** By the agreement this was an MQL when it was handed over; null: not known. */
    readonly agreed: boolean | null;
    /** What marketing answered to the rejection; null: nothing, or it was not rejected. */
    readonly feedback: FeedbackKind | null;
    /** Marketing answered within the agreed time; false: late, or not at all; null: there is time, or nothing to answer. */
    readonly feedbackInTime: boolean | null;
    /** The record has all that a lead must have (Q11). */
    readonly complete: boolean | null;
    /** Where it is stuck now; null: it is not, or it was decided. */
    readonly stalled: Stall | null;
    /** When the deadline passed that `stalled` speaks of. */
    readonly stalledSince: Instant | null;
}

/** What a `Lead` does not say of itself. */
export interface RecordedOutcome {
    readonly id?: string | null;
    readonly team?: string | null;
    /** Without it, the last campaign that the person answered before the hand-off. */
    readonly campaign?: string | null;
}

/** The instants that response metrics are counted from; null: has not happened. */
export interface Moments {
    readonly mqlAt: Instant;
    /** When whoever has it, or answered it, got it. */
    readonly assignedAt: Instant | null;
    readonly firstAttemptAt: Instant | null;
    readonly firstContactAt: Instant | null;
    readonly decidedAt: Instant | null;
}

/** A calendar month of the agreement's own zone. */
export interface Month {
    /** `2026-10`. */
    readonly id: string;
    readonly from: Instant;
    /** Not part of it. */
    readonly to: Instant;
    /** False: it is not over yet. */
    readonly whole: boolean;
}

/** A stretch of whole local dates of the agreement's own zone. */
export interface Period {
    /** `2026-10`, `2026-Q4`, `last-90-days`. */
    readonly id: string;
    readonly from: Instant;
    /** Not part of it. */
    readonly to: Instant;
    /** The stretch of the same kind just before it, that trends compare with. */
    readonly previous: { readonly from: Instant; readonly to: Instant };
    /** Oldest first, up to the one that the period ends in: as many as trends and the longest alarm need. */
    readonly months: readonly Month[];
    /** Leads that became MQLs or were decided from here on are wanted; the earliest of all the above. */
    readonly since: Instant;
}

export const DIMENSIONS = ['source', 'campaign', 'rep', 'team'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Only leads with exactly these values; absent or null: any. The empty text: those of which it is not known. */
export type Filters = { readonly [dimension in Dimension]?: string | null };
