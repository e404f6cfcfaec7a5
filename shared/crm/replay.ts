/** Replaying the history of values that a CRM keeps, into what happened to the record. */
import { DECISION_KINDS, FEEDBACK_KINDS } from '../lead.ts';
import type {
    Assignment,
    DecisionKind,
    FeedbackKind,
    Instant,
    PastDecision,
    PastFeedback,
    Person,
    Unreadable
} from '../lead.ts';
import { MAX_NOTE, noteUnreadable, readInstant, readOneOf, readText } from './read.ts';

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

/** The histories of the fields that hold marketing's answer, in any order. */
export interface FeedbackHistory {
    readonly kind: readonly Version<unknown>[];
    readonly note: readonly Version<unknown>[];
    /** When it was given, as the field holds it. */
    readonly at: readonly Version<unknown>[];
    /** Who gave it, as the field holds it; without it, who saved it. */
    readonly by: readonly Version<unknown>[];
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

/**
 * Marketing's answers, oldest first (Q56). Each change to another answer is one; a note that is corrected
 * afterwards is its note. It was given when the record says so, and when it was saved where nothing was
 * said with that save. One that cannot be read or dated is noted and left out.
 */
export function feedbackFrom(history: FeedbackHistory, notes: Unreadable[]): PastFeedback[] {
    const saves = oldestFirst(history.kind).filter(
        ({ value }, index, all) => index === 0 || value !== all[index - 1]?.value
    );
    const answers = saves.flatMap((save, index): PastFeedback[] => {
        const kind = readOneOf<FeedbackKind>(
            'decisions',
            'marketing’s answer',
            save.value,
            FEEDBACK_KINDS,
            notes
        );
        if (kind === null) return [];
        const given = writtenWith(save, history.at)?.value ?? null;
        const isDated = Number.isFinite(save.at) && save.at > 0;
        const at =
            readInstant('decisions', 'marketing’s answer date', given, notes) ??
            (isDated ? save.at : null);
        if (at === null) {
            noteUnreadable('decisions', 'marketing’s answer date', given ?? 'empty', notes);
            return [];
        }
        const by = readText(
            'decisions',
            'answered by',
            writtenWith(save, history.by)?.value ?? save.by ?? null,
            notes
        );
        const next = saves[index + 1];
        const note = asOf(history.note, next === undefined ? Infinity : endOf(save, next));
        return [
            { at, by, kind, note: readText('decisions', 'marketing’s note', note, notes, MAX_NOTE) }
        ];
    });
    return answers.sort((a, b) => a.at - b.at);
}

/** What the same save wrote into another field. */
function writtenWith<T>(save: Version<unknown>, history: readonly Version<T>[]): Version<T> | null {
    const same = history.filter(({ at }) => at === save.at || Math.abs(at - save.at) <= SAME_SAVE);
    return oldestFirst(same)[same.length - 1] ?? null;
}

/** The last instant before the next save began to change things. */
function endOf(save: Version<unknown>, next: Version<unknown>): Instant {
    const settled = Math.min(save.at + SAME_SAVE, next.at - 1);
    return Math.max(settled, next.at - SAME_SAVE - 1);
}

function oldestFirst<T>(history: readonly Version<T>[]): readonly Version<T>[] {
    return [...history].sort((a, b) => a.at - b.at);
}
