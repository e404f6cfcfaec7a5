import { describe, expect, it } from 'vitest';
import type { SandboxUser } from '../access.ts';
import { makeId } from '../ids.ts';
import { loadSchema } from '../schema.ts';
import { createStore } from '../store.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { parseSoql } from './parse.ts';
import { SObjectRecord } from './record.ts';
import { runQuery } from './run.ts';

const forceApp = packageOf(SAMPLE_FILES);
const schema = loadSchema(forceApp);
removePackage(forceApp);
const store = createStore(schema, () => Date.parse('2026-11-20T00:00:00Z'));
const lead = (n: number): string => makeId('00Q', n);
const visit = (n: number): string => makeId('a00', n);
const USER = makeId('005', 1);
const QUEUE = makeId('00G', 1);
const base = { LastName: 'L', Company: 'C', OwnerId: USER };
store.seed({
    User: [{ Id: USER, FirstName: 'Ada', LastName: 'Rep' }],
    Group: [{ Id: QUEUE, Name: 'Inbound', Type: 'Queue' }],
    Lead: [
        { ...base, Id: lead(1), Title: 'CFO', Points__c: 10, Decision__c: 'accepted' },
        {
            ...base,
            Id: lead(2),
            Title: 'cfo',
            Points__c: 5,
            Mql_At__c: '2026-11-02T10:00:00+02:00'
        },
        { ...base, Id: lead(3), Title: "O'Neil 100%", Mql_At__c: '2026-11-01T10:00:00Z' },
        { ...base, Id: lead(4), OwnerId: QUEUE, Points__c: 7, IsConverted: true },
        { ...base, Id: lead(5), IsDeleted: true, Points__c: 100 }
    ],
    Visit__c: [
        { Id: visit(1), Lead__c: lead(1), On__c: '2026-11-01', Page__c: 'pricing' },
        { Id: visit(2), Lead__c: lead(1), On__c: '2026-11-03', Page__c: 'docs' },
        { Id: visit(3), On__c: '2026-11-05' }
    ]
});

function run(
    text: string,
    binds: { readonly [name: string]: unknown } = {},
    reader: SandboxUser | null = null
): SObjectRecord[] | number {
    return runQuery(parseSoql(text), { schema, store, reader }, (name) => binds[name]);
}

/** The numbers of the found records, in order. */
function found(where: string, binds: { readonly [name: string]: unknown } = {}): number[] {
    const rows = run(`SELECT Id FROM Lead ${where}`, binds) as SObjectRecord[];
    return rows.map((row) => Number(String(row.fields.get('id')?.value).slice(3, 15)));
}

function plain(rows: SObjectRecord[] | number): unknown[] {
    return (rows as SObjectRecord[]).map((row) =>
        Object.fromEntries(
            [...row.fields.values()].map(({ name, value }) => [
                name,
                value instanceof SObjectRecord ? plain([value])[0] : value
            ])
        )
    );
}

describe('a filter', () => {
    it('leaves deleted records out', () => {
        expect(found('')).toEqual([1, 2, 3, 4]);
    });

    it('finds empty values by = null, and by != of any value', () => {
        expect(found('WHERE Points__c = NULL')).toEqual([3]);
        expect(found('WHERE Points__c != null')).toEqual([1, 2, 4]);
        expect(found('WHERE Points__c != 10')).toEqual([2, 3, 4]);
    });

    it('finds no empty value by <, <=, > and >=', () => {
        expect(found('WHERE Points__c < 8')).toEqual([2, 4]);
        expect(found('WHERE Points__c >= 7')).toEqual([1, 4]);
        expect(found('WHERE Points__c > :none', { none: null })).toEqual([]);
    });

    it('compares text without regard to case', () => {
        expect(found("WHERE Title = 'Cfo'")).toEqual([1, 2]);
        expect(found("where TITLE in ('CFO', 'x')")).toEqual([1, 2]);
    });

    it('finds a 15-character id', () => {
        expect(found('WHERE Id = :id', { id: lead(2).slice(0, 15) })).toEqual([2]);
    });

    it('takes lists and sets for IN, and finds nothing in an empty one', () => {
        expect(found('WHERE Id IN :ids', { ids: [lead(1), lead(3)] })).toEqual([1, 3]);
        expect(found('WHERE Id IN :ids', { ids: new Set([lead(2)]) })).toEqual([2]);
        expect(found('WHERE Id IN :ids', { ids: [] })).toEqual([]);
        expect(found('WHERE Id NOT IN :ids', { ids: [lead(1)] })).toEqual([2, 3, 4]);
    });

    it('joins by a subquery', () => {
        const inner = "SELECT Lead__c FROM Visit__c WHERE Page__c = 'docs'";
        expect(found(`WHERE Id IN (${inner})`)).toEqual([1]);
        expect(found(`WHERE Id NOT IN (${inner})`)).toEqual([2, 3, 4]);
    });

    it('compares instants, not their texts', () => {
        expect(found('WHERE Mql_At__c = 2026-11-02T08:00:00Z')).toEqual([2]);
        const at = new Timestamp(Date.parse('2026-11-02T08:00:00Z'));
        expect(found('WHERE Mql_At__c >= :at', { at })).toEqual([2]);
    });

    it('compares dates', () => {
        const since = new CalendarDate('2026-11-03');
        const rows = run('SELECT Id FROM Visit__c WHERE On__c >= :since', { since });
        expect(plain(rows)).toEqual([{ Id: visit(2) }, { Id: visit(3) }]);
        expect(plain(run('SELECT Id FROM Visit__c WHERE On__c < 2026-11-02'))).toHaveLength(1);
    });

    it('matches LIKE with wildcards, escaped wildcards and quotes', () => {
        expect(found("WHERE Title LIKE 'c_o'")).toEqual([1, 2]);
        expect(found("WHERE Title LIKE 'o\\'%'")).toEqual([3]);
        expect(found("WHERE Title LIKE '%100\\%'")).toEqual([3]);
        expect(found("WHERE Title LIKE 'cf\\_'")).toEqual([]);
    });

    it('joins conditions by AND, OR, NOT and parentheses', () => {
        expect(found("WHERE (Points__c = 10 OR Points__c = 5) AND Title = 'CFO'")).toEqual([1, 2]);
        expect(found('WHERE NOT (Points__c = 10 OR Points__c = 5)')).toEqual([3, 4]);
        expect(found('WHERE (NOT Points__c = 10) AND IsConverted = FALSE')).toEqual([2, 3]);
    });

    it('rejects AND beside OR without parentheses, as the platform does', () => {
        expect(() => found('WHERE Points__c = 1 AND Points__c = 2 OR Points__c = 3')).toThrow(
            'unexpected token: OR'
        );
    });

    it('rejects a value of another type', () => {
        expect(() => found("WHERE Mql_At__c > '2026-11-01'")).toThrow(/must be of type datetime/);
        expect(() => found('WHERE Points__c = :text', { text: 'ten' })).toThrow(/of type double/);
    });
});

