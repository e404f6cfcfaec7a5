import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import type { DecideResult, Failure, ReadResult } from './lib/envelope.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW });
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

function activity(id: number, properties: { [name: string]: string } = {}) {
    return { id: String(id), properties: { hs_timestamp: iso(NOW - HOUR), ...properties } };
}

/** An MQL with one activity of each kind. */
function rowsWith(parts: Partial<PortalRows> = {}): PortalRows {
    return {
        contact: {
            id: '501',
            properties: {
                firstname: 'Dana',
                lastname: 'Reyes',
                numemployees: '120',
                hs_analytics_source: 'PAID_SEARCH',
                hs_analytics_num_page_views: '400',
                hs_v2_date_entered_marketingqualifiedlead: iso(NOW - 30 * HOUR),
                lifecyclestage: 'marketingqualifiedlead',
                hs_sequences_is_enrolled: 'true',
                createdate: iso(NOW - 90 * HOUR)
            },
            history: { hubspot_owner_id: [{ value: '71', timestamp: iso(NOW - 29 * HOUR) }] }
        },
        calls: [activity(1)],
        emails: [activity(2)],
        meetings: [activity(3)],
        tasks: [activity(4)],
        notes: [activity(5, { hs_note_body: 'x'.repeat(60_000) })],
        communications: [activity(6)],
        events: [
            {
                id: 'e1',
                eventType: 'e_visited_page',
                occurredAt: iso(NOW - 2 * HOUR),
                properties: { hs_title: 'Pricing', hs_user_agent: 'Mozilla' }
            }
        ],
        owners: [
            { id: '71', userId: 9001, email: 'sam@acme.test', firstName: 'Sam', lastName: 'Lee' }
        ],
        enrollments: [{ sequenceName: 'Nurture', enrolledAt: iso(NOW - HOUR) }],
        ...parts
    };
}
/** The contact outside of any sequence, which spares a call. */
function notEnrolled(): PortalRows['contact'] {
    const { contact } = rowsWith();
    return { ...contact, properties: { ...contact.properties, hs_sequences_is_enrolled: 'false' } };
}
function pageViews(count: number, properties: { [name: string]: string } = {}) {
    return Array.from({ length: count }, (_, index) => ({
        id: `e${index}`,
        eventType: 'e_visited_page',
        occurredAt: iso(NOW - (index + 1) * 60_000),
        properties
    }));
}
function others(count: number, decision?: string) {
    return Array.from({ length: count }, () => ({
        properties: {
            hs_analytics_source: 'PAID_SEARCH',
            handoff_mql_at: iso(NOW - 24 * HOUR),
            ...(decision === undefined ? {} : { handoff_decision: decision })
        }
    }));
}

async function load(objectId: unknown = 501): Promise<ReadResult | Failure> {
    return (await portal.runFunction('handoff-lead-context', { objectId })) as ReadResult | Failure;
}
async function loaded() {
    const result = await load();
    if (!result.ok) throw new Error(result.error.message);
    return result.records;
}
async function decide(parameters: { [name: string]: unknown } = {}) {
    return (await portal.runFunction('handoff-decide', {
        objectId: 501,
        kind: 'rejected',
        reason: 'no_budget',
        note: 'Frozen until March',
        by: 'Sam Lee',
        byUserId: 9001,
        seenDecidedAt: null,
        ...parameters
    })) as DecideResult | Failure;
}

