/** Replaying the history of values that a CRM keeps, into what happened to the record. */
import { DECISION_KINDS } from '../lead.ts';
import type {
    Assignment,
    DecisionKind,
    Instant,
    PastDecision,
    Person,
    Unreadable
} from '../lead.ts';
import { MAX_NOTE, readInstant, readOneOf, readText } from './read.ts';

/** From `at` on, the value was this; `by` is who set it, when the CRM says so. */
export interface Version<T> {
    readonly at: Instant;
    readonly value: T | null;
    readonly by?: string | null;
}

/** The histories of the fields that hold a decision, in any order. */
export interface DecisionHistory {
    readonly kind: readonly Version<unknown>[];
    readonly reason: readonly Version<unknown>[];
    readonly detail: readonly Version<unknown>[];
    readonly note: readonly Version<unknown>[];
    /** When it was decided, as the field holds it. */
    readonly decidedAt: readonly Version<unknown>[];
}

/** A CRM may stamp the fields of one save up to this far apart. */
export const SAME_SAVE = 2000;

/** The value in force at an instant; null before the first version. */
export function asOf<T>(history: readonly Version<T>[], instant: Instant): T | null {
    let latest: Version<T> | null = null;
    for (const version of history) {
        if (version.at <= instant && (latest === null || version.at >= latest.at)) latest = version;
    }
    return latest === null ? null : latest.value;
}

/** Who had the record from when: a save that names the same owner again is no assignment. */
export function assignmentsFrom(owners: readonly Version<Person>[]): Assignment[] {
    const assignments: Assignment[] = [];
    let current: string | null = null;
    for (const { at, value } of oldestFirst(owners)) {
        if (value !== null && value.id !== current) assignments.push({ at, to: value });
        current = value === null ? null : value.id;
    }
    return assignments;
}

/**
 * The decisions, oldest first (Q50-Q58). Each new instant of decision is one; its reason, detail and
 * note are those in force once that save was done. One that cannot be read is noted and left out.
 */
export function decisionsFrom(history: DecisionHistory, notes: Unreadable[]): PastDecision[] {
    const saves = oldestFirst(history.decidedAt);
    const decisions: PastDecision[] = [];
    saves.forEach((save, index) => {
        const next = saves[index + 1];
        const saved = Math.min(save.at + SAME_SAVE, next ? next.at - 1 : Infinity);
        const at = readInstant('decisions', 'decided at', save.value, notes);
        if (at === null || decisions.some((decision) => decision.at === at)) return;
        const kind = readOneOf<DecisionKind>(
            'decisions',
            'decision',
            asOf(history.kind, saved),
            DECISION_KINDS,
            notes
        );
        if (kind === null) return;
        decisions.push({
            at,
            by: save.by ?? null,
            kind,
            reason: readText('decisions', 'reason', asOf(history.reason, saved), notes),
            detail: readText('decisions', 'reason detail', asOf(history.detail, saved), notes),
            note: readText('decisions', 'decision note', asOf(history.note, saved), notes, MAX_NOTE)
        });
    });
    return decisions.sort((a, b) => a.at - b.at);
}

function oldestFirst<T>(history: readonly Version<T>[]): readonly Version<T>[] {
    return [...history].sort((a, b) => a.at - b.at);
}
