import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LOGIN_PAGE } from '../../sandbox/salesforce/server/trouble.ts';
import { golden } from '../testing/run.ts';
import { apiAddress } from './address.ts';
import { stable, testOrg, type TestOrg } from './testing.ts';

let org: TestOrg;
beforeEach(async () => {
    org = await testOrg();
});
afterEach(() => org.close());

const DEPLOY = ['deploy', 'salesforce', '--yes'];

describe('an address that is not an org’s API', () => {
    it.each([
        ['https://acme.lightning.force.com/lightning/page/home', 'https://acme.my.salesforce.com'],
        [
            'https://acme--uat.sandbox.lightning.force.com',
            'https://acme--uat.sandbox.my.salesforce.com'
        ],
        ['https://acme.my.salesforce-setup.com', 'https://acme.my.salesforce.com'],
        ['https://acme.my.salesforce.com', null],
        ['https://sso.acme.com', null]
    ])('finds the API of %s', (url, address) => {
        expect(apiAddress(url)).toBe(address);
    });

    it.each([
        'https://acme--uat.sandbox.lightning.force.com/lightning/setup/SetupOneHome/home',
        'https://login.salesforce.com'
    ])('sends no token to %s', async (url) => {
        const ran = await org.run(DEPLOY, { env: { SF_ORG_INSTANCE_URL: url } });
        expect(ran.code).toBe(3);
        expect(ran.stderr).toContain('login page');
        expect(ran.stderr).toContain(
            url.includes('uat')
                ? 'https://acme--uat.sandbox.my.salesforce.com'
                : 'https://NAME.my.salesforce.com'
        );
    });

    it('tells a login page from the API', async () => {
        org.trouble.disturbances.push({ matches: /./, times: 99, answer: LOGIN_PAGE });
        const ran = await org.run(DEPLOY);
        await golden('deploy/login-page', ran, stable);
    });

    it.each([
        /services\/data\/?$/,
        /oauth2/,
        /query/,
        /Soap/,
        /deployRequest$/,
        /deployRequest\/\w/
    ])('foresees a web page wherever it comes: %s', { timeout: 60_000 }, async (matches) => {
        org.trouble.disturbances.push({ matches, times: 1, answer: LOGIN_PAGE });
        const { code, stderr } = await org.run(DEPLOY);
        expect(stderr).toContain('This is a login page or another web page');
        expect(code).toBe(3);
    });

    it('foresees it in the middle of a retrieve', async () => {
        const disturbance = { matches: /Soap/, times: 1, after: 1, answer: LOGIN_PAGE };
        org.trouble.disturbances.push(disturbance);
        expect((await org.run(DEPLOY)).code).toBe(3);
    });

    it('names what answered when it was no page either', async () => {
        const answer = { status: 200, type: 'text/plain', text: 'Blocked by Acme Web Filter' };
        org.trouble.disturbances.push({ matches: /query/, times: 1, answer });
        const { code, stderr } = await org.run(DEPLOY);
        expect(stderr).toContain('“Blocked by Acme Web Filter”');
        expect(code).toBe(4);
    });
});
