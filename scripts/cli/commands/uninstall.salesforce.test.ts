import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import { makeId } from '../../sandbox/salesforce/ids.ts';
import { golden } from '../testing/run.ts';

const UNINSTALL = ['uninstall', 'salesforce', '--yes', '--production', 'Acme UAT'];

let org: TestOrg;
beforeEach(async () => {
    org = await testOrg();
    await org.run([
        'deploy',
        'salesforce',
        '--yes',
        '--assign',
        'rep=ben@acme.example',
        '--activate-pages'
    ]);
    org.rows.seed({
        Lead: [
            {
                Id: makeId('00Q', 1),
                LastName: 'Muster',
                Company: 'Muster AG',
                Handoff_Decision__c: 'accepted'
            },
            { Id: makeId('00Q', 2), LastName: 'Rossi', Company: 'Rossi' }
        ]
    });
});
afterEach(() => org.close());

/** What is left of ours. */
function left(): string[] {
    return [...org.metadata.keys()].filter((key) => !/^CustomObject:(?:Lead|Contact)$/.test(key));
}

describe('handoff uninstall salesforce', () => {
    it('shows what would go and what stays', async () => {
        const ran = await org.run(['uninstall', 'salesforce', '--dry-run']);
        await golden('uninstall/salesforce-dry-run', ran, stable);
        expect(left()).not.toEqual([]);
    });

    it('does nothing without the name, and nothing by --yes alone', async () => {
        const ran = await org.run(['uninstall', 'salesforce', '--yes']);
        expect(ran.code).toBe(2);
        expect(ran.stderr).toContain("--production 'Acme UAT'");
        expect((await org.run([...UNINSTALL.slice(0, 4), 'Other'])).code).toBe(2);
        expect(left()).not.toEqual([]);
    });

    it('exports, removes in the order that the org allows, and finds nothing the second time', async () => {
        await golden('uninstall/salesforce', await org.run(UNINSTALL), stable);
        expect(left()).toEqual([]);
        expect(org.rows.list('CronTrigger')).toEqual([]);
        expect(org.rows.list('PermissionSetAssignment')).toEqual([]);
        const [folder = ''] = readdirSync(org.folder).filter((name) =>
            name.startsWith('handoff-export-')
        );
        const leads = readFileSync(path.join(org.folder, folder, 'Lead.csv'), 'utf8')
            .trim()
            .split('\r\n');
        expect(leads).toHaveLength(2);
        expect(leads[1]).toContain('accepted');
        expect(existsSync(path.join(org.folder, folder, 'Handoff_Engagement__c.csv'))).toBe(true);
        const again = await org.run(UNINSTALL);
        expect(again.code).toBe(0);
        expect(again.stdout).toContain('Nothing to do');
    });

    it('comes to the same end wherever it was cut short', { timeout: 300_000 }, async () => {
        const WRITES = /^POST .*deployRequest|^DELETE|abortJob/;
        const answer = { status: 400, errorCode: 'ODD', message: 'gone' };
        let runs = 0;
        for (; left().length > 0 && runs < 12; runs++) {
            // Each run gets one step further.
            org.trouble.disturbances = [{ matches: WRITES, times: 99, after: 1, answer }];
            expect([0, 4]).toContain((await org.run(UNINSTALL)).code);
        }
        expect(runs).toBeGreaterThan(4);
        expect(left()).toEqual([]);
        const folders = readdirSync(org.folder).filter((name) =>
            name.startsWith('handoff-export-')
        );
        expect(folders).toHaveLength(1);
    });
});
