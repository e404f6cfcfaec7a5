import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementPage } from '../../scripts/cli/agreement/page/page.ts';
import { alwaysOn, berlin, defaultAgreement } from '../support/agreement.ts';
import { openPage, useBrowser } from './crm.ts';

useBrowser();

/** The sheets that a printer would take. */
async function sheets(page: Page, format: 'A4' | 'Letter'): Promise<number> {
    const pdf = await page.pdf({ format });
    return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

describe.each([defaultAgreement(), berlin(), alwaysOn()])('the agreement $id', (agreement) => {
    let page: Page;
    beforeAll(async () => {
        ({ page } = await openPage());
        await page.setContent(agreementPage(agreement));
    });
    afterAll(() => page.close());

    it.each(['A4', 'Letter'] as const)('prints on one sheet of %s', async (format) => {
        expect(await sheets(page, format)).toBe(1);
    });

    it('is no wider than a phone', async () => {
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
});
