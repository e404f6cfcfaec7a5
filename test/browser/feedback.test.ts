import { beforeEach, describe, expect, it } from 'vitest';
import { CRMS, drawn, openRecord, reset, useBrowser } from './crm.ts';

const UNDECIDED = '02-mid-window';
const AGREED = '23-rejection-agreed';
const OVERDUE = '25-answer-overdue';

useBrowser();
beforeEach(() => reset());

describe.each(CRMS)('marketing answering in %s', (crm) => {
    it('contests with a note, which the rep sees after a reload', async () => {
        const record = await drawn(await openRecord(crm, OVERDUE));
        await record.panel.getByText(/Answer was due Thu, Nov 12, 5:00 PM/).waitFor();
        await record.button('Contest').click();
        await record.button('Save answer').click();
        await record.panel
            .getByText(/Say why you contest it|Complete this field/)
            .first()
            .waitFor();
        await record.note().fill('They named a month in the form');
        await record.button('Save answer').click();
        await record.said('Rejection contested');

        await record.button('Change answer').waitFor();
        await record.reload();
        await record.button('Change answer').waitFor();
        const text = await record.panel.innerText();
        expect(text).toMatch(/Marketing’s answer\s+Contested/);
        expect(text).toContain('Marketing contests it (Nia Cole)');
        expect(text).toContain('They named a month in the form');
        expect(text).toMatch(/Decision history[^]*Marketing contests it[^]*Rejected by Ben Carter/);
        expect(record.errors).toEqual([]);
        await record.close();
    });

    it('agrees by keyboard, without a note', async () => {
        const record = await drawn(await openRecord(crm, OVERDUE));
        await record.button('Agree').focus();
        await record.page.keyboard.press('Enter');
        await record.button('Save answer').focus();
        await record.page.keyboard.press('Enter');
        await record.said('Rejection agreed to');
        await record.panel.getByText('Marketing agrees (Nia Cole)').first().waitFor();
        await record.close();
    });

    it('keeps its answer in the history when sales decides anew', async () => {
        const record = await drawn(await openRecord(crm, AGREED));
        await record.button('Change decision').click();
        await record.button('Reject').click();
        await record.pick('No need');
        await record.note().fill('They bought elsewhere');
        await record.button('Reject lead').click();
        await record.said('Lead rejected');
        await record.panel.getByText('Not answered yet').waitFor();
        expect(await record.panel.innerText()).toMatch(
            /Decision history\s+Rejected by Ben Carter[^]*Marketing promises a fix \(Nia Cole\)/
        );
        await record.close();
    });

    it.each([1200, 320])('fits a window of %i px', async (width) => {
        const record = await drawn(await openRecord(crm, OVERDUE, { width }));
        await record.button('Contest').click();
        await record.button('Save answer').waitFor();
        expect(
            await record.panel.evaluate((panel) => panel.scrollWidth - panel.clientWidth)
        ).toBeLessThanOrEqual(0);
        await record.close();
    });
});

it.each(CRMS)('%s sets the decisions in one row or two by two, at any width', async (crm) => {
    const record = await drawn(await openRecord(crm, UNDECIDED));
    const rows = new Map<string, number>();
    for (let width = 300; width <= 480; width += 12) {
        await record.page.setViewportSize({ width, height: 900 });
        await record.button('Reject').waitFor();
        const tops: number[] = [];
        for (const name of ['Accept', 'Qualify', 'Recycle', 'Reject']) {
            tops.push(Math.round((await record.button(name).boundingBox())?.y ?? NaN));
        }
        const [accept, qualify, recycle, reject] = tops;
        const row = accept === recycle ? 'one row' : 'two by two';
        expect([width, accept === qualify, recycle === reject]).toEqual([width, true, true]);
        rows.set(row, width);
    }
    expect([...rows.keys()]).toContain('one row');
    await record.close();
});
