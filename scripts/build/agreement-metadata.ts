/** What an agreement means in a Salesforce org: the value sets that its decisions and reasons are kept in. */
import { DECISION_KINDS } from '../../shared/lead.ts';
import type { Agreement } from '../../shared/agreement/types.ts';

export interface MetadataFile {
    /** From the project's root. */
    readonly path: string;
    readonly text: string;
}

interface Value {
    readonly code: string;
    readonly label: string;
}

const FOLDER = 'force-app/main/agreement/globalValueSets';

/**
 * The metadata that follows from the agreement: one global value set each for decisions, reasons and
 * the reasons' second level (Q53-Q55). A value's name is the agreement's code, which never changes
 * once leads bear it; its label is the agreement's label.
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
        )
    ];
}

function valueSet(name: string, description: string, values: readonly Value[]): MetadataFile {
    const text = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- Generated from the agreement: change agreement.yaml, not this file. -->
<GlobalValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
${values.map(customValue).join('\n')}
    <description>${description}</description>
    <masterLabel>${name.replace(/_/g, ' ')}</masterLabel>
    <sorted>false</sorted>
</GlobalValueSet>
`;
    return { path: `${FOLDER}/${name}.globalValueSet-meta.xml`, text };
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
