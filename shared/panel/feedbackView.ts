import { feedbackState } from '../feedback/state.ts';
import type { FeedbackState } from '../feedback/types.ts';
import { FEEDBACK_KINDS } from '../lead.ts';
import type { FeedbackKind, PastFeedback } from '../lead.ts';
import type { Context } from './context.ts';
import { agoAside, line } from './line.ts';
import type { Badge, FeedbackPanel, Line, Tone } from './types.ts';

const TONES: { readonly [kind in FeedbackKind]: Tone } = {
    agree: 'good',
    contest: 'warn',
    fix_promised: 'good'
};

/** Marketing's side of the rejection in force: its clock, its answer, its choices (Q56, Q100). */
export function feedbackPanel(context: Context): FeedbackPanel | null {
    const { agreement, lead, viewer, words } = context;
    const state = feedbackState(lead, agreement, viewer.now);
    if (state === null) return null;
    const { feedback: said } = words;
    return {
        heading: said.heading,
        state: stateBadge(context, state),
        due: dueBadge(context, state),
        answer: answerLine(context, state),
        choices:
            state.closed === null
                ? FEEDBACK_KINDS.map((kind) => ({
                      kind,
                      label: said.button[kind],
                      ask: said.ask[kind]
                  }))
                : [],
        noteLabel: said.note,
        noteMax: agreement.decision.note.max,
        words: {
            confirm: said.confirm,
            saved: said.saved,
            cancel: words.decision.cancel,
            change: said.change,
            saving: words.decision.saving
        }
    };
}

/** One answer of marketing's, to this rejection or to an earlier one. */
export function feedbackLine(context: Context, answer: PastFeedback, id: string): Line {
    const { words } = context;
    return line({
        id,
        text: words.feedback.said[answer.kind](answer.by ?? words.unknownPerson),
        detail: answer.note,
        ...agoAside(answer.at, context),
        tone: TONES[answer.kind]
    });
}

function stateBadge({ words }: Context, { current, inTime }: FeedbackState): Badge {
    if (current !== null) {
        return { text: words.feedback.answered[current.kind], tone: TONES[current.kind] };
    }
    return inTime === false
        ? { text: words.feedback.overdue, tone: 'bad' }
        : { text: words.feedback.waiting, tone: 'neutral' };
}

function dueBadge(
    { format, words }: Context,
    { current, due, inTime }: FeedbackState
): Badge | null {
    if (current !== null || due === null) return null;
    const at = format.dateTime(due);
    const distance = format.ago(due);
    return inTime === false
        ? { text: words.feedback.wasDue(at, distance), tone: 'bad' }
        : { text: words.feedback.due(at, distance), tone: 'neutral' };
}

function answerLine(context: Context, { current, inTime }: FeedbackState): Line | null {
    if (current === null) return null;
    const { words } = context;
    return {
        ...feedbackLine(context, current, 'answer'),
        badge:
            inTime === false
                ? { text: words.feedback.late, tone: 'warn' }
                : { text: words.feedback.inTime, tone: 'good' }
    };
}