describe('handoff-lead-context', () => {
    it('reads everything in two rounds and twelve calls', async () => {
        portal.seed(rowsWith({ others: [...others(3, 'accepted'), ...others(2)] }));
        const records = await loaded();
        expect(records.gaps).toEqual([]);
        expect(records.contact.properties.firstname).toBe('Dana');
        expect(records.contact.propertiesWithHistory?.hubspot_owner_id?.[0]?.value).toBe('71');
        for (const list of ['calls', 'emails', 'meetings', 'tasks', 'communications'] as const) {
            expect(records[list]).toHaveLength(1);
        }
        expect(records.notes[0]?.properties.hs_note_body).toHaveLength(2000);
        expect(records.events).toEqual([
            {
                id: 'e1',
                eventType: 'e_visited_page',
                occurredAt: iso(NOW - 2 * HOUR),
                properties: { hs_title: 'Pricing' }
            }
        ]);
        expect(records.acceptance).toMatchObject({ accepted: 3, undecided: 3, rejected: 0 });
        expect([portal.calls.length, portal.rounds]).toEqual([12, 2]);
    });

    it('never makes more than twelve calls in three rounds, and says what it left out', async () => {
        portal.seed(
            rowsWith({
                contact: notEnrolled(),
                calls: Array.from({ length: 130 }, (_, index) =>
                    activity(1000 + index, { hs_timestamp: iso(NOW - (130 - index) * 60_000) })
                ),
                events: pageViews(250),
                others: [...others(150, 'rejected'), ...others(150)]
            })
        );
        const records = await loaded();
        expect([portal.calls.length, portal.rounds]).toEqual([12, 3]);
        expect(records.calls).toHaveLength(100);
        expect(records.calls.some(({ id }) => id === '1129')).toBe(true);
        expect(records.calls.some(({ id }) => id === '1029')).toBe(false);
        expect(records.events).toHaveLength(100);
        // The last call counted the decided contacts instead: all 301 are known.
        expect(records.acceptance).toMatchObject({ rejected: 150, undecided: 151 });
        expect(records.gaps).toEqual([
            { section: 'calls', why: 'truncated', shown: 100, total: 130 },
            { section: 'page_views', why: 'truncated', shown: 100, total: 400 }
        ]);
    });

    it('reads more pages of events where calls are left', async () => {
        portal.seed({ ...rowsWith({ events: pageViews(250) }), notes: [], tasks: [] });
        const records = await loaded();
        expect(records.events).toHaveLength(250);
        expect(records.gaps).toEqual([]);
        expect(portal.rounds).toBe(3);
    });

    it('leaves the acceptance out rather than count a part of it', async () => {
        portal.seed(rowsWith({ others: others(450, 'rejected') }));
        const records = await loaded();
        expect(records.acceptance).toBeNull();
        expect(records.gaps).toEqual([
            { section: 'acceptance', why: 'truncated', shown: 200, total: 451 }
        ]);
    });

    it('counts a decision of an earlier round as undecided', async () => {
        const [one] = others(1, 'rejected');
        const properties = { ...one?.properties, handoff_decided_at: iso(NOW - 25 * HOUR) };
        portal.seed(rowsWith({ others: [{ properties }] }));
        expect((await loaded()).acceptance).toMatchObject({ rejected: 0, undecided: 2 });
    });

    it('stays under a megabyte by leaving out the oldest events, and says so', async () => {
        const events = pageViews(100, {
            hs_title: 'x'.repeat(3000),
            hs_url: 'y'.repeat(3000),
            hs_utm_campaign: 'ü'.repeat(3000),
            hs_page_title: 'x'.repeat(3000),
            hs_form_title: '漢'.repeat(3000)
        });
        portal.seed(rowsWith({ events }));
        const records = await loaded();
        expect(Buffer.byteLength(JSON.stringify(records))).toBeLessThan(900_500);
        const shown = records.events?.length ?? 0;
        expect(shown).toBeGreaterThan(50);
        expect(records.events?.[0]?.id).toBe('e0');
        expect(records.gaps).toEqual([
            { section: 'page_views', why: 'truncated', shown, total: 100 }
        ]);
    });

    it.each([
        ['/events/', 'page_views'],
        ['/crm/owners/', 'owners'],
        ['/enrollments/', 'sequences'],
        ['/crm/properties/', 'settings'],
        ['/calls/', 'calls'],
        ['/emails/', 'emails'],
        ['/meetings/', 'meetings'],
        ['/tasks/', 'tasks'],
        ['/notes/', 'notes'],
        ['/communications/', 'messages'],
        ['/search', 'acceptance']
    ])('shows the rest when %s fails', async (on, section) => {
        portal.seed(rowsWith());
        portal.intercept({ on, status: 400, times: 9 });
        const records = await loaded();
        expect(records.gaps).toEqual([{ section, why: 'failed', shown: null, total: null }]);
        expect(records.contact.id).toBe('501');
        if (section === 'page_views') expect(records.events).toBeNull();
        if (section === 'acceptance') expect(records.acceptance).toBeNull();
    });

    it('tells a missing scope from a missing subscription', async () => {
        portal.seed(
            rowsWith({
                scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.owners.read'],
                tiers: { events: false }
            })
        );
        const { gaps } = await loaded();
        expect(gaps.map(({ section, why }) => [section, why]).sort()).toEqual([
            ['emails', 'no_access'],
            ['page_views', 'no_tier'],
            ['sequences', 'no_access']
        ]);
    });

    it('asks once for what it may not see, and then leaves it out', async () => {
        const scopes = ['oauth', 'crm.objects.contacts.read', 'crm.objects.owners.read'];
        portal.seed(rowsWith({ scopes }));
        const emails = { section: 'emails', why: 'no_access', shown: null, total: null };
        const refused = () =>
            portal.calls.filter(
                ({ path, status }) => /contacts\/501$/.test(path) && status === 403
            );
        const first = await loaded();
        expect(first.gaps).toContainEqual(emails);
        expect([first.calls.length, first.notes.length, first.emails.length]).toEqual([1, 1, 0]);
        expect(refused()).toHaveLength(1);
        portal.clearTraffic();
        expect((await loaded()).gaps).toContainEqual(emails);
        expect(refused()).toHaveLength(0);
    });

    it('asks for each kind by itself where HubSpot does not say which one it refuses', async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: '/contacts/501', status: 403 });
        const records = await loaded();
        for (const list of ['calls', 'emails', 'meetings', 'tasks', 'notes'] as const) {
            expect(records[list]).toHaveLength(1);
        }
    });

    it('remembers what is the same for every contact, until the settings are saved', async () => {
        portal.seed(rowsWith());
        await loaded();
        const first = portal.calls.length;
        portal.clearTraffic();
        await loaded();
        expect([first, portal.calls.length]).toEqual([12, 9]);
        expect(portal.calls.some(({ path }) => /owners|search|handoff_settings/.test(path))).toBe(
            false
        );
        await portal.runFunction('handoff-settings', {
            action: 'save',
            settings: { industry: 'industry' }
        });
        portal.clearTraffic();
        await loaded();
        expect(portal.calls.some(({ path }) => path.endsWith('handoff_settings'))).toBe(true);
    });

    it.each([
        [
            429,
            { policyName: 'DAILY', message: 'You have reached your daily limit.' },
            'daily_limit'
        ],
        [423, { message: 'This resource is locked.' }, 'locked'],
        [488, { message: 'This account is not known to this hublet.' }, 'wrong_region']
    ])(
        'says when it ends that HubSpot answers %i',
        { timeout: 20_000 },
        async (status, body, code) => {
            portal.seed(rowsWith());
            portal.intercept({ on: '/contacts/501', status, body, times: 9 });
            const result = (await load()) as Failure;
            expect(result.error.code).toBe(code);
            expect(result.retryAfter).toBe(status === 423 ? 2000 : undefined);
        }
    );

    it('repeats a call that HubSpot asks to repeat, and does not wait longer than it may', async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: '/crm/owners/', status: 429, headers: { 'retry-after': '0' } });
        portal.intercept({ on: '/notes/', status: 429, headers: { 'retry-after': '60' } });
        const { gaps, owners } = await loaded();
        expect(owners).toHaveLength(1);
        expect(gaps.map(({ section }) => section)).toEqual(['notes']);
    });

    it('does not wait for a call that hangs', { timeout: 300_000 }, async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: '/events/', hang: true });
        const { gaps, calls } = await loaded();
        expect(gaps.map(({ section }) => section)).toEqual(['page_views']);
        expect(calls).toHaveLength(1);
    });

    it.each([
        [404, 'not_found'],
        [403, 'no_access'],
        [401, 'no_token'],
        [429, 'too_many_calls'],
        [400, 'refused'],
        [502, 'failed']
    ])('says what to do when the contact answers %i', async (status, code) => {
        portal.seed(rowsWith());
        portal.intercept({ on: '/contacts/501', status, times: 9 });
        const result = await load();
        expect(result).toMatchObject({ ok: false, error: { code } });
        expect(JSON.stringify(result)).not.toContain('pat-sandbox');
    });

    it.each([
        'not json',
        '[]',
        '{"results":[null,7,{"id":null,"properties":[]}],"total":"many","paging":3}',
        '{"properties":{"email":{}},"associations":{"calls":{"results":[{}]}},"propertiesWithHistory":[]}'
    ])('survives the answer %s from every endpoint', async (body) => {
        portal.seed(rowsWith());
        portal.intercept({ status: 200, body, times: 99 });
        expect(await load()).toHaveProperty('ok');
    });

    it.each([undefined, null, 'abc', '../12', -1, 1.5, {}, '0'])(
        'refuses %s as a contact’s id without a call',
        async (objectId) => {
            expect(await portal.runFunction('handoff-lead-context', { objectId })).toMatchObject({
                ok: false,
                error: { code: 'bad_object_id' }
            });
            expect(portal.calls).toHaveLength(0);
        }
    );

    it('takes no parameters at all as a bad id', async () => {
        expect(await portal.runFunction('handoff-lead-context', null)).toMatchObject({ ok: false });
    });
});

