import type { Agreement } from '../../agreement/types.ts';
import type { Decision } from '../../decision/types.ts';
import type { Feedback } from '../../feedback/types.ts';
import { FEEDBACK, HANDOFF } from './names.ts';
import type { ObjectName } from './names.ts';

/** A Contact has no standard status: its agreement label goes to no field. */
const STATUS: { readonly [name in ObjectName]: string | null } = { Lead: 'Status', Contact: null };

/**
 * The fields that record a decision, for one `updateRecord`; null clears what an earlier decision left.
 * The status is the agreement's, and left alone where it names none. When it was decided, and by whom,
 * the server stamps (HandoffStamps): a rep's clock proves nothing (Q50, Q51).
 */
export function salesforceWrite(
    decision: Decision,
    objectName: ObjectName,
    agreement: Agreement
): Record<string, string | null> {
    const status = agreement.decision.labels[decision.kind].salesforce[objectName];
    const field = STATUS[objectName];
    return {
        [HANDOFF.decision]: decision.kind,
        [HANDOFF.reason]: decision.reason,
        [HANDOFF.detail]: decision.detail,
        [HANDOFF.note]: decision.note,
        ...(status === null || field === null ? {} : { [field]: status })
    };
}

/** The fields that record marketing's answer; when it was given, and by whom, the server stamps. */
export function salesforceAnswer({ kind, note }: Feedback): Record<string, string | null> {
    return { [FEEDBACK.answer]: kind, [FEEDBACK.note]: note };
}
