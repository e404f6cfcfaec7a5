import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SMOOTH } from '../../sandbox/hubspot/server/projects.ts';
import { golden } from '../testing/run.ts';
import { accountNamed } from '../../sandbox/hubspot/accounts.ts';
import { stable, testAccount, type TestAccount } from './testing.ts';

const DEPLOY = ['deploy', 'hubspot', '--yes'];

let account: TestAccount;
beforeEach(async () => {
    account = await testAccount();
});
afterEach(() => account.close());

async function deployed(): Promise<object> {
    expect((await account.run(DEPLOY)).code).toBe(0);
    return account.endState();
}

let whole: Promise<object> | null = null;

/** What a deployment into an empty account ends in. */
function reference(): Promise<object> {
    whole ??= deployElsewhere();
    return whole;
}

async function deployElsewhere(): Promise<object> {
    const other = await testAccount();
    try {
        await other.run(DEPLOY);
        return other.endState();
    } finally {
        await other.close();
    }
}

describe('handoff deploy hubspot', () => {
    it('shows what it would do, and does nothing', async () => {
        const argv = ['deploy', 'hubspot', '--dry-run'];
        await golden('deploy/hubspot/dry-run', await account.run(argv), stable);
        const coloured = await account.run(argv, { isColoured: true });
        await golden('deploy/hubspot/dry-run.colour', coloured, stable);
        const wrote = account.calls.filter(
            ({ method, path }) => method !== 'GET' && !path.includes('auth/refresh')
        );
        expect(wrote).toEqual([]);
    });

    it('creates, uploads, builds, deploys and installs; the second plan is empty', async () => {
        await golden('deploy/hubspot/first', await account.run(DEPLOY), stable);
        const first = account.endState();
        await golden('deploy/hubspot/second', await account.run(DEPLOY), stable);
        expect(account.endState()).toEqual(first);
        const { stdout } = await account.run([...DEPLOY, '--json']);
        expect(JSON.parse(stdout)).toMatchObject({ status: 0, result: { done: false } });
    });

    it('uploads the very files that are there, and says which', async () => {
        const { stdout } = await account.run([...DEPLOY, '--json']);
        const { result } = JSON.parse(stdout) as { result: { results: { files: string }[] } };
        const [build] = account.portal.projects.builds;
        expect(build?.message).toContain(result.results[0]?.files);
        expect(Object.keys(build?.files ?? {})).toEqual(
            expect.arrayContaining(['app/app-hsmeta.json', 'app/functions/handoff-decide.js'])
        );
    });

    it('puts right what somebody changed, and never touches the settings', async () => {
        const before = await deployed();
        const { properties } = account.portal.definitions;
        const settings = properties.get('handoff_settings');
        const reason = properties.get('handoff_reason');
        if (!settings || !reason) throw new Error('not deployed');
        const stored = { ...settings, description: '{"score":"my_score"}' };
        properties.set('handoff_settings', stored);
        const old = { value: 'old', label: 'Old', displayOrder: 99, hidden: false };
        const options = [...reason.options.slice(1), old];
        properties.set('handoff_reason', { ...reason, label: 'Why', options });
        account.add({ handoff_reason: 'old' });
        await golden('deploy/hubspot/changed', await account.run(DEPLOY), stable);
        expect(properties.get('handoff_settings')).toEqual(stored);
        expect(properties.get('handoff_reason')).toEqual({
            ...reason,
            options: [
                ...reason.options,
                { ...old, displayOrder: reason.options.length, hidden: true }
            ]
        });
        properties.set('handoff_settings', settings);
        properties.set('handoff_reason', reason);
        expect(account.endState()).toEqual(before);
    });

    it('leaves what is not ours, and says so by name', async () => {
        const { properties } = account.portal.definitions;
        const email = properties.get('email');
        if (!email) throw new Error('no email');
        const theirs = { ...email, name: 'handoff_decision_note', label: 'Theirs' };
        properties.set(theirs.name, theirs);
        await golden('deploy/hubspot/not-ours', await account.run(DEPLOY), stable);
        expect(properties.get(theirs.name)).toEqual(theirs);
    });
});

