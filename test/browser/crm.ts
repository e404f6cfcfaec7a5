/** A person's record in one CRM's frame, as a test handles it: alike in both, by what a person can see. */
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import type { Trouble } from '../../scripts/preview/trouble.ts';
import { chromiumOptions } from './chromium.ts';
import type { Fonts } from './fonts.ts';
import { rememberSaid, said } from './said.ts';

export const CRMS = ['salesforce', 'hubspot'] as const;
export type Crm = (typeof CRMS)[number];

export interface Look {
    /** Of the window, px. */
    readonly width?: number;
    readonly slds?: '1' | '2';
    readonly compact?: boolean;
}

export interface Record {
    readonly page: Page;
    readonly panel: Locator;
    /** Errors that the page reported so far. */
    readonly errors: readonly string[];
    button(name: string): Locator;
    reason(name: string): Locator;
    note(): Locator;
    /** Chooses a reason as a mouse would: by its label. */
    pick(reason: string): Promise<void>;
    /** Waits until the CRM has shown a message of its own, since the page was loaded. */
    said(message: string): Promise<void>;
    reload(): Promise<void>;
    /** Opens all that is folded. */
    unfold(): Promise<void>;
    /** Folds all that is open. */
    fold(): Promise<void>;
    close(): Promise<void>;
}

/** More than any step needs on a slow and busy machine, ms: it costs nothing until something is broken. */
const TIMEOUT = 60_000;

let browser: Browser;
/** One for a file, so that what does not change is loaded once. */
let context: BrowserContext;

/** To be called once in each file of tests. Other fonts than the usual ones need a browser of their own. */
export function useBrowser(fonts: Fonts = 'usual'): void {
    beforeAll(async () => {
        browser =
            fonts === 'usual'
                ? await chromium.connect(inject('browser'))
                : await chromium.launch(await chromiumOptions(fonts));
        context = await browser.newContext();
        await rememberSaid(context);
    });
    afterAll(() => browser.close());
}

/** A page of its own, which gathers what it reports. */
export async function openPage(width = 960): Promise<{ page: Page; errors: string[] }> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    page.setDefaultTimeout(TIMEOUT);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
        if (message.type() === 'error') errors.push(message.text());
    });
    return { page, errors };
}

/** Opens a person's record. */
export async function openRecord(crm: Crm, person: string, look: Look = {}): Promise<Record> {
    const { page, errors } = await openPage(look.width);
    const query = new URLSearchParams({
        person,
        slds: look.slds ?? '1',
        width: look.compact ? 'sidebar' : 'full'
    });
    await page.goto(`${inject('origin')}/${crm}.html?${query.toString()}`);
    const record: Record = {
        page,
        errors,
        panel: page.locator(PANEL[crm]),
        button: (name) => record.panel.getByRole('button', { name, exact: true }),
        reason: (name) => record.panel.getByRole('radio', { name }),
        note: () => record.panel.getByRole('textbox'),
        pick: (reason) => record.panel.locator('label').getByText(reason, { exact: true }).click(),
        said: (message) => said(page, message),
        async reload() {
            await page.reload();
            await drawn(record);
        },
        async unfold() {
            // All at once: HubSpot's card is told of a click only in its worker.
            const folded = record.panel.locator('[aria-expanded="false"]');
            for (const control of await folded.elementHandles()) await control.click();
            await expect.poll(() => folded.count()).toBe(0);
        },
        async fold() {
            const open = record.panel.locator('[aria-expanded="true"]');
            for (const control of await open.elementHandles()) await control.click();
            await expect.poll(() => open.count()).toBe(0);
        },
        close: () => page.close()
    };
    return record;
}

/** Waits for the panel's last line. */
export async function drawn(record: Record): Promise<Record> {
    await record.panel.getByText('Marketing–sales agreement').waitFor();
    return record;
}

const PANEL: { readonly [crm in Crm]: string } = {
    salesforce: 'c-handoff-lead-context',
    hubspot: '.hs-card__body'
};

/** Everybody, or one person, as at first. */
export const reset = (person: string | null = null): Promise<unknown> =>
    post('/api/reset', { person });

/** Sets a person's clock forward from the case's now. */
export const setClock = (person: string, offset: number): Promise<unknown> =>
    post(`/api/people/${person}/clock`, { offset });

export const setTrouble = (crm: Crm, person: string, kind: Trouble | null): Promise<unknown> =>
    post(`/api/${crm}/${person}/trouble`, { kind });

async function post(path: string, body: object): Promise<unknown> {
    const response = await fetch(inject('origin') + path, {
        method: 'POST',
        body: JSON.stringify(body)
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    return response.json();
}
