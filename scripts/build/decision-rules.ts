/** The validation rules by which an org holds every save of a decision to the agreement, by whatever route it comes. */
import { LONGEST_NOTE } from '../../shared/agreement/schema.ts';
import type { Agreement, Evidence } from '../../shared/agreement/types.ts';
import type { MetadataFile } from './agreement-metadata.ts';

interface Rule {
    readonly name: string;
    readonly description: string;
    /** True where the save is refused. */
    readonly formula: string;
    /** Where the message stands. */
    readonly field: string;
    readonly message: string;
}

interface DecidedBy {
    readonly for: readonly string[];
    readonly code: string;
}

const DECISION = 'Handoff_Decision__c';
const REASON = 'Handoff_Reason__c';
const DETAIL = 'Handoff_Reason_Detail__c';
const NOTE = 'Handoff_Decision_Note__c';
const ATTEMPTS = 'Handoff_Attempts__c';
const ANSWER = 'Handoff_Feedback__c';
const ANSWER_NOTE = 'Handoff_Feedback_Note__c';

/** What Salesforce keeps of each. */
const LONGEST_FORMULA = 3900;
const LONGEST_MESSAGE = 255;

/**
 * The rules for Lead and Contact (Q40, Q54, Q57). All but one look only at a save that touches the decision:
 * a new agreement must not lock the records that were decided under the old one.
 *
 * The server is less exact than the core: it counts attempts since the clock's start, whatever their
 * channels and the stretch they fall in, and it does not ask for a reason's note.
 *
 * @throws Error when a rule does not fit what Salesforce keeps
 */
export function decisionRules(agreement: Agreement): MetadataFile[] {
    const rules = [
        needsReason(agreement),
        reasonForDecision(agreement),
        detailOfReason(agreement),
        ...needsDetail(agreement),
        ...needsAttempts(agreement),
        ...noteLength(agreement),
        KEPT,
        CONTESTED
    ];
    return ['Lead', 'Contact'].flatMap((object) =>
        rules.map((rule) => ({
            path: `force-app/main/agreement/objects/${object}/validationRules/${rule.name}.validationRule-meta.xml`,
            text: ruleXml(rule)
        }))
    );
}

function needsReason({ reasons, decision }: Agreement): Rule {
    const recycling = reasons.some((reason) => reason.for.includes('recycled'));
    const kinds = recycling ? (['rejected', 'recycled'] as const) : (['rejected'] as const);
    const names = kinds.map((kind) => `“${decision.labels[kind].label}”`).join(' or ');
    return {
        name: 'Handoff_Decision_Needs_Reason',
        description:
            'Nobody rejects or recycles a lead without a reason, by any route: page, import or API.',
        formula: edited(`${oneOf(DECISION, kinds)},\n    ISBLANK(TEXT(${REASON}))`),
        field: REASON,
        message: `Choose a handoff reason: marketing learns nothing from ${names} without one.`
    };
}

function reasonForDecision({ reasons }: Agreement): Rule {
    const fitting = (['rejected', 'recycled'] as const).map(
        (kind) =>
            `AND(ISPICKVAL(${DECISION}, "${kind}"), ${oneOf(REASON, codesFor(reasons, kind))})`
    );
    return {
        name: 'Handoff_Reason_Fits_Decision',
        description: 'A reason stands only beside the decisions that the agreement allows it for.',
        formula: edited(
            `NOT(ISBLANK(TEXT(${REASON}))),\n    NOT(OR(\n        ${fitting.join(',\n        ')}\n    ))`
        ),
        field: REASON,
        message:
            'This handoff reason does not go with the decision. Choose one that does, or clear it where the decision takes none.'
    };
}

function codesFor(reasons: readonly DecidedBy[], kind: string): string[] {
    return reasons.filter((reason) => reason.for.includes(kind)).map(({ code }) => code);
}

function detailOfReason({ reasons }: Agreement): Rule {
    const pairs = reasons.flatMap(({ code, details }) =>
        details.map((detail) => `"${detail.code}", "${code}", `)
    );
    const reasonOfDetail = pairs.length > 0 ? `CASE(${DETAIL}, ${pairs.join('')}"")` : '""';
    return {
        name: 'Handoff_Detail_Fits_Reason',
        description: 'A reason’s detail stands only beside its own reason.',
        formula: edited(`NOT(ISBLANK(TEXT(${DETAIL}))),\n    ${reasonOfDetail} <> TEXT(${REASON})`),
        field: DETAIL,
        message:
            'This detail belongs to another handoff reason. Choose one of the reason’s own, or clear it.'
    };
}

function needsDetail({ reasons }: Agreement): Rule[] {
    const groups = reasons.filter(({ details }) => details.length > 0).map(({ code }) => code);
    if (groups.length === 0) return [];
    return [
        {
            name: 'Handoff_Reason_Needs_Detail',
            description: 'A reason that the agreement divides says which part is meant.',
            formula: edited(`${oneOf(REASON, groups)},\n    ISBLANK(TEXT(${DETAIL}))`),
            field: DETAIL,
            message: 'Say more exactly why: this handoff reason needs its detail.'
        }
    ];
}

