import { describe, expect, it } from 'vitest';
import { metadataChecker } from './metadataTypes.ts';
import { bad, FORCE_APP, linesIn, packageFiles } from './package.ts';

const BAD = bad('shape');
const check = metadataChecker();
const findingsIn = (root: string) =>
    packageFiles(root)
        .filter((file) => file.endsWith('-meta.xml'))
        .flatMap(check);

describe('the shape of metadata, by the WSDL', () => {
    it('is right in the package', () => {
        expect(linesIn(FORCE_APP, findingsIn(FORCE_APP))).toEqual([]);
    });

    it('is found wrong where it is', () => {
        const field = 'objects/Lead/fields/Bad_Shape__c.field-meta.xml';
        const found = linesIn(BAD, findingsIn(BAD));
        expect(found.map((line) => line.replace(`${field} `, ''))).toEqual([
            "<fullName> Bad_Shap__c differs from the file's name",
            'CustomField.length: "eighty" is no number',
            'CustomField.required: "yes" is no boolean',
            'CustomField.type: "Txt" is none of AutoNumber, Lookup, MasterDetail, Checkbox, Currency, Date, DateTime, Email, …',
            'CustomField.type: 2 times',
            'CustomField.valueSet.valueSetDefinition: <sorted> is missing',
            'CustomField: no element <lable>'
        ]);
    });
});
