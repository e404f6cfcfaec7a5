import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { portalOf } from '../../test/support/hubspotContacts.ts';
import { createPortal } from '../sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../sandbox/hubspot/portal.ts';
import { EXPORT_HEADER, exportedLeads, exportedRow } from './export.testkit.ts';
import { reportOn } from './testing.testkit.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const agreement = defaultAgreement();
let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW, delay: 0 });
});
afterAll(() => portal.close());

describe('a report on HubSpot', () => {
    const asked = ['--month', '2026-10', '--as-of', new Date(NOW).toISOString()];
    const fromHubSpot = (token: string) =>
        reportOn('', [...asked, '--from', 'hubspot'], 'none.csv', {
            HANDOFF_HUBSPOT_API: portal.origin,
            HUBSPOT_ACCESS_TOKEN: token
        });

    it('has the numbers of a file of the same leads', async () => {
        const leads = [...exportedLeads(agreement, 1200, 9, NOW)].map((lead) => ({
            ...lead,
            campaign: null
        }));
        portal.seed({ contact: { id: '501', properties: {} }, ...portalOf(leads, agreement) });
        const { code, numbers, stderr } = await fromHubSpot('pat-sandbox');
        expect(stderr).toBe('');
        expect(code).toBe(0);
        const lines = [EXPORT_HEADER, ...leads.map(exportedRow)].map((row) => row.join(','));
        const file = await reportOn(lines.join('\n'), asked);
        const [a, b] = [numbers().overview, file.numbers().overview];
        expect(a.metrics).toEqual(b.metrics);
        expect(a.groups.source).toEqual(b.groups.source);
        expect(a.groups.rep).toEqual(b.groups.rep);
        expect([a.reasons, a.months, a.response]).toEqual([b.reasons, b.months, b.response]);
    });

    it('counts a decision apart that is older than its MQL', async () => {
        const leads = [...exportedLeads(agreement, 60, 9, NOW)].map((lead) => ({
            ...lead,
            mqlAt: NOW - 30 * 86_400_000,
            kind: 'accepted' as const,
            decidedAt: NOW - 31 * 86_400_000
        }));
        portal.seed({ contact: { id: '501', properties: {} }, ...portalOf(leads, agreement) });
        const { numbers, page } = await fromHubSpot('pat-sandbox');
        expect(numbers().reading.early).toMatchObject({ count: 60 });
        expect(numbers().overview.counts).toMatchObject({ undecided: 60, accepted: 0 });
        expect(page).toContain('60 leads have a decision dated before their MQL');
    });

    it('never prints the token, and says how to get in where HubSpot does not take it', async () => {
        const { code, stderr } = await fromHubSpot('secret-token');
        expect(code).toBe(3);
        expect(stderr).toContain('hs account auth');
        expect(stderr).not.toContain('secret-token');
    });
});
