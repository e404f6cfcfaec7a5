/** The contact properties that Handoff adds to a portal, as HubSpot's property API takes them. */
import { HANDOFF } from '../../shared/crm/hubspot/names.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { DECISION_KINDS } from '../../shared/lead.ts';

export interface PropertyOption {
    readonly value: string;
    readonly label: string;
    readonly displayOrder: number;
    readonly hidden: boolean;
}
export interface PropertyDefinition {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly groupName: string;
    readonly type: 'enumeration' | 'string' | 'datetime';
    readonly fieldType: 'select' | 'text' | 'textarea' | 'date';
    readonly options: readonly PropertyOption[];
}
export interface ContactProperties {
    readonly group: { readonly name: string; readonly label: string };
    readonly properties: readonly PropertyDefinition[];
}

/** The file that holds them, from the project's root. */
export const FILE = 'hubspot-project/properties/contacts.json';

const GROUP = { name: 'handoff', label: 'Handoff' };

/** The group and the properties; the choices are the agreement's decisions and reasons. */
export function contactProperties(agreement: Agreement): ContactProperties {
    const define = (
        name: string,
        label: string,
        description: string,
        [type, fieldType]: readonly [PropertyDefinition['type'], PropertyDefinition['fieldType']],
        choices: readonly { readonly value: string; readonly label: string }[] = []
    ): PropertyDefinition => ({
        name,
        label,
        description,
        groupName: GROUP.name,
        type,
        fieldType,
        options: choices.map((choice, displayOrder) => ({ ...choice, displayOrder, hidden: false }))
    });
    const decisions = DECISION_KINDS.map((kind) => ({
        value: kind,
        label: agreement.decision.labels[kind].label
    }));
    const reasons = agreement.reasons.map(({ code, label }) => ({ value: code, label }));
    return {
        group: GROUP,
        properties: [
            define(
                HANDOFF.decision,
                'Handoff decision',
                'What sales decided about this person.',
                ['enumeration', 'select'],
                decisions
            ),
            define(
                HANDOFF.reason,
                'Handoff reason',
                'Why the person was rejected or recycled.',
                ['enumeration', 'select'],
                reasons
            ),
            define(
                HANDOFF.detail,
                'Handoff reason detail',
                'The second level of the reason.',
                ['enumeration', 'select'],
                details(agreement)
            ),
            define(
                HANDOFF.note,
                'Handoff note',
                'What sales said about the decision, in their own words.',
                ['string', 'textarea']
            ),
            define(HANDOFF.decidedAt, 'Handoff decided at', 'When the decision was made.', [
                'datetime',
                'date'
            ]),
            define(HANDOFF.decidedBy, 'Handoff decided by', 'Who made the decision.', [
                'string',
                'text'
            ]),
            define(
                HANDOFF.mqlAt,
                'Handoff MQL at',
                'When the person last became an MQL; empty: HubSpot’s own lifecycle date counts.',
                ['datetime', 'date']
            )
        ]
    };
}

/** Two reasons may share a detail's code; HubSpot wants each value once. */
function details(agreement: Agreement): { value: string; label: string }[] {
    const labels = new Map<string, string>();
    for (const reason of agreement.reasons) {
        for (const { code, label } of reason.details) {
            if (!labels.has(code)) labels.set(code, label);
        }
    }
    return [...labels].map(([value, label]) => ({ value, label }));
}
