/** The contact properties that Handoff adds to a portal, as HubSpot's property API takes them. */
import { FEEDBACK, HANDOFF, SETTINGS, STAMP } from '../../shared/crm/hubspot/names.ts';
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
    readonly type: 'enumeration' | 'string' | 'datetime' | 'number';
    readonly fieldType: 'select' | 'text' | 'textarea' | 'date' | 'number';
    readonly hidden: boolean;
    readonly options: readonly PropertyOption[];
}
export interface ContactProperties {
    readonly group: { readonly name: string; readonly label: string };
    readonly properties: readonly PropertyDefinition[];
}

/** The file that holds them, from the project's root. */
export const FILE = 'hubspot-project/properties/contacts.json';

const GROUP = { name: 'handoff', label: 'Handoff' };

type Kind = readonly [PropertyDefinition['type'], PropertyDefinition['fieldType']];
type Plain = readonly [name: string, label: string, description: string, kind: Kind];

const INSTANT: Kind = ['datetime', 'date'];
const NUMBER: Kind = ['number', 'number'];

const STAMPS: readonly Plain[] = [
    [
        STAMP.assignedAt,
        'Handoff assigned at',
        'When the person came to the owner who has to answer.',
        INSTANT
    ],
    [
        STAMP.window,
        'Handoff response window',
        'The id of the agreement’s response window in force since assignment.',
        ['string', 'text']
    ],
    [
        STAMP.dueAt,
        'Handoff first attempt due',
        'The deadline of the response window in force.',
        INSTANT
    ],
    [
        STAMP.firstAttemptAt,
        'Handoff first attempt at',
        'The first outreach after assignment, whether or not the person answered.',
        INSTANT
    ],
    [
        STAMP.firstAttemptMinutes,
        'Handoff minutes to first attempt',
        'Minutes on the response window’s clock from its start to the first attempt.',
        NUMBER
    ],
    [
        STAMP.firstContactAt,
        'Handoff first contact at',
        'The first time the person and sales really spoke or wrote after assignment.',
        INSTANT
    ],
    [
        STAMP.firstContactMinutes,
        'Handoff minutes to first contact',
        'Minutes on the response window’s clock from its start to the first contact.',
        NUMBER
    ],
    [
        STAMP.attempts,
        'Handoff attempts',
        'How many outreach attempts were seen in this hand-over when it was last stamped.',
        NUMBER
    ],
    [
        STAMP.scoreAtMql,
        'Handoff score at MQL',
        'The agreement’s score for what the person had done when they became an MQL.',
        NUMBER
    ],
    [
        STAMP.scoreBreakdown,
        'Handoff score breakdown at MQL',
        'How that score came about, rule by rule, as JSON.',
        ['string', 'textarea']
    ]
];

const ANSWERS = [
    { value: 'agree', label: 'We agree' },
    { value: 'contest', label: 'We contest it' },
    { value: 'fix_promised', label: 'We agree and will fix it' }
];

const FEEDBACK_DETAILS: readonly Plain[] = [
    [
        FEEDBACK.at,
        'Handoff marketing answered at',
        'When marketing answered the rejection.',
        INSTANT
    ],
    [
        FEEDBACK.by,
        'Handoff marketing answered by',
        'Who answered for marketing, as the Handoff app claims.',
        ['string', 'text']
    ],
    [
        FEEDBACK.dueAt,
        'Handoff marketing’s answer due',
        'Until when the agreement wants marketing’s answer to a rejection.',
        INSTANT
    ],
    [
        FEEDBACK.note,
        'Handoff marketing’s note',
        'Marketing’s own words on its answer.',
        ['string', 'textarea']
    ]
];

/** The group and the properties; the choices are the agreement's decisions and reasons. */
export function contactProperties(agreement: Agreement): ContactProperties {
    const define = (
        name: string,
        label: string,
        description: string,
        [type, fieldType]: Kind,
        choices: readonly { readonly value: string; readonly label: string }[] = []
    ): PropertyDefinition => ({
        name,
        label,
        description,
        groupName: GROUP.name,
        type,
        fieldType,
        hidden: name === SETTINGS,
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
            define(HANDOFF.decidedAt, 'Handoff decided at', 'When the decision was made.', INSTANT),
            define(
                HANDOFF.decidedBy,
                'Handoff decided by',
                'Who made the decision, as the Handoff card claims: a user of this account, but HubSpot proves no user to an app’s function.',
                ['string', 'text']
            ),
            define(
                HANDOFF.mqlAt,
                'Handoff MQL at',
                'When the person last became an MQL; empty: HubSpot’s own lifecycle date counts.',
                INSTANT
            ),
            ...STAMPS.map(([name, label, description, kind]) =>
                define(name, label, description, kind)
            ),
            define(
                FEEDBACK.answer,
                'Handoff marketing’s answer',
                'What marketing answered to a rejection.',
                ['enumeration', 'select'],
                ANSWERS
            ),
            ...FEEDBACK_DETAILS.map(([name, label, description, kind]) =>
                define(name, label, description, kind)
            ),
            // Its description is the portal's settings: the settings page writes it, and nobody else.
            define(SETTINGS, 'Handoff settings', '', ['string', 'text'])
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
