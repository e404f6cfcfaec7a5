import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import { contactsOf } from '../../shared/crm/hubspot/outcomeBatch.ts';
import type { OutcomeBatch } from '../../shared/crm/hubspot/outcomeBatch.ts';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { portalOf } from '../../test/support/hubspotContacts.ts';
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';
import type { Failure } from './lib/envelope.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const DAY = 86_400_000;
const FROM = NOW - 400 * DAY;
/** HubSpot stops a function after ten seconds. */
const STOPPED_MS = 10_000;
const MEGABYTE = 1_000_000;
const agreement = defaultAgreement();
const iso = (at: number): string => new Date(at).toISOString();

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({
        project: 'hubspot-project',
        now: () => NOW,
        delay: 0,
        steppedTime: true
    });
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

function seed(parts: Partial<PortalRows> = {}) {
    portal.seed({ contact: { id: '501', properties: {} }, ...parts });
}
function generated(count: number) {
    return portalOf(generatedStampedLeads(agreement, count, 5, NOW), agreement);
}
const mql = (at: number, more = {}) => ({
    properties: { hs_v2_date_entered_marketingqualifiedlead: iso(at), ...more }
});

async function run(cursor: string | null = null, stretch = { from: FROM, to: NOW }) {
    const answer = await portal.runFunction('handoff-outcomes', { ...stretch, cursor });
    return answer as OutcomeBatch | Failure;
}
async function read(cursor: string | null = null, stretch = { from: FROM, to: NOW }) {
    const answer = await run(cursor, stretch);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer;
}
const searches = () => portal.calls.filter(({ path }) => path.endsWith('/search'));
const idsOf = (batch: OutcomeBatch) => contactsOf(batch).map(({ id }) => id);

describe('reading a period', () => {
    it('gives each of 12,000 contacts once, in order, within every limit', async () => {
        seed(generated(12_000));
        const ids: string[] = [];
        let cursor: string | null = null;
        let rounds = 0;
        do {
            portal.clearTraffic();
            const batch: OutcomeBatch = await read(cursor);
            ids.push(...idsOf(batch));
            rounds += 1;
            expect(ids.length + batch.left).toBe(12_000);
            expect(JSON.stringify(batch).length).toBeLessThan(MEGABYTE);
            expect(portal.took).toBeLessThan(STOPPED_MS);
            // Never more than four searches a second.
            expect(portal.took).toBeGreaterThanOrEqual((searches().length - 1) * 250);
            expect(searches().every(({ status }) => status === 200)).toBe(true);
            ({ cursor } = batch);
        } while (cursor !== null);
        expect(new Set(ids).size).toBe(12_000);
        expect(ids).toEqual([...ids].sort());
        expect(rounds).toBeLessThan(10);
    });

    it('gives those who became MQLs or were decided in it, and nobody else', async () => {
        const [from, to] = [NOW - 30 * DAY, NOW - 10 * DAY];
        seed({
            others: [
                mql(from),
                mql(from - 1),
                mql(to),
                mql(from - DAY, { handoff_mql_at: iso(from + DAY) }),
                mql(from + DAY, { handoff_mql_at: iso(from - DAY) }),
                mql(from - DAY, { handoff_decision: 'accepted', handoff_decided_at: iso(to - 1) }),
                mql(from - DAY, { handoff_decided_at: iso(to - 1) })
            ]
        });
        const batch = await read(null, { from, to });
        expect(idsOf(batch)).toEqual(['9000000', '9000003', '9000005']);
        expect(batch).toMatchObject({ left: 0, cursor: null, notes: [] });
    });

    it('counts by the account’s own lifecycle stage and properties', async () => {
        seed({
            others: [
                mql(NOW - DAY),
                {
                    properties: {
                        hs_v2_date_entered_salesqualifiedlead: iso(NOW - DAY),
                        staff: '51-200'
                    }
                }
            ],
            definitions: [
                { name: 'staff', type: 'string' },
                {
                    name: 'handoff_settings',
                    type: 'string',
                    description: '{"mqlStage":"salesqualifiedlead","employees":"staff"}'
                }
            ]
        });
        const batch = await read();
        expect(contactsOf(batch)).toMatchObject([
            { id: '9000001', properties: { staff: '51-200' } }
        ]);
        expect(batch.settings).toEqual({ mqlStage: 'salesqualifiedlead', employees: 'staff' });
    });

    it('names reps and their teams, those who left too, with the first batch alone', async () => {
        const teams = [
            { id: '1', name: 'East', primary: false },
            { id: '2', name: 'West', primary: true }
        ];
        seed({
            others: [mql(NOW - DAY)],
            owners: [
                { id: '71', firstName: 'Ana', lastName: 'Ortiz', teams },
                { id: '72', firstName: 'Ben', archived: true }
            ]
        });
        const { owners } = await read();
        expect(owners).toMatchObject([
            { id: '71', firstName: 'Ana', teams },
            { id: '72', firstName: 'Ben', teams: [] }
        ]);
        portal.clearTraffic();
        expect((await read('9000000')).owners).toBeNull();
        expect(portal.calls.some(({ path }) => path.includes('owners'))).toBe(false);
    });

    it('reads on without owners, and says what follows', async () => {
        seed({ others: [mql(NOW - DAY)] });
        portal.intercept({ on: '/owners/', status: 403, times: 9 });
        const { notes, owners, rows } = await read();
        expect([rows.length, owners]).toEqual([1, []]);
        expect(notes).toEqual([expect.stringContaining('shown by their ids')]);
    });
});

