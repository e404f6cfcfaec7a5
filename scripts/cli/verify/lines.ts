/** What `handoff verify` finds, line by line, as data. */
import type { Target } from '../plan/plan.ts';

/**
 * `unseen`: nobody could look, so nobody knows; `why` says what it takes. `told`: a fact that the
 * agreement says nothing about, such as a count.
 */
export type State = 'agreed' | 'drift' | 'unseen' | 'told';

export interface Line {
    readonly target: Target | 'both';
    /** The kind of thing in its platform's words: "contact property", "validation rule". */
    readonly what: string;
    /** Its own name: `handoff_reason`. */
    readonly name: string;
    readonly state: State;
    /** What it is instead, who changed it when; or what was counted. Null: nothing to add. */
    readonly why: string | null;
}

interface Labels {
    /** What may be chosen, with its label. */
    readonly [code: string]: string;
}
interface Counts {
    readonly [decision: string]: number;
}

/** What one CRM holds of what both must hold alike. */
export interface ReadBack {
    readonly target: Target;
    /** What is compared: its own name, for the words. */
    readonly place: string;
    readonly decisions: Labels;
    readonly reasons: Labels;
    readonly details: Labels;
    /** How many leads or contacts bear each decision; null: it may not be counted. */
    readonly decided: Counts | null;
}

/** What one CRM's verification gives. */
export interface Verified {
    readonly lines: readonly Line[];
    readonly readBack: ReadBack;
}
