import { describe, expect, it } from 'vitest';
import { makeId } from '../ids.ts';
import { openOrg } from '../setup/open.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import { runApexTests } from './tests.ts';
import { NOW, runSources, runTest } from './testing.ts';

const OUTCOMES = `@IsTest
private class OutcomesTest {
    @IsTest static void passes() { Assert.isTrue(true); }
    @IsTest
    static void fails() {
        Assert.areEqual(1, 2, 'Counted');
    }
    @IsTest static void isRefused() { Math.sqrt(2); }
    @IsTest static void throwsWhatNobodyCatches() { Lead none = null; none.LastName = 'x'; }
    static void helps() {}
}`;

describe('a test method', () => {
    const { results } = runSources({ 'OutcomesTest.cls': OUTCOMES });

    it('passes, fails with its message and place, or is refused by name', () => {
        expect(results.map(({ method, outcome }) => [method, outcome])).toEqual([
            ['passes', 'pass'],
            ['fails', 'fail'],
            ['isRefused', 'refused'],
            ['throwsWhatNobodyCatches', 'fail']
        ]);
        expect(results[1]).toEqual({
            className: 'OutcomesTest',
            method: 'fails',
            outcome: 'fail',
            message: 'System.AssertException: Assertion Failed: Counted: Expected: 1, Actual: 2',
            where: 'OutcomesTest.cls:6',
            stackTrace: 'Class.OutcomesTest.fails: line 6, column 1'
        });
        expect(results[2]?.message).toContain('the method Math.sqrt with 1 arguments');
        expect(results[3]?.message).toContain('System.NullPointerException');
    });

    it('is chosen by its class and its name', () => {
        const sources = { 'OutcomesTest.cls': OUTCOMES };
        const chosen = runSources(sources, { classes: ['outcomestest'], method: 'PASSES' });
        expect(chosen.results.map(({ method }) => method)).toEqual(['passes']);
        expect(() => runSources(sources, { classes: ['Nope'] })).toThrow('there is no class Nope');
    });

    it('cannot catch a failed assertion', () => {
        const failed = runTest(
            "try { Assert.fail('no'); } catch (Exception e) { Assert.isTrue(true); }"
        );
        expect(failed).toBe('System.AssertException: Assertion Failed: no');
    });
});

describe('a test that sees all data', () => {
    it('is refused', () => {
        const source =
            '@IsTest(SeeAllData=true) private class AllTest { @IsTest static void one() {} }';
        const { results } = runSources({ 'AllTest.cls': source });
        expect(results[0]).toMatchObject({ outcome: 'refused', where: 'AllTest.cls:1' });
    });
});

describe('the records of tests', () => {
    const ISOLATED = `@IsTest
    private class IsolatedTest {
        @TestSetup static void make() {
            insert as system new Lead(LastName = 'Setup', Company = 'C');
        }
        private static Integer leads() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; }
        private static Integer count = 0;
        @IsTest static void first() {
            Assert.areEqual(1, leads());
            insert as system new Lead(LastName = 'Own', Company = 'C');
            count++;
        }
        @IsTest static void second() {
            Assert.areEqual(1, leads(), 'What the first did is undone');
            Assert.areEqual(0, count, 'And so are static fields');
        }
        @IsTest static void seesSetup() {
            Assert.areEqual(
                1,
                [SELECT COUNT() FROM User WHERE Id = :UserInfo.getUserId() WITH SYSTEM_MODE]
            );
        }
    }`;

    it('are their own: the org’s are not seen, and none is left', () => {
        const forceApp = packageOf({ ...SAMPLE_FILES, 'classes/IsolatedTest.cls': ISOLATED });
        try {
            const org = openOrg(forceApp, () => NOW);
            const base = { LastName: 'Org', Company: 'C', OwnerId: org.deployer.id };
            org.store.seed({ Lead: [{ ...base, Id: makeId('00Q', 900) }] });
            const before = org.store.dump();
            const { results } = runApexTests(org, { now: () => NOW });
            expect(results.map(({ message }) => message)).toEqual([null, null, null]);
            expect(org.store.dump()).toEqual(before);
        } finally {
            removePackage(forceApp);
        }
    });
});

describe('Test.startTest and stopTest', () => {
    it('give limits of their own, and take them back', () => {
        const failed = runTest(`
            List<Lead> all = [SELECT Id FROM Lead WITH SYSTEM_MODE];
            Test.startTest();
            Assert.areEqual(0, Limits.getQueries());
            all = [SELECT Id FROM Lead WITH SYSTEM_MODE];
            all = [SELECT Id FROM Lead WITH SYSTEM_MODE];
            Assert.areEqual(2, Limits.getQueries());
            Test.stopTest();
            Assert.areEqual(1, Limits.getQueries());`);
        expect(failed).toBeNull();
    });

    it('happen once in a test', () => {
        expect(runTest('Test.startTest(); Test.startTest();')).toContain('already been started');
        expect(runTest('Test.stopTest();')).toContain('not been started');
        const twice = 'Test.startTest(); Test.stopTest();';
        expect(runTest(twice + twice)).toContain('already been started');
    });

    it('set when a record was created', () => {
        const failed = runTest(`
            Lead one = new Lead(LastName = 'A', Company = 'C');
            insert as system one;
            Datetime then = Datetime.newInstanceGmt(2020, 1, 2, 3, 4, 5);
            Test.setCreatedDate(one.Id, then);
            Assert.areEqual(then, [SELECT CreatedDate FROM Lead WITH SYSTEM_MODE].CreatedDate);`);
        expect(failed).toBeNull();
    });
});

describe('coverage', () => {
    const CODE = `public class Code {
        private static final Integer LIMIT_OF = 3;
        public Integer last { get; set; }
        public static String name { get; set; }
        public Integer unset;
        public static Integer twice(Integer n) {
            if (n > LIMIT_OF) {
                return 0;
            }
            Integer result = n *
                2;
            name = 'n';
            System.debug(name);
            return result;
        }
        public static void never() {
            for (Integer i = 0; i < 2; i++) {
                i++;
            }
        }
    }`;
    const trigger = `trigger OnLead on Lead (before insert) {
        for (Lead one : Trigger.new) {
            one.Note__c = 'new';
        }
    }`;
    const { coverage } = runSources({
        'Code.cls': CODE,
        'OnLead.trigger': trigger,
        'CodeTest.cls':
            '@IsTest private class CodeTest { @IsTest static void one() { Code.twice(2); } }'
    });

    it('counts the lines on which statements begin, of classes and triggers that are no tests', () => {
        expect(coverage).toEqual([
            { name: 'Code', lines: 10, covered: 6, uncovered: [3, 8, 17, 18] },
            { name: 'OnLead', lines: 2, covered: 0, uncovered: [2, 3] }
        ]);
    });
});
