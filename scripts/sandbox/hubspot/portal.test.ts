import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from './portal.ts';
import type { HubSpotPortal } from './portal.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
let portal: HubSpotPortal;

beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW });
});
afterAll(() => portal.close());
beforeEach(() => {
    portal.clearTraffic();
    portal.seed({
        contact: {
            id: '501',
            properties: { email: 'dana@x.test', lifecyclestage: 'marketingqualifiedlead' },
            history: {
                hubspot_owner_id: [
                    { value: '71', timestamp: '2026-11-19T10:00:00Z' },
                    { value: '72', timestamp: '2026-11-20T10:00:00Z' }
                ]
            }
        },
        calls: [{ id: '1', properties: { hs_timestamp: '2026-11-20T11:00:00Z' } }],
        events: [1, 2, 3].map((day) => ({
            id: `e${day}`,
            eventType: 'e_visited_page',
            occurredAt: `2026-11-0${day}T10:00:00Z`,
            properties: {}
        })),
        others: [
            { properties: { hs_analytics_source: 'OFFLINE', handoff_decision: 'rejected' } },
            { properties: { hs_analytics_source: 'OFFLINE' } }
        ]
    });
});

interface Reply {
    status: number;
    // What the tests look into differs from endpoint to endpoint.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    body: any;
}
async function call(method: string, path: string, body?: unknown, token = 'pat-sandbox') {
    const response = await fetch(portal.origin + path, {
        method,
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    return { status: response.status, body: await response.json() } as Reply;
}
const CONTACT = '/crm/objects/2026-09/contacts/501';
const SEARCH = '/crm/objects/2026-09/contacts/search';

describe('the portal', () => {
    it('answers with the properties that exist, their histories newest first, and associations', async () => {
        const query =
            '?properties=email,nonsense&propertiesWithHistory=hubspot_owner_id&associations=calls,notes';
        const { body } = await call('GET', CONTACT + query);
        expect(body.properties).toMatchObject({ email: 'dana@x.test', hubspot_owner_id: '72' });
        expect(body.properties).not.toHaveProperty('nonsense');
        expect(body.propertiesWithHistory.hubspot_owner_id[0].value).toBe('72');
        expect(body.associations).toEqual({
            calls: { results: [{ id: '1', type: 'contact_to_call' }] }
        });
    });

    it('keeps the history of what is saved and moves the stage forward only', async () => {
        const save = (properties: object) => call('PATCH', CONTACT, { properties });
        await save({ handoff_decision: 'rejected', lifecyclestage: 'salesqualifiedlead' });
        await save({ lifecyclestage: 'lead', handoff_decision: '' });
        const query =
            '?properties=lifecyclestage,hs_v2_date_entered_salesqualifiedlead&propertiesWithHistory=handoff_decision';
        const { body } = await call('GET', CONTACT + query);
        expect(body.properties).toMatchObject({
            lifecyclestage: 'salesqualifiedlead',
            hs_v2_date_entered_salesqualifiedlead: new Date(NOW).toISOString(),
            handoff_decision: null
        });
        const values = body.propertiesWithHistory.handoff_decision.map(
            (entry: { value: string }) => entry.value
        );
        expect(values).toEqual(['', 'rejected']);
    });

    it('refuses a property that does not exist, a wrong option, a wrong date and a read-only one', async () => {
        const codes = [];
        for (const properties of [
            { handoff_colour: 'red' },
            { handoff_decision: 'maybe' },
            { handoff_decided_at: 'now' },
            { createdate: '2026-01-01T00:00:00Z' }
        ]) {
            const { status, body } = await call('PATCH', CONTACT, { properties });
            codes.push([status, body.errors[0].code]);
        }
        expect(codes).toEqual([
            [400, 'PROPERTY_DOESNT_EXIST'],
            [400, 'INVALID_OPTION'],
            [400, 'INVALID_DATE'],
            [400, 'READ_ONLY_VALUE']
        ]);
    });

    it('searches by the operators it knows and refuses the others by name', async () => {
        const search = (operator: string, value?: string) =>
            call('POST', SEARCH, {
                filterGroups: [
                    { filters: [{ propertyName: 'handoff_decision', operator, value }] },
                    { filters: [{ propertyName: 'email', operator: 'EQ', value: 'nobody' }] }
                ],
                properties: ['handoff_decision'],
                limit: 1
            });
        expect((await search('EQ', 'rejected')).body).toMatchObject({
            total: 1,
            results: [{ properties: { handoff_decision: 'rejected' } }]
        });
        expect((await search('NOT_HAS_PROPERTY')).body).toMatchObject({
            total: 2,
            paging: { next: { after: '1' } }
        });
        const strange = await search('CONTAINS_TOKEN', 'x');
        expect([strange.status, strange.body.message]).toEqual([
            400,
            'The sandbox does not support the search operator CONTAINS_TOKEN.'
        ]);
    });

    it('pages events, newest first when asked', async () => {
        const path =
            '/events/event-occurrences/2026-09?objectType=contact&objectId=501&sort=-occurredAt&limit=2&occurredAfter=2026-11-01T12:00:00Z';
        const first = await call('GET', path);
        expect(first.body.results.map((event: { id: string }) => event.id)).toEqual(['e3', 'e2']);
        expect(first.body.paging).toBeUndefined();
        const all = await call('GET', path.replace('2026-11-01T12', '2026-10-01T12'));
        expect(all.body.paging.next.after).toBe('2');
    });

    it('wants its token, the scope of each call, and the subscription for events', async () => {
        expect((await call('GET', CONTACT, undefined, 'other')).status).toBe(401);
        portal.seed({
            contact: { id: '501', properties: {} },
            scopes: ['oauth', 'crm.objects.contacts.read'],
            tiers: { events: false }
        });
        const owners = await call('GET', '/crm/owners/2026-09?limit=500');
        expect([owners.status, owners.body.category]).toEqual([403, 'MISSING_SCOPES']);
        const emails = await call('POST', '/crm/objects/2026-09/emails/batch/read', { inputs: [] });
        expect(emails.body.errors[0].context.requiredGranularScopes).toEqual(['sales-email-read']);
        const events = await call('GET', '/events/event-occurrences/2026-09?objectType=contact');
        expect([events.status, events.body.category]).toEqual([403, 'FORBIDDEN']);
    });

    it('refuses a seed with a property that it does not have, and what it does not support', async () => {
        expect(() => portal.seed({ contact: { id: '1', properties: { nope: 'x' } } })).toThrow(
            'no contact property "nope"'
        );
        const { body } = await call('GET', '/crm/objects/2026-09/deals/1');
        expect(body.message).toContain('GET /crm/objects/2026-09/deals/1');
    });

    it('goes back to a snapshot', async () => {
        const before = portal.snapshot();
        await call('PATCH', CONTACT, { properties: { email: 'new@x.test' } });
        portal.restore(before);
        expect((await call('GET', `${CONTACT}?properties=email`)).body.properties.email).toBe(
            'dana@x.test'
        );
    });
});
