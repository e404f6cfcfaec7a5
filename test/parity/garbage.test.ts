/** Real records with a few values replaced by whatever may come: a panel is drawn all the same. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import type { HubSpotRecords } from '../../shared/crm/hubspot/records.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import type { SalesforceRecords } from '../../shared/crm/salesforce/records.ts';
import type { Lead } from '../../shared/lead.ts';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import { loadCases } from '../cases/load.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { openHubSpot, openSalesforce, viewerOf } from './chain.ts';
import type { HubSpotReader } from './chain.ts';

const agreement = defaultAgreement();
/** The huge one would only make this slow. */
const cases = loadCases().filter(({ id }) => !id.startsWith('14'));
const salesforce = openSalesforce(agreement);
let hubspot: HubSpotReader;
beforeAll(async () => {
    hubspot = await openHubSpot();
});
afterAll(() => hubspot.close());

const TEXTS = [
    '',
    'constructor',
    '__proto__',
    '9999-12-31T00:00:00Z',
    '2026-02-30',
    '2026-11-17T15:00:00Z',
    '1e400',
    '00G000000000001EAA',
    '\u0000',
    '\ud800',
    '<b>',
    '[{"question":1}]',
    'x'.repeat(10_000)
];
const garbage = fc.oneof(
    fc.constantFrom(undefined, null, true, false, 0, -1, NaN, Infinity, 1e308, ...TEXTS),
    fc.anything({ maxDepth: 2 }),
    fc.string({ unit: 'binary' })
);
const replacements = fc.array(fc.tuple(fc.nat(), garbage), { minLength: 1, maxLength: 12 });

/** A copy in which the n-th value (of all that it holds, in order) is another. */
function replaced(root: unknown, at: number, value: unknown): unknown {
    const places: [{ [key: string]: unknown }, string][] = [];
    const copy = structuredClone(root);
    (function walk(holder: unknown): void {
        if (typeof holder !== 'object' || holder === null) return;
        for (const key of Object.keys(holder)) {
            places.push([holder as { [key: string]: unknown }, key]);
            walk((holder as { [key: string]: unknown })[key]);
        }
    })(copy);
    const place = places[at % Math.max(1, places.length)];
    if (place) place[0][place[1]] = value;
    return copy;
}

/** No word of a panel is a value that went through unread; `gaps` quotes such values on purpose. */
function check(leadOf: (records: unknown) => Lead, records: unknown, one: (typeof cases)[0]): void {
    fc.assert(
        fc.property(replacements, (list) => {
            const broken = list.reduce<unknown>(
                (so, [at, value]) => replaced(so, at, value),
                records
            );
            const lead = leadOf(broken);
            const { gaps: _, ...panel } = leadPanel(lead, agreement, viewerOf(one));
            expect(JSON.stringify(panel)).not.toMatch(/\bNaN\b|\bundefined\b|Invalid Date/);
        }),
        { numRuns: 60 }
    );
}

describe.each(cases.map((one) => [one.id, one] as const))('%s, broken', (_id, one) => {
    it('is still a panel in Salesforce', () => {
        const leadOf = (records: unknown): Lead =>
            leadFromSalesforce(records as SalesforceRecords, agreement);
        check(leadOf, salesforce.read(one), one);
    });

    it('is still a panel in HubSpot', async () => {
        const leadOf = (records: unknown): Lead =>
            leadFromHubSpot(records as HubSpotRecords, agreement);
        check(leadOf, await hubspot.read(one), one);
    });
});
