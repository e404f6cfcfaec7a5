import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { orgOf } from '../../test/support/salesforceLeads.ts';
import { testOrg } from '../cli/salesforce/testing.ts';
import type { TestOrg } from '../cli/salesforce/testing.ts';
import { EXPORT_HEADER, exportedLeads, exportedRow } from './export.testkit.ts';
import { reportOn } from './testing.testkit.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const agreement = defaultAgreement();
let org: TestOrg;
beforeAll(async () => {
    org = await testOrg();
});
afterAll(() => org.close());

/** What a deployment leaves in the org, as far as queries look at it. */
function deployFields(): void {
    const objects = 'force-app/main/default/objects';
    for (const name of readdirSync(objects)) {
        const fields = readdirSync(`${objects}/${name}/fields`).map((file) => file.split('.')[0]);
        const keys = [`CustomObject:${name}`, ...fields.map((one) => `CustomField:${name}.${one}`)];
        for (const key of keys) {
            const [type = '', fullName = ''] = key.split(':');
            const component = { type, fullName, content: {}, texts: new Map() };
            org.metadata.set(key, { component, by: 'test', at: new Date(NOW).toISOString() });
        }
    }
}

describe('a report on Salesforce', () => {
    const asked = ['--month', '2026-10', '--as-of', new Date(NOW).toISOString()];
    const fromSalesforce = (env: NodeJS.ProcessEnv) =>
        reportOn('', [...asked, '--from', 'salesforce'], 'none.csv', env);

    it('says what an org lacks that the package was not deployed to', async () => {
        const { code, stderr } = await fromSalesforce(org.env);
        expect(code).not.toBe(0);
        expect(stderr).toContain('Error:');
        expect(stderr).not.toContain(org.token);
    });

    it('has the numbers of a file of the same leads', async () => {
        // The org has roles of its own, whose ids are taken.
        const leads = [...exportedLeads(agreement, 800, 9, NOW)].map((lead) => ({
            ...lead,
            team: null
        }));
        deployFields();
        org.rows.seed(orgOf(leads, agreement));
        const { code, numbers, stderr } = await fromSalesforce(org.env);
        expect(stderr).toBe('');
        expect(code).toBe(0);
        const lines = [EXPORT_HEADER, ...leads.map(exportedRow)].map((row) => row.join(','));
        const file = await reportOn(lines.join('\n'), asked);
        const [a, b] = [numbers().overview, file.numbers().overview];
        expect(a.metrics).toEqual(b.metrics);
        expect(a.groups).toEqual(b.groups);
        expect([a.reasons, a.months, a.response]).toEqual([b.reasons, b.months, b.response]);
    });

    it('counts a decision apart that is older than its MQL', async () => {
        // Beside those of the test before, in whose org their owners are.
        const early = {
            mqlAt: NOW - 30 * 86_400_000,
            kind: 'accepted' as const,
            decidedAt: NOW - 31 * 86_400_000
        };
        const leads = [...exportedLeads(agreement, 840, 9, NOW)].map((lead, i) => ({
            ...lead,
            team: null,
            ...(i < 800 ? {} : early)
        }));
        const Lead = orgOf(leads, agreement)['Lead']?.slice(800) ?? [];
        org.rows.seed({ Lead });
        const { numbers, page } = await fromSalesforce(org.env);
        expect(numbers().reading.early).toMatchObject({ count: 40 });
        expect(page).toContain('40 leads have a decision dated before their MQL');
    });
});
