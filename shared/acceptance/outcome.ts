import type { Agreement } from '../agreement/types.ts';
import { reasonLeaves, reasonsFor } from '../decision/reasons.ts';
import { decisionState } from '../decision/state.ts';
import { feedbackState } from '../feedback/state.ts';
import type { Instant, Lead, PastDecision } from '../lead.ts';
import { addOpenTime } from '../calendar/openTime.ts';
import { open } from '../response/calendars.ts';
import { elapsedOn, responseClock } from '../response/clock.ts';
import { currentHandoff } from '../response/handoff.ts';
import type { Clock } from '../response/types.ts';
import { isKnown } from '../score/factTest.ts';
import { scoreLead } from '../score/score.ts';
import { answersOf } from './answers.ts';
import { isComplete } from './complete.ts';
import type { LeadOutcome, Moments, RecordedOutcome } from './outcomeTypes.ts';

const MINUTE = 60_000;

/**
 * What became of one lead by `now`; null: it is no MQL (yet), so that there is nothing to count.
 *
 * @param recorded what a CRM knows of the outcome that a `Lead` does not say
 */
export function outcomeOf(
    lead: Lead,
    agreement: Agreement,
    now: Instant,
    recorded: RecordedOutcome = {}
): LeadOutcome | null {
    const { mqlAt } = currentHandoff(lead, now);
    if (mqlAt === null) return null;
    const { current: decision, overdue, due } = decisionState(lead, agreement, now);
    const clock = responseClock(lead, agreement, now);
    const undecided = decision === null && lead.convertedAt === null;
    const stall = undecided ? stalled(clock, overdue ? due : null, now) : null;
    const decidedAt = decision?.at ?? null;
    const answered = feedbackState(lead, agreement, now);
    return {
        id: recorded.id ?? null,
        mqlAt,
        decidedAt,
        kind: decision?.kind ?? null,
        reason: reasonOf(decision),
        source: lead.source,
        campaign: recorded.campaign ?? campaignOf(lead, mqlAt),
        rep: repOf(lead, decidedAt ?? now),
        team: recorded.team ?? null,
        window: agreement.windows.find(({ label }) => label === clock.windowLabel)?.id ?? null,
        routingMinutes: routingMinutes(clock),
        responseMinutes: clock.used === null ? null : Math.floor(clock.used / MINUTE),
        inTime: inTime(clock, Math.min(decidedAt ?? now, now)),
        answers: answersOf(momentsOf(lead, agreement, mqlAt, decidedAt, now), agreement, now),
        contradicts: decision === null ? null : contradicts(lead, agreement, decision),
        agreed: { yes: true, no: false, unknown: null }[scoreLead(lead, agreement, mqlAt).mql],
        feedback: answered?.current?.kind ?? null,
        feedbackInTime: answered?.inTime ?? null,
        complete: isComplete(lead.facts),
        stalled: stall?.stalled ?? null,
        stalledSince: stall?.stalledSince ?? null
    };
}

function reasonOf(decision: PastDecision | null): string | null {
    if (decision === null || decision.reason === null) return null;
    return decision.detail === null ? decision.reason : `${decision.reason}.${decision.detail}`;
}

function campaignOf({ engagements }: Lead, until: Instant): string | null {
    const answered = engagements.filter(({ at, campaign }) => campaign !== null && at <= until);
    return answered[answered.length - 1]?.campaign ?? null;
}

function repOf(lead: Lead, until: Instant): string | null {
    const { assignments } = currentHandoff(lead, until);
    const last = assignments[assignments.length - 1];
    return last === undefined ? null : (last.to.name ?? last.to.id);
}

function routingMinutes({ routing }: Clock): number | null {
    if (routing === null || routing.to === null) return null;
    return Math.floor(elapsedOn(routing, routing.from, routing.to) / MINUTE);
}

/** @param end when it was decided, or now */
function inTime(clock: Clock, end: Instant): boolean | null {
    if (clock.used !== null) return clock.used <= (clock.length ?? Infinity);
    return clock.dueAt !== null && end >= clock.dueAt ? false : null;
}

/** As the response clock counts them, with any window: with `restart` each new owner of an unanswered lead begins anew. */
function momentsOf(
    lead: Lead,
    agreement: Agreement,
    mqlAt: Instant,
    decidedAt: Instant | null,
    now: Instant
): Moments {
    const [window] = agreement.windows;
    const run = (stops: 'attempt' | 'contact'): Clock =>
        responseClock(
            lead,
            {
                ...agreement,
                windows: window ? [{ ...window, when: null, starts: 'assigned', stops }] : []
            },
            now
        );
    const attempt = run('attempt');
    return {
        mqlAt,
        assignedAt: attempt.startedAt,
        firstAttemptAt: attempt.stoppedAt,
        firstContactAt: run('contact').stoppedAt,
        decidedAt
    };
}

/** By what the record showed when it was decided. */
function contradicts(lead: Lead, agreement: Agreement, decision: PastDecision): boolean | null {
    const code = reasonOf(decision);
    const leaf = reasonLeaves(agreement).find((one) => one.code === code);
    const state = reasonsFor(lead, agreement, decision.at).find((one) => one.code === code);
    if (leaf === undefined || state === undefined) return null;
    const isChecked = leaf.evidence.some(
        ({ kind }) =>
            kind === 'attempts' || (kind === 'fact' && isKnown(state.evidence?.value ?? null))
    );
    return isChecked ? state.contradiction !== null : null;
}

/** Where an undecided lead is stuck, by the agreement's own deadlines. */
function stalled(
    clock: Clock,
    decisionDue: Instant | null,
    now: Instant
): { stalled: LeadOutcome['stalled']; stalledSince: Instant } | null {
    const { routing, dueAt } = clock;
    if (routing !== null && routing.to === null) {
        const due =
            routing.clock === 'elapsed'
                ? routing.from + routing.within
                : addOpenTime(open(routing.calendar), routing.from, routing.within);
        return due !== null && now > due ? { stalled: 'routing', stalledSince: due } : null;
    }
    if (clock.state === 'running' && dueAt !== null && now >= dueAt) {
        return { stalled: 'response', stalledSince: dueAt };
    }
    return decisionDue === null ? null : { stalled: 'decision', stalledSince: decisionDue };
}
