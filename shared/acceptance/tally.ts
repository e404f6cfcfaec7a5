import type { Agreement } from '../agreement/types.ts';
import type { DecisionKind, Instant, SourceCounts } from '../lead.ts';
import { acceptanceMetric } from './acceptance.ts';
import { responseMetrics } from './answers.ts';
import { passes } from './filters.ts';
import type { Minutes } from './minutes.ts';
import { DIMENSIONS, FEEDBACK_KINDS, STALLS } from './outcomeTypes.ts';
import type {
    Dimension,
    FeedbackKind,
    Filters,
    LeadOutcome,
    Period,
    Stall
} from './outcomeTypes.ts';
import { auditRank, keepLowest, SAMPLE_SIZE, STALLED_SIZE } from './sample.ts';
import type { Ranked } from './sample.ts';

/** Counts by a value in the data; without a prototype, since a rep may be called "constructor". */
export interface By<T> {
    [value: string]: T;
}

export type Decided = { -readonly [kind in keyof SourceCounts]: number };

export interface Timely {
    inTime: number;
    late: number;
    open: number;
}

/** What is counted of any set of leads. */
export interface Bucket {
    /** By MQL date, the undecided too; by decision date. */
    mql: Decided;
    decision: Decided;
    /** One for each of the agreement's response metrics. */
    answers: Timely[];
    window: Timely;
    /** Null: not counted for these. */
    minutes: Minutes | null;
    checked: number;
    contradicted: number;
    stalled: number;
}

export interface ReasonCounts {
    rejected: number;
    recycled: number;
    checked: number;
    contradicted: number;
}

/** What is counted of a stretch of time. */
export interface Stretch extends Bucket {
    reasons: By<ReasonCounts>;
}

/** Nothing but whole numbers at every depth, so that two are merged by adding up. */
export interface Counts {
    period: Stretch;
    previous: Stretch;
    months: Stretch[];
    groups: { [dimension in Dimension]: By<Bucket> };
    windows: By<Timely & { minutes: Minutes }>;
    routing: Minutes;
    agreed: { yes: number; no: number; unknown: number };
    feedback: Timely & { answers: { [kind in FeedbackKind]: number } };
    complete: { yes: number; no: number };
    stalled: { [stall in Stall]: number };
    /** Values seen, whatever the filters. */
    seen: { [dimension in Dimension]: By<number> };
}

/**
 * Leads counted so far: no larger than there are groups, however many leads. Its inside is not for reading
 * elsewhere; `overview` reads it.
 */
export interface Tally {
    readonly period: Period;
    readonly filters: Filters;
    /** Of the main metric: decisions, reasons and disagreement are counted by it. */
    readonly cohort: 'mql_date' | 'decision_date';
    readonly counts: Counts;
    readonly sample: Ranked[];
    readonly oldest: Ranked[];
}

/** Nothing counted yet. */
export function emptyTally(agreement: Agreement, period: Period, filters: Filters = {}): Tally {
    const answers = responseMetrics(agreement).length;
    const groups = (): By<Bucket> => by<Bucket>();
    return {
        period,
        filters,
        cohort: acceptanceMetric(agreement)?.cohort ?? 'mql_date',
        counts: {
            period: stretch(answers),
            previous: stretch(answers),
            months: period.months.map(() => stretch(answers)),
            groups: { source: groups(), campaign: groups(), rep: groups(), team: groups() },
            windows: by(),
            routing: {},
            agreed: { yes: 0, no: 0, unknown: 0 },
            feedback: { ...timely(), answers: { agree: 0, contest: 0, fix_promised: 0 } },
            complete: { yes: 0, no: 0 },
            stalled: { routing: 0, response: 0, decision: 0 },
            seen: { source: by(), campaign: by(), rep: by(), team: by() }
        },
        sample: [],
        oldest: []
    };
}

/**
 * Counts one lead, or `count` that are alike, into a tally, which is changed in place: a million take a
 * second or two. Leads of other times than the tally's, and those that its filters leave out, do no harm.
 * What is no number at all is left out of what would count it.
 */
export function addOutcome(tally: Tally, outcome: LeadOutcome, count = 1): void {
    if (!Number.isSafeInteger(count) || count < 1) return;
    const { counts, period, cohort } = tally;
    const { mqlAt } = outcome;
    const decidedAt = outcome.kind === null ? NaN : (outcome.decidedAt ?? NaN);
    const isMql = mqlAt >= period.from && mqlAt < period.to;
    const isDecision = decidedAt >= period.from && decidedAt < period.to;
    const isCurrent = isMql || isDecision;
    if (isCurrent) {
        for (const dimension of DIMENSIONS) {
            const seen = counts.seen[dimension];
            const value = outcome[dimension] ?? '';
            seen[value] = (seen[value] ?? 0) + count;
        }
    }
    if (!passes(outcome, tally.filters)) return;
    addToMonths(tally, outcome, decidedAt, count);
    const { previous } = period;
    const wasMql = mqlAt >= previous.from && mqlAt < previous.to;
    const wasDecision = decidedAt >= previous.from && decidedAt < previous.to;
    if (wasMql || wasDecision) {
        addToStretch(counts.previous, outcome, count, wasMql, wasDecision, cohort);
    }
    if (!isCurrent) return;
    addToStretch(counts.period, outcome, count, isMql, isDecision, cohort);
    for (const dimension of DIMENSIONS) {
        const groups = counts.groups[dimension];
        const bucket = (groups[outcome[dimension] ?? ''] ??= {
            ...emptyBucket(counts.period.answers.length),
            ...(dimension === 'campaign' ? { minutes: null } : {})
        });
        addToBucket(bucket, outcome, count, isMql, isDecision, cohort);
    }
    if (isMql) addOnce(tally, outcome, count);
    if (cohort === 'mql_date' ? isMql : isDecision) addJudgement(counts, outcome, count);
}

