import HandoffDecision from 'c/handoffDecision';
import { decision } from '../../handoffRecord/__tests__/data/panel';
import {
    all,
    focused,
    mount,
    one,
    settle,
    textOf,
    type Mounted
} from '../../handoffRecord/__tests__/data/page';

interface Form extends Mounted {
    finish(result: { issues: object[]; problem: object | null }): void;
}

const open = (more: object = {}): { element: Form; decided: jest.Mock } => {
    const element = mount('c-handoff-decision', HandoffDecision, {
        panel: { ...decision, ...more }
    }) as Form;
    const decided = jest.fn();
    element.addEventListener('decide', (event) => decided((event as CustomEvent).detail));
    return { element, decided };
};
const button = (element: Element, kind: string) => one(element, `[data-kind="${kind}"]`);
const choose = async (element: Element, kind: string) => {
    button(element, kind).click();
    await settle();
};
const radio = (element: Element, code: string) =>
    one(element, `input[value="${code}"]`) as unknown as HTMLInputElement;
const pick = async (element: Element, code: string) => {
    radio(element, code).click();
    await settle();
};
const write = async (element: Element, value: string) => {
    one(element, 'lightning-textarea').dispatchEvent(
        new CustomEvent('change', { detail: { value } })
    );
    await settle();
};
const press = async (target: Element, key: string, more: object = {}) => {
    target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...more })
    );
    await settle();
};

