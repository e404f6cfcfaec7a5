import HandoffClock from 'c/handoffClock';
import { clockView } from 'c/handoffCore';
import { clock, clockView as view } from '../../handoffRecord/__tests__/data/panel';
import { mount, one, settle, showPage, textOf, all } from '../../handoffRecord/__tests__/data/page';

jest.mock('c/handoffCore', () => jest.requireActual('../../handoffRecord/__tests__/data/core'), {
    virtual: true
});

const drawn = clockView as jest.Mock;
const attempts = { label: 'Attempts', value: 'None yet', tone: 'neutral' };
const open = (given: object | null = clock) =>
    mount('c-handoff-clock', HandoffClock, { clock: given, detailsLabel: 'Details', attempts });

describe('c-handoff-clock', () => {
    beforeEach(() => {
        drawn.mockReset().mockReturnValue({ ...view, redrawAfter: 1000 });
    });
    afterEach(() => {
        document.body.replaceChildren();
        showPage(true);
        jest.useRealTimers();
    });

    it('shows the words, the deadline, the progress and the attempts of its view', async () => {
        const element = open();
        await settle();
        const text = textOf(element);
        expect(text).toContain('3 h 12 m left');
        expect(text).toContain('Due Mon, Nov 23, 1:28 PM');
        expect(text).toContain('Waiting for a response');
        expect(text).toContain('None yet');
        expect(one(element, '[role="progressbar"]').getAttribute('aria-valuenow')).toBe('20');
    });

    it('has a timer that does not speak while it ticks', async () => {
        const element = open();
        await settle();
        expect(one(element, '[role="timer"]').getAttribute('aria-live')).toBe('off');
    });

    it('redraws as often as its view asks for, and not after it left the page', async () => {
        jest.useFakeTimers();
        const element = open();
        drawn.mockReturnValue({ ...view, headline: '3 h 11 m left', redrawAfter: 5000 });
        jest.advanceTimersByTime(1000);
        await settle();
        expect(textOf(element)).toContain('3 h 11 m left');
        const count = drawn.mock.calls.length;
        jest.advanceTimersByTime(4999);
        expect(drawn.mock.calls).toHaveLength(count);
        element.remove();
        jest.advanceTimersByTime(60_000);
        expect(drawn.mock.calls).toHaveLength(count);
    });

    it('rests when nothing moves any more', () => {
        jest.useFakeTimers();
        drawn.mockReturnValue({ ...view, redrawAfter: null });
        open();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('rests while the page is hidden and is right at once when it is seen again', async () => {
        jest.useFakeTimers();
        const element = open();
        showPage(false);
        const count = drawn.mock.calls.length;
        jest.advanceTimersByTime(600_000);
        expect(drawn.mock.calls).toHaveLength(count);
        drawn.mockReturnValue({ ...view, headline: 'Overdue by 2 m' });
        showPage(true);
        await settle();
        expect(textOf(element)).toContain('Overdue by 2 m');
    });

    it('says nothing at first, and speaks only when what it has to say changes', async () => {
        jest.useFakeTimers();
        const element = open();
        await settle();
        const spoken = one(element, '[aria-live="polite"]');
        expect(spoken.textContent).toBe('');
        jest.advanceTimersByTime(1000);
        await settle();
        expect(spoken.textContent).toBe('');
        drawn.mockReturnValue({ ...view, announcement: 'The response is overdue.' });
        jest.advanceTimersByTime(1000);
        await settle();
        expect(spoken.textContent).toBe('The response is overdue.');
    });

    it('leaves out the bar when there is no window, and everything without a clock', async () => {
        drawn.mockReturnValue({ ...view, progress: null });
        const element = open();
        await settle();
        expect(all(element, '[role="progressbar"]')).toHaveLength(0);
        element.clock = null;
        await settle();
        expect(textOf(element).trim()).toBe('');
    });

    it('is accessible', async () => {
        const element = open();
        await settle();
        await expect(element).toBeAccessible();
    });
});
