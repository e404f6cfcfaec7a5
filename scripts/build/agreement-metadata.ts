/** What an agreement means in a Salesforce org: the value sets of its decisions and reasons, and the rules the server follows. */
import { DECISION_KINDS } from '../../shared/lead.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { decisionRules } from './decision-rules.ts';
import { reportFields } from './report-fields.ts';
import { serverRules } from './server-rules.ts';

export interface MetadataFile {
    /** From the project's root. */
    readonly path: string;
    readonly text: string;
}

interface Value {
    readonly code: string;
    readonly label: string;
}

/** A value set must have a value: one that nobody can choose, where the agreement names none. */
const NO_VALUE = `    <customValue>
        <fullName>none</fullName>
        <default>false</default>
        <isActive>false</isActive>
        <label>None agreed</label>
    </customValue>`;
const FOLDER = 'force-app/main/agreement';
/** What a long text of custom metadata holds. */
const LONGEST_RULES = 131_072;

/**
 * The metadata that follows from the agreement: one global value set each for decisions, reasons and
 * the reasons' second level (Q53-Q55), the validation rules of a decision (Q54), the fields that reports
 * compute, and the rules that Apex follows.
 * A value's name is the agreement's code, which never changes once leads bear it; its label is the
 * agreement's label.
 *
 * @throws Error when the rules name a calendar that is not there, or do not fit their field
 */
export function agreementMetadata(agreement: Agreement): MetadataFile[] {
    const { labels } = agreement.decision;
    return [
        valueSet(
            'Handoff_Decision',
            'What sales decided about a handoff.',
            DECISION_KINDS.map((kind) => ({ code: kind, label: labels[kind].label }))
        ),
        valueSet(
            'Handoff_Reason',
            'Why sales rejected or recycled a lead: the first level.',
            agreement.reasons
        ),
        valueSet(
            'Handoff_Reason_Detail',
            'Why sales rejected or recycled a lead: the second level.',
            agreement.reasons.flatMap((reason) => reason.details)
        ),
        ...decisionRules(agreement),
        ...reportFields(agreement),
        rulesRecord(agreement)
    ];
}

/** The one record of Handoff_Agreement__mdt. */
function rulesRecord(agreement: Agreement): MetadataFile {
    const rules = JSON.stringify(serverRules(agreement), null, 4);
    if (rules.length > LONGEST_RULES) {
        throw new Error(
            `The agreement's rules take ${rules.length} characters; Salesforce keeps ${LONGEST_RULES}. Shorten its labels, texts or closed dates.`
        );
    }
    const text = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Generated from the agreement: change agreement.yaml, not this file. -->
<CustomMetadata
    xmlns="http://soap.sforce.com/2006/04/metadata"
    xmlns:xsd="http://www.w3.org/2001/XMLSchema"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
>
    <label>Current</label>
    <protected>false</protected>
${[
    metadataValue('Handoff_Version__c', 'double', agreement.version.toFixed(1)),
    metadataValue('Handoff_Hash__c', 'string', agreement.hash),
    metadataValue('Handoff_Rules__c', 'string', escaped(rules))
].join('\n')}
</CustomMetadata>
`;
    return { path: `${FOLDER}/customMetadata/Handoff_Agreement.Current.md-meta.xml`, text };
}

function metadataValue(field: string, type: string, value: string): string {
    return `    <values>
        <field>${field}</field>
        <value xsi:type="xsd:${type}">${value}</value>
    </values>`;
}

function valueSet(name: string, description: string, values: readonly Value[]): MetadataFile {
    const text = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Generated from the agreement: change agreement.yaml, not this file. -->
<GlobalValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
${values.length === 0 ? NO_VALUE : values.map(customValue).join('\n')}
    <description>${description}</description>
    <masterLabel>${name.replace(/_/g, ' ')}</masterLabel>
    <sorted>false</sorted>
</GlobalValueSet>
`;
    return { path: `${FOLDER}/globalValueSets/${name}.globalValueSet-meta.xml`, text };
}

function customValue({ code, label }: Value): string {
    return `    <customValue>
        <fullName>${escaped(code)}</fullName>
        <default>false</default>
        <label>${escaped(label)}</label>
    </customValue>`;
}

function escaped(text: string): string {
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