describe('an order', () => {
    it('puts nulls first in either direction, unless told otherwise', () => {
        expect(found('ORDER BY Points__c')).toEqual([3, 2, 4, 1]);
        expect(found('ORDER BY Points__c DESC')).toEqual([3, 1, 4, 2]);
        expect(found('ORDER BY Points__c DESC NULLS LAST')).toEqual([1, 4, 2, 3]);
    });

    it('comes before the limit, which may be bound', () => {
        expect(found('ORDER BY Points__c DESC NULLS LAST LIMIT 1')).toEqual([1]);
        expect(found('ORDER BY Points__c DESC NULLS LAST LIMIT :most', { most: 2 })).toEqual([
            1, 4
        ]);
    });
});

describe('a selection', () => {
    it('carries parents, their ids and their keys', () => {
        const rows = run('SELECT Owner.Name FROM Lead WHERE Points__c = 10');
        const owner = { Id: USER, Name: 'Ada Rep' };
        expect(plain(rows)).toEqual([{ Id: lead(1), OwnerId: USER, Owner: owner }]);
    });

    it('finds a queue where the owner is one', () => {
        const rows = run('SELECT Owner.Name, Owner.Type FROM Lead WHERE Points__c = 7');
        expect(plain(rows)).toMatchObject([
            { Owner: { Id: QUEUE, Name: 'Inbound', Type: 'Group' } }
        ]);
    });

    it('has an empty parent where the lookup is empty', () => {
        const rows = run('SELECT Lead__r.Name FROM Visit__c WHERE Page__c = NULL');
        expect(plain(rows)).toEqual([{ Id: visit(3), Lead__c: null, Lead__r: null }]);
    });
});

describe('a count', () => {
    it('groups rows, and those without a value as a group of their own', () => {
        const rows = run(
            'SELECT Decision__c decision, COUNT(Id) total, COUNT(Mql_At__c) FROM Lead GROUP BY Decision__c'
        );
        expect(plain(rows)).toEqual([
            { decision: 'accepted', total: 1, expr0: 0 },
            { decision: null, total: 3, expr0: 2 }
        ]);
    });

    it('is a number for COUNT() and one row for COUNT(Id)', () => {
        expect(run('SELECT COUNT() FROM Lead')).toBe(4);
        expect(plain(run('SELECT COUNT(Id) n FROM Lead WHERE Points__c = 99'))).toEqual([{ n: 0 }]);
    });

    it('rejects a field that is neither grouped nor aggregated', () => {
        expect(() => run('SELECT Title, COUNT(Id) FROM Lead')).toThrow(
            'Field must be grouped or aggregated: Title'
        );
    });
});

