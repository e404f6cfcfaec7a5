import { describe, expect, it } from 'vitest';
import type { SandboxUser } from '../access.ts';
import { makeId } from '../ids.ts';
import { loadSchema } from '../schema.ts';
import { createStore } from '../store.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import { loadProgram } from './program.ts';
import { runApex } from './run.ts';

const NOW = Date.parse('2026-11-20T14:03:00Z');
const LEAD = makeId('00Q', 1);
const REP: SandboxUser = { id: makeId('005', 1) };

/** Runs `Sample.run()` of a class with these members. */
function runClass(members: string, user: SandboxUser = REP, others = {}): unknown {
    const source = `public with sharing class Sample {\n${members}\n}`;
    const forceApp = packageOf({ ...SAMPLE_FILES, 'classes/Sample.cls': source, ...others });
    const schema = loadSchema(forceApp);
    const store = createStore(schema, () => NOW);
    store.seed({
        User: [{ Id: REP.id, FirstName: 'Ada', LastName: 'Rep' }],
        Lead: [{ Id: LEAD, LastName: 'Moss', Company: 'Acme', OwnerId: REP.id, Points__c: 3 }],
        Visit__c: [
            { Id: makeId('a00', 1), Lead__c: LEAD, Page__c: 'docs', On__c: '2026-11-01' },
            { Id: makeId('a00', 2), Lead__c: LEAD, Page__c: 'pricing' }
        ]
    });
    const program = loadProgram(forceApp, schema);
    try {
        return runApex('sample', 'RUN', {}, { program, store, user, now: () => NOW });
    } finally {
        removePackage(forceApp);
    }
}

/** Runs statements that return an Object. */
function run(statements: string, user: SandboxUser = REP): unknown {
    return runClass(`@AuraEnabled public static Object run() {\n${statements}\n}`, user);
}

describe('expressions', () => {
    it.each([
        ["'a' == 'A'", true],
        ["'a'.equals('A')", false],
        ['1 + 2 * 3 - 1', 6],
        ["'n=' + 1 + null", 'n=1null'],
        ['true && !false || false', true],
        ['2 >= 2 && 1 <> 2', Error],
        ["1 != 2 ? 'yes' : 'no'", 'yes'],
        ["(Object) 'x' instanceof String", true],
        ['null instanceof String', false],
        ["(String) null ?? 'other'", 'other'],
        ['-3', -3],
        ["'it\\'s\\n'", "it's\n"],
        ["String.isBlank(' ')", true],
        ['String.isNotBlank(null)', false],
        ["String.valueOf(5) + 'x'.length()", '51'],
        ["'abc'.startsWith('ab') && !'abc'.contains('x')", true],
        ['Date.newInstance(2026, 2, 1).addDays(-1)', '2026-01-31'],
        ['Datetime.newInstanceGmt(2026, 11, 20)', '2026-11-20T00:00:00.000Z'],
        ['Datetime.now() > Datetime.newInstanceGmt(2026, 11, 20)', true],
        ['System.now()', '2026-11-20T14:03:00.000Z'],
        [`((Id) '${LEAD}').getSObjectType() == Lead.SObjectType`, true],
        [`((Id) '${LEAD}').getSobjectType() == Schema.Contact.sObjectType`, false],
        ["Type.forName('Visit__c') != null && Type.forName('Nope__c') == null", true]
    ])('%s', (source, expected) => {
        if (expected === Error) expect(() => run(`return ${source};`)).toThrow(/does not run/);
        else expect(run(`return ${source};`)).toEqual(expected);
    });
});