/** Each lead counts in the month it became an MQL and in the month it was decided. */
function addToMonths(
    { counts, period, cohort }: Tally,
    outcome: LeadOutcome,
    decidedAt: Instant,
    count: number
): void {
    const mql = monthAt(period, outcome.mqlAt);
    const decision = monthAt(period, decidedAt);
    const at = (index: number): Stretch | undefined => counts.months[index];
    const first = at(mql);
    if (first) addToStretch(first, outcome, count, true, mql === decision, cohort);
    const second = mql === decision ? undefined : at(decision);
    if (second) addToStretch(second, outcome, count, false, true, cohort);
}

/** -1: in none. Most leads are of the last months. */
function monthAt({ months }: Period, at: Instant): number {
    let index = months.length - 1;
    while (index >= 0 && at < (months[index]?.from ?? 0)) index--;
    return index >= 0 && at < (months[index]?.to ?? 0) ? index : -1;
}

function addToStretch(
    to: Stretch,
    outcome: LeadOutcome,
    count: number,
    isMql: boolean,
    isDecision: boolean,
    cohort: Tally['cohort']
): void {
    addToBucket(to, outcome, count, isMql, isDecision, cohort);
    const { kind } = outcome;
    if (!(cohort === 'mql_date' ? isMql : isDecision)) return;
    if (kind !== 'rejected' && kind !== 'recycled') return;
    const reason = (to.reasons[outcome.reason ?? ''] ??= {
        rejected: 0,
        recycled: 0,
        checked: 0,
        contradicted: 0
    });
    reason[kind] += count;
    addContradiction(reason, outcome, count);
}

function addToBucket(
    to: Bucket,
    outcome: LeadOutcome,
    count: number,
    isMql: boolean,
    isDecision: boolean,
    cohort: Tally['cohort']
): void {
    const { kind } = outcome;
    if (isDecision && kind !== null) to.decision[kind] += count;
    if ((cohort === 'mql_date' ? isMql : isDecision) && isTurnedAway(kind)) {
        addContradiction(to, outcome, count);
    }
    if (!isMql) return;
    to.mql[kind ?? 'undecided'] += count;
    for (let i = 0; i < to.answers.length; i++) {
        addTimely(to.answers[i] as Timely, outcome.answers[i] ?? null, count);
    }
    addTimely(to.window, outcome.inTime, count);
    if (to.minutes !== null) addMinutes(to.minutes, outcome.responseMinutes, count);
    if (outcome.stalled !== null) to.stalled += count;
}

/** What is counted of the period's MQLs as a whole alone. */
function addOnce({ counts, period, oldest, sample }: Tally, outcome: LeadOutcome, count: number) {
    const { complete, id, stalled, stalledSince, window } = outcome;
    addMinutes(counts.routing, outcome.routingMinutes, count);
    if (complete !== null) counts.complete[complete ? 'yes' : 'no'] += count;
    if (window !== null) {
        const of = (counts.windows[window] ??= { ...timely(), minutes: {} });
        addTimely(of, outcome.inTime, count);
        addMinutes(of.minutes, outcome.responseMinutes, count);
    }
    if (stalled !== null && STALLS.includes(stalled)) counts.stalled[stalled] += count;
    if (id === null) return;
    const lead = { ...outcome, id };
    keepLowest(sample, SAMPLE_SIZE, auditRank(period.id, id), lead);
    if (stalled !== null) keepLowest(oldest, STALLED_SIZE, stalledSince ?? outcome.mqlAt, lead);
}

/** Whether the agreement had called those turned away MQLs, and what marketing said to the rejections. */
function addJudgement(counts: Counts, outcome: LeadOutcome, count: number): void {
    const { agreed, feedback, kind } = outcome;
    if (!isTurnedAway(kind)) return;
    counts.agreed[agreed === null ? 'unknown' : agreed ? 'yes' : 'no'] += count;
    if (kind !== 'rejected') return;
    addTimely(counts.feedback, outcome.feedbackInTime, count);
    if (feedback !== null && FEEDBACK_KINDS.includes(feedback)) {
        counts.feedback.answers[feedback] += count;
    }
}

function isTurnedAway(kind: DecisionKind | null): boolean {
    return kind === 'rejected' || kind === 'recycled';
}

function addContradiction(
    to: { checked: number; contradicted: number },
    { contradicts }: LeadOutcome,
    count: number
): void {
    if (contradicts === null) return;
    to.checked += count;
    if (contradicts) to.contradicted += count;
}

function addTimely(to: Timely, inTime: boolean | null, count: number): void {
    to[inTime === null ? 'open' : inTime ? 'inTime' : 'late'] += count;
}

function addMinutes(to: Minutes, value: number | null, count: number): void {
    if (value === null || !(value >= 0 && value < Infinity)) return;
    const minute = Math.floor(value);
    to[minute] = (to[minute] ?? 0) + count;
}

function by<T>(): By<T> {
    return Object.create(null) as By<T>;
}

export function timely(): Timely {
    return { inTime: 0, late: 0, open: 0 };
}

function decided(): Decided {
    return { accepted: 0, qualified: 0, recycled: 0, rejected: 0, undecided: 0 };
}

export function emptyBucket(answers: number): Bucket {
    return {
        mql: decided(),
        decision: decided(),
        answers: Array.from({ length: answers }, timely),
        window: timely(),
        minutes: {},
        checked: 0,
        contradicted: 0,
        stalled: 0
    };
}

function stretch(answers: number): Stretch {
    return { ...emptyBucket(answers), reasons: by() };
}
