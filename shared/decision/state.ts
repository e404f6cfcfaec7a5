import type { Agreement } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import type { Instant, Lead } from '../lead.ts';
import { attemptsSince } from '../response/attempts.ts';
import { calendarOf } from '../response/calendars.ts';
import { currentHandoff } from '../response/handoff.ts';
import type { DecisionState } from './types.ts';

/** Why nobody can decide about this person; null: they can. */
export function closedBecause(lead: Lead): DecisionState['closed'] {
    if (lead.convertedAt !== null) return 'converted';
    return lead.mqlAt === null ? 'not_mql' : null;
}

/**
 * Which decision is in force and when one is due: the earliest of the agreement's deadlines whose event has
 * happened (Q50–Q52). Decisions older than the MQL crossing belong to an earlier cycle.
 */
export function decisionState(lead: Lead, agreement: Agreement, now: Instant): DecisionState {
    const closed = closedBecause(lead);
    const last = lead.decisions[lead.decisions.length - 1];
    const current = last && lead.mqlAt !== null && last.at >= lead.mqlAt ? last : null;
    const earlier = current ? lead.decisions.slice(0, -1) : [...lead.decisions];
    const deadline = current || closed ? null : firstDeadline(lead, agreement, now);
    return {
        current,
        due: deadline?.due ?? null,
        dueBasis: deadline?.basis ?? null,
        overdue: deadline !== null && now > deadline.due,
        closed,
        earlier
    };
}

interface Deadline {
    readonly due: Instant;
    readonly basis: NonNullable<DecisionState['dueBasis']>;
}

function firstDeadline(lead: Lead, agreement: Agreement, now: Instant): Deadline | null {
    const { assignments } = currentHandoff(lead, now);
    const since = assignments[0]?.at ?? Infinity;
    const { attempts, contacts } = attemptsSince(lead, agreement, since, now);
    // A new owner gets the whole time only where the agreement restarts its clocks.
    const index = agreement.reassignment === 'restart' ? assignments.length - 1 : 0;
    const events = {
        assigned: assignments[index]?.at ?? null,
        first_attempt: attempts[0]?.at ?? null,
        first_contact: contacts[0]?.at ?? null
    };
    const calendar = calendarOf(agreement, agreement.calendar);
    return agreement.decision.due.reduce<Deadline | null>((first, { after, within }) => {
        const from = events[after];
        if (from === null) return first;
        const due =
            'ms' in within
                ? from + within.ms
                : addBusinessDays(calendar, from, within.businessDays);
        if (due === null || (first !== null && first.due <= due)) return first;
        return { due, basis: { after, within, from } };
    }, null);
}
