/** The decision fields and their history -> the decisions, oldest first. */
import type { Agreement } from '../../agreement/types.ts';
import { DECISION_KINDS } from '../../lead.ts';
import type { PastDecision, Unreadable } from '../../lead.ts';
import { noteUnreadable } from '../read.ts';
import { decisionsFrom } from '../replay.ts';
import type { DecisionHistory, Version } from '../replay.ts';
import type { Change } from './history.ts';
import { HANDOFF } from './names.ts';
import { valueAt } from './row.ts';

type ReadField = (field: string) => Version<unknown>[];

/**
 * The decisions saved on the record. What the record holds now is one of them, whether its history
 * is tracked or not; then nobody knows who made it.
 */
export function decisionsOf(
    person: unknown,
    changes: readonly Change[],
    agreement: Agreement,
    notes: Unreadable[]
): PastDecision[] {
    const replayed = decisionsFrom(
        historyOf((field) => versionsOf(person, field, changes), agreement),
        notes
    );
    const ofNow = historyOf(
        (field) => [{ at: 0, value: valueAt(person, field) ?? null }],
        agreement
    );
    const added = decisionsFrom(ofNow, []).filter(
        ({ at }) => !replayed.some((decision) => decision.at === at)
    );
    if (valueAt(person, HANDOFF.decision) && !valueAt(person, HANDOFF.decidedAt)) {
        noteUnreadable('decisions', 'decision date', 'empty', notes);
    }
    return [...replayed, ...added].sort((a, b) => a.at - b.at);
}

function historyOf(read: ReadField, agreement: Agreement): DecisionHistory {
    const { labels } = agreement.decision;
    const details = agreement.reasons.flatMap((reason) => reason.details);
    const kinds = DECISION_KINDS.map((kind) => ({ code: kind, label: labels[kind].label }));
    return {
        kind: coded(read(HANDOFF.decision), kinds),
        reason: coded(read(HANDOFF.reason), agreement.reasons),
        detail: coded(read(HANDOFF.detail), details),
        note: read(HANDOFF.note),
        decidedAt: read(HANDOFF.decidedAt)
    };
}

/** A field's values from its history; before the first change its old value, without any its value of now. */
function versionsOf(
    person: unknown,
    field: string,
    changes: readonly Change[]
): Version<unknown>[] {
    const own = changes.filter((change) => change.field === field);
    const [earliest] = own;
    const before = earliest ? earliest.oldValue : valueAt(person, field);
    return [
        { at: -Infinity, value: before ?? null },
        ...own.map(({ at, newValue, by }) => ({ at, value: newValue ?? null, by }))
    ];
}

/** A picklist's history may hold the label of a value instead of its code. */
function coded(
    versions: readonly Version<unknown>[],
    values: readonly { readonly code: string; readonly label: string }[]
): Version<unknown>[] {
    return versions.map((version) => {
        const known = values.find(
            ({ code, label }) => version.value === code || version.value === label
        );
        return known ? { ...version, value: known.code } : version;
    });
}
