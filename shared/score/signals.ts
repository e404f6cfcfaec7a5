import type { Agreement, Duration, Signal, SignalCriterion } from '../agreement/types.ts';
import type { EngagementKind, Instant, Lead, Section } from '../lead.ts';
import { openHistory } from './history.ts';
import type { History, Seen } from './history.ts';
import { startOf } from './lookback.ts';
import type { SignalResult } from './types.ts';

/** A signal criterion with all that counted for it, oldest first. */
export interface SignalEvidence extends SignalResult {
    readonly seen: readonly Seen[];
}

/** Everything that counting takes, read once. */
export interface SignalContext {
    readonly lead: Lead;
    readonly agreement: Agreement;
    readonly now: Instant;
    readonly history: History;
}

/** Opens the context in which any number of criteria can be counted. */
export function signalContext(lead: Lead, agreement: Agreement, now: Instant): SignalContext {
    return { lead, agreement, now, history: openHistory(lead, agreement, now) };
}

/**
 * Counts what lies within the criterion's stretch (its own, or else `within`), and says met or not. A count
 * that falls short is unknown where the CRM did not let us see that kind of behaviour (Q05, Q27).
 */
export function evaluateSignal(
    context: SignalContext,
    criterion: SignalCriterion,
    within: Duration | null = null
): SignalEvidence {
    const { lead, agreement } = context;
    const stretch = criterion.within ?? within;
    const signal = agreement.signals.find(({ id }) => id === criterion.signal);
    const counted = signal
        ? count(signal, matchesWithin(context, signal, stretch), criterion.atLeast)
        : { count: 0, seen: [] };
    const met = counted.count >= criterion.atLeast;
    const blind = !met && signal !== undefined && isHidden(signal, lead);
    return {
        signal: criterion.signal,
        label: criterion.label,
        state: met ? 'met' : blind ? 'unknown' : 'not_met',
        count: counted.count,
        atLeast: criterion.atLeast,
        within: stretch,
        newest: counted.seen[counted.seen.length - 1]?.engagement ?? null,
        seen: counted.seen
    };
}

/** What matches with now - within < at <= now, oldest first. */
function matchesWithin(
    { agreement, now, history }: SignalContext,
    signal: Signal,
    within: Duration | null
): readonly Seen[] {
    const all = history.matching(signal);
    if (within === null) return all;
    const start = startOf(within, now, agreement);
    const first = all.findIndex(({ engagement }) => engagement.at > start);
    return first < 0 ? [] : all.slice(first);
}

function count(
    signal: Signal,
    seen: readonly Seen[],
    atLeast: number
): Pick<SignalEvidence, 'count' | 'seen'> {
    if (signal.count === 'engagements') return { count: seen.length, seen };
    if (signal.count === 'visits') {
        return { count: seen.filter(({ visit }, i) => visit !== seen[i - 1]?.visit).length, seen };
    }
    const visits = partByVisit(seen);
    const most = visits.reduce((size, { length }) => Math.max(size, length), 0);
    // The evidence is the last visit that was long enough, not a later short one.
    const wanted = Math.min(most, atLeast);
    return { count: most, seen: visits.filter(({ length }) => length >= wanted).pop() ?? [] };
}

function partByVisit(pageViews: readonly Seen[]): Seen[][] {
    const visits: Seen[][] = [];
    let last: Seen[] | undefined;
    for (const pageView of pageViews) {
        if (last?.[0]?.visit === pageView.visit) last.push(pageView);
        else visits.push((last = [pageView]));
    }
    return visits;
}

/** Which sections of a record a kind of behaviour is read from, beside `engagements`. */
const SOURCES: { readonly [kind in EngagementKind]?: Section } = {
    page_view: 'page_views',
    webinar: 'campaigns',
    event: 'campaigns',
    campaign: 'campaigns'
};

/** Whether a kind that the signal lists could not be seen; a truncated list was seen where it matters: its newest part. */
function isHidden(signal: Signal, lead: Lead): boolean {
    return lead.gaps.some(
        ({ section, why }) =>
            why !== 'truncated' &&
            (section === 'engagements' || signal.kinds.some((kind) => SOURCES[kind] === section))
    );
}
