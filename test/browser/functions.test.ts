import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { PersonSummary } from '../../scripts/preview/summary.ts';
import { drawn, openRecord, reset, setTrouble, useBrowser } from './crm.ts';

const PERSON = '02-mid-window';

useBrowser();
beforeEach(async () => {
    await reset(PERSON);
    await setTrouble('hubspot', PERSON, 'no-functions');
});
afterEach(() => reset(PERSON));

/** The person's now as a field for date and time takes it. */
async function nowInBrowser(): Promise<string> {
    const response = await fetch(`${inject('origin')}/api/people`);
    const people = (await response.json()) as PersonSummary[];
    const now = new Date(people.find(({ id }) => id === PERSON)?.now ?? 0);
    const local = now.getTime() - now.getTimezoneOffset() * 60_000;
    return new Date(local).toISOString().slice(0, 16);
}

describe('a HubSpot account that does not run functions', () => {
    it('shows the panel, takes a decision by HubSpot’s own edit, and works again with functions', async () => {
        const record = await drawn(await openRecord('hubspot', PERSON));
        const { panel } = record;
        await panel.getByText('HubSpot runs Handoff’s functions only with Enterprise.').waitFor();
        expect(await panel.getByText('left', { exact: false }).first().innerText()).toMatch(
            /m left/
        );
        expect(await record.button('Accept').count()).toBe(0);

        await panel.getByLabel('Handoff decision').selectOption('Rejected');
        await panel.getByLabel('Handoff reason', { exact: true }).selectOption('No budget');
        await panel.getByLabel('Handoff decided at').fill(await nowInBrowser());
        await panel.getByLabel('Handoff note').focus();
        // The card is told of the edit, as HubSpot's hooks are.
        await panel.getByText('No budget', { exact: true }).last().waitFor();
        await expect
            .poll(() => panel.getByText('Rejected', { exact: true }).count())
            .toBeGreaterThan(1);

        await setTrouble('hubspot', PERSON, null);
        await record.button('Try again').click();
        await record.button('Change decision').waitFor();
        expect(record.errors.every((error) => /500|FUNCTION_NOT_FOUND/.test(error))).toBe(true);
        await record.close();
    });

    it('names the properties in the sidebar, where HubSpot draws no list of them', async () => {
        const record = await drawn(
            await openRecord('hubspot', PERSON, { compact: true, width: 320 })
        );
        await record.panel.getByText('View all properties, group Handoff').waitFor();
        expect(await record.panel.getByLabel('Handoff decision').count()).toBe(0);
        const width = await record.page.evaluate(() => document.documentElement.scrollWidth);
        expect(width).toBeLessThanOrEqual(320);
        await record.close();
    });
});

describe('next to the clock', () => {
    it('says what HubSpot would open', async () => {
        await setTrouble('hubspot', PERSON, null);
        const record = await drawn(await openRecord('hubspot', PERSON));
        await record.button('Call').click();
        await record.said(
            'HubSpot opens the page /contacts/1/record/0-1/5102?interaction=call here; the preview does not.'
        );
        await record.close();
    });
});
