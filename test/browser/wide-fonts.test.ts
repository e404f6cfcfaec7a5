/**
 * Every screen and every sheet with a font that is much wider than Arial: it stands for the fonts that
 * readers have and we do not know.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agreementPage } from '../../scripts/cli/agreement/page/page.ts';
import { reportOn } from '../../scripts/report/testing.testkit.ts';
import { loadCases } from '../cases/load.ts';
import { exampleAgreements } from '../support/agreement.ts';
import { CRMS, drawn, openPage, openRecord, reset, useBrowser } from './crm.ts';
import { FORMATS, sheets, smallestText } from './printed.ts';

const PHONE = 320;

useBrowser('wide');
beforeAll(() => reset());

/** How far a page reaches over a phone's edge, px, and by which words. */
const beyondPhone = (page: Page): Promise<{ px: number; words: string[] }> =>
    page.evaluate((phone) => {
        const px = document.documentElement.scrollWidth - phone;
        const outside = [...document.querySelectorAll('body *')].filter(
            (element) =>
                element.childElementCount === 0 &&
                element.getBoundingClientRect().right > phone + 0.5
        );
        const words = outside.map(({ textContent }) => (textContent ?? '').slice(0, 80));
        return { px, words: px > 0 ? words.slice(0, 5) : [] };
    }, PHONE);
const NOTHING = { px: 0, words: [] };

it('is a font that is wider than the usual one', async () => {
    const { page } = await openPage(PHONE);
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

describe.each(CRMS)('a panel in %s', (crm) => {
    it.each(loadCases().map(({ id }) => id))('fits a phone: %s', async (id) => {
        const record = await drawn(await openRecord(crm, id, { width: PHONE }));
        await record.unfold();
        const reject = record.button('Reject');
        if ((await reject.count()) > 0) await reject.click();
        expect(await beyondPhone(record.page)).toEqual(NOTHING);
        await record.close();
    });
});

describe('the overview', () => {
    it('fits a phone in HubSpot, with each of its tabs', async () => {
        const { page } = await openPage(PHONE);
        await page.goto(`${inject('origin')}/hubspot-acceptance.html`);
        await page.getByRole('tab').first().waitFor();
        for (const tab of await page.getByRole('tab').all()) {
            await tab.click();
            expect(await beyondPhone(page), await tab.innerText()).toEqual(NOTHING);
        }
        await page.close();
    });

    it('fits a phone in Salesforce, with each of its tabs', async () => {
        const { page } = await openPage(PHONE);
        await page.goto(`${inject('origin')}/salesforce-acceptance.html`);
        await page.getByRole('tab').first().waitFor();
        for (const tab of await page.getByRole('tab').all()) {
            await tab.click();
            expect(await beyondPhone(page), await tab.innerText()).toEqual(NOTHING);
        }
        await page.close();
    });
});

it('leaves room for the settings in HubSpot and for the preview’s own page on a phone', async () => {
    const { page } = await openPage(PHONE);
    await page.goto(`${inject('origin')}/hubspot-settings.html?person=${loadCases()[0]?.id ?? ''}`);
    await page.getByRole('button', { name: 'Save' }).waitFor();
    expect(await beyondPhone(page)).toEqual(NOTHING);
    await page.goto(inject('origin'));
    await page.locator('#people a').first().waitFor();
    expect(await beyondPhone(page)).toEqual(NOTHING);
    await page.close();
});

describe.each(exampleAgreements())('the agreement $id', (agreement) => {
    it('prints on one sheet in 8 pt or more, and fits a phone', async () => {
        const { page } = await openPage(PHONE);
        await page.setContent(agreementPage(agreement));
        expect(await beyondPhone(page)).toEqual(NOTHING);
        await page.emulateMedia({ media: 'print' });
        expect(await smallestText(page)).toBeGreaterThanOrEqual(8);
        for (const format of FORMATS) expect(await sheets(page, format), format).toBe(1);
        await page.close();
    });
});

it('fits the report to a phone', async () => {
    const report = await reportOn(readFileSync('test/report/plain.csv'), ['--month', '2026-10']);
    const { page } = await openPage(PHONE);
    await page.setContent(report.page);
    expect(await beyondPhone(page)).toEqual(NOTHING);
    await page.close();
});
