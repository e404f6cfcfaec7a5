import type { Agreement, Criterion, FactCriterion, ResponseWindow } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import { addOpenTime } from '../calendar/openTime.ts';
import { reasonLeaves } from '../decision/reasons.ts';
import type { ReasonLeaf } from '../decision/reasons.ts';
import type { DecisionKind, Facts, Instant } from '../lead.ts';
import { calendarOf, specOf } from '../response/calendars.ts';
import { deadline, elapsedOn } from '../response/clock.ts';
import { factOf } from '../score/criterion.ts';
import { isKnown, testFact } from '../score/factTest.ts';
import { answersOf } from './answers.ts';
import { isComplete } from './complete.ts';
import { feedbackDueAt, feedbackInTime } from './feedback.ts';
import type { FeedbackKind, LeadOutcome } from './outcomeTypes.ts';

const MINUTE = 60_000;

/** What a record keeps of its hand-over, without the history behind it. Null: not so, or not known. */
export interface StampedLead {
    readonly id: string | null;
    readonly mqlAt: Instant;
    readonly assignedAt: Instant | null;
    /** The response window's id in the agreement. */
    readonly window: string | null;
    /** Without it, reckoned from the window and its start. */
    readonly dueAt: Instant | null;
    readonly firstAttemptAt: Instant | null;
    /** Without them, reckoned likewise; so are those of the contact. */
    readonly firstAttemptMinutes: number | null;
    readonly firstContactAt: Instant | null;
    readonly firstContactMinutes: number | null;
    readonly kind: DecisionKind | null;
    readonly decidedAt: Instant | null;
    /** `group`, `group.detail`, or the CRM's own text. */
    readonly reason: string | null;
    readonly source: string | null;
    readonly campaign: string | null;
    readonly rep: string | null;
    readonly team: string | null;
    readonly agreed: boolean | null;
    readonly feedback: FeedbackKind | null;
    readonly feedbackAt: Instant | null;
    /** Without it, reckoned from the rejection. */
    readonly feedbackDueAt: Instant | null;
    readonly isConverted: boolean;
    /** Null: nothing is known of any. */
    readonly facts: Facts | null;
}

/**
 * Gives what became of leads by `now` from what stands on their records: the same as `outcomeOf` gives of
 * their histories, as far as the stamps tell it. One for many leads, since the agreement is looked up once.
 */
export function stampedOutcomes(
    agreement: Agreement,
    now: Instant
): (lead: StampedLead) => LeadOutcome {
    const windows = new Map(agreement.windows.map((window) => [window.id, window]));
    const leaves = new Map(reasonLeaves(agreement).map((leaf) => [leaf.code, leaf]));
    const icp = agreement.icp.flatMap(testsOf);
    const routing = {
        clock: agreement.routing.clock,
        calendar: specOf(agreement, agreement.routing.calendar)
    };
    const past = (at: Instant | null): Instant | null => (at !== null && at <= now ? at : null);

    return (lead) => {
        const { facts, mqlAt } = lead;
        const isInForce =
            lead.kind !== null &&
            (lead.decidedAt === null || (lead.decidedAt >= mqlAt && lead.decidedAt <= now));
        const kind = isInForce ? lead.kind : null;
        const decidedAt = isInForce ? lead.decidedAt : null;
        const reason = isInForce ? lead.reason : null;
        const end = decidedAt ?? now;
        const moments = {
            mqlAt,
            assignedAt: past(lead.assignedAt),
            firstAttemptAt: past(lead.firstAttemptAt),
            firstContactAt: past(lead.firstContactAt),
            decidedAt
        };
        const { assignedAt, firstAttemptAt, firstContactAt } = moments;
        const window = windows.get(lead.window ?? '') ?? null;
        const answeredAt = window?.stops === 'contact' ? firstContactAt : firstAttemptAt;
        // To know a deadline takes long: whoever answers within the window by the clock on the wall met it.
        const isSwift = window !== null && isWithin(window, moments, answeredAt);
        const dueAt =
            window === null || (isSwift && lead.dueAt === null)
                ? null
                : (lead.dueAt ?? dueBy(window, moments, agreement));
        const answer = kind === 'rejected' ? answerTo(lead) : null;
        const answeredInTime =
            answeredAt !== null ? answeredAt <= (dueAt ?? Infinity) : missed(dueAt, end);
        const inTime = window === null ? null : answeredInTime;
        const stall =
            kind === null && !lead.isConverted
                ? stalled(agreement, now, moments, inTime === false && answeredAt === null, dueAt)
                : null;
        return {
            id: lead.id,
            mqlAt,
            decidedAt,
            kind,
            reason,
            source: lead.source,
            campaign: lead.campaign,
            rep: lead.rep,
            team: lead.team,
            window: window?.id ?? null,
            routingMinutes:
                assignedAt === null
                    ? null
                    : Math.floor(elapsedOn(routing, mqlAt, assignedAt) / MINUTE),
            responseMinutes:
                window === null || answeredAt === null
                    ? null
                    : minutesTo(answeredAt, window, lead, moments, agreement),
            inTime,
            answers: answersOf(moments, agreement, now),
            contradicts:
                kind === null
                    ? null
                    : contradicts(leaves.get(reason ?? ''), icp, facts, firstContactAt, end),
            agreed: lead.agreed,
            feedback: answer?.feedback ?? null,
            feedbackInTime:
                answer !== null && decidedAt !== null
                    ? feedbackInTime(
                          answer.feedbackDueAt ?? feedbackDueAt(decidedAt, agreement),
                          answer.feedbackAt,
                          now
                      )
                    : null,
            complete: facts === null ? null : isComplete(facts),
            stalled: stall?.stalled ?? null,
            stalledSince: stall?.stalledSince ?? null
        };
    };
}

