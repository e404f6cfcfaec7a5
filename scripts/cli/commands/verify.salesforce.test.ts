import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Node } from '../salesforce/components.ts';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import { makeId } from '../../sandbox/salesforce/ids.ts';
import type { Stored } from '../../sandbox/salesforce/server/metadata.ts';
import { golden } from '../testing/run.ts';
import type { Line } from '../verify/lines.ts';

let org: TestOrg;
let asDeployed: Map<string, Stored>;
beforeAll(async () => {
    org = await testOrg({ hasHubSpot: true });
    const people = ['rep=ben@acme.example', 'integration=hubspot@acme.example'];
    const assign = people.flatMap((one) => ['--assign', one]);
    await org.run(['deploy', 'salesforce', '--yes', '--activate-pages', ...assign]);
    asDeployed = new Map(org.metadata);
    org.rows.seed({
        Lead: ['accepted', 'rejected', 'rejected'].map((decision, i) => ({
            Id: makeId('00Q', i + 1),
            LastName: `Muster ${i}`,
            Company: 'Muster AG',
            Handoff_Decision__c: decision
        }))
    });
}, 60_000);
afterAll(() => org.close());
beforeEach(() => {
    org.metadata.clear();
    for (const [key, stored] of asDeployed) org.metadata.set(key, stored);
});

async function linesFound(): Promise<{ code: number; drifted: Line[]; lines: Line[] }> {
    const { code, stdout } = await org.run(['verify', 'salesforce', '--json']);
    const { lines } = (JSON.parse(stdout) as { result: { lines: Line[] } }).result;
    return { code, lines, drifted: lines.filter(({ state }) => state === 'drift') };
}

/** Somebody changes a component by hand. */
function change(key: string, edit: (content: { [tag: string]: Node }) => void): void {
    const stored = org.metadata.get(key) as Stored;
    const content = structuredClone(stored.component.content) as { [tag: string]: Node };
    edit(content);
    const component = { ...stored.component, content };
    org.metadata.set(key, { component, by: 'Eve Editor', at: '2026-11-19T08:00:00.000Z' });
}

describe('handoff verify salesforce', () => {
    it('finds an org as it was deployed', async () => {
        await golden('verify/salesforce', await org.run(['verify', 'salesforce']), stable);
        const { lines, code } = await linesFound();
        expect(code).toBe(0);
        expect(lines.filter(({ state }) => state === 'unseen')).toEqual([]);
    });

    it('shows drift with who changed it, in colour and without', async () => {
        change(
            'ValidationRule:Lead.Handoff_Decision_Needs_Reason',
            (rule) => (rule['active'] = 'false')
        );
        change('GlobalValueSet:Handoff_Decision', (set) => {
            const values = set['customValue'] as unknown as Node[];
            set['customValue'] = [
                ...values.slice(1),
                { fullName: 'ghosted', label: 'Ghosted' }
            ] as never;
        });
        await golden('verify/salesforce-drift', await org.run(['verify', 'salesforce']), stable);
        const coloured = await org.run(['verify', 'salesforce'], { isColoured: true });
        await golden('verify/salesforce-drift.colour', coloured, stable);
    });

    const META = 'CustomMetadata:Handoff_Agreement.Current';
    it.each<[string, string, () => void]>([
        [
            'global value set',
            'Handoff_Reason',
            () =>
                change('GlobalValueSet:Handoff_Reason', (set) => {
                    const [first, ...rest] = set['customValue'] as unknown as {
                        [tag: string]: string;
                    }[];
                    set['customValue'] = [{ ...first, label: 'Other words' }, ...rest] as never;
                })
        ],
        [
            'validation rule',
            'Lead.Handoff_Decision_Is_Kept',
            () =>
                change(
                    'ValidationRule:Lead.Handoff_Decision_Is_Kept',
                    (rule) => (rule['errorConditionFormula'] = 'FALSE')
                )
        ],
        [
            'agreement',
            'version and hash',
            () =>
                change(META, (record) => {
                    const values = record['values'] as unknown as { [tag: string]: string }[];
                    record['values'] = values.map((one) =>
                        one['field'] === 'Handoff_Hash__c' ? { ...one, value: 'deadbeef' } : one
                    ) as never;
                })
        ],
        ['custom metadata', 'Handoff_Agreement.Current', () => void org.metadata.delete(META)],
        [
            'custom field',
            'Lead.Handoff_Team__c',
            () => void org.metadata.delete('CustomField:Lead.Handoff_Team__c')
        ],
        [
            'Apex class',
            'HandoffClock',
            () => change('ApexClass:HandoffClock', (meta) => (meta['apiVersion'] = '60.0'))
        ],
        [
            'permission set',
            'Handoff_Rep',
            () =>
                change(
                    'PermissionSet:Handoff_Rep',
                    (set) => (set['fieldPermissions'] = [] as never)
                )
        ],
        [
            'record page',
            'Lead',
            () =>
                change('CustomObject:Lead', (lead) => {
                    lead['actionOverrides'] = {
                        actionName: 'View',
                        formFactor: 'Large',
                        type: 'Flexipage',
                        content: 'Own_Page'
                    };
                })
        ]
    ])('catches drift of: %s %s', async (what, name, drift) => {
        drift();
        const { code, drifted } = await linesFound();
        expect(code).toBe(1);
        expect(drifted.map((line) => [line.what, line.name])).toContainEqual([what, name]);
    });

    it.each([
        ['scheduled job', 'Handoff escalation', 'CronTrigger'],
        ['assignment', 'Handoff_Rep', 'PermissionSetAssignment'],
        ['connector filter', 'Handoff_Marketing_Sync', 'PermissionSetAssignment']
    ])('catches drift of: %s %s', async (what, name, object) => {
        for (const row of org.rows.list(object)) org.rows.remove(String(row['Id']));
        const { drifted } = await linesFound();
        expect(drifted.map((line) => [line.what, line.name])).toContainEqual([what, name]);
    });
});
