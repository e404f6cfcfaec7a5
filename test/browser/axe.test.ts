import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { drawn, openPage, openRecord, reset, useBrowser, type Crm } from './crm.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
interface Context {
    readonly include?: string[];
    readonly exclude?: string[];
}

const OPTIONS = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Together they show every part of the panel, every tone and every state. */
const PEOPLE = ['01-fresh-demo-request', '11-rejected-before', '19-garbage'];
const LOOKS: readonly { readonly look: string; readonly crm: Crm; readonly slds?: '1' | '2' }[] = [
    { look: 'Salesforce, SLDS 1', crm: 'salesforce' },
    { look: 'Salesforce, SLDS 2', crm: 'salesforce', slds: '2' },
    { look: 'HubSpot', crm: 'hubspot' }
];

useBrowser();
beforeAll(() => reset());

describe.each(LOOKS)('axe in $look', ({ crm, slds = '1' }) => {
    it.each(PEOPLE)('finds nothing at 320 px and in full: %s', async (person) => {
        const record = await drawn(await openRecord(crm, person, { slds }));
        await record.unfold();
        const reject = record.button('Reject');
        if ((await reject.count()) > 0) await reject.click();
        for (const width of [960, 320]) {
            await record.page.setViewportSize({ width, height: 900 });
            expect(await violations(record.page), `${width} px`).toEqual([]);
        }
        await record.close();
    });
});

describe('axe on the app’s settings in HubSpot', () => {
    it.each([1000, 320])('finds nothing at %i px', async (width) => {
        const { page } = await openPage(width);
        await page.goto(`${inject('origin')}/hubspot-settings.html?person=${PEOPLE[0]}`);
        await page.getByRole('button', { name: 'Save' }).waitFor();
        expect(await violations(page)).toEqual([]);
        await page.close();
    });
});

describe('axe on the page', () => {
    it.each([1440, 390])('finds nothing around the records at %i px', async (width) => {
        const { page } = await openPage(width);
        await page.goto(inject('origin'));
        await page.locator('iframe').first().waitFor();
        expect(await violations(page, { exclude: ['iframe'] })).toEqual([]);
        await page.close();
    });
});

async function violations(page: Page, context: Context = { include: ['body'] }): Promise<string[]> {
    await page.evaluate(AXE);
    const run = `axe.run(${JSON.stringify(context)}, ${JSON.stringify(OPTIONS)})`;
    const results = await page.evaluate<AxeResults>(run);
    return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${any[0]?.message ?? ''} ${html.slice(0, 200)}`)
    );
}