type Answer = Pick<StampedLead, 'feedback' | 'feedbackAt' | 'feedbackDueAt'>;

/** An answer from before the decision was to an earlier one, which a decision by hand leaves standing. */
function answerTo(lead: StampedLead): Answer {
    const { decidedAt, feedbackAt } = lead;
    const isEarlier = decidedAt !== null && feedbackAt !== null && feedbackAt < decidedAt;
    return isEarlier ? { feedback: null, feedbackAt: null, feedbackDueAt: null } : lead;
}

interface Stamped {
    readonly mqlAt: Instant;
    readonly assignedAt: Instant | null;
    readonly firstAttemptAt: Instant | null;
    readonly firstContactAt: Instant | null;
}

function startOf(window: ResponseWindow, { mqlAt, assignedAt }: Stamped): Instant | null {
    return window.starts === 'mql' ? mqlAt : assignedAt;
}

function isWithin(window: ResponseWindow, moments: Stamped, at: Instant | null): boolean {
    const start = startOf(window, moments);
    return 'ms' in window.within && start !== null && at !== null && at - start <= window.within.ms;
}

function dueBy(window: ResponseWindow, moments: Stamped, agreement: Agreement): Instant | null {
    const start = startOf(window, moments);
    return start === null ? null : deadline(agreement, window, start).dueAt;
}

function missed(dueAt: Instant | null, end: Instant): false | null {
    return dueAt !== null && end >= dueAt ? false : null;
}

function minutesTo(
    answeredAt: Instant,
    window: ResponseWindow,
    lead: StampedLead,
    moments: Stamped,
    agreement: Agreement
): number | null {
    const stamped =
        window.stops === 'contact' ? lead.firstContactMinutes : lead.firstAttemptMinutes;
    const start = startOf(window, moments);
    if (stamped !== null || start === null) return stamped;
    const clock = { clock: window.clock, calendar: specOf(agreement, window.calendar) };
    return Math.max(0, Math.floor(elapsedOn(clock, start, answeredAt) / MINUTE));
}

/** Whether the record says otherwise; null where the reason is none that it could confirm or deny. */
function contradicts(
    leaf: ReasonLeaf | undefined,
    icp: readonly FactCriterion[],
    facts: Facts | null,
    contactAt: Instant | null,
    decidedAt: Instant
): boolean | null {
    if (leaf === undefined) return null;
    let isChecked = false;
    let isDenied = false;
    let isFirst = true;
    for (const wanted of leaf.evidence) {
        if (wanted.kind === 'attempts') {
            isChecked = true;
            isDenied ||= contactAt !== null && contactAt <= decidedAt;
        } else if (wanted.kind === 'fact' && facts !== null) {
            const value = factOf(facts, wanted.field);
            isChecked ||= isFirst && isKnown(value);
            isFirst = false;
            const tests = icp.filter(({ field }) => field === wanted.field);
            isDenied ||=
                tests.length > 0 && tests.every(({ test }) => testFact(value, test) === 'met');
        }
    }
    return isChecked ? isDenied : null;
}

function testsOf(criterion: Criterion): FactCriterion[] {
    if ('field' in criterion) return [criterion];
    return ('any' in criterion ? criterion.any : criterion.all).flatMap(testsOf);
}

/** Where an undecided lead is stuck, by the agreement's own deadlines (Q43, Q52). */
function stalled(
    agreement: Agreement,
    now: Instant,
    { mqlAt, assignedAt, firstAttemptAt, firstContactAt }: Stamped,
    isUnanswered: boolean,
    responseDueAt: Instant | null
): { stalled: NonNullable<LeadOutcome['stalled']>; stalledSince: Instant } | null {
    if (assignedAt === null) {
        const { calendar, clock, within } = agreement.routing;
        const ms = 'ms' in within ? within.ms : 0;
        const due =
            clock === 'elapsed'
                ? mqlAt + ms
                : addOpenTime(calendarOf(agreement, calendar), mqlAt, ms);
        return due !== null && now > due ? { stalled: 'routing', stalledSince: due } : null;
    }
    if (isUnanswered && responseDueAt !== null) {
        return { stalled: 'response', stalledSince: responseDueAt };
    }
    const events = {
        assigned: assignedAt,
        first_attempt: firstAttemptAt,
        first_contact: firstContactAt
    };
    const calendar = calendarOf(agreement, agreement.calendar);
    const due = agreement.decision.due.reduce<Instant>((first, { after, within }) => {
        const from = events[after];
        if (from === null) return first;
        const end =
            'ms' in within
                ? from + within.ms
                : addBusinessDays(calendar, from, within.businessDays);
        return Math.min(first, end ?? Infinity);
    }, Infinity);
    return now > due ? { stalled: 'decision', stalledSince: due } : null;
}
