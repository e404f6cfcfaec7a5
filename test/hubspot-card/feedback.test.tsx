import { Button, TextArea } from '@hubspot/ui-extensions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { startPortal, type Opened } from './opened.tsx';

const REJECTED = '25-answer-overdue';
const ANSWERED = '23-rejection-agreed';
const UNDECIDED = '02-mid-window';
const FOOTER = 'Marketing–sales agreement v1';

let rig: Awaited<ReturnType<typeof startPortal>>;
beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    rig = await startPortal();
});
afterAll(async () => {
    vi.useRealTimers();
    await rig.portal.close();
});
beforeEach(() => rig.portal.clearTraffic());
afterEach(() => vi.unstubAllGlobals());

const NIA = { user: { id: 9000004, firstName: 'Nia', lastName: 'Cole' } };
async function opened(id: string, options: Parameters<typeof rig.open>[1] = NIA): Promise<Opened> {
    const card = rig.open(id, options);
    await card.says(FOOTER);
    return card;
}
const button = (card: Opened, label: string) => card.find(Button, (node) => node.text === label);
const click = (card: Opened, label: string) => {
    button(card, label).trigger('onClick', {} as never);
};
const answers = (card: Opened) => card.calls.mock.calls.filter(([uid]) => uid === 'handoff-answer');

describe('marketing’s answer', () => {
    it('is not asked where nothing is rejected', async () => {
        expect((await opened(UNDECIDED)).text()).not.toContain('Marketing’s answer');
    });

    it('is saved as it was written, by whom the card names, and shown', async () => {
        const card = await opened(REJECTED);
        expect(card.text()).toMatch(/Marketing’s answer Overdue Answer was due Thu, Nov 12/);
        click(card, 'Contest');
        card.find(TextArea).trigger('onInput', 'They asked for a date' as never);
        click(card, 'Save answer');
        await card.says('Marketing contests it (Nia Cole)');
        expect(card.text()).toContain('They asked for a date');
        expect(card.text()).toContain('Late');
        expect(answers(card)[0]?.[1].parameters).toMatchObject({
            kind: 'contest',
            note: 'They asked for a date',
            by: 'Nia Cole',
            byUserId: 9000004,
            seenDecidedAt: Date.parse('2026-11-05T16:30:00Z'),
            seenAnsweredAt: null
        });
        expect(button(card, 'Change answer').props.disabled).toBe(false);
    });

    it('asks for a note before anything is called, and needs none to agree', async () => {
        const card = await opened(REJECTED);
        click(card, 'Contest');
        expect(card.find(TextArea).props).toMatchObject({
            label: 'Why do you contest it?',
            required: true
        });
        click(card, 'Save answer');
        expect(card.find(TextArea).props).toMatchObject({
            error: true,
            validationMessage: 'Say why you contest it: without a note sales cannot answer.'
        });
        expect(answers(card)).toEqual([]);
        click(card, 'Agree');
        click(card, 'Save answer');
        await card.says('Marketing agrees (Nia Cole)');
    });

    it('is overwritten only by somebody who saw it', async () => {
        const card = await opened(REJECTED);
        await rig.portal.runFunction('handoff-answer', {
            objectId: 5125,
            kind: 'agree',
            by: 'Ana Ortiz',
            byUserId: 9000001,
            seenDecidedAt: '2026-11-05T16:30:00Z'
        });
        click(card, 'Promise a fix');
        click(card, 'Save answer');
        await card.says('Somebody else answered for marketing in the meantime.');
        expect(card.text()).toContain('Your answer was not saved.');
        expect(card.text()).toContain('Marketing agrees (Ana Ortiz)');
    });

    it('keeps what was typed when the save fails', async () => {
        const card = await opened(REJECTED, {
            ...NIA,
            serverless: async (uid, options) => {
                if (uid === 'handoff-answer') throw new Error('Gateway took too long');
                return rig.run(uid, options);
            }
        });
        click(card, 'Contest');
        card.find(TextArea).trigger('onInput', 'They asked for a date' as never);
        click(card, 'Save answer');
        await card.says('Gateway took too long');
        expect(card.find(TextArea).props.value).toBe('They asked for a date');
    });

    it('can be changed, and nobody who may not edit contacts can do so', async () => {
        const card = await opened(ANSWERED);
        expect(card.text()).toContain('Marketing promises a fix (Nia Cole)');
        click(card, 'Change answer');
        click(card, 'Agree');
        click(card, 'Cancel');
        expect(button(card, 'Change answer').props.disabled).toBe(false);
        const reader = { user: { permissions: ['contacts-read'] } };
        const read = await opened(ANSWERED, reader);
        expect(button(read, 'Change answer').props.disabled).toBe(true);
    });
});
