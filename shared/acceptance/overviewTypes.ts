/** The numbers of an overview: what became of the leads of a period. No words but ids. */
import type { Instant, SourceCounts } from '../lead.ts';
import type { Dimension, FeedbackKind, Filters, Month, Period, Stall } from './outcomeTypes.ts';
import type { AcceptanceRate } from './types.ts';

/** A metric over the period, and over the stretch before it. */
export interface MetricResult extends AcceptanceRate {
    readonly previous: AcceptanceRate;
    /** The rate's change against the stretch before (0.05: five points more); null: either has too few. */
    readonly change: number | null;
}

/** Minutes as they lie; of those answered (or routed) alone. */
export interface Spread {
    readonly count: number;
    /** The middle one, or the mean of the middle two; null of none. */
    readonly median: number | null;
    /** The least that 95% do not exceed (nearest rank); null of none. */
    readonly p95: number | null;
}

/** Of those whose time is over or who were answered: how many in time. */
export interface InTime {
    readonly inTime: number;
    readonly late: number;
    /** There is still time. */
    readonly open: number;
    /** 0..1; null of none. */
    readonly share: number | null;
}

/** One source, campaign, rep or team. */
export interface GroupResult {
    /** Its value in `LeadOutcome`; empty: not known. */
    readonly key: string;
    /** MQLs of the period. */
    readonly delivered: number;
    /** By the cohort of the main metric. */
    readonly counts: SourceCounts;
    /** In the agreement's order. */
    readonly metrics: readonly AcceptanceRate[];
    /** Null for campaigns: a campaign answers nobody. */
    readonly response: Spread | null;
    readonly inTime: InTime;
    /** Turned away for a reason that the record could contradict, and how many it does. */
    readonly checked: number;
    readonly contradicted: number;
    readonly stalled: number;
}

export interface MonthResult extends Month {
    readonly delivered: number;
    readonly metrics: readonly AcceptanceRate[];
    readonly response: Spread;
    readonly inTime: InTime;
    /** Turned away in all, of which `ReasonResult.months` are parts. */
    readonly turnedAway: number;
}

export interface ReasonResult {
    /** `group.detail`, `group`, or the CRM's own text; empty: none given. */
    readonly code: string;
    readonly rejected: number;
    readonly recycled: number;
    /** Of all that were turned away, 0..1. */
    readonly share: number;
    /** Turned away for it in the stretch before, and its share of those; null: nobody was turned away then. */
    readonly before: number;
    readonly shareBefore: number | null;
    /** Turned away for it in each of `months`. */
    readonly months: readonly number[];
    readonly checked: number;
    readonly contradicted: number;
}

export interface AlarmResult {
    readonly metric: string;
    readonly below: number | null;
    readonly above: number | null;
    /** Consecutive months that raise it; 1: the period itself does. */
    readonly months: number;
    readonly action: string;
    readonly owner: string;
    /** `building`: beyond the bound, but not for long enough yet; `too_few`: nobody can say. */
    readonly state: 'raised' | 'building' | 'quiet' | 'too_few';
    /** The rate it was judged by: the period's, or the last whole month's. */
    readonly rate: number | null;
    /** Consecutive whole months, up to the last one, beyond the bound with enough to say so. */
    readonly standing: number;
    /** The first of those months; null: none, so that a raised alarm is this period's own. */
    readonly since: string | null;
}

/** A rule of the ICP that reps deny although the record meets it. */
export interface DisputedRule {
    readonly label: string;
    readonly field: string;
    /** How often its reasons were given and could be checked, and how often the record said otherwise. */
    readonly checked: number;
    readonly contradicted: number;
}

/** Where the agreement said yes and reps said no. */
export interface Disagreement {
    readonly turnedAway: number;
    readonly checked: number;
    readonly contradicted: number;
    /** Of the checked, 0..1; null of none. */
    readonly share: number | null;
    /** Of those turned away: whether the agreement called them MQLs when they were handed over. */
    readonly agreed: { readonly yes: number; readonly no: number; readonly unknown: number };
    /** Most contradicted first. */
    readonly rules: readonly DisputedRule[];
}

/** Marketing's answers to rejections (Q56, Q100). */
export interface FeedbackResult {
    readonly rejected: number;
    /** Answered, or their time is over. */
    readonly due: number;
    readonly inTime: number;
    readonly late: number;
    /** Not answered, and there is time. */
    readonly open: number;
    readonly answers: { readonly [kind in FeedbackKind]: number };
    /** In time of those due, 0..1; null of none. */
    readonly share: number | null;
}

/** One lead to look up. */
export interface ListedLead {
    readonly id: string;
    readonly mqlAt: Instant;
    readonly source: string | null;
    readonly rep: string | null;
    readonly stalled: Stall | null;
    readonly stalledSince: Instant | null;
}

export interface Quality {
    readonly complete: number;
    readonly incomplete: number;
    /** 0..1; null of none. */
    readonly share: number | null;
    /** Drawn by the period's id: the same leads whoever draws them, in whatever order (Q70). */
    readonly sample: readonly ListedLead[];
}

export interface AcceptanceOverview {
    readonly period: Period;
    readonly filters: Filters;
    /** What the outcomes hold as of. */
    readonly asOf: Instant;
    /** `future`: it begins after `asOf`, and there is nothing to show yet. */
    readonly state: 'over' | 'running' | 'future';
    /** MQLs of the period, decided or not. */
    readonly delivered: number;
    readonly deliveredBefore: number;
    /** By the cohort of the main metric (`acceptanceMetric`), as reasons and disagreement are. */
    readonly counts: SourceCounts;
    readonly cohort: 'mql_date' | 'decision_date';
    /** Every metric of the agreement, in its order. */
    readonly metrics: readonly MetricResult[];
    /** Most delivered first, those of which it is not known last. */
    readonly groups: { readonly [dimension in Dimension]: readonly GroupResult[] };
    readonly months: readonly MonthResult[];
    /** Most frequent first. */
    readonly reasons: readonly ReasonResult[];
    readonly response: {
        readonly routing: Spread;
        readonly rep: Spread;
        readonly inTime: InTime;
        /** Each window of the agreement, in its order. */
        readonly windows: readonly (InTime & { readonly window: string; readonly rep: Spread })[];
    };
    /** Raised ones first, otherwise in the agreement's order. */
    readonly alarms: readonly AlarmResult[];
    readonly disagreement: Disagreement;
    readonly feedback: FeedbackResult;
    readonly quality: Quality;
    readonly stalled: {
        readonly count: number;
        readonly by: { readonly [stall in Stall]: number };
        /** Longest first, as many as fit a list; none where leads were counted in groups. */
        readonly leads: readonly ListedLead[];
    };
    /** Values seen among all leads of the period, filtered or not, in order. */
    readonly choices: { readonly [dimension in Dimension]: readonly string[] };
    /** Filters whose value no lead of the period has. */
    readonly unmatched: readonly Dimension[];
}
