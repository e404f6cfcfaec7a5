import type { Agreement } from '../../agreement/types.ts';
import type { Decision } from '../../decision/types.ts';
import type { Feedback } from '../../feedback/types.ts';
import { FEEDBACK, HANDOFF } from './names.ts';
import { LEAD_STATUS, LIFECYCLE_STAGE } from './native.ts';

/**
 * The contact properties that record a decision, for one PATCH. Empty text clears what an earlier
 * decision left; HubSpot takes instants as ISO 8601 in UTC. The status and the stage are the
 * agreement's, and left alone where it names none.
 */
export function hubspotWrite(decision: Decision, agreement: Agreement): Record<string, string> {
    return { ...hubspotDecision(decision), ...hubspotNative(decision, agreement) };
}

/** Handoff's own part of it, which no account has reason to refuse. */
export function hubspotDecision(decision: Decision): Record<string, string> {
    return {
        [HANDOFF.decision]: decision.kind,
        [HANDOFF.reason]: decision.reason ?? '',
        [HANDOFF.detail]: decision.detail ?? '',
        [HANDOFF.note]: decision.note ?? '',
        [HANDOFF.decidedAt]: new Date(decision.at).toISOString(),
        [HANDOFF.decidedBy]: decision.by ?? ''
    };
}

/** HubSpot's own properties, whose options and rules are the account's. */
export function hubspotNative(
    { kind }: Decision,
    agreement: Agreement
): { readonly [name in typeof LEAD_STATUS | typeof LIFECYCLE_STAGE]?: string } {
    const { leadStatus, lifecycleStage } = agreement.decision.labels[kind].hubspot;
    return {
        ...(leadStatus === null ? {} : { [LEAD_STATUS]: leadStatus }),
        ...(lifecycleStage === null ? {} : { [LIFECYCLE_STAGE]: lifecycleStage })
    };
}

/** The contact properties that record marketing's answer, for one PATCH. */
export function hubspotAnswer({ kind, at, by, note }: Feedback): Record<string, string> {
    return {
        [FEEDBACK.answer]: kind,
        [FEEDBACK.at]: new Date(at).toISOString(),
        [FEEDBACK.by]: by ?? '',
        [FEEDBACK.note]: note ?? ''
    };
}