function needsAttempts({ reasons, attempts }: Agreement): Rule[] {
    const isBlocked = (evidence: readonly Evidence[]): boolean =>
        evidence.some(({ kind }) => kind === 'attempts');
    const blocked = reasons.filter(({ evidence }) => isBlocked(evidence));
    const details = reasons
        .flatMap((reason) => reason.details)
        .filter(({ evidence }) => isBlocked(evidence));
    const codes = [
        ...(blocked.length > 0
            ? [
                  oneOf(
                      REASON,
                      blocked.map(({ code }) => code)
                  )
              ]
            : []),
        ...(details.length > 0
            ? [
                  oneOf(
                      DETAIL,
                      details.map(({ code }) => code)
                  )
              ]
            : [])
    ];
    if (codes.length === 0) return [];
    const { atLeast } = attempts.beforeUnresponsive;
    const names = [...blocked, ...details].map(({ label }) => `“${label}”`).join(', ');
    return [
        {
            name: 'Handoff_Unresponsive_Needs_Attempts',
            description:
                'Nobody is called unresponsive before the agreed attempts. Blank attempts are a record whose attempts the server never counted.',
            formula: edited(
                `${codes.length > 1 ? `OR(${codes.join(', ')})` : codes[0]},\n    NOT(ISBLANK(${ATTEMPTS})),\n    ${ATTEMPTS} < ${atLeast}`
            ),
            field: REASON,
            message: `Too early for ${names}: the agreement asks for ${atLeast} logged attempts first. Try again, or choose another handoff reason.`
        }
    ];
}

/** The field itself ends at the longest note that an agreement can ask for. */
function noteLength({ decision }: Agreement): Rule[] {
    const { max } = decision.note;
    if (max >= LONGEST_NOTE) return [];
    return [
        {
            name: 'Handoff_Note_Length',
            description: 'A note is no longer than the agreement says.',
            formula: `AND(\n    OR(ISNEW(), ISCHANGED(${NOTE})),\n    LEN(${NOTE}) > ${max}\n)`,
            field: NOTE,
            message: `Shorten the handoff note to ${max} characters.`
        }
    ];
}

/** Not of the agreement: an import must not undo what people decided, whatever the agreement says. */
const KEPT: Rule = {
    name: 'Handoff_Decision_Is_Kept',
    description:
        'No decision is wiped once it is made, unless a new handoff begins in the same save. Who may correct decisions holds the custom permission.',
    formula: `AND(
    ISCHANGED(${DECISION}),
    ISBLANK(TEXT(${DECISION})),
    NOT(ISCHANGED(Handoff_Mql_At__c)),
    NOT($Permission.Handoff_Correct_Decisions)
)`,
    field: DECISION,
    message:
        'A handoff decision cannot be taken away, only changed to another. If it was a mistake, ask your administrator.'
};

/** Nor is this: who contests a rejection owes the rep a reason, by whatever route (Q57, Q100). */
const CONTESTED: Rule = {
    name: 'Handoff_Contest_Needs_Note',
    description: 'Marketing contests no rejection without saying why.',
    formula: `AND(
    OR(ISNEW(), ISCHANGED(${ANSWER}), ISCHANGED(${ANSWER_NOTE})),
    ISPICKVAL(${ANSWER}, "contest"),
    ISBLANK(${ANSWER_NOTE})
)`,
    field: ANSWER_NOTE,
    message: 'Say why you contest it: without a note sales cannot answer.'
};

function edited(condition: string): string {
    const changes = [DECISION, REASON, DETAIL].map((field) => `ISCHANGED(${field})`).join(', ');
    return `AND(\n    OR(ISNEW(), ${changes}),\n    ${condition}\n)`;
}

/** CASE, since it takes a third of the room that so many ISPICKVAL do. */
function oneOf(field: string, codes: readonly string[]): string {
    if (codes.length === 0) return 'FALSE';
    return `CASE(${field}, ${codes.map((code) => `"${code}", 1, `).join('')}0) = 1`;
}

/** The comment stands inside: source-deploy-retrieve takes one before the root for the root of an object's part. */
function ruleXml({ name, description, formula, field, message }: Rule): string {
    if (formula.length > LONGEST_FORMULA) {
        throw new Error(
            `The rule ${name} takes ${formula.length} characters; Salesforce keeps ${LONGEST_FORMULA}. Use fewer reasons or shorter codes.`
        );
    }
    if (message.length > LONGEST_MESSAGE) {
        throw new Error(
            `The message of the rule ${name} takes ${message.length} characters; Salesforce keeps ${LONGEST_MESSAGE}. Shorten the labels that it names.`
        );
    }
    return `<?xml version="1.0" encoding="UTF-8" ?>
<ValidationRule xmlns="http://soap.sforce.com/2006/04/metadata">
    <!-- Generated from the agreement: change agreement.yaml, not this file. -->
    <fullName>${name}</fullName>
    <active>true</active>
    <description>${description}</description>
    <errorConditionFormula>${escaped(formula)}</errorConditionFormula>
    <errorDisplayField>${field}</errorDisplayField>
    <errorMessage>${escaped(message)}</errorMessage>
</ValidationRule>
`;
}

function escaped(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
