/** What a deployment leaves in an org that refuses a part of it, and what it puts back. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stored } from '../../sandbox/salesforce/server/metadata.ts';
import { EXPIRED, LOGIN_PAGE, type Disturbance } from '../../sandbox/salesforce/server/trouble.ts';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import { golden } from '../testing/run.ts';

const DEPLOY = ['deploy', 'salesforce', '--yes'];

let org: TestOrg;
beforeEach(async () => {
    org = await testOrg();
});
afterEach(() => org.close());

/** The class as an older version left it: the next deployment has to write it. */
function old(className: string): void {
    const key = `ApexClass:${className}`;
    const stored = org.metadata.get(key) as Stored;
    const texts = new Map(
        [...stored.component.texts].map(([file, text]) => [file, `${text}// old`])
    );
    org.metadata.set(key, { ...stored, component: { ...stored.component, texts } });
}

function schedules(): string[] {
    return org.rows.list('CronTrigger').map(({ State }) => String(State));
}

function orgRow(): { readonly id: string } {
    return { id: String(org.rows.list('Organization')[0]?.['Id']) };
}

function run(className: string, JobType: string, Status: string): void {
    const id = org.rows.list('ApexClass').find(({ Name }) => Name === className)?.['Id'];
    org.rows.insert('AsyncApexJob', { ApexClassId: id, JobType, Status });
}

const REFUSED_REPORT = {
    fullName: 'Handoff/Handoff_Stalled',
    fileName: 'reports/Handoff/Handoff_Stalled.report',
    componentType: 'Report',
    problem: 'Ungültiger Wert: keine Spalte Lead$Rating',
    problemType: 'Error'
};

describe('a deployment in two parts', () => {
    it('keeps the first in force when the org refuses a report, and resumes the second alone', async () => {
        org.trouble.outcomes = [{}, {}, { componentFailures: [REFUSED_REPORT] }];
        await golden('deploy/report-refused', await org.run(DEPLOY), stable);
        expect(org.metadata.has('ApexClass:HandoffClock')).toBe(true);
        expect(org.metadata.has('Report:Handoff/Handoff_Stalled')).toBe(false);
        expect(schedules()).toEqual(['WAITING', 'WAITING']);

        const again = await org.run(DEPLOY);
        expect(again.stderr).not.toContain('Validate');
        expect(again.stderr).toContain('✔ Deploy reports, dashboards and pages');
        expect(again.code).toBe(0);
        expect(org.deployments.all).toHaveLength(4);
        expect((await org.run(['verify', 'salesforce'])).stdout).not.toContain('drift  report');
    });

    it('takes no tab away from a permission set while the second is refused', async () => {
        await org.run(DEPLOY);
        old('HandoffClock');
        org.metadata.delete('Report:Handoff/Handoff_Stalled');
        org.trouble.outcomes = [{}, {}, { componentFailures: [REFUSED_REPORT] }];
        expect((await org.run(DEPLOY)).code).toBe(4);
        const admin = org.metadata.get('PermissionSet:Handoff_Admin') as Stored;
        expect(JSON.stringify(admin.component.content)).toContain('Handoff_Problem__c');
    });

    it('leaves the tests out of a sandbox, and verify takes that for a choice', async () => {
        const ran = await org.run([...DEPLOY, '--no-tests']);
        expect(ran.code).toBe(0);
        expect(org.deployments.all.map(({ options }) => options.testLevel)).toEqual([
            'NoTestRun',
            undefined
        ]);
        expect(org.metadata.has('ApexClass:HandoffClockTest')).toBe(false);
        const verified = await org.run(['verify', 'salesforce']);
        expect(verified.stdout).toContain('as with --no-tests');
        org.metadata.delete('ApexClass:HandoffClock');
        expect((await org.run(['verify', 'salesforce'])).stdout).toContain('HandoffClock');
    });

    it('refuses production without tests, and sends it no NoTestRun', async () => {
        const production = await testOrg({ kind: 'production', name: 'Acme' });
        const argv = [...DEPLOY, '--production', 'Acme', '--activate-pages'];
        const ran = await production.run([...argv, '--no-tests']);
        expect(ran.stderr).toContain('--no-tests cannot be used for Acme');
        expect(ran.code).toBe(2);
        expect(production.deployments.all).toEqual([]);
        expect((await production.run(argv)).code).toBe(0);
        const gone = ['uninstall', 'salesforce', '--production', 'Acme', '--yes'];
        expect((await production.run(gone)).code).toBe(0);
        await production.close();
    });
});

