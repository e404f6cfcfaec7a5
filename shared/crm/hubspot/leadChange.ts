import type { Agreement } from '../../agreement/types.ts';
import type { Decision } from '../../decision/types.ts';
import type { DecisionKind } from '../../lead.ts';

/** What a decision means for HubSpot's own lead of the person. */
export interface LeadChange {
    /** The id of the stage it moves to. */
    readonly stage: string;
    /** The portal's own reason to disqualify it; null: the agreement names none. */
    readonly reason: string | null;
}

/** Where the agreement moves a lead with this kind of decision; null: nowhere. */
export function leadStageFor(kind: unknown, agreement: Agreement): string | null {
    const { labels } = agreement.decision;
    const isKind = typeof kind === 'string' && Object.prototype.hasOwnProperty.call(labels, kind);
    return isKind ? labels[kind as DecisionKind].hubspot.leadStage : null;
}

/** What becomes of the lead (Q53); null: the agreement leaves it where it is. A detail's reason comes before its group's. */
export function leadChange(decision: Decision, agreement: Agreement): LeadChange | null {
    const stage = leadStageFor(decision.kind, agreement);
    if (stage === null) return null;
    const reason = agreement.reasons.find(({ code }) => code === decision.reason);
    const detail = reason?.details.find(({ code }) => code === decision.detail);
    return { stage, reason: detail?.hubspot.leadReason ?? reason?.hubspot.leadReason ?? null };
}
