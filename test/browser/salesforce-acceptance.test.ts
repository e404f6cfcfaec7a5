import { expect, inject, it } from 'vitest';
import { snapshotEn as snapshotWords } from '../../shared/panel/words/snapshotEn.ts';
import { openPage, useBrowser } from './crm.ts';
import { said } from './said.ts';

useBrowser();

it('counts the leads again in Salesforce while the preview goes on answering', async () => {
    const { page, errors } = await openPage(1200);
    await page.goto(`${inject('origin')}/salesforce-acceptance.html`);
    await page.getByRole('tab').first().waitFor();
    const count = page.getByRole('button', { name: snapshotWords.refresh, exact: true });
    await count.click();
    await said(page, snapshotWords.refreshStarted);
    // The first count still runs, in a process of its own.
    await count.click();
    await said(page, snapshotWords.refreshRunning);
    expect(errors).toEqual([]);
    await page.close();
});