describe('c-handoff-decision', () => {
    afterEach(() => document.body.replaceChildren());

    it('accepts in one click', async () => {
        const { element, decided } = open();
        await settle();
        await choose(element, 'accepted');
        expect(decided.mock.calls).toEqual([[{ kind: 'accepted', reason: null, note: null }]]);
        expect(button(element, 'accepted').disabled).toBe(true);
    });

    it('rejects with a reason and a note', async () => {
        const { element, decided } = open();
        await settle();
        await choose(element, 'rejected');
        await pick(element, 'no_budget');
        await write(element, 'Cut until spring');
        one(element, '[data-confirm]').click();
        expect(decided.mock.calls).toEqual([
            [{ kind: 'rejected', reason: 'no_budget', note: 'Cut until spring' }]
        ]);
    });

    it('asks what the chosen reason asks', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'rejected');
        expect(one(element, 'lightning-textarea').label).toBe('Note for marketing');
        await pick(element, 'no_budget');
        const note = one(element, 'lightning-textarea');
        expect(note.label).toBe('What did they say about budget?');
        expect(note.required).toBe(true);
        expect(note.maxLength).toBe(255);
    });

    it('shows evidence, contradiction and why a reason is not open, and closes that one', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'rejected');
        const text = textOf(element);
        expect(text).toContain('Not our customer (ICP)');
        expect(text).toContain('Employees: 200');
        expect(text).toContain('200 meets “Company size 50–500”');
        expect(text).toContain('2 of 3 attempts in 10 business days');
        expect(radio(element, 'unresponsive').disabled).toBe(true);
        expect(radio(element, 'no_budget').disabled).toBe(false);
    });

    it('moves the focus into the form, and back to the button on Escape', async () => {
        const { element } = open();
        await settle();
        // The stub of a base button cannot take the focus by itself.
        button(element, 'rejected').setAttribute('tabindex', '0');
        await choose(element, 'rejected');
        const first = radio(element, 'icp_mismatch.company_size');
        expect(focused()).toBe(first);
        await press(first, 'Escape');
        expect(all(element, 'c-handoff-reasons')).toHaveLength(0);
        expect(focused()).toBe(button(element, 'rejected'));
    });

    it('does not let Escape out to the console around it', async () => {
        const { element } = open();
        const outside = jest.fn();
        document.body.addEventListener('keydown', outside);
        await settle();
        await choose(element, 'rejected');
        await press(radio(element, 'no_budget'), 'Escape');
        document.body.removeEventListener('keydown', outside);
        expect(outside).not.toHaveBeenCalled();
    });

    it('submits on Enter in the reasons and on Ctrl+Enter in the note', async () => {
        const { element, decided } = open();
        await settle();
        await choose(element, 'rejected');
        await pick(element, 'icp_mismatch.company_size');
        await press(radio(element, 'icp_mismatch.company_size'), 'Enter');
        expect(decided).toHaveBeenCalledTimes(1);
        element.finish({ issues: [], problem: { what: 'No', details: [], mend: 'Again' } });
        await settle();
        await press(one(element, 'lightning-textarea'), 'Enter');
        expect(decided).toHaveBeenCalledTimes(1);
        await press(one(element, 'lightning-textarea'), 'Enter', { ctrlKey: true });
        expect(decided).toHaveBeenCalledTimes(2);
    });

    it('takes no second decision while the first is being saved', async () => {
        const { element, decided } = open();
        await settle();
        await choose(element, 'rejected');
        one(element, '[data-confirm]').click();
        await settle();
        expect(one(element, '[data-confirm]').label).toBe('Saving');
        await press(one(element, 'lightning-textarea'), 'Enter', { metaKey: true });
        expect(decided).toHaveBeenCalledTimes(1);
    });

    it('shows issues at their fields and keeps what was entered', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'rejected');
        const note = one(element, 'lightning-textarea');
        const invalid = jest.spyOn(note as never, 'setCustomValidity');
        await write(element, 'Something');
        one(element, '[data-confirm]').click();
        element.finish({
            issues: [
                { code: 'reason.required', path: 'reason', message: 'One of: no_budget.' },
                { code: 'note.too_long', path: 'note', message: 'Too long.' }
            ],
            problem: null
        });
        await settle();
        expect(textOf(element)).toContain('Choose a reason');
        expect(textOf(element)).not.toContain('no_budget.');
        expect(invalid).toHaveBeenLastCalledWith('Too long.');
        expect(note.value).toBe('Something');
        expect(one(element, '[data-confirm]').disabled).toBe(false);
        expect(focused()).toBe(radio(element, 'icp_mismatch.company_size'));
        await pick(element, 'no_budget');
        expect(textOf(element)).not.toContain('Choose a reason.');
    });

    it('speaks an issue that belongs to no field', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'accepted');
        element.finish({
            issues: [{ code: 'lead.converted', path: '', message: 'This lead is converted.' }],
            problem: null
        });
        await settle();
        expect(textOf(one(element, '[role="alert"]'))).toContain('This lead is converted.');
    });

    it('shows what went wrong in saving and keeps the form open', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'rejected');
        await pick(element, 'no_budget');
        await write(element, 'Cut');
        one(element, '[data-confirm]').click();
        element.finish({
            issues: [],
            problem: { what: 'Not saved.', details: ['A rule says no.'], mend: 'Mend it.' }
        });
        await settle();
        expect(textOf(one(element, '[role="alert"]'))).toContain('A rule says no.');
        expect(radio(element, 'no_budget').checked).toBe(true);
        expect(one(element, 'lightning-textarea').value).toBe('Cut');
        await expect(element).toBeAccessible();
    });

    it('closes the form once it is written, and stands behind "change" from then on', async () => {
        const { element, decided } = open();
        await settle();
        await choose(element, 'recycled');
        one(element, '[data-confirm]').click();
        element.panel = { ...decision, decided: true };
        element.finish({ issues: [], problem: null });
        await settle();
        expect(all(element, 'c-handoff-reasons')).toHaveLength(0);
        expect(all(element, '[data-choice]')).toHaveLength(0);
        one(element, '[data-change]').click();
        await settle();
        await choose(element, 'accepted');
        expect(decided).toHaveBeenLastCalledWith({ kind: 'accepted', reason: null, note: null });
    });

    it('offers nothing and says why when nobody can decide', async () => {
        const { element } = open({ closed: 'Converted on Nov 20' });
        await settle();
        expect(all(element, 'lightning-button')).toHaveLength(0);
        expect(textOf(element)).toContain('Converted on Nov 20');
    });

    it('keeps the form when the panel is rebuilt around it', async () => {
        const { element } = open();
        await settle();
        await choose(element, 'rejected');
        await write(element, 'Half a thou');
        element.panel = { ...decision };
        await settle();
        expect(one(element, 'lightning-textarea').value).toBe('Half a thou');
    });

    it('is accessible, closed and open', async () => {
        const { element } = open();
        await settle();
        await expect(element).toBeAccessible();
        await choose(element, 'rejected');
        await expect(element).toBeAccessible();
    });
});
