/** What both sides measure (Q32, Q35, Q60–Q65), and what they do when it goes wrong. */
import type { DecisionKind } from '../lead.ts';
import type { Duration } from './types.ts';

interface Measured {
    readonly id: string;
    readonly label: string;
    readonly period: Duration;
    readonly smallestSample: number;
    /** What both sides want it to be (0..1); null: none agreed. */
    readonly target: number | null;
    /** Where it stood when the target was agreed (0..1), and where that number is from (Q72). */
    readonly baseline: { readonly value: number; readonly from: string } | null;
}

/** A share of what sales decided: acceptance, rejection, conversion. */
export interface DecisionMetric extends Measured {
    readonly kind: 'decision';
    readonly numerator: readonly DecisionKind[];
    /** `decided` leaves the undecided out, `delivered` counts them, `accepted` are those and the qualified. */
    readonly denominator: 'decided' | 'delivered' | 'accepted';
    readonly cohort: 'mql_date' | 'decision_date';
}

/**
 * The share of the period's MQLs answered in time (Q32): of those answered, and those whose time is over.
 * Whoever may still be answered in time is left out.
 */
export interface ResponseMetric extends Measured {
    readonly kind: 'response';
    /** In business days: until the n-th one after it closes; 0: until the same one does. */
    readonly within: Duration;
    readonly clock: 'open' | 'elapsed';
    readonly calendar: string;
    readonly starts: 'assigned' | 'mql';
    readonly stops: 'attempt' | 'contact';
}

export type Metric = DecisionMetric | ResponseMetric;

/** Either bound is set, never both. */
export interface Alarm {
    readonly metric: string;
    readonly below: number | null;
    readonly above: number | null;
    /** Consecutive months. */
    readonly months: number;
    readonly action: string;
    readonly owner: string;
}
