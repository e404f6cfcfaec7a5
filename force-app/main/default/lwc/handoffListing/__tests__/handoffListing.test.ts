import HandoffListing from 'c/handoffListing';
import { line, panel } from '../../handoffRecord/__tests__/data/panel';
import { all, mount, one, settle, textOf } from '../../handoffRecord/__tests__/data/page';

const open = async (listing: object, more: object = {}) => {
    const element = mount('c-handoff-listing', HandoffListing, { listing, ...more });
    await settle();
    return element;
};
const long = {
    ...panel.icp,
    items: ['One', 'Two', 'Three'].map((text) => line(text)),
    shown: 2,
    more: 'Show all 3'
};

describe('c-handoff-listing', () => {
    afterEach(() => document.body.replaceChildren());

    it('unfolds and folds what is beyond the first items', async () => {
        const element = await open(long);
        const toggle = one(element, 'button[aria-expanded]');
        expect(all(element, 'li')).toHaveLength(2);
        expect(toggle.textContent).toBe('Show all 3');
        toggle.click();
        await settle();
        expect(all(element, 'li')).toHaveLength(3);
        expect(toggle.getAttribute('aria-expanded')).toBe('true');
        expect(toggle.textContent).toBe('Show fewer');
        toggle.click();
        await settle();
        expect(all(element, 'li')).toHaveLength(2);
    });

    it('says so in words when there is nothing', async () => {
        const element = await open(panel.touches);
        expect(textOf(element)).toContain('Nobody in sales has been in touch');
        expect(all(element, 'ul')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('says what could not be seen', async () => {
        const element = await open(panel.content, { assets: true });
        expect(textOf(element)).toContain('Not synced to this CRM: page views');
    });

    it('shows what people wrote as text, never as markup', async () => {
        const element = await open(panel.content, { assets: true });
        expect(one(element, 'q').textContent).toBe('<b>Rejections</b>');
        expect(all(element, 'b')).toHaveLength(0);
        expect(one(element, 'dd').getAttribute('dir')).toBe('auto');
        await expect(element).toBeAccessible();
    });

    it('gives the full time to screen readers and as a tooltip', async () => {
        const element = await open(panel.whyNow);
        expect(one(element, '[title]').title).toBe('Sun, Nov 22, 2026, 7:40 AM');
        expect(textOf(element)).toContain('Sun, Nov 22, 2026, 7:40 AM');
        await expect(element).toBeAccessible();
    });
});
