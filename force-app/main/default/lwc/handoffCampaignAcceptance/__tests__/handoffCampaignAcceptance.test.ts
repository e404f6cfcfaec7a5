import load from '@salesforce/apex/HandoffCampaignAcceptance.load';
import HandoffCampaignAcceptance from 'c/handoffCampaignAcceptance';
import { mount, settle, textOf } from '../../handoffRecord/__tests__/data/page';

jest.mock(
    '@salesforce/apex/HandoffCampaignAcceptance.load',
    () => {
        const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const wire = load as unknown as { emit(data: unknown): void; error(body: unknown): void };

const opened = async (): Promise<HTMLElement> => {
    const element = mount('c-handoff-campaign-acceptance', HandoffCampaignAcceptance, {
        recordId: '701000000000001AAA'
    });
    await settle();
    return element;
};

describe('c-handoff-campaign-acceptance', () => {
    afterEach(() => document.body.replaceChildren());

    it('shows the rate, its basis and the reasons', async () => {
        const element = await opened();
        wire.emit({
            members: 60,
            isTooMany: false,
            decisions: [
                { decision: 'accepted', total: 18 },
                { decision: 'rejected', reason: 'icp_mismatch', detail: 'industry', total: 5 },
                { decision: 'recycled', reason: 'no_timeline', total: 2 },
                { total: 3 }
            ]
        });
        await settle();
        const text = textOf(element);
        expect(text).toContain('72% accepted');
        expect(text).toContain('18 of 25 decided');
        expect(text).toContain('Wrong industry');
        await expect(element).toBeAccessible();
    });

    it('says when there are too few, and when nothing is there', async () => {
        const element = await opened();
        wire.emit({
            members: 1,
            isTooMany: false,
            decisions: [{ decision: 'accepted', total: 1 }]
        });
        await settle();
        expect(textOf(element)).toContain('Too few to say');
        wire.emit({ members: 0, isTooMany: false, decisions: [] });
        await settle();
        expect(textOf(element)).toContain('No lead of this campaign');
        await expect(element).toBeAccessible();
    });

    it('says when there are more members than it can count', async () => {
        const element = await opened();
        wire.emit({ members: 70_000, isTooMany: true, decisions: [] });
        await settle();
        expect(textOf(element)).toContain('70,000 members');
    });

    it('says what failed', async () => {
        const element = await opened();
        wire.error({ message: 'This campaign does not exist.' });
        await settle();
        expect(textOf(element)).toContain('This campaign does not exist.');
        await expect(element).toBeAccessible();
    });
});
