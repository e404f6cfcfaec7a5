import type { Agreement } from '../agreement/types.ts';
import type { Instant, Lead, Person } from '../lead.ts';
import { breakdownText, scoreAtMql } from '../score/atMql.ts';
import { attemptsSince } from './attempts.ts';
import { specOf } from './calendars.ts';
import { deadline, elapsedOn, runsOf } from './clock.ts';
import type { Run } from './clock.ts';
import { currentHandoff } from './handoff.ts';
import type { Handoff } from './handoff.ts';

/** What a record keeps of the hand-over in force, so that reports can count it. Null: not so, or not known. */
export interface Stamps {
    readonly mqlAt: Instant | null;
    /** When the person whose clock counts got the record. */
    readonly assignedAt: Instant | null;
    readonly assignedTo: Person | null;
    /** The id of the response window. */
    readonly window: string | null;
    readonly startedAt: Instant | null;
    readonly dueAt: Instant | null;
    readonly firstAttemptAt: Instant | null;
    /** Whole minutes on the window's own clock, since it started for whoever had the record then. */
    readonly firstAttemptMinutes: number | null;
    readonly firstContactAt: Instant | null;
    readonly firstContactMinutes: number | null;
    /** Since the clock first started in this hand-over; null: there is none. */
    readonly attempts: number | null;
    readonly scoreAtMql: number | null;
    /** How that score came about, as compact JSON. */
    readonly scoreBreakdown: string | null;
}

const MINUTE = 60_000;

/**
 * The stamps of the hand-over in force at `now` (Q30-Q42), the same for the same evidence whenever and
 * wherever they are computed: in HubSpot when a panel is opened or a decision saved, and in bulk. In
 * Salesforce Apex stamps as things happen (HandoffStamps, HandoffOutreach), by the same definitions; only
 * the score is the sync's to write there.
 */
export function handoffStamps(lead: Lead, agreement: Agreement, now: Instant): Stamps {
    const handoff = currentHandoff(lead, now);
    const runs = runsOf(lead, agreement, handoff, now);
    const first = runs[0];
    const run = runs[runs.length - 1];
    const assigned = assignmentOf(handoff, runs.length, agreement);
    const { attempts, contacts } = first
        ? attemptsSince(lead, agreement, first.startedAt, now)
        : { attempts: [], contacts: [] };
    const minutesUntil = (at: Instant | null): number | null =>
        at === null ? null : minutesOf(runs, at, agreement);
    const firstAttemptAt = attempts[0]?.at ?? null;
    const firstContactAt = contacts[0]?.at ?? null;
    const score = scoreAtMql(lead, agreement, now);
    return {
        mqlAt: handoff.mqlAt,
        assignedAt: assigned?.at ?? null,
        assignedTo: assigned?.to ?? null,
        window: run?.window.id ?? null,
        startedAt: run?.startedAt ?? null,
        dueAt: run ? deadline(agreement, run.window, run.startedAt).dueAt : null,
        firstAttemptAt,
        firstAttemptMinutes: minutesUntil(firstAttemptAt),
        firstContactAt,
        firstContactMinutes: minutesUntil(firstContactAt),
        attempts: handoff.mqlAt === null ? null : attempts.length,
        scoreAtMql: score?.total ?? null,
        scoreBreakdown: score && breakdownText(score, agreement)
    };
}

/** The assignment that started the last of so many runs; one that restarted no clock is not stamped. */
function assignmentOf(
    { assignments }: Handoff,
    runs: number,
    { reassignment }: Agreement
): Handoff['assignments'][number] | undefined {
    if (reassignment !== 'restart') return assignments[0];
    return assignments[(runs === 0 ? assignments.length : runs) - 1];
}

/** Counted on the clock that ran then: a later restart makes an earlier attempt neither faster nor slower. */
function minutesOf(runs: readonly Run[], at: Instant, agreement: Agreement): number | null {
    const run = [...runs].reverse().find(({ startedAt }) => startedAt <= at);
    if (run === undefined) return null;
    const clock = { clock: run.window.clock, calendar: specOf(agreement, run.window.calendar) };
    return Math.floor(elapsedOn(clock, run.startedAt, at) / MINUTE);
}
