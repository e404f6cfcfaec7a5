import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { overlay, rowOf } from '../../force-app/main/default/lwc/handoffRecord/rows.ts';
import { outcomeOf } from '../../shared/acceptance/outcome.ts';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import { loadCases } from '../cases/load.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { openHubSpot, openSalesforce, viewerOf } from './chain.ts';
import type { HubSpotReader } from './chain.ts';
import { ALLOWED, comparable, differencesOf } from './differences.ts';

const agreement = defaultAgreement();
const cases = loadCases();
const salesforce = openSalesforce(agreement);
let hubspot: HubSpotReader;
beforeAll(async () => {
    hubspot = await openHubSpot();
});
afterAll(() => hubspot.close());

describe('the same person in both CRMs', () => {
    it.each(cases.map((one) => [one.id, one] as const))(
        'is the same lead, the same panel and the same outcome: %s',
        async (id, one) => {
            const inSalesforce = leadFromSalesforce(salesforce.read(one), agreement);
            const inHubSpot = leadFromHubSpot(await hubspot.read(one), agreement);
            const allowed = ALLOWED[id] ?? { lead: [], panel: [] };
            expect(
                differencesOf(
                    comparable(inSalesforce, one.people),
                    comparable(inHubSpot, one.people)
                )
            ).toEqual(allowed.lead);
            const viewer = viewerOf(one);
            expect(
                differencesOf(
                    leadPanel(inSalesforce, agreement, viewer),
                    leadPanel(inHubSpot, agreement, viewer)
                )
            ).toEqual(allowed.panel);
            expect(outcomeOf(inSalesforce, agreement, viewer.now)).toEqual(
                outcomeOf(inHubSpot, agreement, viewer.now)
            );
        }
    );

    it.each(cases.map((one) => [one.id, one] as const))(
        'is the same in Salesforce when its live fields are laid over: %s',
        (_id, one) => {
            const records = salesforce.read(one);
            const person = overlay(records.person, rowOf(salesforce.live(one)));
            expect(leadFromSalesforce({ ...records, person }, agreement)).toEqual(
                leadFromSalesforce(records, agreement)
            );
        }
    );

    it('differs only in cases that exist', () => {
        expect(cases.map(({ id }) => id)).toEqual(expect.arrayContaining(Object.keys(ALLOWED)));
    });
});

describe('differencesOf', () => {
    it('names what differs, wherever it stands', () => {
        expect(differencesOf({ a: [{ b: 1, c: 2 }], d: 1 }, { a: [{ b: 1, c: 3 }], e: 1 })).toEqual(
            ['a.*.c', 'd', 'e']
        );
        expect(differencesOf({ a: [1] }, { a: [1, 2] })).toEqual(['a']);
        expect(differencesOf({ a: null }, { a: {} })).toEqual(['a']);
        expect(differencesOf([], {})).toEqual(['']);
        expect(differencesOf({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([]);
    });
});
