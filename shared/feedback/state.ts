import type { Agreement } from '../agreement/types.ts';
import { feedbackDueAt, feedbackInTime } from '../acceptance/feedback.ts';
import { decisionState } from '../decision/state.ts';
import type { Instant, Lead } from '../lead.ts';
import type { FeedbackState } from './types.ts';

/**
 * Marketing's side of the rejection in force: what it answered and until when it is to answer (Q56). An
 * answer that is older than the decision was one to an earlier decision. Null: nothing is rejected.
 */
export function feedbackState(
    lead: Lead,
    agreement: Agreement,
    now: Instant
): FeedbackState | null {
    const { current: decision, closed } = decisionState(lead, agreement, now);
    if (decision?.kind !== 'rejected') return null;
    const last = lead.feedback[lead.feedback.length - 1];
    const current = last && last.at >= decision.at ? last : null;
    const due = feedbackDueAt(decision.at, agreement);
    return {
        current,
        due,
        inTime: feedbackInTime(due, current?.at ?? null, now),
        closed: closed === 'converted' ? closed : null
    };
}
