import { describe, expect, it } from 'vitest';
import { traitNamed } from '../traits/traits.ts';
import { runTest } from './testing.ts';

describe('DML', () => {
    it('throws an exception that says which row failed, and why', () => {
        const failed = runTest(`
            try {
                insert as system new List<Lead>{
                    new Lead(LastName = 'Good', Company = 'C'),
                    new Lead(LastName = 'Bad', Company = 'C', Decision__c = 'rejected')
                };
                Assert.fail('not saved');
            } catch (DmlException e) {
                Assert.areEqual(
                    'Insert failed. First exception on row 1; first error: ' +
                    'FIELD_CUSTOM_VALIDATION_EXCEPTION, Choose a reason.: [Reason__c]',
                    e.getMessage()
                );
                Assert.areEqual(1, e.getNumDml());
                Assert.areEqual(1, e.getDmlIndex(0));
                Assert.areEqual('Choose a reason.', e.getDmlMessage(0));
                Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, e.getDmlType(0));
                Assert.areEqual(new List<String>{ 'Reason__c' }, e.getDmlFieldNames(0));
            }
            Assert.areEqual(0, [SELECT COUNT() FROM Lead WITH SYSTEM_MODE], 'All or none');`);
        expect(failed).toBeNull();
    });

    it('gives results where some rows may fail', () => {
        const failed = runTest(`
            List<Lead> rows = new List<Lead>{
                new Lead(LastName = 'Good', Company = 'C'),
                new Lead(LastName = 'Bad', Company = 'C', Decision__c = 'rejected')
            };
            List<Database.SaveResult> results =
                Database.insert(rows, false, AccessLevel.SYSTEM_MODE);
            Assert.isTrue(results[0].isSuccess());
            Assert.areEqual(rows[0].Id, results[0].getId());
            Assert.isFalse(results[1].isSuccess());
            Database.Error error = results[1].getErrors()[0];
            Assert.areEqual(StatusCode.FIELD_CUSTOM_VALIDATION_EXCEPTION, error.getStatusCode());
            Assert.areEqual(1, [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]);
            Database.SaveResult one = Database.update(rows[0], false, AccessLevel.SYSTEM_MODE);
            Assert.isTrue(one.isSuccess(), 'of one record, one result');`);
        expect(failed).toBeNull();
    });

    it('is counted, a list without records not', () => {
        const failed = runTest(`
            insert as system new List<Lead>();
            Assert.areEqual(0, Limits.getDmlStatements());
            insert as system new List<Lead>{
                new Lead(LastName = 'A', Company = 'C'),
                new Lead(LastName = 'B', Company = 'C')
            };
            Assert.areEqual(1, Limits.getDmlStatements());
            Assert.areEqual(2, Limits.getDmlRows());`);
        expect(failed).toBeNull();
    });

    it('is undone to a savepoint, as often as one likes', () => {
        const failed = runTest(`
            Savepoint before = Database.setSavepoint();
            for (Integer i = 0; i < 2; i++) {
                insert as system new Lead(LastName = 'A', Company = 'C');
                Database.rollback(before);
                Assert.areEqual(0, [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]);
            }`);
        expect(failed).toBeNull();
    });

    it('stops where a trigger adds an error', () => {
        const trigger = `trigger Guard on Lead (before insert) {
            for (Lead one : Trigger.new) {
                if (one.Company == 'Nope') { one.Company.addError('No such company'); }
            }
        }`;
        const failed = runTest(
            `try { insert as system new Lead(LastName = 'A', Company = 'Nope'); Assert.fail('saved'); }
            catch (DmlException e) {
                Assert.areEqual('No such company', e.getDmlMessage(0));
                Assert.areEqual(new List<String>{ 'Company' }, e.getDmlFieldNames(0));
            }`,
            { 'Guard.trigger': trigger }
        );
        expect(failed).toBeNull();
    });
});

describe('describe', () => {
    it('lists the countries of an org that keeps their codes', () => {
        const failed = runTest(
            `List<PicklistEntry> codes =
                Lead.SObjectType.getDescribe().fields.getMap().get('CountryCode').getDescribe()
                .getPicklistValues();
            Assert.isFalse(codes.isEmpty());
            Assert.areEqual(2, codes[0].getValue().length());`,
            {},
            [traitNamed('stateCountryPicklists')]
        );
        expect(failed).toBeNull();
    });
});

