import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementPage } from '../../scripts/cli/agreement/page/page.ts';
import { exampleAgreements } from '../support/agreement.ts';
import { openPage, useBrowser } from './crm.ts';
import { FORMATS, sheets, smallestText } from './printed.ts';

useBrowser();

describe.each(exampleAgreements())('the agreement $id', (agreement) => {
    let page: Page;
    beforeAll(async () => {
        ({ page } = await openPage());
        await page.setContent(agreementPage(agreement));
    });
    afterAll(() => page.close());

    it.each(FORMATS)('prints on one sheet of %s, in 8 pt or more', async (format) => {
        expect(await sheets(page, format)).toBe(1);
        await page.emulateMedia({ media: 'print' });
        expect(await smallestText(page)).toBeGreaterThanOrEqual(8);
        await page.emulateMedia({ media: null });
    });

    it('is no wider than a phone', async () => {
        await page.setViewportSize({ width: 320, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
});
