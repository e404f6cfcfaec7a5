import { request } from 'node:http';
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, inject, it } from 'vitest';
import { loadCases } from '../cases/load.ts';
import { openPage, reset, useBrowser } from './crm.ts';

const FIRST = loadCases()[0]?.id ?? '';

useBrowser();
beforeEach(() => reset());

async function open(hash = ''): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(1440);
    await opened.page.goto(`${inject('origin')}/${hash}`);
    await opened.page.locator('iframe').nth(1).waitFor();
    return opened;
}
const inFrame = (page: Page, crm: 'Salesforce' | 'HubSpot') =>
    page.frameLocator(`iframe[title^="${crm}"]`);

describe('the page', () => {
    it('lists everybody and shows the first one in both CRMs', async () => {
        const { page, errors } = await open();
        expect(await page.locator('#people a').count()).toBe(loadCases().length);
        await page.getByText('Local sandbox, no CRM behind it').waitFor();
        for (const crm of ['Salesforce', 'HubSpot'] as const) {
            await inFrame(page, crm).getByText('Marketing–sales agreement').waitFor();
            await inFrame(page, crm).getByText('Local sandbox, no CRM behind it').waitFor();
        }
        expect(errors).toEqual([]);
        await page.close();
    });

    it('goes to another person by keyboard and keeps them in the address', async () => {
        const { page } = await open();
        await page.locator('#people a').first().focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        const second = loadCases()[1]?.id ?? '';
        await expect.poll(() => page.url()).toContain(`person=${second}`);
        await page.locator('[aria-current="page"]').getByText('Marcus Lindqvist').waitFor();
        await page.reload();
        await inFrame(page, 'HubSpot').getByRole('heading', { name: 'Marcus' }).first().waitFor();
        await page.close();
    });

    it('narrows both frames to a phone', async () => {
        const { page } = await open(`#person=${FIRST}&width=phone`);
        for (const crm of ['Salesforce', 'HubSpot'] as const) {
            const body = inFrame(page, crm).locator('body');
            expect(await body.evaluate(() => innerWidth)).toBe(320);
        }
        await page.close();
    });

    it('changes the design system', async () => {
        const { page } = await open();
        await page.getByRole('radio', { name: '2', exact: true }).focus();
        await page.keyboard.press('Space');
        await inFrame(page, 'Salesforce').locator('body.slds2').waitFor();
        const focused = page.locator('input:focus');
        expect(await focused.getAttribute('value'), 'the focus stays').toBe('2');
        await page.close();
    });

    it('sets the clock forward in both, and resets it', async () => {
        const { page } = await open();
        await page.getByLabel('Now').selectOption({ label: '1 hour later' });
        for (const crm of ['Salesforce', 'HubSpot'] as const) {
            await inFrame(page, crm)
                .getByText(/^Overdue by 5\d m/)
                .waitFor();
        }
        await page.getByRole('button', { name: 'Reset person' }).click();
        for (const crm of ['Salesforce', 'HubSpot'] as const) {
            await inFrame(page, crm)
                .getByText(/^\d+ m \d+ s left$/)
                .waitFor();
        }
        await page.close();
    });

    it('forgets a decision when reset', async () => {
        const { page } = await open();
        const frame = inFrame(page, 'Salesforce');
        await frame.getByRole('button', { name: 'Accept' }).click();
        await frame.getByRole('button', { name: 'Change decision' }).waitFor();
        await page.getByRole('button', { name: 'Reset all' }).click();
        await frame.getByRole('button', { name: 'Accept' }).waitFor();
        await page.close();
    });
});

describe('the server', () => {
    const ask = (headers: { readonly [name: string]: string }): Promise<number> =>
        new Promise((resolve, reject) => {
            const url = `${inject('origin')}/api/people`;
            request(url, { headers }, (response) => resolve(response.statusCode ?? 0))
                .on('error', reject)
                .end();
        });

    it('answers to its own name only', async () => {
        expect(await ask({})).toBe(200);
        expect(await ask({ host: 'evil.example' })).toBe(403);
        expect(await ask({ origin: 'http://evil.example' })).toBe(403);
    });

    it('gives no file from outside its folders', async () => {
        const outside = await fetch(`${inject('origin')}/slds1/..%2f..%2f..%2fpackage.json`);
        expect(outside.status).toBe(404);
    });
});
