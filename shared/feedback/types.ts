/** Marketing's answer to a rejection as data; the panel words it. */
import type { Issue } from '../issue.ts';
import type { FeedbackKind, Instant, PastFeedback } from '../lead.ts';

/** What came from the screen; `answerFeedback` checks every part, whatever its type. */
export interface FeedbackChoice {
    readonly kind: FeedbackKind;
    readonly note: string | null;
    /** Who answers, by the CRM's own id. */
    readonly by: string | null;
}

/** What a CRM writes. */
export type Feedback = PastFeedback;

export type AnswerResult =
    | { readonly feedback: Feedback; readonly issues: readonly [] }
    | { readonly feedback: null; readonly issues: readonly Issue[] };

export interface FeedbackState {
    /** Marketing's answer to the rejection in force; null: none yet. */
    readonly current: PastFeedback | null;
    /** Until when the agreement wants it; null: its calendar has no such day. */
    readonly due: Instant | null;
    /** Null: not answered, and there is still time. */
    readonly inTime: boolean | null;
    /** Why nobody can answer any more. */
    readonly closed: 'converted' | null;
}
