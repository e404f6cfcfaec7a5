import { reasonsFor } from '../decision/reasons.ts';
import type { DecisionState, ReasonState } from '../decision/types.ts';
import type { DecisionKind, PastDecision } from '../lead.ts';
import type { Context } from './context.ts';
import { factLabel, factText } from './factText.ts';
import { feedbackLine } from './feedbackView.ts';
import { agoAside, line } from './line.ts';
import { lengthText } from './duration.ts';
import type { Badge, DecisionPanel, Line, ReasonChoice, Tone } from './types.ts';

/** The order of the buttons. */
const ORDER = ['accepted', 'qualified', 'recycled', 'rejected'] as const;
const TONES: { readonly [kind in DecisionKind]: Tone } = {
    accepted: 'good',
    qualified: 'good',
    recycled: 'neutral',
    rejected: 'bad'
};

/** What was decided, in the agreement's words: "Rejected". */
export function decisionBadge({ agreement, words }: Context, current: PastDecision | null): Badge {
    return current === null
        ? { text: words.decision.undecided, tone: 'neutral' }
        : { text: agreement.decision.labels[current.kind].label, tone: TONES[current.kind] };
}

/** A decision's reason in the agreement's words; the CRM's own text when it is not in the tree. */
export function reasonText(
    { agreement, words }: Context,
    { reason, detail }: PastDecision
): string {
    const first = agreement.reasons.find(({ code }) => code === reason);
    const second = first?.details.find(({ code }) => code === detail);
    return words.decision.reasonAndDetail(
        first?.label ?? reason ?? words.decision.noReason,
        second?.label ?? detail
    );
}

/** State, deadline, the choices with their reasons, and every earlier decision (Q50–Q57). */
export function decisionPanel(context: Context, state: DecisionState): DecisionPanel {
    const { agreement, lead, viewer, words } = context;
    const reasons = reasonsFor(lead, agreement, viewer.now);
    const { decision: said } = words;
    return {
        heading: said.heading,
        state: decisionBadge(context, state.current),
        due: due(context, state),
        decided: state.current !== null,
        closed: closed(context, state),
        choices: ORDER.map((kind) => ({
            kind,
            label: said.button[kind],
            reasons: reasons
                .filter((reason) => (reason.for as readonly DecisionKind[]).includes(kind))
                .map((reason) => reasonChoice(context, reason))
        })),
        noteLabel: said.note,
        noteMax: agreement.decision.note.max,
        words: {
            reasonLabel: said.reason,
            reasonPlaceholder: said.choose,
            notOpen: said.notOpen,
            confirm: said.confirm,
            saved: said.saved,
            cancel: said.cancel,
            change: said.change,
            saving: said.saving
        },
        history: history(context, state)
    };
}

function due({ format, words }: Context, state: DecisionState): Badge | null {
    if (state.due === null) return null;
    const at = format.dateTime(state.due);
    return state.overdue
        ? { text: words.decision.overdue(at), tone: 'bad' }
        : { text: words.decision.due(at), tone: 'neutral' };
}

function closed({ format, lead, words }: Context, state: DecisionState): string | null {
    if (state.closed === null) return null;
    return state.closed === 'converted'
        ? words.decision.closed.converted(format.date(lead.convertedAt ?? 0))
        : words.decision.closed.not_mql;
}

function reasonChoice(context: Context, reason: ReasonState): ReasonChoice {
    const { agreement, words } = context;
    const { evidence } = reason;
    const label = evidence === null ? '' : factLabel(evidence.field, agreement, words);
    const value = evidence === null ? null : factText(evidence.value, context);
    return {
        code: reason.code,
        label: reason.label,
        group: reason.group,
        open: reason.open,
        why: whyNotOpen(context, reason),
        contradiction: contradiction(context, reason),
        evidence: value === null ? null : words.decision.evidence(label, value),
        ask: reason.askFact === null ? reason.ask : words.decision.unknownFact(label)
    };
}

function whyNotOpen({ words }: Context, { blocked }: ReasonState): string | null {
    if (blocked === null) return null;
    const { have, need, channelsHave, channelsNeed, within } = blocked;
    return have < need
        ? words.decision.attempts(have, need, lengthText(within, words))
        : words.decision.attemptChannels(channelsHave, channelsNeed);
}

function contradiction(context: Context, { contradiction: found }: ReasonState): string | null {
    if (found === null) return null;
    const { format, words } = context;
    return found.kind === 'contact'
        ? words.decision.reached(format.dateTime(found.touch.at))
        : words.decision.contradiction(factText(found.value, context) ?? '', found.criterion);
}

/** What sales decided and what marketing answered, the newest first. */
function history(context: Context, { current, earlier }: DecisionState): Line[] {
    const decisions = current === null ? earlier : [...earlier, current];
    const events = [
        ...decisions.map((decision) => ({
            at: decision.at,
            line: (id: string) => decisionLine(context, decision, id)
        })),
        ...context.lead.feedback.map((answer) => ({
            at: answer.at,
            line: (id: string) => feedbackLine(context, answer, id)
        }))
    ];
    return events
        .sort((a, b) => a.at - b.at)
        .reverse()
        .map(({ line }, index) => line(String(index)));
}

function decisionLine(context: Context, decision: PastDecision, id: string): Line {
    const { agreement, words } = context;
    const label = agreement.decision.labels[decision.kind].label;
    const why = decision.reason === null ? null : reasonText(context, decision);
    return line({
        id,
        text: words.decision.history(label, decision.by ?? words.unknownPerson),
        detail: [why, decision.note].filter((text) => text !== null).join(' · ') || null,
        ...agoAside(decision.at, context),
        tone: TONES[decision.kind]
    });
}
