/** The parts of a choice, each of any type until it was looked at. Problems are added to `issues`. */
import type { Agreement } from '../agreement/types.ts';
import type { Issue } from '../issue.ts';
import type { DecisionKind } from '../lead.ts';
import { findReason } from './findReason.ts';
import { issue } from './issue.ts';
import { cleanNote, lengthOf } from './note.ts';
import { reasonLeaves } from './reasons.ts';
import type { ReasonLeaf } from './reasons.ts';

function isAbsent(value: unknown): boolean {
    return (
        value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
    );
}

/** The note, cleaned; null when there is none. */
export function readNote(value: unknown, { decision }: Agreement, issues: Issue[]): string | null {
    if (isAbsent(value)) return null;
    if (typeof value !== 'string') {
        issues.push(issue('note.type', 'note', 'The note must be text.'));
        return null;
    }
    const note = cleanNote(value);
    const { max } = decision.note;
    const length = note === null ? 0 : lengthOf(note);
    if (length > max) {
        const message = `The note has ${length} characters; shorten it to ${max}.`;
        issues.push(issue('note.too_long', 'note', message));
    }
    return note;
}

/** Who decides; null when nobody is named. */
export function readBy(value: unknown, issues: Issue[]): string | null {
    if (isAbsent(value)) return null;
    if (typeof value === 'string') return cleanNote(value);
    issues.push(issue('by.type', 'by', "Who decides must be the CRM's user id, as text."));
    return null;
}

/** The reason that goes with the decision; null when it takes none, or when an issue was found. */
export function readReason(
    value: unknown,
    kind: DecisionKind,
    agreement: Agreement,
    issues: Issue[]
): ReasonLeaf | null {
    if (kind === 'accepted' || kind === 'qualified') {
        if (!isAbsent(value)) {
            const message = `"${kind}" takes no reason; leave it out and use the note.`;
            issues.push(issue('reason.not_wanted', 'reason', message));
        }
        return null;
    }
    if (isAbsent(value)) {
        const offered = reasonLeaves(agreement).filter((leaf) => leaf.for.includes(kind));
        // Q54: a rejection without a reason is never possible.
        if (kind === 'rejected' || offered.length > 0) {
            const codes = offered.map(({ code }) => code).join(', ');
            const message = `"${kind}" needs a reason; choose one of: ${codes}.`;
            issues.push(issue('reason.required', 'reason', message));
        }
        return null;
    }
    if (typeof value !== 'string') {
        issues.push(
            issue('reason.type', 'reason', "The reason must be one of the agreement's codes.")
        );
        return null;
    }
    const { leaf, issue: problem } = findReason(value, agreement);
    if (leaf === null) {
        issues.push(problem);
        return null;
    }
    if (!leaf.for.includes(kind)) {
        const message = `"${leaf.label}" is a reason for ${leaf.for.join(' or ')}, not for ${kind}.`;
        issues.push(issue('reason.wrong_decision', 'reason', message));
        return null;
    }
    return leaf;
}
