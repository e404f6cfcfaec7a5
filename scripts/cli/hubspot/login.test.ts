import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { golden, type Ran } from '../testing/run.ts';
import { stable, testAccount, type TestAccount } from './testing.ts';

const DRY = ['deploy', 'hubspot', '--dry-run'];
const NO_KEY = { HUBSPOT_PERSONAL_ACCESS_KEY: '' };

let account: TestAccount;
beforeEach(async () => {
    account = await testAccount();
});
afterEach(() => account.close());

/** What hs keeps; `name` is what it calls the account. */
function hsConfig(key: string): { [name: string]: string } {
    const file = path.join(account.folder, 'config.yml');
    writeFileSync(
        file,
        `defaultAccount: 4711
accounts:
  - name: acme
    accountId: 4711
    env: prod
    authType: personalaccesskey
    personalAccessKey: ${key}
    auth: { tokenInfo: {} }
`
    );
    return { ...NO_KEY, HUBSPOT_ACCOUNT_ID: '', HUBSPOT_CONFIG_PATH: file };
}

function secretsIn({ stdout, stderr }: Ran): readonly string[] {
    const { token, key, keyToken } = account.portal.access;
    return [token, key, keyToken].filter((secret) => (stdout + stderr).includes(secret));
}

describe('the ways into a HubSpot account', () => {
    it('takes the account that hs knows, by name or by default', async () => {
        const env = hsConfig(account.portal.access.key);
        expect((await account.run(DRY, { env })).stdout).toContain('Acme (4711)');
        const named = await account.run([...DRY, '--account', 'acme', '--verbose'], { env });
        expect(named.code).toBe(0);
        expect(secretsIn(named)).toEqual([]);
    });

    it('takes a key from the environment of a process of its own', async () => {
        const ran = await account.runChild(DRY);
        expect(ran).toMatchObject({ code: 0, stderr: '' });
        expect(ran.stdout).toContain('Acme (4711)');
        const config = await account.runChild(DRY, { env: hsConfig(account.portal.access.key) });
        expect(config).toMatchObject({ code: 0 });
        expect(secretsIn(config)).toEqual([]);
    }, 30_000);

    it('says how to get one where there is none', async () => {
        const env = { ...NO_KEY, HUBSPOT_ACCOUNT_ID: '' };
        await golden('login/hubspot/none', await account.run(DRY, { env }), stable);
    });

    it('says which accounts hs knows when another is meant', async () => {
        const argv = [...DRY, '--account', 'other'];
        const env = hsConfig(account.portal.access.key);
        await golden('login/hubspot/unknown', await account.run(argv, { env }), stable);
    });

    it('says that a key is no longer taken, before anything is changed', async () => {
        const env = { HUBSPOT_PERSONAL_ACCESS_KEY: 'an-old-key' };
        const ran = await account.run(['deploy', 'hubspot', '--yes'], { env });
        await golden('login/hubspot/expired', ran, stable);
        expect(account.calls).toHaveLength(1);
    });

    it('takes a token, and says that a project needs a key', async () => {
        const env = { ...NO_KEY, HUBSPOT_ACCESS_TOKEN: account.portal.access.token };
        const ran = await account.run(DRY, { env });
        await golden('login/hubspot/token', ran, stable);
        expect(secretsIn(ran)).toEqual([]);
    });

    it('says that a token is of another account', async () => {
        const token = account.portal.access.token;
        const env = { ...NO_KEY, HUBSPOT_ACCESS_TOKEN: token, HUBSPOT_ACCOUNT_ID: '4712' };
        await golden('login/hubspot/other', await account.run(DRY, { env }), stable);
    });

    it('says which scopes a login lacks, before anything is changed', async () => {
        await account.close();
        account = await testAccount({ access: { tokenScopes: ['crm.objects.contacts.read'] } });
        const env = { ...NO_KEY, HUBSPOT_ACCESS_TOKEN: account.portal.access.token };
        const ran = await account.run(['deploy', 'hubspot', '--yes'], { env });
        await golden('login/hubspot/scopes', ran, stable);
        expect(account.calls.filter(({ path: called }) => /groups$/.test(called))).toEqual([]);
    });

    it('asks for a production account by name, and --yes is not enough', async () => {
        await account.close();
        account = await testAccount({ accountType: 'STANDARD' });
        const argv = ['deploy', 'hubspot', '--yes'];
        await golden('login/hubspot/production', await account.run(argv), stable);
        expect(account.endState()).toMatchObject({ group: null });
        expect((await account.run([...argv, '--production', 'Acme'])).code).toBe(0);
    });

    it('sends no token to another machine', async () => {
        const env = { HANDOFF_HUBSPOT_API: 'http://example.com:80' };
        const { stdout } = await account.run([...DRY, '--json'], { env });
        expect(JSON.parse(stdout)).toMatchObject({
            status: 2,
            error: { code: 'hubspot.api_elsewhere' }
        });
    });
});
