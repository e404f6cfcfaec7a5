import { beforeEach, describe, expect, it } from 'vitest';
import { CRMS, drawn, openRecord, reset, setClock, useBrowser } from './crm.ts';

const UNDECIDED = '02-mid-window';
const TWO_ATTEMPTS = '08-two-attempts';
const CONVERTED = '13-converted';
const HOUR = 3_600_000;

useBrowser();
beforeEach(() => reset());

describe.each(CRMS)('deciding in %s', (crm) => {
    it('rejects in two clicks and a note, which stays after a reload', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Reject').click();
        await record.pick('No budget');
        await record.note().fill('Nothing before the next fiscal year');
        await record.button('Reject lead').click();

        await record.said('Lead rejected');
        await record.button('Change decision').waitFor();
        await record.reload();
        await record.button('Change decision').waitFor();
        const text = await record.panel.innerText();
        expect(text).toContain('Nothing before the next fiscal year');
        expect(text).toMatch(/Decision history[^]*Rejected by Ana Ortiz[^]*No budget/);
        expect(text).toMatch(/Decision\s+Rejected/);
        expect(text).toMatch(/Acceptance\s+Rejected/);
        expect(record.errors).toEqual([]);
        await record.close();
    });

    it('asks for the note that a reason needs, and keeps what was typed', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Reject').click();
        await record.button('Reject lead').click();
        await record.panel.getByText('Choose a reason').waitFor();
        await record.pick('No authority');
        await record.panel.getByLabel('Who decides instead?').waitFor();
        await record.button('Reject lead').click();
        await record.panel
            .getByText(/Who decides instead\?.+|write/i)
            .first()
            .waitFor();
        expect(await record.button('Reject lead').isEnabled()).toBe(true);
        await record.note().fill('Their CFO');
        await record.button('Reject lead').click();
        await record.said('Lead rejected');
        await record.close();
    });

    it('lets a reason stand that the record contradicts, and flags it', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Reject').click();
        await record.panel.getByText('Not our customer').waitFor();
        const flagged = record.panel.getByText(/The record says otherwise: .* meets/);
        expect(await flagged.count()).toBeGreaterThan(0);
        await record.pick('Wrong company size');
        await record.button('Reject lead').click();
        await record.said('Lead rejected');
        await record.reload();
        expect(await record.panel.innerText()).toContain('Wrong company size (Not our customer)');
        await record.close();
    });

    it('offers a reason that is not open yet, says why, and lets nobody choose it', async () => {
        const record = await drawn(await openRecord(crm, TWO_ATTEMPTS));
        await record.button('Reject').click();
        expect(await record.reason('Unresponsive').isDisabled()).toBe(true);
        expect(await record.panel.innerText()).toMatch(/Not open yet\s+2 of 3 attempts/);
        await record.close();
    });

    it('recycles with a reason', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Recycle').click();
        await record.pick('No timeline');
        await record.note().fill('In March');
        await record.button('Recycle lead').click();
        await record.said('Lead recycled to nurture');
        await record.close();
    });

    it('accepts with one click, and changes its mind', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Accept').click();
        await record.said('Lead accepted');
        await record.button('Change decision').click();
        await record.button('Recycle').waitFor();
        await record.reload();
        expect(await record.panel.innerText()).toMatch(/Decision\s+Accepted/);
        await record.close();
    });

    it('is decided when the CRM says, whatever the clock of the rep', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        // From here on the page's clock is three hours slow.
        await setClock(UNDECIDED, 3 * HOUR);
        await record.button('Accept').click();
        await record.said('Lead accepted');
        await record.reload();
        expect(await record.panel.innerText()).toMatch(
            /Decision history\s+Accepted by Ana Ortiz\s+this minute/
        );
        await record.close();
    });

    it('leaves everything as it was when cancelled', async () => {
        const record = await drawn(await openRecord(crm, UNDECIDED));
        await record.button('Reject').click();
        await record.button('Cancel').click();
        await expect.poll(() => record.reason('No budget').count()).toBe(0);
        expect(await record.panel.innerText()).toMatch(/Decision\s+Undecided/);
        await record.close();
    });

    it('offers nothing once the person is converted', async () => {
        const record = await drawn(await openRecord(crm, CONVERTED));
        await record.panel.getByText(/there is nothing left to decide/).waitFor();
        expect(await record.button('Reject').count()).toBe(0);
        await record.close();
    });
});
