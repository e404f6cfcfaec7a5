import { spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Stored } from '../../sandbox/salesforce/server/metadata.ts';
import type { ServerOptions } from '../../sandbox/salesforce/server/server.ts';
import {
    BUSY,
    EXPIRED,
    TOO_FAST,
    USED_UP,
    type Disturbance
} from '../../sandbox/salesforce/server/trouble.ts';
import { ADMIN_NAME } from '../../sandbox/salesforce/server/setup.ts';
import { stable, testOrg, type TestOrg } from '../salesforce/testing.ts';
import { golden, runHere, type Ran } from '../testing/run.ts';

const DEPLOY = ['deploy', 'salesforce', '--yes'];

let org: TestOrg;
beforeEach(async () => {
    org = await testOrg();
});
afterEach(() => org.close());

function after(n: number, matches: RegExp, answer: Disturbance['answer'], times = 1): void {
    org.trouble.disturbances.push({ matches, times, after: n, answer });
}

/** What a deployment comes to, whatever the way to it. */
function endState(org: TestOrg): object {
    return {
        components: [...org.metadata.keys()].sort(),
        jobs: org.rows.list('CronTrigger').length,
        assignments: org.rows
            .list('PermissionSetAssignment')
            .map(({ AssigneeId, PermissionSetId }) => [AssigneeId, PermissionSetId])
    };
}

