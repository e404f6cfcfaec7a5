/** What a score is made of: numbers, states and evidence; no words but the agreement's own labels. */
import type { Duration } from '../agreement/types.ts';
import type { Engagement, Fact, Instant } from '../lead.ts';

/** `unknown`: the record does not say, or cannot be seen. */
export type State = 'met' | 'not_met' | 'unknown';

/** One criterion on facts, and what the record says to it. */
export interface CriterionResult {
    readonly label: string;
    /** Null for `any` and `all`, whose parts stand in `children`. */
    readonly field: string | null;
    readonly state: State;
    readonly value: Fact;
    readonly children: readonly CriterionResult[];
}

/** One signal criterion, counted. */
export interface SignalResult {
    readonly signal: string;
    readonly label: string;
    readonly state: State;
    readonly count: number;
    readonly atLeast: number;
    /** Null: ever. */
    readonly within: Duration | null;
    /** The latest matching engagement within the stretch. */
    readonly newest: Engagement | null;
}

export type ScoreEvidence =
    | {
          readonly kind: 'fact';
          /** The fact that decided; of `any`/`all` the first leaf in the state of the whole. */
          readonly field: string | null;
          readonly value: Fact;
      }
    | {
          readonly kind: 'engagements';
          readonly count: number;
          readonly atLeast: number;
          readonly within: Duration | null;
          readonly newest: Engagement | null;
      };

export interface ScoreLine {
    readonly ruleId: string;
    readonly label: string;
    /** The rule's points before decay. */
    readonly full: number;
    /** Points earned, signed, a whole number; 0 unless the rule is met. */
    readonly points: number;
    readonly state: State;
    /** Factor on `full`, 0..1; 1: none. */
    readonly decay: number;
    readonly evidence: ScoreEvidence;
}

/** `points = sum(lines.points) - capped`, always. */
export interface Dimension {
    /** Between 0 and `max`. */
    readonly points: number;
    readonly max: number;
    readonly lines: readonly ScoreLine[];
    /** Points cut off by `max`; negative when negative rules went below 0 and were lifted to it. */
    readonly capped: number;
}

/** One answer to "why now": a rule that was met, with its latest evidence. */
export interface Cause {
    readonly ruleId: string;
    readonly label: string;
    readonly points: number;
    /** When the latest evidence came in; null for a fact. */
    readonly at: Instant | null;
    /** Engagements (or visits, or pages) counted; 0 for a fact. */
    readonly count: number;
    /** Up to 3 distinct asset titles, newest first. */
    readonly titles: readonly string[];
}

/** A rule without which the total would stay under the threshold. */
export interface Drop {
    readonly ruleId: string;
    readonly label: string;
    readonly totalWithout: number;
}

export interface Score {
    /** `fit.points + engagement.points`. */
    readonly total: number;
    readonly threshold: number;
    readonly fit: Dimension;
    readonly engagement: Dimension;
    readonly icp: { readonly state: State; readonly results: readonly CriterionResult[] };
    /** Null: the agreement asks for no signals. */
    readonly signals: {
        readonly met: number;
        readonly needed: number;
        readonly within: Duration;
        readonly results: readonly SignalResult[];
    } | null;
    /** `unknown` when nothing but missing facts stands between the person and the line (Q08). */
    readonly mql: 'yes' | 'no' | 'unknown';
    /** 3 to 5 where there are as many, latest first (Q23). */
    readonly causes: readonly Cause[];
    /** Only when the total reaches the threshold; lowest `totalWithout` first. */
    readonly drops: readonly Drop[];
    /** The latest qualifying evidence, when it is older than agreed (Q26). */
    readonly stale: { readonly newestAt: Instant } | null;
    /** High priority now (Q25). */
    readonly hot: { readonly signal: string; readonly label: string; readonly at: Instant } | null;
}
