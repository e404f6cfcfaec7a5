import { beforeEach, describe, expect, it } from 'vitest';
import type { Trouble } from '../../scripts/preview/trouble.ts';
import { CRMS, drawn, openRecord, reset, setTrouble, useBrowser } from './crm.ts';

const PERSON = '02-mid-window';
const NOTE = 'They froze all spending until July';

useBrowser();
beforeEach(() => reset());

const ALL: readonly Trouble[] = ['server-error', 'offline', 'read-only', 'no-access'];
const READING: readonly Trouble[] = ['server-error', 'offline', 'no-access'];

describe.each(CRMS)('when %s fails', (crm) => {
    it.each(ALL)('keeps what was typed when a decision meets: %s', async (trouble) => {
        const record = await drawn(await openRecord(crm, PERSON));
        await record.button('Reject').click();
        await record.pick('No budget');
        await record.note().fill(NOTE);
        await setTrouble(crm, PERSON, trouble);
        await record.button('Reject lead').click();

        const alert = record.panel.getByRole('alert');
        await alert.waitFor();
        expect((await alert.innerText()).length).toBeGreaterThan(40);
        expect(await record.note().inputValue()).toBe(NOTE);
        await expect.poll(() => record.button('Reject lead').isEnabled()).toBe(true);

        await setTrouble(crm, PERSON, null);
        await record.button('Reject lead').click();
        await record.said('Lead rejected');
        await record.close();
    });

    it.each(READING)(
        'says so in the panel’s place, and tries again, when reading meets: %s',
        async (trouble) => {
            await setTrouble(crm, PERSON, trouble);
            const record = await openRecord(crm, PERSON);
            const alert = record.panel.getByRole('alert');
            await alert.waitFor();
            expect(await alert.innerText()).toContain('The lead context could not be loaded.');
            await setTrouble(crm, PERSON, null);
            await record.button('Try again').click();
            await drawn(record);
            await record.close();
        }
    );
});