describe('handoff deploy salesforce', () => {
    it('teaches with an example', async () => {
        await golden('deploy/help', await runHere(['deploy', '--help']));
    });

    it('shows what it would do, and does nothing', async () => {
        await golden(
            'deploy/dry-run',
            await org.run(['deploy', 'salesforce', '--dry-run']),
            stable
        );
        const coloured = await org.run(['deploy', 'salesforce', '--dry-run'], { isColoured: true });
        await golden('deploy/dry-run.colour', coloured, stable);
        expect(org.requests.some((one) => /^POST .*deployRequest/.test(one))).toBe(false);
    });

    it(
        'validates, deploys, assigns and schedules; the second plan changes nothing, and tells again what is refused',
        { timeout: 300_000 },
        async () => {
            const argv = [...DEPLOY, '--assign', 'rep=All_Sales', '--activate-pages'];
            await golden('deploy/first', await org.run(argv), stable);
            await golden('deploy/second', await org.run(argv), stable);
            expect(org.deployments.all.map(({ options }) => options.checkOnly ?? false)).toEqual([
                true,
                false,
                false
            ]);
            const { stdout } = await org.run([...argv, '--json']);
            expect(JSON.parse(stdout)).toMatchObject({ status: 1, result: { done: false } });
        }
    );

    it.each(['validation', 'deployment', 'reports', 'assignment', 'jobs'])(
        'comes to the same end when it was cut short at the %s',
        async (step) => {
            const argv = [...DEPLOY, '--assign', 'rep=ben@acme.example'];
            const clean = await testOrg();
            await clean.run(argv);
            const answer = { status: 400, errorCode: 'ODD', message: 'gone' };
            const [matches, n] = {
                validation: [/^GET .*deployRequest/, 1],
                deployment: [/^GET .*deployRequest/, 4],
                reports: [/^GET .*deployRequest/, 7],
                assignment: [/composite\/sobjects/, 0],
                jobs: [/executeAnonymous/, 1]
            }[step] as [RegExp, number];
            after(n, matches, answer);
            expect((await org.run(argv)).code).toBe(4);
            expect((await org.run(argv)).code).toBe(0);
            expect(endState(org)).toEqual(endState(clean));
            // What was begun was taken up, not begun anew.
            expect(org.deployments.all).toHaveLength(3);
            expect(readdirSync(org.folder)).toEqual([]);
            await clean.close();
        }
    );

    it('takes up its work when the process was killed', { timeout: 300_000 }, async () => {
        org.trouble.looks = { pending: 40, components: 1, tests: 1 };
        const child = spawn(process.execPath, ['scripts/handoff.mjs', ...DEPLOY], {
            env: { ...process.env, ...org.env },
            stdio: 'ignore'
        });
        const closed = new Promise((resolve) => child.on('close', resolve));
        await vi.waitFor(() => expect(org.deployments.all).toHaveLength(1), { timeout: 300_000 });
        await vi.waitFor(() => expect(readdirSync(org.folder)).toHaveLength(1), {
            timeout: 300_000
        });
        child.kill('SIGKILL');
        await closed;
        org.trouble.looks = { pending: 1, components: 1, tests: 1 };
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect(org.deployments.all).toHaveLength(3);
    });

    it(
        'waits out what passes by itself, and broken connections',
        { timeout: 300_000 },
        async () => {
            after(1, /deployRequest\//, BUSY);
            after(2, /deployRequest\//, 'cut');
            after(3, /deployRequest\//, 'cut-answer');
            after(0, /FROM%20CronTrigger/, TOO_FAST);
            after(1, /Soap/, 'cut');
            const ran = await org.run(DEPLOY);
            expect(ran.stderr).toContain('✔ Deploy schema and code');
            expect(ran.code).toBe(0);
            expect(org.deployments.all).toHaveLength(3);
        }
    );

    it('leaves a deployment that takes too long to Salesforce, and takes it up again', async () => {
        org.trouble.looks = { pending: 3, components: 1, tests: 1 };
        const ran = await org.run([...DEPLOY, '--wait', '0']);
        await golden('deploy/still-running', ran, stable);
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect(org.deployments.all).toHaveLength(3);
    });

    it('maps failures to our files, and says what to do', { timeout: 300_000 }, async () => {
        org.trouble.outcome = {
            componentFailures: [
                {
                    fullName: 'HandoffLead',
                    fileName: 'triggers/HandoffLead.trigger',
                    componentType: 'ApexTrigger',
                    problem: 'The maximum number of active triggers is reached',
                    problemType: 'Error',
                    lineNumber: 12,
                    columnNumber: 13
                },
                {
                    fullName: 'HandoffClock',
                    fileName: 'classes/HandoffClock.cls',
                    componentType: 'ApexClass',
                    problem: 'Invalid type: Foo',
                    problemType: 'Error',
                    lineNumber: 3,
                    columnNumber: 5
                }
            ]
        };
        await golden('deploy/component-failures', await org.run(DEPLOY), stable);
        const coloured = await org.run(DEPLOY, { isColoured: true });
        await golden('deploy/component-failures.colour', coloured, stable);
        const [field = {}] = org.trouble.outcome.componentFailures ?? [];
        const ofField = { fullName: 'Lead.Handoff_Team__c', componentType: 'CustomField' };
        org.trouble.outcome = {
            componentFailures: [{ ...field, ...ofField, fileName: 'objects/Lead.object' }]
        };
        expect((await org.run(DEPLOY)).stderr).toContain(
            'force-app/main/default/objects/Lead/fields/Handoff_Team__c.field-meta.xml:12:13'
        );
        org.trouble.outcome = {
            testFailures: [
                {
                    name: 'HandoffStampsTest',
                    methodName: 'stampsOnce',
                    message:
                        'System.DmlException: FIELD_CUSTOM_VALIDATION_EXCEPTION, Industry is needed',
                    stackTrace: 'Class.HandoffTestData.lead: line 21, column 1'
                }
            ],
            coverageWarnings: [
                { name: 'HandoffNotice', message: 'Test coverage is 60%, at least 75% is required' }
            ]
        };
        await golden('deploy/test-failures', await org.run(DEPLOY), stable);
        expect([...org.metadata.keys()]).toHaveLength(2);
    });

    it('warns of coverage, and deploys', async () => {
        org.trouble.outcome = {
            coverageWarnings: [{ name: 'HandoffNotice', message: 'Test coverage is 76%' }]
        };
        const ran = await org.run(DEPLOY);
        expect(ran.stderr).toContain('Warning: HandoffNotice: Test coverage is 76%');
        expect(ran.code).toBe(0);
    });

    it('deploys with the tests when the org has forgotten the validation', async () => {
        org.trouble.isQuickDeployRefused = true;
        expect((await org.run(DEPLOY)).code).toBe(0);
        expect(org.deployments.all.map(({ options }) => options.testLevel)).toEqual([
            'RunSpecifiedTests',
            'RunSpecifiedTests',
            undefined
        ]);
    });

    it('stops a job whose class changes, and starts it again', { timeout: 300_000 }, async () => {
        await org.run(DEPLOY);
        const key = 'ApexClass:HandoffEscalation';
        const stored = org.metadata.get(key) as Stored;
        const texts = new Map(
            [...stored.component.texts].map(([file, text]) => [file, `${text}// old`])
        );
        org.metadata.set(key, { ...stored, component: { ...stored.component, texts } });
        const ran = await org.run(DEPLOY);
        expect(ran.stderr).toContain('✔ Stop the scheduled jobs');
        expect(ran.code).toBe(0);
        expect(org.rows.list('CronTrigger')).toHaveLength(2);
        org.metadata.set(key, { ...stored, component: { ...stored.component, texts } });
        org.trouble.outcome = { testFailures: [{ name: 'X', methodName: 'y', message: 'no' }] };
        expect((await org.run(DEPLOY)).code).toBe(4);
        expect(org.rows.list('CronTrigger')).toHaveLength(2);
    });

    it.each([
        ['expired', EXPIRED, 3],
        ['limit', USED_UP, 4]
    ])('says what to do when the login or the calls are over: %s', async (name, answer, code) => {
        after(0, /query/, answer, 99);
        const ran = await org.run(DEPLOY);
        expect(ran.code).toBe(code);
        await golden(`deploy/${name}`, ran, stable);
    });
});

describe('who may deploy, and where', () => {
    const other = async (options: Partial<ServerOptions>, argv = DEPLOY): Promise<Ran> => {
        const server = await testOrg(options);
        try {
            return await server.run(argv);
        } finally {
            expect(server.deployments.all).toHaveLength(argv.includes('Acme') ? 3 : 0);
            await server.close();
        }
    };

    it('says which permissions are lacking before anything is changed', async () => {
        await golden(
            'deploy/too-few-rights',
            await other({ lacks: ['PermissionsAuthorApex'] }),
            stable
        );
    });

    it('says that an org is too old', async () => {
        expect((await other({ apiVersion: '66.0' })).stderr).toContain('needs 67.0');
    });

    it('asks for the name of a production org', async () => {
        const options = { kind: 'production', name: 'Acme' } as const;
        await golden('deploy/production', await other(options), stable);
        const wrong = await other(options, [...DEPLOY, '--production', 'Akme']);
        expect(wrong.stderr).toContain('--production Akme is not the name');
        expect((await other(options, [...DEPLOY, '--production', 'Acme'])).code).toBe(0);
    });

    it('leaves emails out where the org keeps none', async () => {
        const server = await testOrg({ hasEnhancedEmail: false });
        expect((await server.run(DEPLOY)).code).toBe(0);
        expect([...server.metadata.keys()].filter((key) => /Email/.test(key))).toEqual([
            'CustomLabel:Handoff_Email'
        ]);
        await server.close();
    });

    it('logs in by certificate', async () => {
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
        const server = await testOrg({ publicKey: pem });
        writeFileSync(
            path.join(server.folder, 'server.key'),
            privateKey.export({ type: 'pkcs8', format: 'pem' })
        );
        const env = {
            SF_ACCESS_TOKEN: '',
            SF_JWT_CLIENT_ID: '3MVG9',
            SF_JWT_USERNAME: ADMIN_NAME,
            SF_JWT_KEY_FILE: 'server.key',
            SF_LOGIN_URL: server.url
        };
        const argv = ['deploy', 'salesforce', '--dry-run'];
        expect((await server.run(argv, { env })).code).toBe(0);
        const wrong = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
        writeFileSync(
            path.join(server.folder, 'server.key'),
            wrong.export({ type: 'pkcs8', format: 'pem' })
        );
        await golden('deploy/jwt-refused', await server.run(argv, { env }), stable);
        await server.close();
    });

    it('never prints a token', async () => {
        after(0, /query/, { status: 400, errorCode: 'ODD', message: `odd: ${org.token}` }, 9);
        const { stdout, stderr } = await org.run([...DEPLOY, '-v']);
        expect(stderr).toContain('odd: ***');
        expect(stdout + stderr).not.toContain(org.token);
    });

    it('says how to name an org when none is named', async () => {
        const env = { SF_ACCESS_TOKEN: org.token, SF_ORG_INSTANCE_URL: '' };
        await golden('deploy/incomplete', await org.run(DEPLOY, { env }), stable);
    });
});
