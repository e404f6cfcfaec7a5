/** The agreement after reading and checking: durations in milliseconds or business days, instants as dates. */
import type { Channel, DecisionKind, EngagementKind } from '../lead.ts';
import type { Alarm, Metric } from './metricTypes.ts';

export type { Alarm, DecisionMetric, Metric, ResponseMetric } from './metricTypes.ts';

/** A length of time: a fixed number of milliseconds (`PT4H`, `P30D`) or of business days (`2bd`). */
export type Duration =
    | { readonly ms: number; readonly text: string }
    | { readonly businessDays: number; readonly text: string };

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

export interface CalendarSpec {
    readonly zone: string;
    readonly week: { readonly [day in Weekday]?: readonly string[] };
    readonly closed: readonly string[];
}

/** What a fact must be. Text compares without regard to case. */
export type Test =
    | { readonly between: readonly [number, number] }
    | { readonly atLeast: number }
    | { readonly atMost: number }
    | { readonly in: readonly string[] }
    /** Any of these as whole words or phrases within the text. */
    | { readonly contains: readonly string[] }
    | { readonly is: string | number | boolean }
    | { readonly known: boolean };

export interface FactCriterion {
    readonly label: string;
    readonly field: string;
    readonly test: Test;
}
export type Criterion =
    | FactCriterion
    | { readonly label: string; readonly any: readonly Criterion[] }
    | { readonly label: string; readonly all: readonly Criterion[] };

/** A named kind of behaviour; an engagement matches when its kind is listed and its text matches. */
export interface Signal {
    readonly id: string;
    readonly label: string;
    readonly kinds: readonly EngagementKind[];
    /** Any of these within the title or the URL, without regard to case; none means every one of the kind. */
    readonly about: readonly string[];
    /** What is counted: engagements, visits (gaps of `sessionGap` part them), or pages within one visit. */
    readonly count: 'engagements' | 'visits' | 'pages_in_visit';
}

/** "pricing page, at least 2 times, in the last 30 days". */
export interface SignalCriterion {
    readonly signal: string;
    readonly label: string;
    readonly atLeast: number;
    readonly within: Duration | null;
}

export interface ScoreRule {
    readonly id: string;
    readonly label: string;
    readonly points: number;
    /** Fit rules test facts, engagement rules test behaviour. */
    readonly when: { readonly fact: Criterion } | { readonly signal: SignalCriterion };
}

export interface ScoreDimension {
    /** The dimension never gives more than this. */
    readonly max: number;
    readonly rules: readonly ScoreRule[];
    /** Points halve with each such length since the last evidence; null: no decay. */
    readonly halfLife: Duration | null;
}

export interface Agreement {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    /** Dates are `YYYY-MM-DD`. */
    readonly effectiveFrom: string;
    readonly nextReview: string;
    readonly reviewEvery: Duration;
    /** The person who keeps the document and the measurement (Q17, Q97). */
    readonly owner: string;
    readonly signedBy: readonly {
        readonly role: string;
        readonly name: string;
        readonly on: string | null;
    }[];
    /** First 8 hex digits of a hash over the content, so that drift shows. */
    readonly hash: string;

    readonly calendars: { readonly [id: string]: CalendarSpec };
    /** The calendar used where none is named. */
    readonly calendar: string;

    /** Facts beyond the built-in ones, and where each CRM keeps them. */
    readonly fields: readonly {
        readonly id: string;
        readonly label: string;
        readonly salesforce: { readonly Lead: string | null; readonly Contact: string | null };
        readonly hubspot: string | null;
    }[];
    readonly sources: readonly {
        readonly id: string;
        readonly label: string;
        readonly salesforce: readonly string[];
        readonly hubspot: readonly string[];
    }[];
    /** In the order that leads go through them. */
    readonly stages: readonly Stage[];
    readonly signals: readonly Signal[];
    readonly sessionGap: Duration;

    readonly icp: readonly Criterion[];
    readonly score: {
        readonly threshold: number;
        readonly fit: ScoreDimension;
        readonly engagement: ScoreDimension;
        /** A CRM's own score to show beside ours; null: none. */
        readonly beside: {
            readonly salesforce: { readonly Lead: string | null; readonly Contact: string | null };
            readonly hubspot: string | null;
        };
    };
    readonly mql: {
        readonly icp: boolean;
        readonly score: boolean;
        readonly signals: {
            readonly atLeast: number;
            readonly within: Duration;
            readonly of: readonly SignalCriterion[];
        } | null;
    };
    /** High priority now (Q25). */
    readonly hot: readonly { readonly signal: string; readonly within: Duration }[];
    /** Qualifying signals older than this are called stale (Q26). */
    readonly staleAfter: Duration;

