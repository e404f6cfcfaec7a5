import HandoffBadge from 'c/handoffBadge';
import { all, mount, one, settle, textOf } from '../../handoffRecord/__tests__/data/page';

const open = async (tone: string, more: object = {}) => {
    const badge = { text: 'Overdue', tone };
    const element = mount('c-handoff-badge', HandoffBadge, { badge, ...more });
    await settle();
    return element;
};

describe('c-handoff-badge', () => {
    afterEach(() => document.body.replaceChildren());

    it.each(['good', 'warn', 'bad'])(
        'says %s by an icon too, not by colour alone',
        async (tone) => {
            const element = await open(tone);
            expect(textOf(element)).toContain('Overdue');
            expect(one(element, 'lightning-icon')).toHaveProperty('iconName');
            await expect(element).toBeAccessible();
        }
    );

    it('needs no icon when it is neutral', async () => {
        expect(all(await open('neutral'), 'lightning-icon')).toHaveLength(0);
    });

    it('has a light icon on a dark fill only', async () => {
        const variant = async (tone: string, more = {}) =>
            (one(await open(tone, more), 'lightning-icon') as unknown as { variant: string })
                .variant;
        expect(await variant('bad')).toBe('inverse');
        expect(await variant('warn')).toBe('');
        expect(await variant('bad', { quiet: true })).toBe('error');
    });

    it('takes an icon that says more', async () => {
        const element = await open('bad', { icon: 'utility:clock' });
        expect(one(element, 'lightning-icon')).toHaveProperty('iconName', 'utility:clock');
    });
});
