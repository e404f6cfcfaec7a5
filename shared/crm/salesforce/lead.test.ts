import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agreement } from '../../agreement/types.ts';
import { ANA, agreement, recordsOf } from './salesforce.testkit.ts';
import { leadFromSalesforce } from './lead.ts';
import type { SalesforceRecords } from './records.ts';

describe('leadFromSalesforce', () => {
    it('reads a Lead', () => {
        const lead = leadFromSalesforce(
            recordsOf({
                Email: 'dana@northwind.example',
                Phone: ' ',
                Title: 'VP Marketing',
                Company: 'Northwind',
                NumberOfEmployees: 200,
                AnnualRevenue: 24000000,
                Industry: 'Technology',
                Country: 'US',
                LeadSource: 'web',
                Handoff_Mql_At__c: '2026-11-20T14:03:00.000+0000',
                Handoff_Marketing_Score__c: 71.5
            }),
            agreement
        );
        expect(lead.facts).toEqual({
            name: 'Dana Whitfield',
            email: 'dana@northwind.example',
            phone: null,
            title: 'VP Marketing',
            company: 'Northwind',
            employees: 200,
            revenue: 24000000,
            industry: 'Technology',
            country: 'US'
        });
        expect(lead.source).toBe('organic_search');
        expect(lead.mqlAt).toBe(Date.UTC(2026, 10, 20, 14, 3));
        expect(lead.createdAt).toBe(Date.UTC(2026, 10, 2, 8));
        expect(lead.owner).toEqual({ id: ANA, name: 'Ana Ruiz', kind: 'person' });
        expect(lead.otherScore).toBe(71.5);
        expect(lead.convertedAt).toBeNull();
        expect(lead.unreadable).toEqual([]);
    });

    it("reads a Contact's company from its account", () => {
        const { facts } = leadFromSalesforce(
            recordsOf(
                {
                    MailingCountry: null,
                    Account: { Name: 'Northwind', NumberOfEmployees: 80, BillingCountry: 'DE' }
                },
                { objectName: 'Contact' }
            ),
            agreement
        );
        expect(facts).toMatchObject({ company: 'Northwind', employees: 80, country: 'DE' });
    });

    it('keeps a source that the agreement does not know in its own words', () => {
        const { source } = leadFromSalesforce(recordsOf({ LeadSource: 'Billboard' }), agreement);
        expect(source).toBe('Billboard');
    });

    it('dates a conversion at noon of its day', () => {
        const person = { IsConverted: true, ConvertedDate: '2026-11-21' };
        const { convertedAt } = leadFromSalesforce(recordsOf(person), agreement);
        expect(convertedAt).toBe(Date.UTC(2026, 10, 21, 12));
    });

    it("reads the agreement's own fields and its own choice of score", () => {
        const field = (id: string, name: string) => ({
            id,
            label: id,
            salesforce: { Lead: name, Contact: null },
            hubspot: null
        });
        const own: Agreement = {
            ...agreement,
            fields: [
                field('stack', 'Stack__c'),
                field('seats', 'Seats__c'),
                field('partner', 'Partner__c'),
                field('region', 'Region__c')
            ],
            score: {
                ...agreement.score,
                beside: { salesforce: { Lead: 'Old_Score__c', Contact: null }, hubspot: null }
            }
        };
        const person = {
            Stack__c: 'SAP;Okta',
            Seats__c: '51-200',
            Partner__c: false,
            Region__c: { odd: 1 },
            Old_Score__c: 12,
            Handoff_Marketing_Score__c: 99
        };
        const lead = leadFromSalesforce(recordsOf(person), own);
        expect(lead.facts).toMatchObject({
            stack: ['SAP', 'Okta'],
            seats: { min: 51, max: 200 },
            partner: false,
            region: null
        });
        expect(lead.otherScore).toBe(12);
        expect(lead.unreadable).toEqual([{ section: 'facts', what: 'region', value: 'an object' }]);
    });

    it('counts the fate of the source, the undecided apart', () => {
        const acceptance = [
            { decision: 'accepted', total: 12 },
            { decision: null, total: 4 },
            { decision: 'maybe', total: 3 }
        ];
        const lead = leadFromSalesforce(
            recordsOf({ LeadSource: 'Web' }, { acceptance }),
            agreement
        );
        expect(lead.sourceCounts).toEqual({
            accepted: 12,
            qualified: 0,
            recycled: 0,
            rejected: 0,
            undecided: 4
        });
        expect(lead.unreadable).toMatchObject([{ section: 'acceptance', value: 'maybe' }]);
    });

    it('knows no fate without a source or without access', () => {
        const gaps = [{ section: 'acceptance', why: 'no_access' }];
        expect(leadFromSalesforce(recordsOf(), agreement).sourceCounts).toBeNull();
        expect(
            leadFromSalesforce(recordsOf({ LeadSource: 'Web' }, { gaps }), agreement).sourceCounts
        ).toBeNull();
    });

    it("names gaps by the panel's sections", () => {
        const gaps = [
            { section: 'tasks', why: 'no_access', shown: null },
            { section: 'engagements', why: 'truncated', shown: 2000 },
            { section: 'weather', why: 'no_access' }
        ];
        const lead = leadFromSalesforce(recordsOf({}, { gaps }), agreement);
        expect(lead.gaps).toEqual([
            { section: 'calls', why: 'no_access', shown: null, total: null },
            { section: 'tasks', why: 'no_access', shown: null, total: null },
            { section: 'engagements', why: 'truncated', shown: 2000, total: null }
        ]);
        expect(lead.unreadable).toMatchObject([{ value: 'weather' }]);
    });
});