describe('statements', () => {
    it('runs loops with break and continue', () => {
        const source = `
            Integer sum = 0;
            for (Integer i = 0; i < 10; i++) { if (i == 2) continue; if (i == 5) { break; } sum += i; }
            for (String one : new Set<String>{ 'a', 'b' }) sum++;
            Integer n = 3;
            while (n > 0) { n--; sum = sum + 100; }
            return sum;`;
        expect(run(source)).toBe(0 + 1 + 3 + 4 + 2 + 300);
    });

    it('knows no case in names', () => {
        expect(run('INTEGER Total = 1; total += 1; RETURN TOTAL;')).toBe(2);
    });

    it('forgets variables after their block', () => {
        const members = `private static String name = 'static';
            @AuraEnabled public static String run() { if (true) { String name = 'local'; } return name; }`;
        expect(runClass(members)).toBe('static');
    });

    it('catches by type, in order, and runs finally', () => {
        const source = `
            List<String> seen = new List<String>();
            try { throw new AuraHandledException('x'); }
            catch (QueryException e) { seen.add('query'); }
            catch (AuraHandledException e) { seen.add('aura ' + e.getMessage()); }
            catch (Exception e) { seen.add('any'); }
            finally { seen.add('last'); }
            try { String none = null; none.length(); } catch (System.NullPointerException e) { seen.add('null'); }
            try { new List<String>().get(0); } catch (Exception e) { seen.add(e.getMessage()); }
            return seen;`;
        expect(run(source)).toEqual([
            'aura Script-thrown exception',
            'last',
            'null',
            'List index out of bounds: 0'
        ]);
    });
});

describe('collections', () => {
    it('work by value', () => {
        const source = `
            Map<String, Object> m = new Map<String, Object>{ 'a' => 1 };
            m.put('A', 2);
            Set<Id> ids = new Set<Id>{ '${LEAD}' };
            ids.add('${LEAD}');
            List<Object> all = new List<Object>{ m.get('a'), m.get('A'), m.get('b'), m.size(), ids.size() };
            all.addAll(new List<Object>(m.keySet()));
            all.remove(0);
            all[0] = m.containsKey('x');
            return all;`;
        expect(run(source)).toEqual([false, null, 2, 1, 'a', 'A']);
    });
});

describe('classes', () => {
    const members = `
        private static final Integer START = 40;
        private static Integer count = START;
        public class Node {
            @AuraEnabled public String label = 'none';
            @AuraEnabled public Node next;
            @AuraEnabled public Integer total { get; set; }
            public String secret = 'hidden';
            public Node() {}
            public Node(String label) { this.label = label; }
            public String shout() { return label + '!' + START; }
        }
        private static Integer bump() { count++; return Sample.count; }
        @AuraEnabled public static Node run() {
            Node first = new Node();
            first.next = new Sample.Node('second');
            first.next.label = first.next.shout();
            bump();
            first.total = bump() + Helper.twice(1);
            return first;
        }`;

    it('have fields, constructors, methods, and static values shared in a request', () => {
        const helper =
            'public class Helper { public static Integer twice(Integer n) { return n * 2; } }';
        const result = runClass(members, REP, { 'classes/Helper.cls': helper });
        expect(result).toEqual({ label: 'none', next: { label: 'second!40' }, total: 44 });
    });

    it('must be there', () => {
        expect(() => runClass(members)).toThrow('the name Helper (Sample.cls:');
    });
});

