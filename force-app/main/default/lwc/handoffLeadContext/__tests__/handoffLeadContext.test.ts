import load from '@salesforce/apex/HandoffLeadContext.load';
import { refreshApex } from '@salesforce/apex';
import HandoffLeadContext from 'c/handoffLeadContext';
import { decide, leadFromSalesforce, leadPanel } from 'c/handoffCore';
import { getRecord, notifyRecordUpdateAvailable, updateRecord } from 'lightning/uiRecordApi';
import { registerRefreshHandler } from 'lightning/refresh';
import { getObjectInfo } from 'lightning/uiObjectInfoApi';
import { feedback, panel } from '../../handoffRecord/__tests__/data/panel';
import {
    all,
    mount,
    one,
    settle,
    showPage,
    textOf,
    type Mounted
} from '../../handoffRecord/__tests__/data/page';

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
jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn(() => Promise.resolve()) }), {
    virtual: true
});

interface Adapter {
    emit(data: unknown): void;
    error(body: unknown, status?: number): void;
    getLastConfig(): unknown;
}
const loaded = load as unknown as Adapter;
const live = getRecord as unknown as Adapter;
const objects = getObjectInfo as unknown as Adapter;
const update = updateRecord as jest.Mock;
const drawn = leadPanel as jest.Mock;
const records = { objectName: 'Lead', person: { Id: '00Q1', Status: 'Open' } };

const open = (more: object = {}): Mounted =>
    mount('c-handoff-lead-context', HandoffLeadContext, {
        recordId: '00Q1',
        objectApiName: 'Lead',
        ...more
    });
const opened = async (more: object = {}): Promise<Mounted> => {
    const element = open(more);
    loaded.emit(records);
    await settle();
    return element;
};
const reject = async (element: Element): Promise<void> => {
    one(element, '[data-kind="rejected"]').click();
    await settle();
    one(element, 'input[value="no_budget"]').click();
    await settle();
    one(element, 'lightning-textarea').dispatchEvent(
        new CustomEvent('change', { detail: { value: 'Cut' } })
    );
    one(element, '[data-confirm]').click();
    await settle();
};

