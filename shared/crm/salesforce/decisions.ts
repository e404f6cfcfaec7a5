/** The decision fields and their history -> the decisions, oldest first. */
import type { Agreement } from '../../agreement/types.ts';
import { DECISION_KINDS } from '../../lead.ts';
import type { PastDecision, Unreadable } from '../../lead.ts';
import { noteUnreadable } from '../read.ts';
import { decisionsFrom } from '../replay.ts';
import type { DecisionHistory, Version } from '../replay.ts';
import { coded, versionsOf } from './history.ts';
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
