import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import { loadCase } from '../cases/load.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { openHubSpot, openSalesforce, viewerOf } from './chain.ts';
import type { HubSpotReader, RepChoice } from './chain.ts';
import { comparable, differencesOf } from './differences.ts';

const agreement = defaultAgreement();
const salesforce = openSalesforce(agreement);
let hubspot: HubSpotReader;
beforeAll(async () => {
    hubspot = await openHubSpot();
});
afterAll(() => hubspot.close());

const choice = (
    kind: RepChoice['kind'],
    reason: string | null = null,
    note: string | null = null
): RepChoice => ({ kind, reason, note });

const ALLOWED_CHOICES: readonly [string, RepChoice, string, string | null][] = [
    ['01-fresh-demo-request', choice('accepted'), 'Accepted', null],
    ['05-answered-in-time', choice('qualified', null, 'Call on Friday.'), 'Qualified', null],
    [
        '10-in-a-sequence',
        choice('recycled', 'no_timeline', 'Ask again in March.'),
        'Recycled to nurture',
        'No timeline · Ask again in March.'
    ],
    ['09-three-attempts', choice('rejected', 'unresponsive'), 'Rejected', 'Unresponsive'],
    [
        '03-due-in-two-minutes',
        choice('rejected', 'Wrong country', 'Moved to Peru 🇵🇪 <b>'),
        'Rejected',
        'Wrong country (Not our customer) · Moved to Peru 🇵🇪 <b>'
    ]
];

describe('a decision', () => {
    it.each(ALLOWED_CHOICES)(
        'is saved, replayed and shown alike: %s, %o',
        async (id, made, label, detail) => {
            const one = loadCase(id);
            const inSalesforce = salesforce.decide(one, made);
            const inHubSpot = await hubspot.decide(one, made);
            expect([inSalesforce.issues, inHubSpot.issues]).toEqual([[], []]);
            const leads = [
                leadFromSalesforce(inSalesforce.records, agreement),
                leadFromHubSpot(inHubSpot.records, agreement)
            ] as const;
            const [a, b] = leads.map((lead) => comparable(lead, one.people));
            expect(differencesOf(a, b)).toEqual([]);
            const panels = leads.map((lead) => leadPanel(lead, agreement, viewerOf(one)));
            expect(differencesOf(panels[0], panels[1])).toEqual([]);
            expect(panels[0]?.decision).toMatchObject({
                decided: true,
                state: { text: label },
                history: [{ text: `${label} by Ana Ortiz` }]
            });
            // What the panel keeps live is what the org stamped, not what the browser thinks.
            const stamped = salesforce.live(one).fields.Handoff_Decided_At__c?.value;
            expect(Date.parse(String(stamped))).toBe(leads[0].decisions.at(-1)?.at);
            expect(stamped).toBe(new Date(one.now).toISOString());
            if (detail !== null) expect(panels[0]?.decision.history[0]?.detail).toBe(detail);
        }
    );

    it.each([
        [
            '08-two-attempts',
            choice('rejected', 'unresponsive'),
            /needs 3 attempts on 2 channels .* there are 2 on 1/
        ],
        ['01-fresh-demo-request', choice('rejected'), /reason/i],
        ['01-fresh-demo-request', choice('rejected', 'no_budget'), /budget/],
        ['13-converted', choice('accepted'), /converted/]
    ])('is refused alike, and nothing is saved: %s, %o', async (id, made, why) => {
        const one = loadCase(id);
        const before = salesforce.read(one);
        const inSalesforce = salesforce.decide(one, made);
        const seen = await hubspot.read(one);
        const decided = leadFromHubSpot(seen, agreement).decisions.at(-1)?.at ?? null;
        const inHubSpot = await hubspot.decide(one, made, decided);
        expect(inSalesforce.issues[0]?.message).toMatch(why);
        expect(inHubSpot.issues).toEqual(inSalesforce.issues);
        expect(inSalesforce.records).toEqual(before);
        expect(inHubSpot.records).toEqual(seen);
    });
});