describe('limits', () => {
    const queries =
        'for (Integer i = 0; i < 101; i++) { List<Lead> l = [SELECT Id FROM Lead WITH SYSTEM_MODE]; }';

    it.each([
        [queries, 'Too many SOQL queries: 101'],
        [
            `for (Integer i = 0; i < 151; i++) { insert as system new Visit__c(); }`,
            'Too many DML statements: 151'
        ],
        ['while (true) { Integer i = 1; }', 'Apex CPU time limit exceeded']
    ])('end a transaction that nothing can save: %s', (body, message) => {
        const caught = `try { ${body} } catch (Exception e) { Assert.isTrue(true); }`;
        expect(runTest(caught)).toBe(`System.LimitException: ${message}`);
    });

    it('count the rows of a statement', () => {
        const failed = runTest(`
            List<Visit__c> rows = new List<Visit__c>();
            for (Integer i = 0; i < 10001; i++) { rows.add(new Visit__c()); }
            insert as system rows;`);
        expect(failed).toBe('System.LimitException: Too many DML rows: 10001');
    });

    it('end a recursion without an end', () => {
        const endless =
            'public class Endless { public static Integer run(Integer n) { return run(n + 1); } }';
        expect(runTest('Endless.run(1);', { 'Endless.cls': endless })).toMatch(
            /^System.LimitException: Maximum stack depth reached/
        );
    });

    it('give statements of Apex a time', () => {
        const failed = runTest(`
            for (Integer i = 0; i < 1000; i++) { Integer j = i; }
            Assert.isTrue(Limits.getCpuTime() > 0 && Limits.getCpuTime() < 100);
            Assert.areEqual(10000, Limits.getLimitCpuTime());`);
        expect(failed).toBeNull();
    });
});

describe('System.runAs', () => {
    const someone = `User someone = [SELECT Id FROM User WHERE Profile.Name = 'Standard User' WITH SYSTEM_MODE LIMIT 1];`;

    it('changes who runs the code, and changes back', () => {
        const failed = runTest(`${someone}
            Id before = UserInfo.getUserId();
            System.runAs(someone) {
                Assert.areEqual(someone.Id, UserInfo.getUserId());
                System.runAs(new User(Id = before)) { Assert.areEqual(before, UserInfo.getUserId()); }
                Assert.areEqual(someone.Id, UserInfo.getUserId());
            }
            Assert.areEqual(before, UserInfo.getUserId());`);
        expect(failed).toBeNull();
    });

    it('keeps the fields that nobody gave the user out of user mode', () => {
        const failed = runTest(`${someone}
            insert as system new Lead(LastName = 'A', Company = 'C', Note__c = 'n');
            System.runAs(someone) {
                try { List<Lead> l = [SELECT Note__c FROM Lead WITH USER_MODE]; Assert.fail('seen'); }
                catch (QueryException e) { Assert.isTrue(e.getMessage().contains('Note__c')); }
                Assert.areEqual(1, [SELECT Note__c FROM Lead WITH SYSTEM_MODE].size());
            }`);
        expect(failed).toBeNull();
    });

    it('is a context of its own for setup objects', () => {
        const group = `insert as system new PermissionSet(Name = 'P', Label = 'P');`;
        const lead = `insert as system new Lead(LastName = 'A', Company = 'C');`;
        expect(runTest(group + lead)).toContain('MIXED_DML_OPERATION');
        expect(
            runTest(`System.runAs(new User(Id = UserInfo.getUserId())) { ${group} } ${lead}`)
        ).toBeNull();
    });
});

