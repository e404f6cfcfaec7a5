import { beforeEach, describe, expect, it } from 'vitest';
import {
    CRMS,
    drawn,
    openRecord,
    reset,
    setClock,
    useBrowser,
    type Crm,
    type Record
} from './crm.ts';

const RUNNING = '01-fresh-demo-request';
const MINUTE = 60_000;

useBrowser();
beforeEach(() => reset());

describe.each(CRMS)('the clock in %s', (crm) => {
    it('ticks each second while under an hour is left', async () => {
        const record = await drawn(await openRecord(crm, RUNNING));
        const left = () => record.panel.getByText(/^\d+ m \d+ s left$/).innerText();
        const first = await left();
        await expect.poll(left).not.toBe(first);
        await record.close();
    });

    it('goes over when its time is up, and stays over', async () => {
        const record = await openBefore(crm);
        await record.panel.getByText(/^Overdue by /).waitFor({ timeout: 4 * MINUTE });
        await record.panel.getByText('Overdue', { exact: true }).waitFor();
        await setClock(RUNNING, 60 * MINUTE);
        await record.reload();
        await record.panel.getByText(/^Overdue by 5\d m/).waitFor();
        await record.close();
    });
});

/** Opens the record shortly before its time is up: the slower the machine, the longer before. */
async function openBefore(crm: Crm): Promise<Record> {
    for (const left of [8_000, 30_000, 2 * MINUTE]) {
        // The case is due three minutes on.
        await setClock(RUNNING, 3 * MINUTE - left);
        const record = await drawn(await openRecord(crm, RUNNING));
        if ((await record.panel.getByText(/^(\d+ m )?\d+ s left$/).count()) > 0) return record;
        await record.close();
        await reset(RUNNING);
    }
    throw new Error('No page was drawn within two minutes.');
}

describe('the clock of the preview', () => {
    it('says the same in both CRMs', async () => {
        await setClock(RUNNING, 7 * 24 * 60 * MINUTE);
        const said = await Promise.all(
            CRMS.map(async (crm) => {
                const record = await drawn(await openRecord(crm, RUNNING));
                const text = await record.panel.getByText(/^Overdue by /).innerText();
                await record.close();
                return text;
            })
        );
        expect(said[0]).toMatch(/^Overdue by \d+ h/);
        expect(said[1]).toBe(said[0]);
    });
});
