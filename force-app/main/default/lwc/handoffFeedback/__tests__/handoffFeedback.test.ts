import HandoffFeedback from 'c/handoffFeedback';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { feedback, line } from '../../handoffRecord/__tests__/data/panel';
import {
    all,
    mount,
    one,
    settle,
    textOf,
    type Mounted
} from '../../handoffRecord/__tests__/data/page';

interface Form extends Mounted {
    finish(result: { issues: object[]; problem: object | null }): void;
}
const objects = getObjectInfo as unknown as { emit(data: unknown): void };

/** Opens the part for somebody who may edit the answer, or its note, or not. */
const open = async (more: object = {}, editable = [true, true]) => {
    const element = mount('c-handoff-feedback', HandoffFeedback, {
        panel: { ...feedback, ...more },
        objectName: 'Lead'
    }) as Form;
    const [answer, note] = editable;
    objects.emit({
        apiName: 'Lead',
        fields: {
            Handoff_Feedback__c: { updateable: answer },
            Handoff_Feedback_Note__c: { updateable: note }
        }
    });
    const answered = jest.fn();
    element.addEventListener('answer', (event) => answered((event as CustomEvent).detail));
    await settle();
    return { element, answered };
};
const choose = async (element: Element, kind: string) => {
    one(element, `[data-kind="${kind}"]`).click();
    await settle();
};
const write = async (element: Element, value: string) => {
    one(element, 'lightning-textarea').dispatchEvent(
        new CustomEvent('change', { detail: { value } })
    );
    await settle();
};
const ANSWER = line('Marketing agrees (Nia Cole)', { detail: 'Right', tone: 'good' });

describe('c-handoff-feedback', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows the clock, and the choices to whoever may answer', async () => {
        const { element } = await open();
        const text = textOf(element);
        expect(text).toContain('Not answered yet');
        expect(text).toContain('Answer due Tue, Dec 1, 5:00 PM, in 4 days');
        expect(all(element, '[data-kind]')).toHaveLength(3);
        await expect(element).toBeAccessible();
    });

    it.each([
        [false, true],
        [true, false]
    ])('shows no choice to whoever may not edit it: %s, %s', async (answer, note) => {
        const { element } = await open({}, [answer, note]);
        expect(textOf(element)).toContain('Not answered yet');
        expect(all(element, 'lightning-button')).toHaveLength(0);
    });

    it('asks why it is contested, and sends what was written', async () => {
        const { element, answered } = await open();
        await choose(element, 'contest');
        const note = one(element, 'lightning-textarea');
        expect([note.label, note.required, note.maxLength]).toEqual([
            'Why do you contest it?',
            true,
            255
        ]);
        await write(element, 'They have budget');
        one(element, '[data-confirm]').click();
        await settle();
        expect(answered.mock.calls).toEqual([[{ kind: 'contest', note: 'They have budget' }]]);
        expect(one(element, '[data-confirm]').disabled).toBe(true);
        await expect(element).toBeAccessible();
    });

    it('agrees without a note', async () => {
        const { element, answered } = await open();
        await choose(element, 'agree');
        expect(one(element, 'lightning-textarea').required).toBe(false);
        one(element, '[data-confirm]').click();
        expect(answered.mock.calls).toEqual([[{ kind: 'agree', note: null }]]);
    });

    it('closes once it is saved, and shows the answer', async () => {
        const { element } = await open();
        await choose(element, 'agree');
        one(element, '[data-confirm]').click();
        element.panel = { ...feedback, due: null, answer: ANSWER };
        element.finish({ issues: [], problem: null });
        await settle();
        expect(all(element, '.form')).toHaveLength(0);
        expect(textOf(element)).toContain('Marketing agrees (Nia Cole)');
        expect(one(element, '[data-change]').label).toBe('Change answer');
    });

    it('says at the note what is missing there, and keeps what was typed', async () => {
        const { element } = await open();
        await choose(element, 'contest');
        const note = one(element, 'lightning-textarea') as unknown as {
            setCustomValidity: jest.Mock;
        };
        note.setCustomValidity = jest.fn();
        one(element, '[data-confirm]').click();
        element.finish({
            issues: [
                { code: 'note.required', path: 'note', message: 'Say why.' },
                { code: 'lead.converted', path: '', message: 'Converted.' }
            ],
            problem: null
        });
        await settle();
        expect(note.setCustomValidity).toHaveBeenCalledWith('Say why.');
        expect(textOf(one(element, '.message'))).toBe('Converted.');
        expect(one(element, '[data-confirm]').disabled).toBe(false);
    });

    it('changes an answer only when asked to, and forgets what was cancelled', async () => {
        const { element, answered } = await open({ answer: ANSWER });
        expect(all(element, '[data-kind]')).toHaveLength(0);
        one(element, '[data-change]').click();
        await settle();
        await choose(element, 'contest');
        await write(element, 'No');
        one(element, '[data-cancel]').click();
        await settle();
        expect(all(element, '.form')).toHaveLength(0);
        expect(all(element, '[data-change]')).toHaveLength(1);
        expect(answered).not.toHaveBeenCalled();
    });
});
