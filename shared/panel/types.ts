/**
 * What a panel shows: finished words, tones, order and numbers. No HTML, no component of a CRM.
 * A component maps a tone to its CRM's variant and lays out; it decides nothing.
 */
import type { DecisionKind, FeedbackKind, Instant, Section } from '../lead.ts';
import type { Clock, ClockState } from '../response/types.ts';

export type { Clock, ClockState } from '../response/types.ts';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

export interface Viewer {
    readonly now: Instant;
    /** BCP 47, such as `en-US`. */
    readonly locale: string;
    /** IANA zone in which the viewer reads times. */
    readonly timeZone: string;
}

export interface Badge {
    readonly text: string;
    readonly tone: Tone;
}

/** One line of a list: what, more about it, and when or how much at the end of the line. */
export interface Line {
    readonly id: string;
    readonly text: string;
    /** Second row; null: none. */
    readonly detail: string | null;
    /** At the line's end: "2 h ago", "+12". */
    readonly aside: string | null;
    /** The full form of `aside` for a tooltip and for screen readers: "Fri, Nov 20, 2026, 4:10 PM". */
    readonly asideTitle: string | null;
    readonly badge: Badge | null;
    readonly tone: Tone;
}

export interface Labelled {
    readonly label: string;
    readonly value: string;
    readonly tone: Tone;
}

export interface ClockView {
    readonly state: ClockState;
    readonly badge: Badge;
    /** "3 h 12 m left", "Overdue by 2 h 5 m", "Answered in 12 m". */
    readonly headline: string;
    /** "Due Mon, Nov 23, 11:12 AM EST"; null when nothing is due. */
    readonly due: string | null;
    /** 0..100 of the window used; null when there is no window. */
    readonly progress: number | null;
    /** "3 h 12 m used: Fri 4:00–5:00 PM, Mon 9:00–11:12 AM". */
    readonly arithmetic: string | null;
    /** Window, routing delay, rep delay, ladder: label and value. */
    readonly facts: readonly Labelled[];
    readonly ladder: readonly Line[];
    /** Said politely by screen readers when it changes (at thresholds only); never ticks. */
    readonly announcement: string;
    /** Redraw after this many milliseconds; null: nothing moves any more. */
    readonly redrawAfter: number | null;
}

export interface ScorePart {
    readonly label: string;
    readonly points: number;
    readonly max: number;
    readonly lines: readonly Line[];
}

export interface ScorePanel {
    readonly heading: string;
    readonly total: number;
    readonly threshold: number;
    /** "78 points, 60 needed" and its tone. */
    readonly summary: Badge;
    readonly parts: readonly ScorePart[];
    /** "2 of 7 buying signals in the last 30 days (2 needed)". */
    readonly signalsHeading: string | null;
    readonly signals: readonly Line[];
    /** "Without 'Asked for a demo' this would be 38, below 60"; null: nothing single would. */
    readonly counterfactual: string | null;
    /** "HubSpot's own score is 45 (15 lower)"; null when it is the same or not known. */
    readonly beside: string | null;
    /** The latest changes of that score; empty when none are known. */
    readonly besideChanges: readonly Line[];
}

/** One asset with everything the person did with it. */
export interface ContentGroup {
    readonly id: string;
    readonly title: string;
    /** "Viewed 3 times", "Form, filled in once". */
    readonly summary: string;
    readonly when: string;
    readonly whenTitle: string;
    /** Buying signals this asset stands for. */
    readonly badge: Badge | null;
    /** The form's own text: question and answer. */
    readonly answers: readonly { readonly question: string; readonly answer: string }[];
}

export interface ReasonChoice {
    /** `icp_mismatch.company_size` or `no_budget`. */
    readonly code: string;
    readonly label: string;
    /** The first level's label when this is a second-level one. */
    readonly group: string | null;
    /** False: not open yet, and why. */
    readonly open: boolean;
    readonly why: string | null;
    /** The record says otherwise; allowed, but flagged. */
    readonly contradiction: string | null;
    /** What the record shows for it: "Employees: 1,200". */
    readonly evidence: string | null;
    /** Asked of the rep; null: the note is optional. */
    readonly ask: string | null;
}