describe('queries', () => {
    const visits = 'SELECT Id, Page__c, On__c, Lead__r.Name FROM Visit__c';

    it('take expressions as binds', () => {
        const source = `
            Map<String, Id> ids = new Map<String, Id>{ 'lead' => '${LEAD}' };
            Integer most = 1;
            List<Visit__c> rows = [${visits} WHERE Lead__c = :ids.get('lead') AND Page__c IN :new Set<String>{ 'DOCS' }
                WITH USER_MODE LIMIT :most];
            return rows;`;
        expect(run(source)).toEqual([
            {
                Id: makeId('a00', 1),
                Page__c: 'docs',
                On__c: '2026-11-01',
                Lead__c: LEAD,
                Lead__r: { Id: LEAD, Name: 'Moss' }
            }
        ]);
    });

    it('give one record where one is expected', () => {
        expect(run('Lead one = [SELECT Name FROM Lead WITH USER_MODE]; return one.Name;')).toBe(
            'Moss'
        );
        const none = "Lead one = [SELECT Name FROM Lead WHERE Name = 'x' WITH USER_MODE];";
        const caught = `try { ${none} } catch (QueryException e) { return e.getMessage(); } return '';`;
        expect(run(caught)).toBe('List has no rows for assignment to SObject');
    });

    it('give fields with their types, and only those that were asked for', () => {
        const source = `Visit__c v = [${visits} WHERE On__c != NULL WITH USER_MODE];
            Object day = v.get('on__c');
            return v.On__c.year() + ' ' + (day instanceof Date) + ' ' + v.Lead__r.Name;`;
        expect(run(source)).toBe('2026 true Moss');
        const unasked = 'Lead l = [SELECT Id FROM Lead WITH USER_MODE]; return l.Company;';
        expect(() => run(unasked)).toThrow(/without querying the requested field: Lead.Company/);
        const unknown = 'Lead l = [SELECT Id FROM Lead WITH USER_MODE]; return l.Nope__c;';
        expect(() => run(unknown)).toThrow('Variable does not exist: Lead.Nope__c');
    });

    it('run from text with binds, where every rejection can be caught', () => {
        const query = (text: string): string => `
            try { return Database.queryWithBinds('${text}', new Map<String, Object>{ 'most' => 1 }, AccessLevel.USER_MODE); }
            catch (QueryException e) { return e.getMessage(); }`;
        expect(run(query('SELECT Id FROM Visit__c LIMIT :most'))).toEqual([
            { Id: makeId('a00', 1) }
        ]);
        expect(run(query('SELECT Nope__c FROM Visit__c'))).toMatch(/^No such column 'Nope__c'/);
        const local = `Integer most = 1; return Database.query('SELECT Id FROM Visit__c LIMIT :most', AccessLevel.USER_MODE);`;
        expect(run(local)).toHaveLength(1);
    });

    it('are an exception to Apex when the user may not see, and an error of the package when nobody could', () => {
        const guarded = (select: string): string =>
            `try { return [${select}]; } catch (QueryException hidden) { return 'hidden'; }`;
        const user = { ...REP, permissions: { hiddenObjects: ['Visit__c'] } };
        expect(run(guarded('SELECT Id FROM Visit__c WITH USER_MODE'), user)).toBe('hidden');
        expect(run(guarded('SELECT Id FROM Visit__c WITH SYSTEM_MODE'), user)).toHaveLength(2);
        expect(() => run(guarded('SELECT Nope__c FROM Visit__c WITH USER_MODE'), user)).toThrow(
            "Sample.cls:3: No such column 'Nope__c'"
        );
    });

    it('must state their mode', () => {
        expect(() => run('\nreturn [SELECT Id FROM Lead];')).toThrow(
            'the sandbox does not run a query that states no access mode (Sample.cls:4)'
        );
    });

    it('are limited to 100 in a request', () => {
        const source = `for (Integer i = 0; i < 101; i++) { try { List<Lead> l = [SELECT Id FROM Lead WITH USER_MODE]; }
            catch (Exception e) { return 'caught'; } } return 'done';`;
        expect(() => run(source)).toThrow('Too many SOQL queries: 101');
    });
});

describe('what the sandbox does not run', () => {
    it.each([
        ['insert new List<Lead>();', 'the statement insert (Sample.cls:3)'],
        ["switch on 'a' { when else { return 1; } }", 'the statement switch (Sample.cls:3)'],
        ['return 5 / 2;', 'the operator / (Sample.cls:3)'],
        ["return 'a'.reverse();", 'the method String.reverse with 0 arguments (Sample.cls:3)'],
        ['return Math.abs(1);', 'the name Math (Sample.cls:3)'],
        ['return JSON.serialize(1);', 'the name JSON (Sample.cls:3)'],
        ['return new Lead();', 'new Lead (Sample.cls:3)'],
        ['return 1 === 1;', 'the expression 1===1 (Sample.cls:3)']
    ])('%s', (source, refusal) => {
        expect(() => run(source)).toThrow(`the sandbox does not run ${refusal}`);
    });

    it('is no harm in code that is not run', () => {
        expect(run('if (false) { return 1; } return 2;')).toBe(2);
        const members = `private static void other() { insert new List<Lead>(); }
            @AuraEnabled public static Integer run() { return 1; }`;
        expect(runClass(members)).toBe(1);
    });
});