describe('a deployment that meets trouble', () => {
    it.each([
        ['is told to slow down', { status: 429, headers: { 'retry-after': '0' }, times: 2 }],
        ['finds HubSpot busy', { status: 503, times: 2 }],
        ['loses the connection', { drop: true, times: 2 }]
    ])('goes on when it %s', async (_what, fault) => {
        account.intercept({ ...fault, on: 'GET /dfs' });
        account.intercept({ ...fault, on: 'POST /crm/properties' });
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(account.endState()).toEqual(await reference());
    });

    it('says at once that today’s calls are used up', async () => {
        const body = { message: 'You have reached your daily limit.', policyName: 'DAILY' };
        account.intercept({ status: 429, body, on: 'GET /crm/properties' });
        await golden('deploy/hubspot/daily-limit', await account.run(DEPLOY), stable);
    });

    it('says so when the login expires half-way, and goes on with a new one', async () => {
        account.intercept({ status: 401, on: 'POST /developer/projects' });
        await golden('deploy/hubspot/expired', await account.run(DEPLOY), stable);
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(account.endState()).toEqual(await reference());
    });

    it('waits for a build that takes its time', async () => {
        account.portal.projects.behaviour = { ...SMOOTH, looks: 4 };
        const { stderr } = await account.run([...DEPLOY, '--verbose']);
        expect(stderr).toContain('Build: 0 of 11 parts');
        expect(stderr).toMatch(/Build: [1-9]\d* of 11 parts/);
    });

    it('maps what fails in a build to our files, and builds anew the next time', async () => {
        account.portal.projects.behaviour = {
            ...SMOOTH,
            failedBuild: [
                {
                    uid: 'handoff-decide',
                    message: 'Function failed to build.',
                    errors: ['npm ERR! could not install the dependencies in package.json']
                },
                { uid: 'handoff-lead-panel-tab', message: 'Could not resolve “./missing.ts”.' }
            ]
        };
        await golden('deploy/hubspot/build-failed', await account.run(DEPLOY), stable);
        account.portal.projects.behaviour = SMOOTH;
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(account.endState()).toEqual(await reference());
    });

    it.each(['failedDeploy', 'blockedDeploy'] as const)('says what is wrong: %s', async (kind) => {
        account.portal.projects.behaviour = {
            ...SMOOTH,
            [kind]: [
                {
                    uid: 'handoff-app',
                    message: 'The scope crm.objects.owners.read could not be recognized.'
                }
            ]
        };
        await golden(`deploy/hubspot/${kind}`, await account.run(DEPLOY), stable);
        account.portal.projects.behaviour = SMOOTH;
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(account.endState()).toEqual(await reference());
        // The build was right, and is not made twice.
        expect(account.portal.projects.builds).toHaveLength(1);
    });

    it('names the page where a person has to install the app', async () => {
        account.intercept({ status: 403, on: 'POST /apps-hublets', times: 1 });
        const { code, stderr } = await account.run(DEPLOY);
        expect(code).toBe(0);
        expect(stderr).toContain('https://app.hubspot.com/static-token/4711/authorize?appId=7001');
    });
});

