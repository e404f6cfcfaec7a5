/** What each kind of account refuses, in HubSpot's own words and shape. */
import { afterEach, describe, expect, it } from 'vitest';
import { accountWith } from './account.ts';
import { ACCOUNTS, accountNamed, TRAITS } from './accounts.ts';
import { limiterOf } from './limits.ts';
import { createPortal, type HubSpotPortal } from './portal.ts';
import type { PortalRows } from './seed.ts';
import { ACCESS, startAccount, type AccountServer } from './server/server.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const CONTACT = '/crm/objects/2026-09/contacts/501';

let portal: HubSpotPortal | null = null;
let server: AccountServer | null = null;
afterEach(async () => {
    await portal?.close();
    await server?.close();
    portal = server = null;
});

interface Body {
    readonly status: number;
    // What the tests look into differs from endpoint to endpoint.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly body: any;
}
async function open(name: string, rows: Partial<PortalRows> = {}): Promise<void> {
    const account = accountNamed(name);
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW, account, delay: 0 });
    const properties = { email: 'dana@x.test', lifecyclestage: 'marketingqualifiedlead' };
    portal.seed({ contact: { id: '501', properties }, ...rows });
}
async function call(method: string, path: string, body?: unknown): Promise<Body> {
    const response = await fetch((portal?.origin ?? '') + path, {
        method,
        headers: { authorization: 'Bearer pat-sandbox' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    return { status: response.status, body: (await response.json()) as unknown };
}
const save = (properties: object) => call('PATCH', CONTACT, { properties });

describe('an account', () => {
    it('has a name of its own', () => {
        expect(new Set(ACCOUNTS.map(({ name }) => name)).size).toBe(ACCOUNTS.length);
    });

    it('can have the traits of several', () => {
        const both = accountWith('both', 'Both.', TRAITS.withoutSales, TRAITS.leadStatus);
        expect(both.withoutScopes).toContain('crm.objects.leads.read');
        expect(Object.keys(both.properties)).toEqual(['hs_lead_status']);
        expect(both.hasEnterprise).toBe(true);
    });

    it('without Sales Hub has no leads and no sequences', async () => {
        await open('no-sales-hub');
        const { status, body } = await call('GET', '/crm/pipelines/2026-09/leads');
        expect([status, body.category]).toEqual([403, 'MISSING_SCOPES']);
        expect(body.errors[0].context.requiredGranularScopes).toEqual(['crm.objects.leads.read']);
        const sequences = '/automation/sequences/2026-09/enrollments/contact/501';
        expect((await call('GET', sequences)).body.errors[0].context).toEqual({
            requiredGranularScopes: ['automation.sequences.read']
        });
    });

    it('without Marketing Hub has no lead scoring and no score', async () => {
        await open('no-marketing-hub');
        const scores =
            '/marketing/lead-scoring/2026-09-beta/score-values/object-history?objectId=501&objectTypeId=0-1&outputProperty=x';
        expect((await call('GET', scores)).status).toBe(403);
        const { status } = await call('GET', '/crm/properties/2026-09/contacts/hubspotscore');
        expect(status).toBe(404);
    });

    it('without Enterprise has no events', async () => {
        await open('no-enterprise');
        const events = '/events/event-occurrences/2026-09?objectType=contact&objectId=501';
        expect((await call('GET', events)).status).toBe(403);
    });

    it('refuses the whole contact where one association needs a scope that the app lacks', async () => {
        await open('required-scopes-only');
        const { status, body } = await call('GET', `${CONTACT}?associations=calls,emails`);
        expect([status, body.category]).toEqual([403, 'MISSING_SCOPES']);
        expect(body.errors[0].context.requiredGranularScopes).toEqual(['sales-email-read']);
        expect((await call('GET', `${CONTACT}?associations=calls`)).status).toBe(200);
    });

    it('refuses an option that it removed, and a stage that it deleted', async () => {
        await open('everything-at-once');
        const status = await save({ hs_lead_status: 'UNQUALIFIED' });
        expect(status).toMatchObject({
            status: 400,
            body: { category: 'VALIDATION_ERROR', errors: [{ code: 'INVALID_OPTION' }] }
        });
        expect(status.body.errors[0].message).toContain('was not one of the allowed options');
        expect((await save({ lifecyclestage: 'salesqualifiedlead' })).status).toBe(400);
        expect((await save({ lifecyclestage: '87412953' })).status).toBe(200);
        const entered = `${CONTACT}?properties=hs_v2_date_entered_87412953`;
        expect((await call('GET', entered)).body.properties).toMatchObject({
            hs_v2_date_entered_87412953: new Date(NOW).toISOString()
        });
    });

    it('refuses a value whose rule requires another property, and takes both', async () => {
        await open('conditional-rule');
        const { status, body } = await save({ hs_lead_status: 'UNQUALIFIED' });
        expect([status, body.category]).toEqual([400, 'VALIDATION_ERROR']);
        expect(body.errors).toEqual([
            {
                message:
                    'Property "lost_reason" is required when "hs_lead_status" is "UNQUALIFIED".',
                code: 'REQUIRED_FIELD',
                context: { propertyName: ['lost_reason'] }
            }
        ]);
        expect((await save({ hs_lead_status: 'NEW' })).status).toBe(200);
        const both = { hs_lead_status: 'UNQUALIFIED', lost_reason: 'Budget' };
        expect((await save(both)).status).toBe(200);
        expect((await save({ hs_lead_status: 'BAD_TIMING' })).status).toBe(200);
    });

    it('gives the oldest 100 activities with the contact, and the newest by search', async () => {
        const emails = Array.from({ length: 150 }, (_, index) => ({
            id: String(2000 - index),
            properties: { hs_timestamp: new Date(NOW - (index + 1) * 60_000).toISOString() }
        }));
        await open('plain', { emails });
        const { body } = await call('GET', `${CONTACT}?associations=emails`);
        const { results, paging } = body.associations.emails;
        expect([results.length, results[0].id, results[99].id]).toEqual([100, '1851', '1950']);
        expect(paging.next.after).toBe('1950');
        const found = await call('POST', '/crm/objects/2026-09/emails/search', {
            filterGroups: [
                {
                    filters: [
                        { propertyName: 'associations.contact', operator: 'EQ', value: '501' }
                    ]
                }
            ],
            sorts: ['-hs_timestamp'],
            properties: [],
            limit: 2
        });
        expect(found.body.total).toBe(150);
        expect(found.body.results.map(({ id }: { id: string }) => id)).toEqual(['2000', '1999']);
    });

    it('lists owners who left only when they are asked for', async () => {
        await open('owner-left');
        expect((await call('GET', '/crm/owners/2026-09')).body.results).toEqual([]);
        const archived = await call('GET', '/crm/owners/2026-09?archived=true');
        expect(archived.body.results).toMatchObject([{ id: '79', archived: true }]);
    });

    it('lists its own call outcomes', async () => {
        await open('own-dispositions');
        const { body } = await call('GET', '/calling/v1/dispositions');
        expect(body).toContainEqual(
            expect.objectContaining({ label: 'Spoke with decision maker', deleted: false })
        );
        expect(body.map(({ label }: { label: string }) => label)).not.toContain('Connected');
    });

    it.each([
        ['locked', 'PATCH', 423, { category: 'LOCKED' }],
        ['daily-limit', 'GET', 429, { policyName: 'DAILY', errorType: 'RATE_LIMIT' }],
        ['wrong-hublet', 'GET', 488, {}]
    ])('%s refuses a call by %s with %i', async (name, method, status, body) => {
        await open(name);
        const answer =
            method === 'PATCH' ? await save({ email: 'a@b.test' }) : await call(method, CONTACT);
        expect(answer).toMatchObject({ status, body: { status: 'error', ...body } });
    });
});

describe('HubSpot’s limits', () => {
    it('let 190 calls through in ten seconds, and as many when the window has passed', () => {
        const { refuse } = limiterOf({ tenSecondly: 190, searches: 5, daily: 1000 });
        const at = (time: number) => refuse('/crm/objects/2026-09/contacts/501', time);
        expect(Array.from({ length: 190 }, (_, index) => at(index)).filter(Boolean)).toEqual([]);
        expect(at(9999)).toMatchObject({
            status: 429,
            body: {
                status: 'error',
                message: 'You have reached your ten_secondly_rolling limit.',
                errorType: 'RATE_LIMIT',
                policyName: 'TEN_SECONDLY_ROLLING'
            }
        });
        expect(at(10_000)).toBeNull();
        expect(at(10_000)).not.toBeNull();
    });

    it('let five searches through in a second, and a day’s calls in a day', () => {
        const { refuse } = limiterOf({ tenSecondly: 190, searches: 5, daily: 7 });
        const search = (time: number) => refuse('/crm/objects/2026-09/contacts/search', time);
        expect([0, 1, 2, 3, 4].map(search).filter(Boolean)).toEqual([]);
        expect(search(999)?.body).toMatchObject({ policyName: 'SECONDLY' });
        expect([search(1000), search(1001)]).toEqual([null, null]);
        expect(search(5000)?.body).toMatchObject({
            message: 'You have reached your daily limit.',
            policyName: 'DAILY'
        });
    });

    it('are enforced by an account that has them', async () => {
        await open('limits');
        const search = { filterGroups: [], properties: [], limit: 1 };
        const answers = await Promise.all(
            Array.from({ length: 8 }, () =>
                call('POST', '/crm/objects/2026-09/contacts/search', search)
            )
        );
        expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    });
});

describe('an account as the command line meets it', () => {
    async function ask(path: string): Promise<Body> {
        const headers = { authorization: `Bearer ${ACCESS.keyToken}` };
        const response = await fetch((server?.origin ?? '') + path, { headers });
        return { status: response.status, body: (await response.json()) as unknown };
    }

    it('says where it is hosted', async () => {
        server = await startAccount({ traits: accountNamed('europe') });
        const { body } = await ask('/account-info/2026-03/details');
        expect(body).toMatchObject({
            uiDomain: 'app-eu1.hubspot.com',
            dataHostingLocation: 'eu1'
        });
    });

    it('says which scopes its subscription has', async () => {
        server = await startAccount({ traits: accountNamed('no-sales-hub') });
        const { body } = await ask('/localdevauth/v1/auth/scope-groups/authorized');
        const lacking = body.results
            .filter((one: { portalAuthorized: boolean }) => !one.portalAuthorized)
            .map(({ scopeGroup }: { scopeGroup: { name: string } }) => scopeGroup.name);
        expect(lacking).toEqual([
            'automation.sequences.read',
            'crm.objects.leads.read',
            'crm.objects.leads.write'
        ]);
    });
});