describe('jobs of ours during a deployment', () => {
    beforeEach(async () => {
        await org.run(DEPLOY);
        old('HandoffEscalation');
    });

    it('stops a batch, waits for a queueable, and starts the schedules again', async () => {
        run('HandoffOutcomeBatch', 'BatchApex', 'Processing');
        run('HandoffAssignment', 'Queueable', 'Queued');
        old('HandoffOutcomeBatch');
        old('HandoffAssignment');
        setTimeout(() => {
            for (const row of org.rows.list('AsyncApexJob')) {
                if (row['JobType'] !== 'Queueable') continue;
                org.rows.remove(String(row['Id']));
                org.rows.seed({ AsyncApexJob: [{ ...row, Status: 'Completed' }] });
            }
        }, 2500);
        await golden('deploy/running-jobs', await org.run(DEPLOY), stable);
        const ends = org.rows.list('AsyncApexJob').map(({ Status }) => Status);
        expect(ends.sort()).toEqual(['Aborted', 'Completed']);
        expect(schedules()).toEqual(['WAITING', 'WAITING']);
    });

    it.each(['ERROR', 'COMPLETE'])(
        'tells a schedule in state %s, and starts it again',
        async (State) => {
            const [row] = org.rows.list('CronTrigger');
            org.rows.remove(String(row?.['Id']));
            org.rows.seed({ CronTrigger: [{ ...row, State }] });
            const verified = await org.run(['verify', 'salesforce']);
            expect(verified.stdout).toContain(`ended in state ${State}`);
            const ran = await org.run(DEPLOY);
            expect(ran.stderr).toContain(`ended in state ${State}`);
            expect(ran.code).toBe(0);
            expect(schedules()).toEqual(['WAITING', 'WAITING']);
        }
    );

    it.each<[string, number, Disturbance['answer']]>([
        ['the login ends for a moment', 3, EXPIRED],
        ['a proxy answers', 3, LOGIN_PAGE],
        ['a 500 stays', 4, { status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'gone' }],
        ['Salesforce refuses the request', 4, { status: 400, errorCode: 'ODD', message: 'odd' }]
    ])('starts the schedules again when %s while polling', async (_what, code, answer) => {
        const times = code === 4 ? 7 : 1;
        org.trouble.disturbances.push({ matches: /^GET .*deployRequest/, after: 1, times, answer });
        expect((await org.run(DEPLOY)).code).toBe(code);
        expect(schedules()).toEqual(['WAITING', 'WAITING']);
    });

    it('retries a 500 while polling', async () => {
        const answer = { status: 500, errorCode: 'UNKNOWN_EXCEPTION', message: 'gone' };
        const matches = /^GET .*deployRequest/;
        org.trouble.disturbances.push({ matches, after: 1, times: 2, answer });
        expect((await org.run(DEPLOY)).code).toBe(0);
    });

    it('says which are stopped when the login has ended for good', async () => {
        const matches = /deployRequest\/|executeAnonymous.*start|oauth2/;
        org.trouble.disturbances.push({ matches, after: 2, times: 99, answer: EXPIRED });
        const ran = await org.run(DEPLOY);
        expect(ran.code).toBe(3);
        expect(ran.stderr).toContain('HandoffEscalation.start();');
        org.trouble.disturbances = [];
        const verified = await org.run(['verify', 'salesforce']);
        expect(verified.stdout).toContain('is not scheduled');
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect(schedules()).toEqual(['WAITING', 'WAITING']);
    });

    it('starts them again when the disk is full', async () => {
        // What cannot be written, whatever the reason.
        const { id } = orgRow();
        mkdirSync(path.join(org.folder, `salesforce-${id}-base.json`));
        const ran = await org.run(DEPLOY);
        expect(ran.stderr).toContain('Make room on the disk');
        expect(ran.code).toBe(2);
        expect(schedules()).toEqual(['WAITING', 'WAITING']);
    });

    it.each(['SIGINT', 'SIGTERM'] as const)(
        'starts them again on %s',
        { timeout: 60_000 },
        async (signal) => {
            org.trouble.looks = { pending: 400, components: 1, tests: 1 };
            const begun = org.deployments.all.length;
            const child = spawn(process.execPath, ['scripts/handoff.mjs', ...DEPLOY], {
                env: { ...process.env, ...org.env },
                stdio: 'ignore'
            });
            const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
            await vi.waitFor(() => expect(org.deployments.all.length).toBeGreaterThan(begun), {
                timeout: 40_000
            });
            expect(schedules()).toEqual([]);
            child.kill(signal);
            expect(await closed).toBe(5);
            expect(schedules()).toEqual(['WAITING', 'WAITING']);
            expect(readdirSync(org.folder).length).toBeGreaterThan(0);
        }
    );
});
