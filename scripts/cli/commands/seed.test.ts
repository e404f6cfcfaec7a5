import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stable, testAccount, type TestAccount } from '../hubspot/testing.ts';
import { testOrg } from '../salesforce/testing.ts';
import { golden, runHere } from '../testing/run.ts';

const SEED = ['seed', 'hubspot', '--yes'];

let account: TestAccount;
beforeEach(async () => {
    account = await testAccount();
});
afterEach(() => account.close());

describe('handoff seed', () => {
    it('teaches with an example', async () => {
        await golden('seed/help', await runHere(['seed', '--help']));
    });

    it('adds sample people to an account once, and takes out those alone', async () => {
        await account.run(['deploy', 'hubspot', '--yes']);
        account.add({ email: 'somebody@acme.example' });
        await golden('seed/hubspot', await account.run([...SEED, '--count', '30']), stable);
        expect(account.portal.contacts).toHaveLength(31);
        expect((await account.run([...SEED, '--count', '30'])).stdout).toContain('Nothing to do');
        expect(account.portal.contacts[1]?.properties).toMatchObject({
            email: expect.stringMatching(/^sample-.+@handoff-sample\.example\.com$/) as string,
            handoff_mql_at: expect.any(String) as string
        });
        expect((await account.run([...SEED, '--remove'])).code).toBe(0);
        expect(account.portal.contacts.map(({ properties }) => properties.email)).toEqual([
            'somebody@acme.example'
        ]);
    });

    it('wants the properties to be there', async () => {
        await golden('seed/not-deployed', await account.run(SEED), stable);
    });

    it('refuses production, and a number that is none', async () => {
        await account.close();
        account = await testAccount({ accountType: 'STANDARD' });
        await account.run(['deploy', 'hubspot', '--yes', '--production', 'Acme']);
        await golden('seed/production', await account.run(SEED), stable);
        expect((await account.run([...SEED, '--count', 'many'])).code).toBe(2);
        expect(account.portal.contacts).toEqual([]);
    });

    it('adds sample people to an org once, and takes out those alone', async () => {
        const org = await testOrg();
        try {
            const argv = ['seed', 'salesforce', '--yes', '--count', '5'];
            expect(await org.run(argv)).toMatchObject({ code: 0 });
            expect(org.rows.list('Lead')).toHaveLength(5);
            expect((await org.run(argv)).stdout).toContain('Nothing to do');
            expect((await org.run([...argv, '--remove'])).code).toBe(0);
            expect(org.rows.list('Lead')).toHaveLength(0);
        } finally {
            await org.close();
        }
    });
});
