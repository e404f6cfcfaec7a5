import { beforeAll, expect, it } from 'vitest';
import { checkApex } from './apexLs.ts';
import { standardObjects } from './catalogue/standard.ts';
import { describeWithJava } from './java.ts';
import { bad, FORCE_APP, linesIn, type Finding } from './package.ts';

const BAD = bad('types');

describeWithJava('the types of Apex, by apex-ls', () => {
    let findings: Finding[] = [];
    beforeAll(async () => {
        findings = await checkApex([FORCE_APP, BAD], Object.keys(await standardObjects()));
    });

    it('fit in the package', () => {
        expect(linesIn(FORCE_APP, findings)).toEqual([]);
    });

    it('are found where they do not', () => {
        expect(linesIn(BAD, findings)).toEqual([
            "classes/BadTypes.cls:12 Error: Incompatible types in assignment, from 'System.String' to 'System.Integer'",
            "classes/BadTypes.cls:13 Missing: Unknown field 'Staus' on SObject 'Schema.Lead'",
            "classes/BadTypes.cls:14 Missing: No matching method found for 'unknownNames' on 'BadTypes' taking arguments 'System.String', wrong argument types for calling 'public static System.Boolean unknownNames(Schema.Lead lead)'",
            "classes/BadTypes.cls:19 Warning: Local variable is hiding class field 'pending'",
            'classes/BadTypes.cls:24 Error: Code path does not return a value',
            "classes/BadTypes.cls:6 Missing: Unknown field 'Handoff_Reson__c' on SObject 'Schema.Lead'",
            "classes/BadTypes.cls:7 Missing: No matching method found for 'addMinuts' on 'System.Datetime' taking arguments 'System.Integer'",
            "triggers/BadTrigger.trigger:1 Missing: No type declaration found for 'Schema.Leed'"
        ]);
    });

    it('names every finding of the two packages and nothing else', () => {
        const known = [...linesIn(FORCE_APP, findings), ...linesIn(BAD, findings)];
        expect(known).toHaveLength(findings.length);
    });
});