    readonly routing: {
        readonly within: Duration;
        readonly clock: 'open' | 'elapsed';
        readonly calendar: string;
    };
    /** In order; the first that matches at assignment is in force (Q30–Q33). */
    readonly windows: readonly ResponseWindow[];
    /** What a change of owner does to a running clock. */
    readonly reassignment: 'restart' | 'continue' | 'split';
    /** Who answers when a rep is away, and how it comes about (Q39); null: not agreed. */
    readonly coverage: { readonly by: string; readonly procedure: string } | null;
    readonly attempts: {
        readonly channels: readonly Channel[];
        /** What "unresponsive" takes (Q40). */
        readonly beforeUnresponsive: {
            readonly atLeast: number;
            readonly within: Duration;
            readonly channels: number;
        };
        /** The plan, shown as progress, never a gate (Q41). */
        readonly planned: { readonly atLeast: number; readonly within: Duration } | null;
    };

    readonly decision: {
        /** In order of time; each is a deadline of its own (Q50–Q52). */
        readonly due: readonly {
            readonly within: Duration;
            readonly after: 'assigned' | 'first_attempt' | 'first_contact';
        }[];
        /** Marketing answers a rejection within this (Q56). */
        readonly feedbackWithin: Duration;
        readonly note: { readonly max: number };
        readonly labels: {
            readonly [kind in DecisionKind]: {
                readonly label: string;
                /** The CRM's own status values that go with the decision; null: leave them alone. */
                readonly salesforce: {
                    readonly Lead: string | null;
                    readonly Contact: string | null;
                };
                readonly hubspot: {
                    readonly leadStatus: string | null;
                    readonly lifecycleStage: string | null;
                    /** The id of the stage that the person's open lead (Sales Hub) moves to (Q53). */
                    readonly leadStage: string | null;
                };
            };
        };
    };
    readonly reasons: readonly Reason[];

    readonly metrics: readonly Metric[];
    readonly alarms: readonly Alarm[];
    /** Which leads that sales won the definitions are checked against (Q14, Q15, Q91); null: not agreed. */
    readonly calibration: {
        /** The score: on those won in the last so long. */
        readonly score: Duration;
        /** The ICP; null: on the same ones. */
        readonly icp: Duration | null;
        /** By what they did in so long before their first conversation; null: up to the MQL date. */
        readonly signalsBefore: Duration | null;
    } | null;
    /** How the two sides settle what they disagree about (Q100); null: not agreed. */
    readonly disputes: {
        readonly mayEscalate: readonly string[];
        readonly procedure: string;
    } | null;
}

/** A step of a lead's way from stranger to customer (Q10). */
export interface Stage {
    readonly id: string;
    readonly label: string;
    /** One sentence; what it means in detail for an MQL stands in `icp`, `score` and `mql`. */
    readonly definition: string;
    /** What must be true, in words (Q12, Q13). */
    readonly criteria: readonly string[];
    readonly owner: string;
    /** The status that the CRM itself gives it; null: it has none of its own. */
    readonly salesforce: { readonly Lead: string | null; readonly Contact: string | null };
    /** HubSpot's lifecycle stage. */
    readonly hubspot: string | null;
}

export interface ResponseWindow {
    readonly id: string;
    readonly label: string;
    /** Null: always matches. */
    readonly when: { readonly any: readonly SignalCriterion[] } | null;
    /** In business days: until the n-th one after it closes; 0: until the same one does (Q33). */
    readonly within: Duration;
    readonly clock: 'open' | 'elapsed';
    readonly calendar: string;
    readonly starts: 'assigned' | 'mql';
    readonly stops: 'attempt' | 'contact';
    /** "due soon" from this long before the deadline, on the window's own clock. */
    readonly warn: Duration;
    /** Time since the clock's start, on the window's own clock, rising (Q34). */
    readonly ladder: readonly {
        readonly at: Duration;
        readonly to: string;
        readonly label: string;
    }[];
}

/** What a reason asks for. */
export type Evidence =
    /** A note in the rep's own words. */
    | { readonly kind: 'note'; readonly ask: string }
    /** The record's own value of an ICP fact; contradicted when the ICP test is met. */
    | { readonly kind: 'fact'; readonly field: string }
    /** The attempts before "unresponsive". */
    | { readonly kind: 'attempts' };

export interface Reason {
    readonly code: string;
    readonly label: string;
    readonly aliases: readonly string[];
    /** Which decisions it may be given for. */
    readonly for: readonly ('rejected' | 'recycled')[];
    readonly evidence: readonly Evidence[];
    readonly hubspot: LeadReason;
    /** The second level; empty: the reason stands alone. */
    readonly details: readonly {
        readonly code: string;
        readonly label: string;
        readonly aliases: readonly string[];
        readonly evidence: readonly Evidence[];
        readonly hubspot: LeadReason;
    }[];
}

/** What a reason is among the portal's own reasons to disqualify a lead (Q53). */
export interface LeadReason {
    /** The option's internal value; null: none, or for a detail that of its reason. */
    readonly leadReason: string | null;
}
