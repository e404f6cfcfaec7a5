import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { openPage, useBrowser } from './crm.ts';

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const TABS = ['Overview', 'Reasons', 'Response', 'Disagreement'];

useBrowser();

async function open(width = 1200): Promise<{ page: Page; errors: string[] }> {
    const opened = await openPage(width);
    await opened.page.goto(`${inject('origin')}/hubspot-acceptance.html`);
    await opened.page.getByRole('tab', { name: 'Overview' }).waitFor();
    return opened;
}

describe('the acceptance page in HubSpot', () => {
    it('says that it is a preview, and draws every component of every tab', async () => {
        const { page, errors } = await open();
        await page.getByText('Local sandbox, no CRM behind it').waitFor();
        for (const name of TABS) {
            await page.getByRole('tab', { name }).click();
            await page.getByRole('tab', { name, selected: true }).waitFor();
            expect(await page.locator('.hs-unknown').count(), name).toBe(0);
        }
        expect(errors).toEqual([]);
        await page.close();
    });

    it('goes from tab to tab by arrows, sorts a table, and leads to the leads and back', async () => {
        const { page } = await open();
        await page.getByRole('tab', { name: 'Overview' }).focus();
        await page.keyboard.press('ArrowRight');
        await page.getByRole('tab', { name: 'Reasons', selected: true }).waitFor();
        const header = page.getByRole('columnheader', { name: 'Rejected' }).first();
        await header.getByRole('button').click();
        await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
        await page.getByRole('link', { name: 'No budget' }).first().click();
        await page.getByRole('heading', { name: 'No budget' }).waitFor();
        expect(await page.locator('tbody a').first().getAttribute('href')).toMatch(
            /^\/contacts\/1\/record\/0-1\/\d+$/
        );
        await page.getByRole('link', { name: 'Back to the overview' }).click();
        await page.getByRole('tab', { name: 'Overview', selected: true }).waitFor();
        await page.close();
    });

    it.each(TABS)('has nothing that axe finds fault with: %s', async (name) => {
        const { page } = await open();
        await page.getByRole('tab', { name }).click();
        const found = await page.evaluate(async (axe) => {
            new Function(axe)();
            const { violations } = await (
                window as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } }
            ).axe.run();
            return violations.map(({ id }) => id);
        }, AXE);
        expect(found).toEqual([]);
        await page.close();
    });

    it.each([320, 600])('fits %i pixels without scrolling sideways', async (width) => {
        const { page } = await open(width);
        for (const name of TABS) {
            await page.getByRole('tab', { name }).click();
            const over = await page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth
            );
            expect(over, name).toBe(0);
        }
        await page.close();
    });
});
