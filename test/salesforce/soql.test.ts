import { beforeAll, describe, expect, it } from 'vitest';
import { readCatalogue } from './catalogue/objects.ts';
import { bad, FORCE_APP, linesIn, packageFiles, type Finding } from './package.ts';
import { checkQueries } from './soql/check.ts';

const BAD = bad('queries');

describe('the queries of Apex', () => {
    let findings: Finding[] = [];
    beforeAll(async () => {
        const catalogue = await readCatalogue([FORCE_APP]);
        const files = [FORCE_APP, BAD].flatMap(packageFiles);
        findings = checkQueries(files, catalogue);
    });

    it('name what an org with the package has, and their mode', () => {
        expect(linesIn(FORCE_APP, findings)).toEqual([]);
    });

    it('are found where they do not', () => {
        expect(linesIn(BAD, findings)).toEqual([
            "classes/BadQueries.cls:10 no parent 'Boss' on Task",
            'classes/BadQueries.cls:11 a query with a variable in its text cannot be checked: bind the value',
            "classes/BadQueries.cls:5 no field 'Handoff_Reson__c' on Lead",
            "classes/BadQueries.cls:5 no field 'Nickname' on Name",
            "classes/BadQueries.cls:6 no child relationship 'Visits__r' on Lead",
            "classes/BadQueries.cls:7 no field 'Handoff_Leed__c' on Handoff_Engagement__c",
            "classes/BadQueries.cls:8 no field 'Rating2' on Lead",
            'classes/BadQueries.cls:9 state WITH USER_MODE or WITH SYSTEM_MODE'
        ]);
    });
});