describe('an account of its own kind', () => {
    const traits = (name: string) => testAccount({ traits: accountNamed(name) });
    const scopes = (account: TestAccount): readonly string[] => {
        const files = (account.endState() as { deployed: { [file: string]: string } }).deployed;
        const app = JSON.parse(files['app/app-hsmeta.json'] ?? '{}') as {
            config: { auth: { requiredScopes: string[]; optionalScopes: string[] } };
        };
        expect(app.config.auth.optionalScopes).toEqual([]);
        return app.config.auth.requiredScopes;
    };

    it('is asked for the scopes that its subscription has, and for no others', async () => {
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(scopes(account)).toContain('crm.objects.leads.write');
        const other = await traits('no-sales-hub');
        expect((await other.run(DEPLOY)).code).toBe(0);
        expect(scopes(other)).toEqual([
            'oauth',
            'crm.objects.contacts.read',
            'crm.objects.contacts.write',
            'crm.objects.owners.read',
            'crm.schemas.contacts.write',
            'sales-email-read'
        ]);
        await other.close();
    });

    it('is asked for what --features names; verify says what else it has, and a later plan is empty', async () => {
        const named = [...DEPLOY, '--features', 'emails'];
        expect((await account.run(named)).code).toBe(0);
        expect(scopes(account)).toContain('sales-email-read');
        expect(scopes(account)).not.toContain('crm.objects.leads.read');
        const verified = await account.run(['verify', 'hubspot']);
        expect([verified.code, verified.stdout]).toEqual([
            0,
            expect.stringMatching(/feature +leads/)
        ]);
        const again = await account.run([...named, '--dry-run']);
        expect(again.stdout).toContain('Nothing to do');
    });

    it.each([
        ['plain', 'leads,deals', /There is no feature “deals”/],
        ['no-sales-hub', 'leads', /subscription has no lead records/]
    ])('%s is refused --features %s before anything is changed', async (name, features, why) => {
        const other = await traits(name);
        const { code, stderr } = await other.run([...DEPLOY, '--features', features]);
        expect([code, stderr]).toEqual([2, expect.stringMatching(why)]);
        expect(other.portal.projects.project).toBeNull();
        await other.close();
    });

    it('without Enterprise gets the card and nothing that needs a function', async () => {
        const other = await traits('no-enterprise');
        expect((await other.run(DEPLOY)).code).toBe(0);
        const { deployed, isInstalled } = other.endState() as {
            deployed: { [file: string]: string };
            isInstalled: boolean;
        };
        expect(isInstalled).toBe(true);
        const folders = new Set(Object.keys(deployed).map((file) => file.split('/')[1]));
        expect([...folders].sort()).toEqual([
            'app-hsmeta.json',
            'cards',
            'package.json',
            'packages'
        ]);
        expect(JSON.parse(deployed['app/package.json'] ?? '')).toMatchObject({
            workspaces: ['cards', 'packages/*']
        });
        expect((await other.run(['verify', 'hubspot'])).code).toBe(0);
        await other.close();
    });

    it('in Europe has its pages there', async () => {
        const other = await traits('europe');
        other.intercept({ status: 403, on: 'POST /apps-hublets', times: 1 });
        const { stderr } = await other.run(DEPLOY);
        expect(stderr).toContain('https://app-eu1.hubspot.com/static-token/4711/authorize');
        await other.close();
    });
});

/** What changes something in an account; each is a place at which a run can be cut short. */
const WRITES = [
    'POST /crm/properties/2026-09/contacts/groups',
    'POST /crm/properties/2026-09/contacts',
    'POST /developer/projects/v1',
    'POST /project-components-external/v3/upload/new-api',
    'GET /dfs/v1/projects/handoff/builds/1/status',
    'POST /dfs/deploy/v3/deploys/queue/async',
    'GET /dfs/deploy/v1/deploy-status/projects/handoff/deploys/1',
    'POST /apps-hublets/external/static-token/v3/current-account'
];

describe('a deployment that is cut short', () => {
    // Cut before it was done is the same as cut after the one before was done.
    it.each(WRITES)('after %s ends the same when it is run again', async (on) => {
        account.cutAt(on, true);
        expect((await account.run(DEPLOY)).code).not.toBe(0);
        account.mend();
        expect((await account.run(DEPLOY)).code).toBe(0);
        expect(account.endState()).toEqual(await reference());
        expect(account.portal.projects.builds).toHaveLength(1);
    });
});
