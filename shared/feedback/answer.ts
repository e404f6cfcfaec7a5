import type { Agreement } from '../agreement/types.ts';
import { issue } from '../decision/issue.ts';
import { readBy, readNote } from '../decision/readChoice.ts';
import type { Issue } from '../issue.ts';
import { FEEDBACK_KINDS } from '../lead.ts';
import type { FeedbackKind, Instant, Lead } from '../lead.ts';
import { feedbackState } from './state.ts';
import type { AnswerResult, FeedbackChoice } from './types.ts';

/** Who contests a decision owes the rep a reason (Q57, Q100). */
const NEEDS_NOTE: readonly FeedbackKind[] = ['contest'];

/**
 * Turns marketing's choice into the answer that a CRM writes, or says everything that is wrong with it
 * (Q56, Q100). The choice may be anything, of any type. The same answer given again, with another note or
 * without, was given when it was given first: nobody becomes late by correcting a word.
 */
export function answerFeedback(
    lead: Lead,
    agreement: Agreement,
    choice: FeedbackChoice,
    now: Instant
): AnswerResult {
    const given = read(choice);
    const issues: Issue[] = [];
    const state = feedbackState(lead, agreement, now);
    if (state === null) {
        const message = 'No rejection is in force here, so there is nothing to answer.';
        issues.push(issue('lead.not_rejected', '', message));
    } else if (state.closed !== null) {
        const message = 'This lead is converted: there is nothing left to answer.';
        issues.push(issue('lead.converted', '', message));
    }
    const kind = FEEDBACK_KINDS.find((known) => known === given.kind) ?? null;
    if (kind === null) {
        const message = `There is no such answer; choose one of: ${FEEDBACK_KINDS.join(', ')}.`;
        issues.push(issue('kind.unknown', 'kind', message));
    }
    const note = readNote(given.note, agreement, issues);
    const by = readBy(given.by, issues);
    const isNoted = note !== null || issues.some(({ path }) => path === 'note');
    if (kind !== null && !isNoted && NEEDS_NOTE.includes(kind)) {
        const message = 'Say why you contest it: without a note sales cannot answer.';
        issues.push(issue('note.required', 'note', message));
    }
    if (kind === null || issues.length > 0) return { feedback: null, issues };
    const before = state?.current ?? null;
    return before?.kind === kind
        ? { feedback: { ...before, note }, issues: [] }
        : { feedback: { kind, note, at: now, by }, issues: [] };
}

/** Nothing is known of the types yet. */
function read(choice: unknown): { readonly [part in keyof FeedbackChoice]?: unknown } {
    return typeof choice === 'object' && choice !== null ? choice : {};
}
