/** handoff preview, as people start it and see it: a real org and portal, which stay as they are. */
import { spawn, type ChildProcess } from 'node:child_process';
import process from 'node:process';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { golden } from '../../scripts/cli/testing/run.ts';
import { NOTHING_SAVED } from '../../scripts/preview/live/readOnly.ts';
import { startWorld, type World } from '../preview/live.testkit.ts';
import { openPage, useBrowser } from './crm.ts';

const LEAD = '00Q000000000002EAA';
const ARGV = ['preview', '--lead', LEAD, '--port', '0'];

let world: World;
let child: ChildProcess;
let stdout = '';
let stderr = '';
let url = '';

useBrowser();
beforeAll(async () => {
    world = await startWorld('02-mid-window');
    const { PATH, HOME } = process.env;
    child = spawn(process.execPath, ['scripts/handoff.mjs', ...ARGV], {
        env: { PATH, HOME, NO_COLOR: '1', ...world.env },
        stdio: ['ignore', 'pipe', 'pipe']
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    url = await new Promise((resolve, reject) => {
        child.stdout?.setEncoding('utf8').on('data', (text: string) => {
            stdout += text;
            const ready = /^ready: (\S+)$/m.exec(stdout)?.[1];
            if (ready !== undefined) resolve(ready);
        });
        child.on('exit', () => reject(new Error(`It did not start:\n${stdout}${stderr}`)));
    });
});
afterAll(async () => {
    child.kill();
    await world.close();
});

const inFrame = (page: Page, crm: 'Salesforce' | 'HubSpot') =>
    page.frameLocator(`iframe[title^="${crm}"]`);

describe('handoff preview', () => {
    it('says what it reads, and where to look', async () => {
        // What is built at the first start is told while it is built.
        const built = /^(?:Compiling|Building|Bundling).*\n/gm;
        const ran = { argv: ARGV, code: 0, stdout, stderr: stderr.replace(built, '') };
        await golden('preview/start', ran, (text) =>
            text.replace(/(127\.0\.0\.1):\d+/g, '$1:PORT')
        );
    });

    it('opens a person in both CRMs, and says of each page what it reads', async () => {
        const { page, errors } = await openPage(1440);
        await page.goto(url);
        await page.getByText('Reads only: nothing is written').waitFor();
        await page.locator('[aria-current="page"]').getByText('Marcus Lindqvist').waitFor();
        const places = { Salesforce: 'the sandbox Acme UAT', HubSpot: 'test account Acme (4711)' };
        for (const [crm, place] of Object.entries(places)) {
            const frame = inFrame(page, crm as 'Salesforce');
            await frame.getByText('Marketing–sales agreement').waitFor();
            await frame.getByText(place).waitFor();
            await frame.getByText('nothing is written').waitFor();
            await frame.getByText(/^Not synced to this CRM: .*earlier decisions/).waitFor();
        }
        expect(errors).toEqual([]);
        await page.close();
    });

    it('finds people by a text', async () => {
        const { page } = await openPage(1440);
        await page.goto(url.replace(/#.*/, ''));
        await page.getByRole('searchbox').fill('Lindq');
        await page.keyboard.press('Enter');
        await page.getByText('Found by “Lindq”').waitFor();
        await expect.poll(() => page.locator('#people a').count()).toBe(1);
        await page.getByRole('searchbox').fill('nobody of this name');
        await page.keyboard.press('Enter');
        await page.getByText('Nobody is found by “nobody of this name”.').waitFor();
        await page.close();
    });

    it('answers a decision with a refusal, and nothing is written', async () => {
        const before = JSON.stringify(world.account.portal.contacts);
        const { page } = await openPage(1440);
        await page.goto(url);
        const card = inFrame(page, 'HubSpot');
        await card.getByRole('button', { name: 'Accept', exact: true }).click();
        await card.getByText(NOTHING_SAVED).first().waitFor();
        expect(JSON.stringify(world.account.portal.contacts)).toBe(before);
        const written = world.org.requests.filter((line) => !line.startsWith('GET '));
        expect(written).toEqual([]);
        await page.close();
    });

    it('shows no token, in a page or in what it prints', async () => {
        const origin = new URL(url).origin;
        const tokens = [
            world.env['SF_ACCESS_TOKEN'] ?? '',
            world.env['HUBSPOT_ACCESS_TOKEN'] ?? ''
        ];
        const pages = ['/', '/salesforce.html', '/hubspot.html', '/api/places', '/api/people'];
        const texts = await Promise.all(
            pages.map(async (path) => (await fetch(`${origin}${path}?person=${LEAD}`)).text())
        );
        for (const token of tokens) {
            expect(token.length).toBeGreaterThan(8);
            for (const text of [...texts, stdout, stderr]) expect(text).not.toContain(token);
        }
    });
});
