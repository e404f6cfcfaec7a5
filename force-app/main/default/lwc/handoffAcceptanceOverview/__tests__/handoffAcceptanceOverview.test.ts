import countNow from '@salesforce/apex/HandoffAcceptance.refresh';
import load from '@salesforce/apex/HandoffAcceptance.load';
import leads from '@salesforce/apex/HandoffOutcomeLeads.load';
import HandoffAcceptanceOverview from 'c/handoffAcceptanceOverview';
import { all, mount, settle, textOf } from '../../handoffRecord/__tests__/data/page';
import { NOON, snapshot } from './data/snapshot';

jest.mock(
    '@salesforce/apex/HandoffAcceptance.load',
    () => {
        const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
jest.mock(
    '@salesforce/apex/HandoffOutcomeLeads.load',
    () => {
        const { createApexTestWireAdapter } = jest.requireActual('@salesforce/sfdx-lwc-jest');
        return { default: createApexTestWireAdapter(jest.fn()) };
    },
    { virtual: true }
);
jest.mock('@salesforce/apex/HandoffAcceptance.refresh', () => ({ default: jest.fn() }), {
    virtual: true
});

interface Wire {
    emit(data: unknown): void;
    error(body: unknown): void;
    getLastConfig(): { [name: string]: unknown };
}
const wire = load as unknown as Wire;
const wiredLeads = leads as unknown as Wire;

const opened = async (): Promise<HTMLElement> => {
    const element = mount('c-handoff-acceptance-overview', HandoffAcceptanceOverview, {});
    await settle();
    return element;
};

describe('c-handoff-acceptance-overview', () => {
    beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(NOON));
    afterEach(() => {
        document.body.replaceChildren();
        jest.restoreAllMocks();
    });

    it('asks once for the agreed period, and says that it is loading', async () => {
        const element = await opened();
        expect(wire.getLastConfig()).toEqual({
            startsAt: '2026-08-24T04:00:00.000Z',
            endsAt: '2026-11-23T05:00:00.000Z',
            since: expect.any(String),
            sources: [],
            rep: null,
            team: null
        });
        expect(textOf(element)).toContain('c.Handoff_Loading');
        await expect(element).toBeAccessible();
    });

    it('shows figures, bars and tables in words', async () => {
        const element = await opened();
        wire.emit(snapshot());
        await settle();
        const text = textOf(element);
        expect(text).toContain('30 MQLs');
        expect(text).toContain('20 of 28 decided');
        expect(text).toContain('Ana Ortiz');
        expect(text).toContain('Autumn webinar');
        expect(all(element, 'table').length).toBeGreaterThan(5);
        expect(all(element, 'lightning-tab')).toHaveLength(4);
        await expect(element).toBeAccessible();
    });

    it('asks anew for a filter, by the names that the org uses', async () => {
        const element = await opened();
        wire.emit(snapshot());
        await settle();
        const [, source] = all(element, 'lightning-combobox');
        source?.dispatchEvent(new CustomEvent('change', { detail: { value: 'referral' } }));
        await settle();
        expect(wire.getLastConfig().sources).toEqual(['Referral', 'Partner Referral', 'referral']);
        wire.emit(snapshot());
        await settle();
        expect(textOf(element)).toContain('Campaigns are counted without filters');
    });

    it('says when no leads were counted yet', async () => {
        const element = await opened();
        wire.emit({ groups: [], mayRefresh: false });
        await settle();
        expect(textOf(element)).toContain('No leads were counted yet');
        expect(all(element, 'lightning-tab')).toHaveLength(0);
        await expect(element).toBeAccessible();
    });

    it('says how old a count is, and shows the period of its day', async () => {
        const element = await opened();
        const asOf = NOON - 3 * 86_400_000;
        wire.emit(snapshot(asOf));
        await settle();
        expect(wire.getLastConfig().startsAt).toBe('2026-08-21T04:00:00.000Z');
        wire.emit(snapshot(asOf));
        await settle();
        expect(textOf(element)).toContain('Counted on');
        expect(textOf(element)).toContain('30 MQLs');
    });

    it('says what failed, and what to do', async () => {
        const element = await opened();
        wire.error({ message: 'This period has more groups than one page can count.' });
        await settle();
        expect(textOf(element)).toContain('more groups than one page');
        await expect(element).toBeAccessible();
    });

    it('has the leads counted now by whoever may', async () => {
        (countNow as unknown as jest.Mock).mockResolvedValue(true);
        const element = await opened();
        const toast = jest.fn();
        element.addEventListener('lightning__showtoast', toast);
        wire.emit(snapshot());
        await settle();
        all(element, 'lightning-button')[0]?.click();
        await settle();
        expect(countNow).toHaveBeenCalledTimes(1);
        expect(toast).toHaveBeenCalledTimes(1);
    });

    it('leads from a row to its leads and back', async () => {
        const element = await opened();
        wire.emit(snapshot());
        await settle();
        const rep = all(element, 'button.drill').find((one) => one.textContent === 'Ana Ortiz');
        rep?.click();
        await settle();
        expect(wiredLeads.getLastConfig()).toMatchObject({ rep: 'Ana Ortiz', team: null });
        wiredLeads.emit([
            { id: '00Q000000000001AAA', name: 'Mia Wong', mqlAt: '2026-11-02T15:00:00Z' }
        ]);
        await settle();
        const [link] = all(element, 'a');
        expect(link?.getAttribute('href')).toBe('/00Q000000000001AAA');
        await expect(element).toBeAccessible();
        all(element, 'lightning-button-icon')
            .find((one) => one.alternativeText === 'Close')
            ?.click();
        await settle();
        expect(all(element, 'a')).toHaveLength(0);
    });
});
