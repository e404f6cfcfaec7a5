/** Why a test of ours failed in an org: by Salesforce's status codes, which no language translates. */
import { neighbourWords, type Neighbour, type Surroundings } from './surroundings.ts';

type Explain = (message: string, found: Surroundings) => string;

/** What to do, by the code that stands in the exception's message. */
const CODES: readonly (readonly [RegExp, Explain])[] = [
    [
        /FIELD_CUSTOM_VALIDATION_EXCEPTION/,
        (message, { validationRules }) => {
            const rules = (validationRules ?? []).filter(
                (rule) => rule.message !== '' && message.includes(rule.message)
            );
            return rules.length > 0
                ? `The records of our tests break ${rules.length > 1 ? 'validation rules' : 'a validation rule'} of the org’s own: ${named(rules)}. Exempt the user who deploys, or a custom permission of theirs.`
                : `The records of our tests break a validation rule of the org’s own: exempt the user who deploys. ${candidates('Active', validationRules)}`;
        }
    ],
    [
        /REQUIRED_FIELD_MISSING/,
        (message, { requiredFields }) => {
            const fields = (requiredFields ?? []).filter(({ name }) => message.includes(name));
            const names = fields.length > 0 ? named(fields) : listIn(message);
            return `The required field ${names} has no default: give it one, or make it required on the page layout instead.`;
        }
    ],
    [
        /DUPLICATES?_(?:DETECTED|VALUE)/,
        (_message, { duplicateRules }) =>
            `A duplicate rule blocks the records of our tests: let it alert instead of block for the user who deploys. ${candidates('Active', duplicateRules)}`
    ],
    [
        /LICENSE_LIMIT_EXCEEDED/,
        () =>
            'No user licence is left for a user of our tests: free one (Setup, Company Information shows them), or deactivate a user for the time of the deployment.'
    ],
    [
        /MIXED_DML_OPERATION/,
        (_message, { triggers }) =>
            `A trigger or flow writes setup records, such as users or groups, together with leads: have it do so later (future or queueable). ${candidates('Other', triggers)}`
    ],
    [
        /FIELD_INTEGRITY_EXCEPTION/,
        (message) =>
            /state|country|provin|land\b|staat|州|国/i.test(message)
                ? 'State and country picklists are on, and this country or state is none of theirs: Setup, State and Country/Territory Picklists.'
                : 'A field of the record holds a value that the org does not accept: the message names the field.'
    ],
    [
        /INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST/,
        (message) =>
            /Handoff_/.test(message)
                ? 'A record type of the deploying user’s profile lacks our picklist values: check its active record types in Setup, Object Manager, Record Types.'
                : `${listIn(message)} accepts other values only: a default or an automation of the org’s own sets one that is not in its list.`
    ],
    [
        /CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY/,
        (message, { triggers }) => {
            const trigger = /(\w+): execution of/.exec(message)?.[1];
            const known = (triggers ?? []).filter(({ name }) => name === trigger);
            const words = known.length > 0 ? named(known) : trigger;
            return words === undefined
                ? `A trigger of the org’s own fails on the records of our tests. ${candidates('Other', triggers)}`
                : `The trigger ${words} fails on the records of our tests: its own message says why.`;
        }
    ],
    [
        /CANNOT_EXECUTE_FLOW_TRIGGER/,
        () =>
            'A flow of the org’s own fails on the records of our tests: Setup, Flows; the message names it.'
    ],
    [
        /UNABLE_TO_LOCK_ROW/,
        () =>
            'Somebody else’s save held a record that a test needed: run the same command again at a quieter time.'
    ],
    [
        /STRING_TOO_LONG|INVALID_EMAIL_ADDRESS|INVALID_CROSS_REFERENCE_KEY|INSUFFICIENT_ACCESS/,
        (message) =>
            `An automation or setting of the org’s own refuses the records of our tests: ${listIn(message)} is what it is about.`
    ],
    [
        /System\.LimitException|Apex CPU time limit|Too many (?:SOQL|DML|query)/,
        (_message, { triggers }) =>
            `The org’s own triggers and flows use up the limits of a transaction together with ours. ${candidates('Other', triggers)}`
    ]
];

const UNSEEN: Surroundings = {
    validationRules: null,
    requiredFields: null,
    duplicateRules: null,
    triggers: null,
    hasPersonAccounts: false,
    hasCurrencies: false
};

/** What to do about a test's failure; null: nothing is known of such. */
export function explainTest(message: string, found: Surroundings | null): string | null {
    const explain = CODES.find(([code]) => code.test(message))?.[1];
    return explain === undefined ? null : explain(message, found ?? UNSEEN).trim();
}

function named(some: readonly Neighbour[]): string {
    return some.map(neighbourWords).join(', ');
}

function candidates(kind: string, some: readonly Neighbour[] | null): string {
    if (some === null) return 'This user may not see which there are.';
    return some.length === 0 ? '' : `${kind}: ${named(some)}.`;
}

/** The fields that Salesforce lists at the end of a message: `: [Industry__c, Region__c]`. */
function listIn(message: string): string {
    return /\[([^\]]+)\]\s*$/.exec(message.trim())?.[1] ?? 'a field';
}
