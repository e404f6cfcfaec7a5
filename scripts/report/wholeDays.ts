/** Leads of which some moments are known by their day alone: what is certain of them whatever the time of day. */
import type { LeadOutcome } from '../../shared/acceptance/outcomeTypes.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { dayOf } from '../../shared/calendar/days.ts';
import { wallAt } from '../../shared/calendar/zone.ts';
import type { Instant } from '../../shared/lead.ts';

/** Moments of what has happened, and not of what is due. */
export const HAPPENED = [
    'mqlAt',
    'assignedAt',
    'firstAttemptAt',
    'firstContactAt',
    'decidedAt',
    'feedbackAt'
] as const satisfies readonly (keyof StampedLead)[];
export type Happened = (typeof HAPPENED)[number];

/** Until when each moment can have been whose day alone is known; the lead itself has its earliest. */
export type WholeDays = { readonly [moment in Happened]?: Instant };

export interface ReadLead extends StampedLead {
    /** Null: every moment is exact. */
    readonly days: WholeDays | null;
}

/** Moments that follow each other by what they are. */
const FOLLOWING = [
    ['mqlAt', 'decidedAt'],
    ['decidedAt', 'feedbackAt']
] as const satisfies readonly (readonly [Happened, Happened])[];

/**
 * A decision on the MQL's own day counts as after it, and marketing's feedback on the day of the decision as
 * after that: where one of the two has no time of day, the hand-over's own order holds.
 */
export function inOrder(lead: ReadLead, zone: string): ReadLead {
    if (lead.days === null) return lead;
    const days: { -readonly [moment in Happened]?: Instant } = { ...lead.days };
    const moved: Moving = { ...lead };
    const day = (at: Instant): number => dayOf(wallAt(zone, at));
    for (const [first, second] of FOLLOWING) {
        const [from, to] = [moved[first], moved[second]];
        if (!(first in days || second in days) || from === null || to === null) continue;
        if (to < from && day(to) === day(from)) moved[second] = from;
    }
    for (const [first, second] of [...FOLLOWING].reverse()) {
        const [from, to, until] = [moved[first], moved[second], days[first]];
        if (until === undefined || from === null || to === null || to < from) continue;
        days[first] = Math.min(until, days[second] ?? to);
    }
    return { ...moved, days };
}

type Moving = { -readonly [key in keyof StampedLead]: StampedLead[key] };

/**
 * By pairs, the longest and the shortest time between any two moments that a rule compares: a bit for each of
 * `HAPPENED` that is set where the moment is as late as it can be.
 */
const READINGS = [0b011110, 0b011100, 0b010000].flatMap((late) => {
    const other = ~late & 0b111111;
    // With a late MQL, no decision of that day is early.
    return [late, other, other & ~1];
});

/** `READINGS` that differ, by the moments that are days. */
const distinct = Array.from({ length: 2 ** HAPPENED.length }, (_, days) => [
    ...new Set(READINGS.map((late) => late & days))
]);

/**
 * Gives the outcomes of leads as of `now`. Where days stand for moments, an outcome keeps what is the same
 * whatever the time of day; all else is not known.
 */
export function outcomesOf(agreement: Agreement, now: Instant): (lead: ReadLead) => LeadOutcome {
    const outcomeOf = stampedOutcomes(agreement, now);
    return (lead) => {
        const { days } = lead;
        if (days === null) return outcomeOf(lead);
        const isDay = HAPPENED.reduce((bits, moment, i) => bits | (moment in days ? 1 << i : 0), 0);
        const outcomes = (distinct[isDay] ?? []).map((late) =>
            outcomeOf(readAs(lead, days, late, now))
        );
        const outcome = certain(outcomes);
        return {
            ...outcome,
            mqlAt: lead.mqlAt,
            decidedAt: outcome.decidedAt === null ? null : lead.decidedAt
        };
    };
}

function readAs(lead: ReadLead, days: WholeDays, late: number, now: Instant): StampedLead {
    const read: Moving = { ...lead };
    for (const [i, moment] of HAPPENED.entries()) {
        const until = days[moment];
        const from = lead[moment];
        if (until === undefined || from === null || (late & (1 << i)) === 0) continue;
        // What has happened, happened by now.
        if (from <= now) read[moment] = Math.max(from, Math.min(until, now));
    }
    for (const [first, second] of FOLLOWING) {
        const [from, to] = [lead[first], lead[second]];
        if (from === null || to === null || to < from) continue;
        read[second] = Math.max(read[second] ?? to, read[first] ?? from);
    }
    return read;
}

/** What all outcomes of a lead have in common; null, which stands for "not known", where they differ. */
function certain(outcomes: readonly LeadOutcome[]): LeadOutcome {
    const [first, ...rest] = outcomes as [LeadOutcome, ...LeadOutcome[]];
    const same = <T>(of: (outcome: LeadOutcome) => T): T | null =>
        rest.every((one) => of(one) === of(first)) ? of(first) : null;
    const stalled = same((one) => one.stalled);
    return {
        ...first,
        routingMinutes: same((one) => one.routingMinutes),
        responseMinutes: same((one) => one.responseMinutes),
        inTime: same((one) => one.inTime),
        answers: first.answers.map((_, i) => same((one) => one.answers[i] ?? null)),
        contradicts: same((one) => one.contradicts),
        feedbackInTime: same((one) => one.feedbackInTime),
        stalled,
        stalledSince:
            stalled === null
                ? null
                : Math.max(...outcomes.map((one) => one.stalledSince ?? -Infinity))
    };
}