describe('handoff-decide', () => {
    it('saves the decision at the portal’s now and answers with the record as it is then', async () => {
        portal.seed(rowsWith());
        const result = await decide();
        if (!result.ok) throw new Error(JSON.stringify(result));
        expect(result.decided).toEqual({
            kind: 'rejected',
            reason: 'no_budget',
            detail: null,
            note: 'Frozen until March',
            at: NOW,
            by: 'Sam Lee'
        });
        expect(result.records.contact.properties).toMatchObject({
            handoff_decision: 'rejected',
            handoff_reason: 'no_budget',
            handoff_decided_at: iso(NOW),
            handoff_decided_by: 'Sam Lee'
        });
        expect(result.records.contact.propertiesWithHistory?.handoff_decision).toHaveLength(1);
        expect(result.records.calls).toHaveLength(1);
        expect(portal.snapshot().contacts[0]?.properties.hs_lead_status).toBe('UNQUALIFIED');
        // Twelve as for the panel, one for a lead that the contact has not, the save, and a last look.
        expect(portal.calls.length).toBeLessThanOrEqual(15);
    });

    it('writes nothing when somebody else decided since the rep looked', async () => {
        portal.seed(rowsWith());
        await decide({ kind: 'accepted', reason: null, note: null });
        portal.clearTraffic();
        const result = await decide();
        expect(result).toMatchObject({
            ok: false,
            error: { code: 'decided_meanwhile' },
            records: { contact: { properties: { handoff_decision: 'accepted' } } }
        });
        expect(portal.calls.every(({ method }) => method !== 'PATCH')).toBe(true);
    });

    it('takes another decision from a rep who saw the last one', async () => {
        portal.seed(rowsWith());
        await decide({ kind: 'accepted', reason: null, note: null });
        expect(await decide({ seenDecidedAt: NOW })).toMatchObject({ ok: true });
        const again = { seenDecidedAt: iso(NOW), kind: 'qualified', reason: null, note: null };
        expect(await decide(again)).toMatchObject({ ok: true, decided: { kind: 'qualified' } });
        expect(portal.snapshot().contacts[0]?.properties).toMatchObject({
            lifecyclestage: 'salesqualifiedlead',
            handoff_reason: ''
        });
    });

    it.each([
        [{ reason: null }, 'reason'],
        [{ note: ' ' }, 'note'],
        [{ kind: 'maybe' }, 'kind'],
        [{ reason: 'unresponsive', note: null }, 'reason'],
        [{ note: 'x'.repeat(300) }, 'note']
    ])('saves nothing of %j and names what is wrong', async (parameters, path) => {
        portal.seed({ ...rowsWith(), calls: [], meetings: [], communications: [] });
        const result = await decide(parameters);
        expect(result).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
        if (result.ok) throw new Error('saved');
        expect(result.issues?.map((issue) => issue.path)).toContain(path);
        expect(result.records?.contact.id).toBe('501');
        expect(portal.calls.every(({ method }) => method !== 'PATCH')).toBe(true);
    });

    it('says so when HubSpot refuses the save, and when nobody knows whether it was saved', async () => {
        portal.seed(rowsWith({ scopes: ['oauth', 'crm.objects.contacts.read'] }));
        expect(await decide()).toMatchObject({ ok: false, error: { code: 'no_access' } });
        portal.seed(rowsWith());
        portal.intercept({ on: 'PATCH', drop: true, times: 9 });
        expect(await decide()).toMatchObject({ ok: false, error: { code: 'save_unknown' } });
    });

    it('answers with what it saved when the contact cannot be read again', async () => {
        portal.seed(rowsWith());
        const dropRead = setInterval(() => {
            if (portal.calls.some(({ method }) => method === 'PATCH')) {
                clearInterval(dropRead);
                portal.intercept({ on: 'GET /crm/objects/2026-09/contacts/501', status: 404 });
            }
        }, 1);
        const result = await decide();
        clearInterval(dropRead);
        expect(result).toMatchObject({
            ok: true,
            records: {
                contact: {
                    properties: { handoff_decision: 'rejected', firstname: 'Dana' },
                    propertiesWithHistory: { handoff_decision: [{ value: 'rejected' }] }
                }
            }
        });
    });

    it('saves nothing when the contact cannot be read', async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: '/contacts/501', status: 404 });
        expect(await decide()).toMatchObject({ ok: false, error: { code: 'not_found' } });
        expect(await decide({ objectId: 'x' })).toMatchObject({ error: { code: 'bad_object_id' } });
    });
});
