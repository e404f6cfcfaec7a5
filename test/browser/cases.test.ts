import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCases } from '../cases/load.ts';
import { CRMS, drawn, openRecord, reset, useBrowser, type Crm, type Record } from './crm.ts';
import { visibleText } from './visibleText.ts';

/** `SCREENSHOTS=1 npm run test:browser` leaves pictures of every case to look at. */
const SCREENSHOTS = process.env['SCREENSHOTS'] ? 'dist/screenshots' : null;
const PHONE = 320;
const WIDTHS = [PHONE, 480, 960];

/** Where the two CRMs rightly differ in what can be read. */
const DIFFERENCES: readonly { readonly text: RegExp; readonly why: string }[] = [
    { text: /could not be read: /, why: 'each CRM’s record is broken in its own way' },
    { text: /^Call: (Call|Task)$/, why: 'a touch without a title bears the CRM’s name for it' },
    { text: /^Still in the queue /, why: 'HubSpot has no queues' },
    {
        text: /^(\+?[\d ().-]{7,}|Log a call|Call)$/,
        why: 'Salesforce dials from the number and logs apart, HubSpot does both behind one button'
    }
];

/** People of whom the two CRMs cannot show the same, and which lines that concerns. */
const UNLIKE: { readonly [id: string]: { readonly text: RegExp; readonly why: string } } = {
    '14-thousand-page-views': { text: /^/, why: 'HubSpot reads the newest events only' },
    '18-contact-record': {
        text: / undecided left out$/,
        why: 'Salesforce counts the leads of a source, and this one is a contact'
    },
    '21-no-page-views': { text: /^/, why: 'HubSpot has totals, and each names its own reason' }
};

useBrowser();
beforeAll(() => {
    if (SCREENSHOTS !== null) mkdirSync(SCREENSHOTS, { recursive: true });
});

describe.each(loadCases().map(({ id, title }) => ({ id, title })))('$id: $title', ({ id }) => {
    it('is drawn whole, fits a phone, and reads the same in both CRMs', async () => {
        let unlike = await differences(id);
        // On a slow machine a minute may end between the two; it does not end each time.
        for (let more = 2; more > 0 && !isAlike(unlike); more -= 1) unlike = await differences(id);
        expect(unlike).toEqual(ALIKE);
    });
});

/** The words that are read in one CRM only. */
interface Unlike {
    readonly salesforce: readonly string[];
    readonly hubspot: readonly string[];
}
const ALIKE: Unlike = { salesforce: [], hubspot: [] };
const isAlike = ({ salesforce, hubspot }: Unlike): boolean =>
    salesforce.length + hubspot.length === 0;

async function differences(id: string): Promise<Unlike> {
    // Both clocks then stand within a second or two of the case's now.
    await reset(id);
    const [salesforce = [], hubspot = []] = await Promise.all(CRMS.map((crm) => read(crm, id)));
    const only = (some: readonly string[], others: readonly string[]) =>
        some.filter((text) => !others.includes(text));
    return { salesforce: only(salesforce, hubspot), hubspot: only(hubspot, salesforce) };
}

async function read(crm: Crm, id: string): Promise<string[]> {
    const record = await drawn(await openRecord(crm, id));
    await record.unfold();
    const text = await visibleText(record.panel);
    await expectToFit(record);
    await record.fold();
    await screenshots(record, `${id}-${crm}`);
    expect(await record.page.locator('[data-unknown]').count(), 'undrawn components').toBe(0);
    expect(record.errors).toEqual([]);
    await record.close();
    expect(text.length).toBeGreaterThan(20);
    return comparable(text.filter((line) => !UNLIKE[id]?.text.test(line)));
}

async function screenshots({ page }: Record, name: string): Promise<void> {
    if (SCREENSHOTS === null) return;
    for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: `${SCREENSHOTS}/${name}-${width}.png`, fullPage: true });
    }
}

async function expectToFit({ page }: Record): Promise<void> {
    await page.setViewportSize({ width: PHONE, height: 900 });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width, 'no horizontal scroll').toBeLessThanOrEqual(PHONE);
}

/** Words in any order, for the layouts differ; without the seconds of a running clock. */
function comparable(text: readonly string[]): string[] {
    const common = text.filter((line) => !DIFFERENCES.some((one) => one.text.test(line)));
    const words = common
        .map((line) => line.replace(/ ?\b\d+ s\b/g, '').replace(/[“”]/g, ''))
        .flatMap((line) => line.split(' '))
        .sort();
    // The same word twice is not the same as once.
    return words.map((word, i) => `${word} ${i - words.indexOf(word) + 1}`);
}
