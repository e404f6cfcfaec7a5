import { beforeEach, describe, expect, it } from 'vitest';
import { CRMS, drawn, openRecord, reset, useBrowser, type Record } from './crm.ts';

const PERSON = '02-mid-window';
const MOST_TABS = 40;

useBrowser();
beforeEach(() => reset());

describe.each(CRMS)('by keyboard alone in %s', (crm) => {
    it('rejects', async () => {
        const record = await drawn(await openRecord(crm, PERSON));
        await tabTo(record, 'Reject');
        await record.page.keyboard.press('Enter');
        await record.reason('No budget').waitFor({ state: 'attached' });
        await reachReason(record, 'no_budget');
        await tabTo(record, 'note');
        await record.page.keyboard.type('Nothing this year');
        await tabTo(record, 'Reject lead');
        await record.page.keyboard.press('Enter');
        await record.said('Lead rejected');
        await record.close();
    });

    it('unfolds and folds', async () => {
        const record = await drawn(await openRecord(crm, PERSON));
        await tabTo(record, 'How this is counted');
        await record.page.keyboard.press('Enter');
        await record.panel.getByText('Response window').waitFor();
        await record.page.keyboard.press('Enter');
        await record.panel.getByText('Response window').waitFor({ state: 'hidden' });
        await record.close();
    });
});

/** What has the focus: a button's words, a radio's value, a field's name. */
function focused({ page }: Record): Promise<string> {
    return page.evaluate(() => {
        // Synthetic shadow answers with the outermost host; a real shadow root has its own.
        let element = document.activeElement as HTMLInputElement | null;
        while (element?.shadowRoot?.activeElement) {
            element = element.shadowRoot.activeElement as HTMLInputElement;
        }
        if (element?.type === 'radio') return element.value;
        if (element?.tagName === 'TEXTAREA') return 'note';
        return element?.textContent?.trim() ?? '';
    });
}

async function tabTo(record: Record, name: string): Promise<void> {
    const passed: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
        await record.page.keyboard.press('Tab');
        const now = await focused(record);
        if (now === name) return;
        passed.push(now);
    }
    expect.fail(`Tab never came to "${name}", but to: ${passed.join(', ')}`);
}

/** The first radio button has the focus, or Tab leads to it; arrows move on. */
async function reachReason(record: Record, code: string): Promise<void> {
    if ((await record.panel.locator('input:focus').count()) === 0) {
        await record.page.keyboard.press('Tab');
    }
    for (let moves = 0; moves < MOST_TABS; moves += 1) {
        if ((await focused(record)) === code) {
            await record.page.keyboard.press('Space');
            return;
        }
        await record.page.keyboard.press('ArrowDown');
    }
    expect.fail(`The arrows never came to ${code}.`);
}
