/** Decisions and reasons as data; the panel words them. */
import type { Duration } from '../agreement/types.ts';
import type { DecisionKind, Fact, Instant, PastDecision, Touch } from '../lead.ts';
import type { Issue } from '../issue.ts';

/** One reason a rep may choose: a first-level one without details, or a second-level one. */
export interface ReasonState {
    /** `icp_mismatch.company_size` or `no_budget`. */
    readonly code: string;
    readonly label: string;
    /** The first level's label when this is a second-level one. */
    readonly group: string | null;
    readonly for: readonly ('rejected' | 'recycled')[];
    /** False exactly when `blocked` is not null. */
    readonly open: boolean;
    /** What is missing before it opens (Q40). */
    readonly blocked: {
        readonly kind: 'attempts';
        readonly have: number;
        readonly need: number;
        readonly channelsHave: number;
        readonly channelsNeed: number;
        readonly within: Duration;
    } | null;
    /** The record says otherwise: allowed, but flagged. */
    readonly contradiction:
        | {
              readonly kind: 'fact';
              readonly field: string;
              readonly value: Fact;
              /** Label of the ICP criterion that is met. */
              readonly criterion: string;
          }
        | { readonly kind: 'contact'; readonly touch: Touch }
        | null;
    /** What the record shows for it; `value` is null when it does not say. */
    readonly evidence: { readonly field: string; readonly value: Fact } | null;
    /** The agreement's question; the note must answer it. */
    readonly ask: string | null;
    /** A fact the record does not hold; the note must say it. */
    readonly askFact: string | null;
}

/** What came from the screen; `decide` checks every part, whatever its type. */
export interface Choice {
    readonly kind: DecisionKind;
    /** A code (`icp_mismatch.company_size`), or a label or alias of the agreement. */
    readonly reason: string | null;
    readonly note: string | null;
    /** Who decides, by the CRM's own id. */
    readonly by: string | null;
}

/** What a CRM writes. */
export interface Decision {
    readonly kind: DecisionKind;
    /** First-level code. */
    readonly reason: string | null;
    /** Second-level code. */
    readonly detail: string | null;
    readonly note: string | null;
    readonly at: Instant;
    readonly by: string | null;
}

export type DecideResult =
    | { readonly decision: Decision; readonly issues: readonly [] }
    | { readonly decision: null; readonly issues: readonly Issue[] };

export interface DecisionState {
    /** The decision in force: the last one, when it is not older than `mqlAt`. */
    readonly current: PastDecision | null;
    /** When a decision is due; null: decided, closed, or nothing has started a deadline. */
    readonly due: Instant | null;
    /** The deadline of the agreement that `due` comes from. */
    readonly dueBasis: {
        readonly after: 'assigned' | 'first_attempt' | 'first_contact';
        readonly within: Duration;
        /** When that event happened. */
        readonly from: Instant;
    } | null;
    readonly overdue: boolean;
    /** Why nobody can decide now. */
    readonly closed: 'converted' | 'not_mql' | null;
    /** Decisions of earlier cycles and of this one before `current`, oldest first. */
    readonly earlier: readonly PastDecision[];
}
