import { describe, expect, it } from 'vitest';
import type { SandboxUser } from '../access.ts';
import { makeId } from '../ids.ts';
import { loadSchema } from '../schema.ts';
import { createStore } from '../store.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import { loadProgram } from './program.ts';
import { openTransaction, runApex } from './run.ts';

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
        ['2 >= 2 && 1 <> 2', true],
        ['5.0 / 2', 2.5],
        ['0.1 + 0.2', 0.3],
        ['1 === 1', true],
        ["'abc'.reverse()", 'cba'],
        ['(null < 5)', false],
        ["('a' < null)", false],
        ['6 & 3 | 8', 10],
        ['1 << 4', 16],
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
        expect(run(`return ${source};`)).toEqual(expected);
    });
});

describe('whole numbers', () => {
    it.each([
        ['Integer n = 7; return n / 2;', 3],
        ['Long n = -7; return n / 2;', -3],
        ['Long a = 86400000L * 36525; return a;', 3_155_760_000_000],
        ['Integer a = 86400000; Integer b = 100; Long c = a * b; return c;', 50_065_408],
        ['Integer n = 2147483647; return n + 1;', -2_147_483_648],
        ['return Math.mod(-7, 5);', -2],
        ['return Math.min(3L, 2L) + Math.max(3, 2) + Math.abs(-4);', 9],
        ["return Long.valueOf('30') * 60;", 1800],
        ['Long n = 5; Integer i = n.intValue(); return i;', 5]
    ])('%s', (source, expected) => {
        expect(run(source)).toBe(expected);
    });

    it('are not divided by zero', () => {
        const divide = 'Integer none = 0; return 1 / none;';
        expect(() => run(divide)).toThrow('Divide by 0');
        expect(() => run('return Math.mod(1, 0);')).toThrow('Divide by 0');
    });
});

describe('what the platform has', () => {
    it('tells the offset of a time zone', () => {
        const source = `TimeZone zone = TimeZone.getTimeZone('America/St_Johns');
            return zone.getOffset(Datetime.newInstance(1773000000123L));`;
        expect(run(source)).toBe(-2.5 * 3_600_000);
        expect(() => run("return TimeZone.getTimeZone('Mars/Olympus');")).toThrow('Mars/Olympus');
    });

    it('tells who runs the code', () => {
        expect(run('return UserInfo.getUserId();')).toBe(REP.id);
    });

    it('finds text without regard to case', () => {
        expect(run("return 'A Demo'.containsIgnoreCase('DEMO');")).toBe(true);
    });
});

describe('JSON.deserialize', () => {
    const classes = `
        public class Node {
            @AuraEnabled public String label = 'none';
            @AuraEnabled public Long size;
            @AuraEnabled public Boolean open;
            @AuraEnabled public List<Node> nodes;
            @AuraEnabled public Map<String, List<String>> words;
        }`;
    const read = (json: string): unknown =>
        runClass(`${classes}
            @AuraEnabled public static Node run() {
                return (Node) JSON.deserialize('${json}', Node.class);
            }`);

    it('fills the fields of a class, of lists and maps below it, and passes over other keys', () => {
        const json =
            '{"label":"a","size":5,"extra":1,"open":false,"nodes":[{"size":null},null],"words":{"x":["y"]}}';
        expect(read(json)).toEqual({
            label: 'a',
            size: 5,
            open: false,
            nodes: [{ label: 'none' }, null],
            words: { x: ['y'] }
        });
    });

    it('refuses what does not fit', () => {
        expect(() => read('{"size":"many"}')).toThrow('JSON of "many" as a long');
        expect(() => read('{"nodes":{}}')).toThrow('JSON has no list where Apex expects one');
        expect(() => read('{"words":[]}')).toThrow('JSON has no object where Apex expects one');
        expect(() => read('{')).toThrow(/JSON/);
    });
});

describe('records', () => {
    const lead = (statements: string): unknown =>
        run(`SObject one = [SELECT Company, Points__c, Mql_At__c FROM Lead WITH USER_MODE];
            ${statements}`);

    it('take values of the field’s kind', () => {
        const source = `Object before = one.put('company', 'New');
            one.put('Mql_At__c', Datetime.newInstance(0));
            one.put('Points__c', null);
            return new List<Object>{ before, one.get('Company'), one.get('Mql_At__c'), one.get('Points__c') };`;
        expect(lead(source)).toEqual(['Acme', 'New', '1970-01-01T00:00:00.000Z', null]);
    });

    it('refuse others', () => {
        expect(() => lead("one.put('Points__c', 'many'); return 1;")).toThrow(/Illegal assignment/);
        expect(() => lead("one.put('Mql_At__c', '2026-11-20'); return 1;")).toThrow(/Illegal/);
        expect(() => lead("one.put('Nope__c', 1); return 1;")).toThrow('Invalid field Nope__c');
    });
});

describe('a transaction', () => {
    it('keeps static variables between calls, and takes and gives Apex’s own values', () => {
        const source = `public class Counter {
            private static Integer count = 0;
            public Integer by = 2;
            public static Counter make() { return new Counter(); }
            public Integer bump(Integer more) { count += by + more; return count; }
        }`;
        const forceApp = packageOf({ ...SAMPLE_FILES, 'classes/Counter.cls': source });
        const schema = loadSchema(forceApp);
        const store = createStore(schema, () => NOW);
        const program = loadProgram(forceApp, schema);
        try {
            const apex = openTransaction({ program, store, user: REP, now: () => NOW });
            const counter = apex.callStatic('Counter', 'make');
            expect(apex.callOn(counter, 'bump', 1)).toBe(3);
            expect(apex.callOn(counter, 'bump', 1)).toBe(6);
            expect(apex.queries()).toBe(0);
            expect(() => apex.callStatic('Counter', 'bump', 1)).toThrow(
                'there is no static method Counter.bump'
            );
        } finally {
            removePackage(forceApp);
        }
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

    it('ignores case in names', () => {
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
            List<Long> sorted = new List<Long>{ 3L, 20L, 1L };
            List<Long> copy = sorted.clone();
            sorted.sort();
            all.addAll(new List<Object>{ copy[0], sorted[0], sorted[2] });
            return all;`;
        expect(run(source)).toEqual([false, null, 2, 1, 'a', 'A', 3, 1, 20]);
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
        [
            'insert new List<Lead>();',
            'the statement insert that states no access mode (Sample.cls:3)'
        ],
        ['Long big = 9007199254740991L; return big * 2;', 'a Long this large (Sample.cls:3)'],
        ["Integer n = 'x'.length() * 3000000000L; return n;", 'an Integer of 3000000000'],
        [
            "return 'a'.difference('b');",
            'the method String.difference with 1 arguments (Sample.cls:3)'
        ],
        ['return Math.sqrt(1);', 'the method Math.sqrt with 1 arguments (Sample.cls:3)'],
        [
            'return JSON.serializePretty(1);',
            'the method JSON.serializePretty with 1 arguments (Sample.cls:3)'
        ],
        ["return JSON.deserialize('1', String.class);", 'JSON of 1 as a string (Sample.cls:3)'],
        ['return Date.newInstance(2026, 1, 2).format();', 'Date.format: its text depends'],
        ["return '' + Datetime.now();", 'the text of a Datetime (Sample.cls:3)'],
        ["return 'a'.matches('(?<!x)a++');", 'the method String.matches with 1 arguments']
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
