import HandoffScore from 'c/handoffScore';
import { panel } from '../../handoffRecord/__tests__/data/panel';
import { all, mount, one, settle, textOf } from '../../handoffRecord/__tests__/data/page';

const open = async (more: object = {}) => {
    const element = mount('c-handoff-score', HandoffScore, { score: panel.score, ...more });
    await settle();
    return element;
};

describe('c-handoff-score', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows the sum, what it hangs on, the signals and each part as a share of its most', async () => {
        const element = await open();
        const text = textOf(element);
        expect(text).toContain('78 of 60 needed');
        expect(text).toContain('Without “Asked for a demo”');
        expect(text).toContain('2 of 7 buying signals');
        expect(text).toContain('32 / 40');
        expect(one(element, 'lightning-progress-bar').value).toBe(80);
        await expect(element).toBeAccessible();
    });

    it('opens and closes the rules behind a part', async () => {
        const element = await open();
        const toggle = one(element, 'button[aria-expanded]');
        const rules = one(element, '[hidden]');
        expect(toggle.getAttribute('aria-expanded')).toBe('false');
        toggle.click();
        await settle();
        expect(toggle.getAttribute('aria-expanded')).toBe('true');
        expect(rules.hidden).toBe(false);
        await expect(element).toBeAccessible();
        toggle.click();
        await settle();
        expect(rules.hidden).toBe(true);
    });

    it('shows how the marketing tool’s own score moved', async () => {
        const besideChanges = [
            {
                id: '1',
                text: 'Its score went from 40 to 45',
                detail: 'Visited Pricing',
                aside: '2 h ago',
                asideTitle: 'Friday',
                badge: null,
                tone: 'neutral'
            }
        ];
        const score = { ...panel.score, besideChanges };
        const element = await open({ score });
        expect(textOf(element)).toContain('Its score went from 40 to 45');
        expect(textOf(element)).toContain('Visited Pricing');
        await expect(element).toBeAccessible();
        const compact = await open({ score, compact: true });
        expect(textOf(compact)).not.toContain('Its score went');
    });

    it('never draws a bar below nought', async () => {
        const [part] = panel.score.parts;
        const parts = [
            { ...part, points: -18 },
            { ...part, label: 'Other', max: 0 }
        ];
        const element = await open({ score: { ...panel.score, parts } });
        expect(all(element, 'lightning-progress-bar').map(({ value }) => value)).toEqual([0, 0]);
    });
});
