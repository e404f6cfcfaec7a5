import { beforeAll, expect, it } from 'vitest';
import { compileApex } from './compiler/compiler.ts';
import { describeWithJava } from './java.ts';
import { bad, FORCE_APP, linesIn, type Finding } from './package.ts';

const BAD = bad('compiler');

describeWithJava("Salesforce's own compiler", () => {
    let findings: Finding[] = [];
    beforeAll(async () => {
        findings = await compileApex([FORCE_APP, BAD]);
    });

    it('compiles the package', () => {
        expect(linesIn(FORCE_APP, findings)).toEqual([]);
    });

    it('refuses what an org would refuse', () => {
        expect(linesIn(BAD, findings)).toEqual([
            'classes/BadBatch.cls:2 Class BadBatch must implement the method: void Database.Batchable<Lead>.execute(Database.BatchableContext, List<Lead>)',
            'classes/BadBatch.cls:2 Class BadBatch must implement the method: void Database.Batchable<Lead>.finish(Database.BatchableContext)',
            'classes/BadCode.cls:10 External string does not exist: Handoff_Not_There',
            'classes/BadCode.cls:11 Invalid type: Leed',
            'classes/BadCode.cls:12 Method does not exist or incorrect signature: void addMinuts(Integer) from the type Datetime',
            'classes/BadCode.cls:13 Method does not exist or incorrect signature: void adError(String) from the type Lead',
            'classes/BadCode.cls:14 Method does not exist or incorrect signature: void curent() from the type HandoffAgreement',
            'classes/BadCode.cls:15 Variable does not exist: felds',
            'classes/BadCode.cls:16 Identifier name is reserved: begin',
            'classes/BadCode.cls:17 Variable does not exist: undeclared',
            'classes/BadCode.cls:21 Illegal assignment from String to Integer',
            'classes/BadCode.cls:22 Illegal assignment from Datetime to Boolean',
            'classes/BadCode.cls:23 Illegal assignment from String to Integer',
            'classes/BadCode.cls:24 Illegal assignment from Lead to Contact',
            'classes/BadCode.cls:25 Condition expression must be of type Boolean: String',
            'classes/BadCode.cls:27 Illegal assignment from List<Database.SaveResult> to Database.SaveResult',
            'classes/BadCode.cls:28 Method does not exist or incorrect signature: void update(String, System.AccessLevel) from the type System.Database',
            'classes/BadCode.cls:29 Variable does not exist: USERMODE',
            'classes/BadCode.cls:3 Field does not exist: Handoff_Reson__c on Lead',
            'classes/BadCode.cls:30 DML operation Insert not allowed on Handoff_Agreement__mdt',
            'classes/BadCode.cls:31 Constructor not defined: [System.AuraHandledException].<Constructor>(Integer)',
            'classes/BadCode.cls:32 Throw expression must be of type exception: Lead',
            'classes/BadCode.cls:35 Missing return statement required return type: Integer',
            'classes/BadCode.cls:37 Duplicate variable: Each',
            'classes/BadCode.cls:42 Void method must not return a value',
            'classes/BadCode.cls:46 Illegal conversion from Integer to String',
            'classes/BadCode.cls:52 Method already defined: TWICE void BadCode.TWICE(String) from the type BadCode',
            'classes/BadCode.cls:56 This cannot be referenced in a static context',
            'classes/BadCode.cls:57 Variable does not exist: person',
            'classes/BadCode.cls:6 Variable does not exist: Handoff_Not_There__c',
            'classes/BadCode.cls:7 Variable does not exist: Emial',
            'classes/BadCode.cls:8 Variable does not exist: Tasc',
            'classes/BadCode.cls:9 Variable does not exist: LastNam',
            "classes/BadSyntax.cls:5 Missing ';' at '}'",
            "triggers/BadEvents.trigger:1 Unexpected token 'isnert'.",
            'triggers/BadEvents.trigger:2 Invalid loop variable type expected Lead was Contact'
        ]);
    });
});