export interface DecisionPanel {
    readonly heading: string;
    readonly state: Badge;
    /** "Decision due Tue, Nov 24, 5:00 PM"; null: none due. */
    readonly due: Badge | null;
    /** Not null: nobody can decide now, and why (converted, not an MQL). */
    readonly closed: string | null;
    /** A decision is in force: the choices then stand behind `words.change`. */
    readonly decided: boolean;
    /** In the order of the buttons. */
    readonly choices: readonly {
        readonly kind: DecisionKind;
        readonly label: string;
        /** Empty: no reason is asked. */
        readonly reasons: readonly ReasonChoice[];
    }[];
    readonly noteLabel: string;
    readonly noteMax: number;
    readonly words: {
        readonly reasonLabel: string;
        readonly reasonPlaceholder: string;
        readonly notOpen: string;
        readonly confirm: { readonly [kind in DecisionKind]: string };
        readonly saved: { readonly [kind in DecisionKind]: string };
        readonly cancel: string;
        readonly change: string;
        readonly saving: string;
    };
    /** Every decision and every answer of marketing's, the newest first. */
    readonly history: readonly Line[];
}

/** Marketing's side of a rejection (Q56, Q100). */
export interface FeedbackPanel {
    readonly heading: string;
    readonly state: Badge;
    /** "Answer due Fri, Nov 27, 5:00 PM, in 5 days"; null: answered, or the calendar has no such day. */
    readonly due: Badge | null;
    /** What marketing said, who, when and whether in time; null: nothing yet. */
    readonly answer: Line | null;
    /** In the order of the buttons, for whoever may answer; empty: nobody can any more. */
    readonly choices: readonly {
        readonly kind: FeedbackKind;
        readonly label: string;
        /** Asked of marketing; null: the note is optional. */
        readonly ask: string | null;
    }[];
    readonly noteLabel: string;
    readonly noteMax: number;
    readonly words: {
        readonly confirm: string;
        readonly saved: { readonly [kind in FeedbackKind]: string };
        readonly cancel: string;
        readonly change: string;
        readonly saving: string;
    };
}

export interface AcceptancePanel {
    /** The record's own state. */
    readonly own: Badge;
    /** "Organic search: 72% accepted" or "too few to say". */
    readonly source: Badge | null;
    /** "18 of 25 decided, MQLs since Sat, Aug 22; likely 52% to 86%; 4 undecided left out". */
    readonly basis: string | null;
    readonly alarm: string | null;
    readonly rate: number | null;
    readonly numerator: number;
    readonly denominator: number;
}

export interface Listing<T> {
    readonly heading: string;
    readonly items: readonly T[];
    /** Said in place of an empty list; null when there are items. */
    readonly empty: string | null;
    /** "Show all 48": label of the control that unfolds what is beyond `shown`; null when all are shown. */
    readonly more: string | null;
    readonly less: string;
    /** How many to show before unfolding. */
    readonly shown: number;
    /** What could not be seen in this part. */
    readonly gaps: readonly string[];
}

export interface LeadPanel {
    readonly title: string;
    /** "VP Marketing, Northwind Traders"; null when neither is known. */
    readonly subtitle: string | null;
    readonly mql: Badge;
    readonly hot: Badge | null;
    readonly clock: Clock;
    readonly clockView: ClockView;
    readonly clockDetails: string;
    readonly attempts: Labelled;
    readonly warnings: readonly Line[];
    readonly whyNow: Listing<Line>;
    readonly score: ScorePanel;
    readonly icp: Listing<Line>;
    readonly content: Listing<ContentGroup>;
    readonly touches: Listing<Line>;
    readonly decision: DecisionPanel;
    /** Null: no rejection is in force. */
    readonly feedback: FeedbackPanel | null;
    readonly acceptance: AcceptancePanel;
    /** What could not be seen or read and is not said in its own part above. */
    readonly gaps: readonly { readonly section: Section | null; readonly text: string }[];
    readonly gapsHeading: string;
    /** "Marketing–sales agreement v1 · 3f2a9c1b · since Oct 1, 2026". */
    readonly footer: string;
}
