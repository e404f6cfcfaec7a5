import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes a small package into a folder of its own; gives the folder. */
export function packageOf(files: { readonly [path: string]: string }): string {
    const folder = mkdtempSync(join(tmpdir(), 'org-'));
    for (const [path, content] of Object.entries(files)) {
        const full = join(folder, path);
        mkdirSync(dirname(full), { recursive: true });
        writeFileSync(full, content);
    }
    return folder;
}

export function removePackage(folder: string): void {
    rmSync(folder, { recursive: true });
}

/** A field's metadata from its elements' inner XML. */
export function fieldFile(object: string, name: string, elements: string): [string, string] {
    return [
        `objects/${object}/fields/${name}.field-meta.xml`,
        `<CustomField><fullName>${name}</fullName><label>${name.replace(/__c$/, '')}</label>${elements}</CustomField>`
    ];
}

/** The package that most tests use: a decision with a reason on Lead, and visits below it. */
export const SAMPLE_FILES: { readonly [path: string]: string } = {
    'valueSets/Reason.globalValueSet-meta.xml':
        '<GlobalValueSet>' +
        '<customValue><fullName>bad_fit</fullName><label>Bad fit</label></customValue>' +
        '<customValue><fullName>old</fullName><isActive>false</isActive></customValue>' +
        '</GlobalValueSet>',
    'objects/Visit__c/Visit__c.object-meta.xml':
        '<CustomObject><label>Visit</label></CustomObject>',
    ...Object.fromEntries([
        fieldFile(
            'Lead',
            'Decision__c',
            '<type>Picklist</type><trackHistory>true</trackHistory><valueSet><restricted>true</restricted><valueSetDefinition>' +
                '<value><fullName>accepted</fullName><label>Accepted</label></value>' +
                '<value><fullName>rejected</fullName><label>Rejected</label></value>' +
                '</valueSetDefinition></valueSet>'
        ),
        fieldFile(
            'Lead',
            'Reason__c',
            '<type>Picklist</type><valueSet><valueSetName>Reason</valueSetName></valueSet>'
        ),
        fieldFile('Lead', 'Note__c', '<type>Text</type><length>10</length>'),
        fieldFile(
            'Lead',
            'Points__c',
            '<type>Number</type><precision>5</precision><scale>1</scale>'
        ),
        fieldFile('Lead', 'Mql_At__c', '<type>DateTime</type><trackHistory>false</trackHistory>'),
        fieldFile('Lead', 'OwnerId', '<trackHistory>true</trackHistory>'),
        fieldFile('Visit__c', 'Lead__c', '<type>Lookup</type><referenceTo>Lead</referenceTo>'),
        fieldFile('Visit__c', 'On__c', '<type>Date</type>'),
        fieldFile('Visit__c', 'Page__c', '<type>Text</type><length>80</length>')
    ]),
    'objects/Lead/validationRules/Needs_Reason.validationRule-meta.xml':
        '<ValidationRule><active>true</active>' +
        '<errorConditionFormula>AND(ISPICKVAL(Decision__c, "rejected"), ISBLANK(TEXT(Reason__c)))</errorConditionFormula>' +
        '<errorDisplayField>Reason__c</errorDisplayField><errorMessage>Choose a reason.</errorMessage></ValidationRule>'
};