describe('garbage', () => {
    const value = fc.oneof(
        fc.anything(),
        fc.constantFrom<unknown>(
            '2026-02-30',
            'x'.repeat(5000),
            '1'.repeat(5000),
            '[{"question":1,"answer":["x"]}]',
            '[[[',
            NaN,
            ANA,
            'Owner',
            'Handoff_Decided_At__c',
            '2026-11-20T14:03:00.000Z',
            'rejected',
            true
        )
    );
    const FIELDS = [
        'Id',
        'Name',
        'Subject',
        'Status',
        'IsClosed',
        'TaskSubtype',
        'Type',
        'CallType',
        'CallDisposition',
        'CompletedDateTime',
        'CreatedDate',
        'StartDateTime',
        'MessageDate',
        'Incoming',
        'OwnerId',
        'Owner',
        'HasResponded',
        'Campaign',
        'Handoff_Kind__c',
        'Handoff_Title__c',
        'Handoff_Answers__c',
        'Handoff_Occurred_At__c',
        'Handoff_Decision__c',
        'Handoff_Decided_At__c',
        'NumberOfEmployees',
        'LeadSource',
        'Account',
        'Field',
        'OldValue',
        'NewValue',
        'CreatedBy',
        'decision',
        'total',
        'section',
        'why'
    ];
    const row = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: FIELDS.length });
    const rows = fc.oneof(fc.array(fc.oneof(row, fc.anything()), { maxLength: 5 }), fc.anything());
    const records = fc.record(
        {
            objectName: fc.oneof(fc.constantFrom('Lead', 'Contact'), fc.anything()),
            person: fc.oneof(row, fc.anything()),
            tasks: rows,
            events: rows,
            emails: rows,
            campaignMembers: rows,
            engagements: rows,
            history: rows,
            owners: rows,
            acceptance: rows,
            gaps: rows
        },
        { requiredKeys: [] }
    );

    it('never throws, and every list stays in order and readable', () => {
        fc.assert(
            fc.property(fc.oneof(records, fc.anything()), (given) => {
                const lead = leadFromSalesforce(given as SalesforceRecords, agreement);
                for (const list of [
                    lead.engagements,
                    lead.touches,
                    lead.assignments,
                    lead.decisions
                ]) {
                    const times = list.map(({ at }) => at);
                    expect(times.every(Number.isFinite)).toBe(true);
                    expect(times).toEqual([...times].sort((a, b) => a - b));
                }
                expect(lead.unreadable.length).toBeLessThanOrEqual(20);
                expect(lead.engagements.every(({ title }) => title !== '')).toBe(true);
            }),
            { numRuns: 2000 }
        );
    });

    it('does not change what it was given', () => {
        const given = recordsOf(
            { LeadSource: 'Web' },
            {
                history: [
                    { Field: 'Owner', NewValue: ANA, CreatedDate: '2026-11-20T14:03:00.000Z' }
                ]
            }
        );
        const before = structuredClone(given);
        leadFromSalesforce(given, agreement);
        expect(given).toEqual(before);
    });
});
