import { describe, expect, it } from 'vitest';
import { ApexSet } from '../../sandbox/salesforce/apex/values.ts';
import { loadSchema } from '../../sandbox/salesforce/schema.ts';
import { parseSoql } from '../../sandbox/salesforce/soql/parse.ts';
import { CalendarDate, Timestamp } from '../../sandbox/salesforce/values.ts';
import type { Described } from './described.ts';
import { restQuery } from './restSoql.ts';

const schema = loadSchema('force-app');
const NOTHING = /^Handoff_/;
const bare: Described = {
    hasObject: (name) => !NOTHING.test(name),
    hasField: (_object, field) => !NOTHING.test(field)
};
const full: Described = { hasObject: () => true, hasField: () => true };

function asked(text: string, values: { readonly [name: string]: unknown } = {}, described = full) {
    return restQuery(parseSoql(text), (name) => values[name] ?? null, schema, described);
}

describe('a query of the package for the REST API', () => {
    it('runs as the user by itself, with values in place of binds', () => {
        const text =
            'SELECT Id, Owner.Name FROM Lead WHERE LeadSource = :source AND CreatedDate >= :since WITH USER_MODE LIMIT :asked';
        const values = { source: 'Web', since: new Timestamp(0), asked: 501 };
        expect(asked(text, values).soql).toBe(
            "SELECT Id, Owner.Name FROM Lead WHERE LeadSource = 'Web' AND CreatedDate >= 1970-01-01T00:00:00.000Z LIMIT 501"
        );
    });

    it('lets no value out of its quotes', () => {
        const text =
            "SELECT Id FROM Lead WHERE LeadSource = :source AND Status != ':source' WITH USER_MODE";
        const source = "O'Brien\\' OR Id != '";
        expect(asked(text, { source }).soql).toBe(
            "SELECT Id FROM Lead WHERE LeadSource = 'O\\'Brien\\\\\\' OR Id != \\'' AND Status != ':source'"
        );
    });

    it('writes lists, days and nothing', () => {
        const text =
            'SELECT Id FROM Lead WHERE Id IN :ids AND LeadSource = :none AND ConvertedDate = :day WITH USER_MODE';
        const values = { ids: new ApexSet(['a', 'b']), day: new CalendarDate('2026-11-20') };
        expect(asked(text, values).soql).toBe(
            "SELECT Id FROM Lead WHERE Id IN ('a', 'b') AND LeadSource = NULL AND ConvertedDate = 2026-11-20"
        );
    });

    it('asks for no field that is not there, nor for what is reached by one', () => {
        const text =
            "SELECT Id, Name, Handoff_Decision__c, Handoff_Feedback_By__r.Name FROM Lead WHERE Id = 'x' WITH USER_MODE";
        expect(asked(text, {}, bare)).toEqual({
            soql: "SELECT Id, Name FROM Lead WHERE Id = 'x'",
            missing: ['Lead.Handoff_Decision__c', 'Lead.Handoff_Feedback_By__c']
        });
    });

    it.each([
        ['SELECT Id FROM Handoff_Engagement__c WITH USER_MODE', 'Handoff_Engagement__c'],
        [
            'SELECT Id FROM Lead WHERE Handoff_Mql_At__c != NULL WITH USER_MODE',
            'Lead.Handoff_Mql_At__c'
        ],
        [
            'SELECT Handoff_Decision__c decision, COUNT(Id) total FROM Lead WITH USER_MODE GROUP BY Handoff_Decision__c',
            'Lead.Handoff_Decision__c'
        ]
    ])('is not asked at all where no row could match: %s', (text, missing) => {
        expect(asked(text, {}, bare)).toEqual({ soql: null, missing: [missing] });
        expect(asked(text).missing).toEqual([]);
    });
});