describe('a reading that fails', () => {
    it('keeps what was read, and the next call goes on there', async () => {
        seed(generated(1000));
        portal.clearTraffic();
        const whole = idsOf(await read());
        portal.clearTraffic();
        const first = read();
        await expect.poll(() => searches().length).toBeGreaterThan(1);
        portal.intercept({ on: '/search', status: 500, times: 3 });
        const before = await first;
        expect(before.cursor).not.toBeNull();
        expect(before.rows.length + before.left).toBe(1000);
        const after = await read(before.cursor);
        expect([...idsOf(before), ...idsOf(after)]).toEqual(whole);
    });

    it('waits as long as HubSpot asks for', async () => {
        seed({ others: [mql(NOW - DAY)] });
        portal.intercept({ on: '/search', status: 429, headers: { 'retry-after': '2' } });
        expect((await read()).rows).toHaveLength(1);
        expect(portal.took).toBe(2000);
    });

    it.each([
        ['/search', 429, 'too_many_calls'],
        ['/search', 400, 'refused'],
        ['/handoff_settings', 500, 'failed']
    ])('says so when %s answers %i for good', async (on, status, code) => {
        seed({ others: [mql(NOW - DAY)] });
        portal.intercept({ on, status, times: 99 });
        const answer = await run();
        expect(answer).toMatchObject({ ok: false, error: { code } });
    });

    it.each([
        ['in no order', { total: 2, results: [{ id: '7' }, { id: '5' }] }],
        ['from before the cursor', { total: 1, results: [{ id: '5' }] }],
        ['fewer than it counted', { total: 3, results: [] }],
        ['without a count', { results: [{ id: '7' }] }]
    ])('takes no page %s', async (_what, body) => {
        seed();
        portal.intercept({ on: '/search', status: 200, body });
        expect(await run('6')).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    });

    it.each([
        { from: NOW, to: FROM },
        { from: '2026-10', to: NOW },
        { from: FROM, to: NOW, cursor: '6 OR 1' },
        {},
        null
    ])('refuses %j', async (parameters) => {
        seed();
        const answer = await portal.runFunction('handoff-outcomes', parameters);
        expect(answer).toMatchObject({ ok: false, error: { code: 'bad_period' } });
        expect(portal.calls).toEqual([]);
    });
});