describe('aggregates', () => {
    const groups = (text: string): unknown[] => plain(run(text));

    it('pass over empty values', () => {
        const select =
            'SELECT COUNT(Points__c), COUNT_DISTINCT(Title), SUM(Points__c), AVG(Points__c), ' +
            'MIN(Points__c), MAX(Mql_At__c) FROM Lead';
        expect(groups(select)).toEqual([
            {
                expr0: 3,
                expr1: 2,
                expr2: 22,
                expr3: 22 / 3,
                expr4: 5,
                expr5: '2026-11-02T08:00:00.000Z'
            }
        ]);
        expect(groups("SELECT SUM(Points__c) total FROM Lead WHERE Title = 'none'")).toEqual([
            { total: null }
        ]);
    });

    it('keep the groups that HAVING lets through, in the order that is asked for', () => {
        const select = 'SELECT OwnerId, COUNT(Id) total FROM Lead GROUP BY OwnerId';
        expect(groups(`${select} ORDER BY COUNT(Id) DESC`)).toEqual([
            { OwnerId: USER, total: 3 },
            { OwnerId: QUEUE, total: 1 }
        ]);
        expect(groups(`${select} HAVING COUNT(Id) > 1`)).toEqual([{ OwnerId: USER, total: 3 }]);
    });

    it('sum numbers only', () => {
        expect(() => run('SELECT SUM(Title) FROM Lead')).toThrow(
            'does not support aggregate operator SUM'
        );
    });
});

describe('the rows that a query gives', () => {
    it('hold the children that a subquery asks for', () => {
        const [first, second] = run(
            'SELECT Id, (SELECT Page__c FROM Visits__r ORDER BY On__c DESC LIMIT 1) FROM Lead'
        ) as SObjectRecord[];
        const children = first?.fields.get('visits__r')?.value as SObjectRecord[];
        expect(children.map((one) => one.fields.get('page__c')?.value)).toEqual(['docs']);
        expect(second?.fields.get('visits__r')?.value).toEqual([]);
        expect(() => run('SELECT Id, (SELECT Id FROM Nope__r) FROM Lead')).toThrow(
            "understand relationship 'Nope__r'"
        );
    });

    it('are deleted ones, too, with ALL ROWS', () => {
        expect(found('ALL ROWS')).toEqual([1, 2, 3, 4, 5]);
    });

    it('begin after an offset', () => {
        expect(found('ORDER BY Id LIMIT 2 OFFSET 1')).toEqual([2, 3]);
    });

    it('may be locked, without an order', () => {
        expect(found('WHERE Points__c = 10 FOR UPDATE')).toEqual([1]);
        expect(() => run('SELECT Id FROM Lead ORDER BY Name FOR UPDATE')).toThrow('ORDER BY');
    });

    it('are counted as the platform counts them', () => {
        const counted = (text: string): number => {
            let total = 0;
            const onRows = (rows: number): void => void (total += rows);
            runQuery(parseSoql(text), { schema, store, reader: null, onRows }, () => null);
            return total;
        };
        expect(counted('SELECT Id FROM Lead LIMIT 3')).toBe(3);
        expect(counted('SELECT COUNT() FROM Lead')).toBe(1);
        expect(counted('SELECT OwnerId, COUNT(Id) FROM Lead GROUP BY OwnerId')).toBe(2);
        expect(counted('SELECT SUM(Points__c) FROM Lead')).toBe(4);
    });
});

describe('names and access', () => {
    it('rejects what the package does not have, in the words of the platform', () => {
        expect(() => run('SELECT Nope__c FROM Lead')).toThrow(
            "No such column 'Nope__c' on entity 'Lead'"
        );
        expect(() => run('SELECT Id FROM Leed')).toThrow("sObject type 'Leed' is not supported");
        expect(() => run('SELECT Boss.Name FROM Lead')).toThrow("understand relationship 'Boss'");
        expect(() => found('ORDER BY Nope__c')).toThrow("No such column 'Nope__c'");
    });

    it('answers alike for what the user may not see, wherever it stands', () => {
        const reader = { id: USER, permissions: { hiddenFields: ['Lead.Title'] } };
        const denied = /No such column 'Title' on entity 'Lead'/;
        expect(() => run('SELECT Title FROM Lead', {}, reader)).toThrow(denied);
        expect(() => run("SELECT Id FROM Lead WHERE Title = 'x'", {}, reader)).toThrow(denied);
        const blind = { id: USER, permissions: { hiddenObjects: ['visit__c'] } };
        expect(() => run('SELECT Id FROM Visit__c', {}, blind)).toThrow(/is not supported/);
    });

    it.each([
        ['SELECT COUNT(Id) FROM Lead GROUP BY CUBE(Title)', 'GROUP BY with a function'],
        ['SELECT Id FROM Lead USING SCOPE mine', 'USING SCOPE'],
        ['SELECT TYPEOF Owner WHEN User THEN Name END FROM Lead', 'TYPEOF'],
        ['SELECT Id FROM Lead FOR VIEW', 'FOR VIEW'],
        ['SELECT Id FROM Lead WHERE CreatedDate = TODAY', 'the literal TODAY'],
        ['SELECT toLabel(Status) FROM Lead', 'the function toLabel(Status)']
    ])('refuses by name: %s', (text, construct) => {
        expect(() => run(text)).toThrow(`the sandbox does not run ${construct}`);
    });
});