describe('c-handoff-lead-context', () => {
    beforeEach(() => {
        jest.clearAllMocks();
        update.mockReset().mockResolvedValue({});
        drawn.mockReset().mockReturnValue(panel);
    });
    afterEach(() => {
        document.body.replaceChildren();
        showPage(true);
        jest.useRealTimers();
    });

    it('asks for everything in one request', async () => {
        open();
        await settle();
        expect(loaded.getLastConfig()).toEqual({
            recordId: '00Q1',
            acceptanceSince: '2026-08-25',
            cohort: 'mql_date'
        });
        expect(live.getLastConfig()).toEqual({
            recordId: '00Q1',
            optionalFields: ['Lead.Status']
        });
    });

    it('says that it is loading', async () => {
        const element = open();
        await settle();
        expect(one(element, 'lightning-spinner').alternativeText).toBe('c.Handoff_Loading');
        await expect(element).toBeAccessible();
    });

    it('says what failed and how to mend it, and tries again', async () => {
        const element = open();
        loaded.error({ message: 'No such record.' }, 500);
        await settle();
        const text = textOf(one(element, '[role="alert"]'));
        expect(text).toContain('c.Handoff_Load_Failed');
        expect(text).toContain('No such record.');
        expect(text).toContain('c.Handoff_Load_Failed_Mend');
        await expect(element).toBeAccessible();
        one(element, 'c-handoff-status lightning-button, lightning-button').click();
        await settle();
        expect(refreshApex).toHaveBeenCalledTimes(1);
        loaded.emit(records);
        await settle();
        expect(all(element, '[role="alert"]')).toHaveLength(0);
        expect(textOf(element)).toContain('Why now');
    });

    it('shows the parts in the order a rep needs them', async () => {
        const element = await opened();
        expect(one(element, 'lightning-card').title).toBe('Dana Whitfield');
        const text = textOf(element);
        const order = [
            'VP Marketing, Northwind Traders',
            'Hot: Pricing page',
            '3 h 12 m left',
            'Undecided',
            "In another rep's sequence",
            'Why now',
            '78 of 60 needed',
            'Ideal customer profile',
            'Content history',
            'Prior touches',
            'Rejected by Kim Lee',
            'Organic search: 72% accepted',
            'What this panel cannot see',
            'Marketing–sales agreement v1'
        ];
        const places = order.map((words) => text.indexOf(words));
        expect(places).not.toContain(-1);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        await expect(element).toBeAccessible();
    });

    it('says what it cannot see, and draws no empty boxes', async () => {
        drawn.mockReturnValue({
            ...panel,
            subtitle: null,
            hot: null,
            warnings: [],
            decision: { ...panel.decision, history: [], closed: 'Not handed over yet' },
            acceptance: { ...panel.acceptance, source: null, basis: null }
        });
        const element = await opened();
        const text = textOf(element);
        expect(text).toContain('Not synced to this CRM: page views');
        expect(text).toContain('Not handed over yet');
        expect(text).not.toContain('c.Handoff_Decision_History');
        await expect(element).toBeAccessible();
    });

    it('keeps to clock, decision, causes and the sum when compact', async () => {
        const element = await opened({ compact: true });
        const text = textOf(element);
        expect(text).toContain('Why now');
        expect(text).toContain('78 of 60 needed');
        expect(text).not.toContain('Content history');
        expect(text).not.toContain('2 of 7 buying signals');
    });

    it('writes a decision, says so and reads everything again', async () => {
        const element = await opened();
        const toast = jest.fn();
        element.addEventListener('lightning__showtoast', (event) => {
            toast((event as CustomEvent).detail);
        });
        await reject(element);
        expect((decide as jest.Mock).mock.calls[0][2]).toMatchObject({
            kind: 'rejected',
            reason: 'no_budget',
            note: 'Cut'
        });
        expect(update).toHaveBeenCalledWith({
            fields: {
                Id: '00Q1',
                Handoff_Decision__c: 'rejected',
                Handoff_Reason__c: 'no_budget'
            }
        });
        expect(toast.mock.calls[0][0]).toMatchObject({
            title: 'Lead rejected',
            variant: 'success'
        });
        expect(refreshApex).toHaveBeenCalledTimes(1);
        expect(all(element, 'c-handoff-reasons')).toHaveLength(0);
    });

    it('takes the time of a decision from the server', async () => {
        const element = await opened();
        await reject(element);
        expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: '00Q1' }]);
        const stamped = '2026-11-20T16:00:00.000Z';
        live.emit({
            id: '00Q1',
            apiName: 'Lead',
            fields: { Handoff_Decided_At__c: { value: stamped, displayValue: null } }
        });
        await settle();
        expect(leadFromSalesforce).toHaveBeenLastCalledWith(
            { ...records, person: { ...records.person, Handoff_Decided_At__c: stamped } },
            expect.anything()
        );
    });

    it('writes nothing that the agreement does not allow', async () => {
        (decide as jest.Mock).mockReturnValueOnce({
            decision: null,
            issues: [{ code: 'note.required', path: 'reason', message: 'It needs a note.' }]
        });
        const element = await opened();
        await reject(element);
        expect(update).not.toHaveBeenCalled();
        expect(textOf(element)).toContain('It needs a note.');
    });

    it.each([
        [
            'a validation rule',
            { status: 400, body: { output: { errors: [{ message: 'A reason is needed.' }] } } },
            'A reason is needed.',
            'c.Handoff_Not_Saved_Mend'
        ],
        [
            'missing access',
            {
                status: 400,
                body: {
                    output: {
                        errors: [
                            { errorCode: 'INSUFFICIENT_ACCESS_OR_READONLY', message: 'No access.' }
                        ]
                    }
                }
            },
            'No access.',
            'c.Handoff_No_Access_Mend'
        ],
        [
            'no network',
            new TypeError('Failed to fetch'),
            'Failed to fetch',
            'c.Handoff_Unreachable_Mend'
        ]
    ])('loses nothing when %s stops a decision', async (_why, error, details, mend) => {
        update.mockRejectedValue(error);
        const element = await opened();
        await reject(element);
        const text = textOf(one(element, '[role="alert"]'));
        expect(text).toContain('c.Handoff_Not_Saved');
        expect(text).toContain(details);
        expect(text).toContain(mend);
        expect(one(element, 'lightning-textarea').value).toBe('Cut');
        expect(one(element, '[data-confirm]').disabled).toBe(false);
        expect(refreshApex).not.toHaveBeenCalled();
    });

    it('redraws when somebody edits the record elsewhere on the page', async () => {
        await opened();
        live.emit({
            id: '00Q1',
            apiName: 'Lead',
            fields: { Status: { value: 'Working', displayValue: null } }
        });
        await settle();
        expect(leadFromSalesforce).toHaveBeenLastCalledWith(
            { ...records, person: { Id: '00Q1', Status: 'Working' } },
            expect.anything()
        );
    });

    it('does not mix two records while the next one is on its way', async () => {
        await opened();
        live.emit({
            id: '00Q2',
            apiName: 'Lead',
            fields: { Status: { value: 'Closed', displayValue: null } }
        });
        await settle();
        expect(leadFromSalesforce).toHaveBeenLastCalledWith(records, expect.anything());
    });

    it('refreshes with the page and by its own button', async () => {
        const element = await opened();
        const [, refresh] = (registerRefreshHandler as jest.Mock).mock.calls[0];
        expect(await refresh()).toBe(true);
        expect(refreshApex).toHaveBeenCalledTimes(1);
        expect(notifyRecordUpdateAvailable).toHaveBeenCalledWith([{ recordId: '00Q1' }]);
        one(element, 'lightning-button-icon').click();
        await settle();
        expect(refreshApex).toHaveBeenCalledTimes(2);
    });

    it('keeps the panel when a refresh fails, and says so above it', async () => {
        const element = await opened();
        (refreshApex as jest.Mock).mockRejectedValueOnce(new TypeError('Failed to fetch'));
        one(element, 'lightning-button-icon').click();
        await settle();
        expect(textOf(one(element, '[role="alert"]'))).toContain('c.Handoff_Load_Failed');
        expect(textOf(element)).toContain('Why now');
    });

    it('redraws relative times once a minute, and not while hidden or gone', async () => {
        jest.useFakeTimers();
        const element = await opened();
        drawn.mockClear();
        jest.advanceTimersByTime(60_000);
        expect(drawn).toHaveBeenCalledTimes(1);
        showPage(false);
        jest.advanceTimersByTime(600_000);
        expect(drawn).toHaveBeenCalledTimes(1);
        showPage(true);
        expect(drawn).toHaveBeenCalledTimes(2);
        element.remove();
        jest.advanceTimersByTime(600_000);
        expect(drawn).toHaveBeenCalledTimes(2);
    });

    it('writes what marketing answers, and reads again', async () => {
        drawn.mockReturnValue({ ...panel, feedback });
        const element = await opened();
        objects.emit({
            apiName: 'Lead',
            fields: {
                Handoff_Feedback__c: { updateable: true },
                Handoff_Feedback_Note__c: { updateable: true }
            }
        });
        await settle();
        one(element, '[data-kind="contest"]').click();
        await settle();
        one(element, 'lightning-textarea').dispatchEvent(
            new CustomEvent('change', { detail: { value: 'They have budget' } })
        );
        one(element, '[data-confirm]').click();
        await settle();
        expect(update).toHaveBeenCalledWith({
            fields: {
                Id: '00Q1',
                Handoff_Feedback__c: 'contest',
                Handoff_Feedback_Note__c: 'They have budget'
            }
        });
        expect(refreshApex).toHaveBeenCalledTimes(1);
    });
});
