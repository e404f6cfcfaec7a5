import type { Agreement, Duration, ResponseWindow } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import { addOpenTime, openTime } from '../calendar/openTime.ts';
import type { Instant, Lead } from '../lead.ts';
import { attemptsSince } from './attempts.ts';
import { calendarOf, open, specOf } from './calendars.ts';
import { currentHandoff } from './handoff.ts';
import type { Handoff } from './handoff.ts';
import type { Clock } from './types.ts';
import { windowAt } from './window.ts';

/** Milliseconds of a duration that the agreement's checks allow on a clock. */
export function millis(duration: Duration): number {
    return 'ms' in duration ? duration.ms : 0;
}

/** Time between two instants as a clock counts it. */
export function elapsedOn(
    clock: Pick<Clock, 'clock' | 'calendar'>,
    from: Instant,
    to: Instant
): number {
    return clock.clock === 'elapsed' ? to - from : openTime(open(clock.calendar), from, to);
}

/** The instant at which a clock that starts at `from` has counted `ms`; null: never. */
function later(
    agreement: Agreement,
    { clock, calendar }: { clock: 'open' | 'elapsed'; calendar: string },
    from: Instant,
    ms: number
): Instant | null {
    return clock === 'elapsed' ? from + ms : addOpenTime(calendarOf(agreement, calendar), from, ms);
}

/** What stopped the clock between two instants; null: nothing did. */
function stopBetween(
    lead: Lead,
    agreement: Agreement,
    window: ResponseWindow,
    from: Instant,
    to: Instant
): Instant | null {
    const { attempts, contacts } = attemptsSince(lead, agreement, from, to);
    return (window.stops === 'attempt' ? attempts : contacts)[0]?.at ?? null;
}

export interface Run {
    readonly window: ResponseWindow;
    readonly startedAt: Instant;
    readonly stoppedAt: Instant | null;
}

/**
 * The runs of the clock, oldest first; the last one counts. With `restart` each new owner of an
 * unanswered lead gets a fresh one, otherwise the first assignment's stands.
 */
export function runsOf(
    lead: Lead,
    agreement: Agreement,
    handoff: Handoff,
    now: Instant
): readonly Run[] {
    const { mqlAt, assignments } = handoff;
    if (mqlAt === null) return [];
    const starts = assignments.length > 0 ? assignments.map(({ at }) => at) : [mqlAt];
    const runs: Run[] = [];
    for (const [index, at] of starts.entries()) {
        const window = windowAt(lead, agreement, at);
        if (window === null || (assignments.length === 0 && window.starts === 'assigned')) break;
        const startedAt = window.starts === 'mql' && index === 0 ? mqlAt : at;
        const until = agreement.reassignment === 'restart' ? (starts[index + 1] ?? now) : now;
        const stoppedAt = stopBetween(lead, agreement, window, startedAt, until);
        runs.push({ window, startedAt, stoppedAt });
        if (stoppedAt !== null || agreement.reassignment !== 'restart') break;
    }
    return runs;
}

/** When a window that starts at `from` ends, and how long that is on its own clock; null: never. */
export function deadline(
    agreement: Agreement,
    window: ResponseWindow,
    from: Instant
): Pick<Clock, 'dueAt' | 'length'> {
    const { within } = window;
    if ('ms' in within) {
        return { dueAt: later(agreement, window, from, within.ms), length: within.ms };
    }
    const calendar = specOf(agreement, window.calendar);
    const dueAt = addBusinessDays(open(calendar), from, within.businessDays);
    const length = dueAt === null ? null : elapsedOn({ ...window, calendar }, from, dueAt);
    return { dueAt, length };
}

function routing(agreement: Agreement, { mqlAt, assignments }: Handoff): Clock['routing'] {
    if (mqlAt === null) return null;
    return {
        from: mqlAt,
        to: assignments[0]?.at ?? null,
        within: millis(agreement.routing.within),
        clock: agreement.routing.clock,
        calendar: specOf(agreement, agreement.routing.calendar)
    };
}

function shares(agreement: Agreement, handoff: Handoff, run: Run | null): Clock['shares'] {
    if (agreement.reassignment !== 'split' || run === null || handoff.assignments.length < 2)
        return [];
    const end = run.stoppedAt;
    return handoff.assignments
        .filter(({ at }) => end === null || at < end)
        .map(({ at, to }, index, kept) => ({
            name: to.name ?? to.id,
            from: index === 0 ? run.startedAt : at,
            to: kept[index + 1]?.at ?? end
        }));
}

/**
 * The response clock of the current hand-off (Q30–Q34, Q38): which window is in force, since when
 * it runs, when it is due, and what stopped it. Routing (MQL to a person) is kept apart from the
 * person's own delay. Nothing here is relative to `now` beyond "has happened by now", so the
 * result can be redrawn at later instants by `clockView`.
 */
export function responseClock(lead: Lead, agreement: Agreement, now: Instant): Clock {
    const handoff = currentHandoff(lead, now);
    const runs = runsOf(lead, agreement, handoff, now);
    const run = runs[runs.length - 1] ?? null;
    const common = {
        routing: routing(agreement, handoff),
        shares: shares(agreement, handoff, run)
    };
    if (run === null) {
        return {
            ...common,
            state: 'not_started',
            waitingFor: handoff.mqlAt === null ? 'mql' : 'assignment',
            windowLabel: null,
            clock: 'open',
            calendar: specOf(agreement, agreement.calendar),
            startedAt: null,
            dueAt: null,
            warnAt: null,
            stoppedAt: null,
            stopsBy: 'attempt',
            length: null,
            businessDays: null,
            used: null,
            ladder: []
        };
    }
    const { window, startedAt, stoppedAt } = run;
    const timing = { clock: window.clock, calendar: specOf(agreement, window.calendar) };
    const { dueAt, length } = deadline(agreement, window, startedAt);
    const ladder = window.ladder.flatMap(({ at, label }) => {
        const instant = later(agreement, window, startedAt, millis(at));
        return instant === null ? [] : [{ at: instant, label }];
    });
    return {
        ...common,
        ...timing,
        state: stoppedAt === null ? 'running' : 'answered',
        waitingFor: null,
        windowLabel: window.label,
        startedAt,
        dueAt,
        warnAt:
            length === null
                ? null
                : later(agreement, window, startedAt, Math.max(0, length - millis(window.warn))),
        stoppedAt,
        stopsBy: window.stops,
        length,
        businessDays: 'businessDays' in window.within ? window.within.businessDays : null,
        used: stoppedAt === null ? null : elapsedOn(timing, startedAt, stoppedAt),
        ladder
    };
}
