/** Every request that the functions send, and every answer of the sandbox, by HubSpot's description. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPortal } from '../../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../../scripts/sandbox/hubspot/portal.ts';
import { readContract } from './openapi.ts';
import { fullPortal, NOW, RUNS } from './runs.ts';

const contract = readContract();
const REASON = 'needs HubSpot’s OpenAPI files in the folder HANDOFF_HUBSPOT_OPENAPI';

describe.skipIf(contract === null)(`HubSpot’s description (${REASON})`, () => {
    let portal: HubSpotPortal;
    beforeAll(async () => {
        portal = await createPortal({ project: 'hubspot-project', now: () => NOW, delay: 1 });
    });
    afterAll(() => portal.close());

    function mistakes(): string[] {
        const found = portal.calls.flatMap((call) =>
            (contract?.mistakesOf(call) ?? []).map(
                (mistake) => `${call.method} ${call.path} ${mistake}`
            )
        );
        return [...new Set(found)].sort();
    }

    it.each(RUNS)('fits $uid, asked to $what', async ({ uid, parameters, portal: rows }) => {
        portal.seed(fullPortal(rows));
        portal.clearTraffic();
        expect(await portal.runFunction(uid, parameters)).toMatchObject({ ok: true });
        expect(mistakes()).toEqual([]);
    });

    it.each(RUNS)('fits $uid, refused what it asks', async ({ uid, parameters, portal: rows }) => {
        portal.seed(fullPortal({ ...rows, scopes: ['crm.objects.contacts.read'] }));
        portal.clearTraffic();
        await portal.runFunction(uid, parameters);
        expect(portal.calls.length).toBeGreaterThan(0);
        expect(mistakes()).toEqual([]);
    });

    it('finds a request and an answer that HubSpot does not know', () => {
        const call = {
            method: 'POST',
            path: '/crm/objects/2026-09/contacts/search',
            query: new URLSearchParams({ depth: '1' }),
            body: { filterGroups: [], limit: 'all' },
            answer: { results: [] },
            status: 200,
            round: 1
        };
        const found = contract?.mistakesOf(call).join('\n');
        expect(found).toContain('asks for the unknown depth');
        expect(found).toContain('sends /limit must be integer');
        expect(found).toMatch(/is answered .*'total'/);
        expect(contract?.mistakesOf({ ...call, path: '/crm/v3/objects' })).toEqual([
            'is not in the description'
        ]);
    });
});
