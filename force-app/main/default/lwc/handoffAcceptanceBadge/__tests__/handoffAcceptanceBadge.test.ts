import load from '@salesforce/apex/HandoffLeadContext.load';
import HandoffAcceptanceBadge from 'c/handoffAcceptanceBadge';
import { mount, one, settle, textOf } from '../../handoffRecord/__tests__/data/page';

jest.mock('c/handoffCore', () => jest.requireActual('../../handoffRecord/__tests__/data/core'), {
    virtual: true
});
jest.mock(
    '@salesforce/apex/HandoffLeadContext.load',
    () => {
        const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);

const loaded = load as unknown as { emit(data: unknown): void; error(body: unknown): void };

describe('c-handoff-acceptance-badge', () => {
    afterEach(() => document.body.replaceChildren());

    it('loads by itself when it stands alone on a page', async () => {
        const element = mount('c-handoff-acceptance-badge', HandoffAcceptanceBadge, {
            recordId: '00Q1'
        });
        await settle();
        expect(textOf(element)).toContain('c.Handoff_Loading');
        await expect(element).toBeAccessible();
        loaded.emit({ objectName: 'Contact', person: { Id: '003' } });
        await settle();
        expect(textOf(element)).toContain('Organic search: 72% accepted');
        await expect(element).toBeAccessible();
    });

    it('says what failed', async () => {
        const element = mount('c-handoff-acceptance-badge', HandoffAcceptanceBadge, {
            recordId: '00Q1'
        });
        loaded.error({ message: 'No such record.' });
        await settle();
        expect(textOf(one(element, '[role="alert"]'))).toContain('No such record.');
        await expect(element).toBeAccessible();
    });
});
