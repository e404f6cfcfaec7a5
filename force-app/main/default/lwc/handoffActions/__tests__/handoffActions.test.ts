import HandoffActions from 'c/handoffActions';
import { NavigationMixin } from 'lightning/navigation';
import { all, mount, one, settle } from '../../handoffRecord/__tests__/data/page';

jest.mock('lightning/navigation', () => {
    const Navigate = Symbol('Navigate');
    const navigate = jest.fn();
    const mixin = (Base: new () => object) =>
        class extends Base {
            [Navigate] = navigate;
        };
    return { NavigationMixin: Object.assign(mixin, { Navigate, navigate }) };
});

const { navigate } = NavigationMixin as unknown as { navigate: jest.Mock };

const open = (more: object = {}) =>
    mount('c-handoff-actions', HandoffActions, {
        recordId: '00Q1',
        phone: '+1 312 555 0199',
        email: 'm@contoso.example',
        urgent: true,
        ...more
    });

describe('c-handoff-actions', () => {
    beforeEach(() => navigate.mockReset());
    afterEach(() => document.body.replaceChildren());

    it('shows the number to dial', async () => {
        const element = open();
        await settle();
        expect(one(element, 'lightning-formatted-phone').value).toBe('+1 312 555 0199');
    });

    it.each([
        ['c.Handoff_Log_Call', 'Global.LogACall'],
        ['c.Handoff_Email', 'Global.SendEmail'],
        ['c.Handoff_Meeting', 'Global.NewEvent']
    ])('opens Salesforce’s own action: %s', async (label, apiName) => {
        const element = open();
        await settle();
        const button = all(element, 'lightning-button').find((found) => found.label === label);
        button?.click();
        expect(navigate.mock.calls).toEqual([
            [
                {
                    type: 'standard__quickAction',
                    attributes: { apiName },
                    state: { recordId: '00Q1' }
                }
            ]
        ]);
    });

    it('offers no way that leads nowhere', async () => {
        const element = open({ phone: null, email: null });
        await settle();
        expect(all(element, 'lightning-formatted-phone')).toEqual([]);
        expect(all(element, 'lightning-button').map(({ label }) => label)).toEqual([
            'c.Handoff_Meeting'
        ]);
    });

    it('steps back when the clock does not run', async () => {
        const variants = async (urgent: boolean) => {
            const element = open({ urgent });
            await settle();
            return all(element, 'lightning-button').map(
                (button) => (button as { variant?: string }).variant
            );
        };
        expect(await variants(true)).toEqual(['neutral', 'neutral', 'neutral']);
        expect(await variants(false)).toEqual(['base', 'base', 'base']);
    });

    it('is accessible', async () => {
        const element = open();
        await settle();
        await expect(element).toBeAccessible();
    });
});
