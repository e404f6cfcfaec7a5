/**
 * Screens and sheets with a font that is much wider than Arial: it stands for the fonts that readers have
 * and we do not know. The panels are held against it in cases.test.ts.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agreementPage } from '../../scripts/cli/agreement/page/page.ts';
import { reportOn } from '../../scripts/report/testing.testkit.ts';
import { loadCases } from '../cases/load.ts';
import { exampleAgreements } from '../support/agreement.ts';
import { CRMS, openPage, reset, useBrowser } from './crm.ts';
import { expectToFitPhone } from './phone.ts';
import { FORMATS, sheets, smallestText } from './printed.ts';

/** Of a window that shows every tab, px. */
const WIDE = 1200;

useBrowser('wide');
beforeAll(() => reset());

it('is a font that is wider than the usual one', async () => {
    const { page } = await openPage();
    const width = await page.evaluate(() => {
        const context = document.createElement('canvas').getContext('2d');
        if (context === null) return 0;
        context.font = '100px Arial';
        return context.measureText('0').width;
    });
    // Arial's own is 55.6.
    expect(width).toBeGreaterThan(60);
    await page.close();
});

it.each(CRMS)('fits the overview to a phone in %s, with each of its tabs', async (crm) => {
    const { page } = await openPage(WIDE);
    await page.goto(`${inject('origin')}/${crm}-acceptance.html`);
    await page.getByRole('tab').first().waitFor();
    for (const name of await page.getByRole('tab').allInnerTexts()) {
        // A phone has some of the tabs in a menu.
        await page.setViewportSize({ width: WIDE, height: 900 });
        await page.getByRole('tab', { name }).click();
        await expectToFitPhone(page, name);
    }
    await page.close();
});

it('leaves room for the settings in HubSpot and for the preview’s own page', async () => {
    const { page } = await openPage();
    await page.goto(`${inject('origin')}/hubspot-settings.html?person=${loadCases()[0]?.id ?? ''}`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    await expectToFitPhone(page);
    await page.goto(inject('origin'));
    await page.locator('#people a').first().waitFor();
    await expectToFitPhone(page);
    await page.close();
});

describe.each(exampleAgreements())('the agreement $id', (agreement) => {
    it('prints on one sheet in 8 pt or more, and fits a phone', async () => {
        const { page } = await openPage();
        await page.setContent(agreementPage(agreement));
        await expectToFitPhone(page);
        await page.emulateMedia({ media: 'print' });
        expect(await smallestText(page)).toBeGreaterThanOrEqual(8);
        for (const format of FORMATS) expect(await sheets(page, format), format).toBe(1);
        await page.close();
    });
});

it('fits the report to a phone', async () => {
    const report = await reportOn(readFileSync('test/report/plain.csv'), ['--month', '2026-10']);
    const { page } = await openPage();
    await page.setContent(report.page);
    await expectToFitPhone(page);
    await page.close();
});