describe('jobs', () => {
    const SOURCES = {
        'Worker.cls': `public class Worker implements Queueable, Schedulable {
            private final String name;
            private final Boolean again;
            public Worker(String name, Boolean again) { this.name = name; this.again = again; }
            public void execute(QueueableContext context) {
                Assert.isNotNull(context.getJobId());
                Assert.areEqual(200, Limits.getLimitQueries());
                Assert.areEqual(0, Limits.getQueries());
                insert as system new Lead(LastName = name, Company = 'C');
                if (again) { System.enqueueJob(new Worker(name, false)); }
            }
            public void execute(SchedulableContext context) {
                insert as system new Lead(LastName = name + ' scheduled', Company = 'C');
            }
        }`,
        'Pages.cls': `public class Pages implements Database.Batchable<SObject> {
            public Boolean chains = false;
            public Integer seen = 0;
            public Database.QueryLocator start(Database.BatchableContext context) {
                return Database.getQueryLocator([SELECT Id FROM Lead WITH SYSTEM_MODE]);
            }
            public void execute(Database.BatchableContext context, List<Lead> page) {
                seen += page.size();
                for (Lead one : page) { one.Note__c = 'page ' + page.size(); }
                update as system page;
            }
            public void finish(Database.BatchableContext context) {
                Assert.areEqual(0, seen, 'Without Database.Stateful nothing is kept');
                insert as system new Lead(LastName = 'finished', Company = 'C');
                if (chains) { Database.executeBatch(new Pages(), 10); }
            }
        }`
    };
    const leads = `[SELECT LastName FROM Lead WITH SYSTEM_MODE]`;
    const asyncJobs = `[SELECT Status FROM AsyncApexJob WITH SYSTEM_MODE]`;

    it('run when the test stops, as they were when they were queued', () => {
        const failed = runTest(
            `Test.startTest();
            Worker one = new Worker('job', false);
            Id jobId = System.enqueueJob(one, 5);
            Assert.areEqual(1, Limits.getQueueableJobs());
            Assert.areEqual(0, ${leads}.size());
            Assert.areEqual('Queued', ${asyncJobs}[0].Status);
            Test.stopTest();
            Assert.areEqual('job', ${leads}.LastName);
            Assert.areEqual('Completed', ${asyncJobs}[0].Status);`,
            SOURCES
        );
        expect(failed).toBeNull();
    });

    it('cannot queue others in a test, as the platform says', () => {
        const failed = runTest(
            `Test.startTest(); System.enqueueJob(new Worker('job', true)); Test.stopTest();`,
            SOURCES
        );
        expect(failed).toBe('System.AsyncException: Maximum stack depth has been reached.');
    });

    it('are also the calls of future methods', () => {
        const source = `public class Later {
            @future public static void run(String name) {
                Assert.isTrue(System.isFuture());
                insert as system new Lead(LastName = name, Company = 'C');
            }
        }`;
        const failed = runTest(
            `Test.startTest();
            Later.run('later');
            Assert.areEqual(1, Limits.getFutureCalls());
            Assert.areEqual(0, ${leads}.size());
            Test.stopTest();
            Assert.areEqual('later', ${leads}.LastName);`,
            { 'Later.cls': source }
        );
        expect(failed).toBeNull();
    });

    it('wait ten minutes at most', () => {
        expect(runTest(`System.enqueueJob(new Worker('job', false), 11);`, SOURCES)).toContain(
            'maximum is 10'
        );
    });

    const people = (count: number): string => `
        List<Lead> people = new List<Lead>();
        for (Integer i = 0; i < ${count}; i++) { people.add(new Lead(LastName = 'P' + i, Company = 'C')); }
        insert as system people;`;

    it('go through records a page at a time', () => {
        const failed = runTest(
            `${people(3)}
            Test.startTest(); Database.executeBatch(new Pages(), 3); Test.stopTest();
            Assert.areEqual(3, [SELECT COUNT() FROM Lead WHERE Note__c = 'page 3' WITH SYSTEM_MODE]);
            Assert.areEqual(4, ${leads}.size(), 'and finish');
            AsyncApexJob job = [SELECT JobItemsProcessed, TotalJobItems, NumberOfErrors, ApexClass.Name
                FROM AsyncApexJob WHERE JobType = 'BatchApex' WITH SYSTEM_MODE];
            Assert.areEqual(1, job.TotalJobItems);
            Assert.areEqual('Pages', job.ApexClass.Name);`,
            SOURCES
        );
        expect(failed).toBeNull();
    });

    it('have one page in a test, and start no other batch', () => {
        const start = 'Test.startTest(); Pages job = new Pages();';
        const stop = 'Database.executeBatch(job, 2); Test.stopTest();';
        expect(runTest(`${people(3)} ${start} ${stop}`, SOURCES)).toContain(
            'No more than one executeBatch'
        );
        expect(runTest(`${start} job.chains = true; ${stop}`, SOURCES)).toContain(
            'No more than one executeBatch'
        );
    });

    it('are scheduled once under a name, and ended', () => {
        const failed = runTest(
            `Id id = System.schedule('Nightly', '0 0 2 * * ?', new Worker('s', false));
            CronTrigger found = [SELECT NextFireTime, State, CronJobDetail.Name FROM CronTrigger
                WHERE Id = :id WITH SYSTEM_MODE];
            Assert.areEqual('Nightly', found.CronJobDetail.Name);
            Assert.areEqual('WAITING', found.State);
            Assert.isTrue(found.NextFireTime > Datetime.now());
            try { System.schedule('Nightly', '0 0 3 * * ?', new Worker('s', false)); Assert.fail('twice'); }
            catch (AsyncException e) { Assert.isTrue(e.getMessage().contains('already scheduled')); }
            System.abortJob(id);
            Assert.areEqual(0, [SELECT COUNT() FROM CronTrigger WITH SYSTEM_MODE]);
            Test.startTest();
            System.schedule('Nightly', '0 0 2 * * ?', new Worker('s', false));
            Test.stopTest();
            Assert.areEqual('s scheduled', ${leads}.LastName);`,
            SOURCES
        );
        expect(failed).toBeNull();
    });
});
