import {
    Accordion,
    Alert,
    Button,
    Divider,
    LoadingSpinner,
    RadioButton,
    Text,
    TextArea
} from '@hubspot/ui-extensions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { offline } from './hooks.ts';
import { startPortal, type Opened } from './opened.tsx';

const FRESH = '01-fresh-demo-request';
const FOOTER = 'Marketing–sales agreement v1';

let rig: Awaited<ReturnType<typeof startPortal>>;
beforeAll(async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    rig = await startPortal();
});
afterAll(async () => {
    vi.useRealTimers();
    await rig.portal.close();
});
beforeEach(() => rig.portal.clearTraffic());
afterEach(() => vi.unstubAllGlobals());

async function opened(id: string, options?: Parameters<typeof rig.open>[1]): Promise<Opened> {
    const card = rig.open(id, options);
    await card.says(FOOTER);
    return card;
}
function button(card: Opened, label: string) {
    return card.find(Button, (node) => node.text === label);
}
function reason(card: Opened, label: string) {
    return card.find(RadioButton, (node) => node.text === label);
}
function click(card: Opened, label: string) {
    button(card, label).trigger('onClick', {} as never);
}
/** As a rep fills it in: HubSpot tells of each letter, and of the whole when the field is left. */
function reject(card: Opened, label: string, note: string) {
    click(card, 'Reject');
    reason(card, label).trigger('onChange', true as never);
    card.find(TextArea).trigger('onInput', note as never);
    card.find(TextArea).trigger('onChange', note as never);
    click(card, 'Reject lead');
}
const decisions = (card: Opened) =>
    card.calls.mock.calls.filter(([uid]) => uid === 'handoff-decide');

describe('loading', () => {
    it('says that the record is on its way, then shows the person', async () => {
        const card = rig.open(FRESH);
        expect(card.find(LoadingSpinner).props.label).toBe('Loading the lead context');
        await card.says('Dana Whitfield');
        expect(card.maybeFind(LoadingSpinner)).toBeNull();
    });

    it('says what failed and how to mend it, and tries again', async () => {
        let online = false;
        const card = rig.open(FRESH, {
            hooks: offline,
            serverless: async (uid, options) => {
                if (!online) throw new Error('Gateway took too long');
                return rig.run(uid, options);
            }
        });
        await card.says('Gateway took too long');
        expect(card.find(Alert).props.title).toBe('The lead context could not be loaded.');
        expect(card.text()).toContain('Check your connection, then try again.');
        online = true;
        click(card, 'Try again');
        await card.says('Dana Whitfield');
        expect(card.maybeFind(Alert)).toBeNull();
    });

    it("gives the function's own words for a contact that is gone", async () => {
        const card = rig.open(FRESH, {
            serverless: (uid) => rig.run(uid, { parameters: { objectId: 999999 } })
        });
        await card.says('The contact may have been merged or deleted: reload.');
    });

    it('does not take an answer of another shape for a record', async () => {
        const card = rig.open(FRESH, {
            hooks: offline,
            serverless: async () => ({ message: 'timed out' })
        });
        await card.says('The app function gave an answer that the card cannot read.');
    });

    it('keeps the panel when a refresh fails', async () => {
        let fail = false;
        const card = await opened(FRESH, {
            serverless: async (uid, options) => {
                if (fail) throw new Error('offline');
                return rig.run(uid, options);
            }
        });
        fail = true;
        card.find(Button).trigger('onClick', {} as never);
        await card.says('offline');
        expect(card.text()).toContain('Dana Whitfield');
    });

    it('reads again when somebody edits a property that it shows', async () => {
        const card = await opened(FRESH);
        const [names, changed] = card.mocks.actions.onCrmPropertiesUpdate.calls[0] ?? [];
        expect(names).toContain('hubspot_owner_id');
        const before = card.calls.mock.calls.length;
        changed?.({});
        await vi.waitFor(() => expect(card.calls.mock.calls).toHaveLength(before + 1));
    });
});

describe('the panel', () => {
    it('shows its parts in the order a rep needs them', async () => {
        const text = (await opened(FRESH)).text();
        const order = [
            'Dana Whitfield',
            'left',
            'Decision',
            'Why now',
            'Score',
            'Ideal customer profile',
            'Content history',
            'Prior touches',
            'Acceptance',
            FOOTER
        ].map((part) => text.indexOf(part));
        expect(order).not.toContain(-1);
        expect(order).toEqual([...order].sort((a, b) => a - b));
    });

    it.each([
        ['04-overdue-over-weekend', /^.*Overdue by/],
        ['05-answered-in-time', /Answered in time/],
        ['07-never-assigned', /Not assigned/],
        ['15-name-and-email', /Nothing is known of what this person did/],
        ['13-converted', /there is nothing left to decide/]
    ])('tells of %s', async (id, words) => {
        expect((await opened(id)).text()).toMatch(words);
    });

    it('offers no decision on a converted lead', async () => {
        const card = await opened('13-converted');
        expect(card.findAll(Button).map(({ text }) => text)).not.toContain('Accept');
    });

    it('shows what was written in a form as text, never as markup', async () => {
        expect((await opened('16-hard-text')).text()).toContain('<b>');
    });

    it('unfolds a long list and folds it again', async () => {
        const card = await opened('14-thousand-page-views');
        const lines = () => card.text().length;
        const folded = lines();
        click(card, 'Show all 200');
        await card.waitFor(() => expect(lines()).toBeGreaterThan(folded + 1000));
        click(card, 'Show fewer');
        await card.waitFor(() => expect(lines()).toBe(folded));
    });

    it('folds in the sidebar what does not help to answer now', async () => {
        const titles = (card: Opened) => card.findAll(Accordion).map(({ props }) => props.title);
        const sidebar = await opened(FRESH, { location: 'crm.record.sidebar' });
        const tab = await opened(FRESH);
        expect(titles(sidebar)).toEqual(
            expect.arrayContaining(['Content history', 'Prior touches', 'Acceptance'])
        );
        expect(titles(tab)).not.toContain('Content history');
        expect(sidebar.findAll(Divider).length).toBe(tab.findAll(Divider).length);
    });
});

describe('deciding', () => {
    it('accepts with one click and tells the page', async () => {
        const card = await opened(FRESH);
        click(card, 'Accept');
        await card.says('Change decision');
        expect(card.text()).toContain('Accepted by Ana Ortiz');
        expect(card.mocks.actions.addAlert.calls).toEqual([
            [{ type: 'success', message: 'Lead accepted' }]
        ]);
        expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
    });

    it('sends a rejection with its reason and its note', async () => {
        const card = await opened(FRESH);
        reject(card, 'No budget', 'Next fiscal year at best');
        await card.says('Change decision');
        expect(decisions(card)[0]?.[1].parameters).toMatchObject({
            kind: 'rejected',
            reason: 'no_budget',
            note: 'Next fiscal year at best',
            by: 'Ana Ortiz',
            seenDecidedAt: null
        });
        expect(card.text()).toContain('No budget · Next fiscal year at best');
        expect(card.maybeFind(TextArea)).toBeNull();
    });

    it('takes the note as typed when the button is pressed before the field is left', async () => {
        const card = await opened(FRESH);
        click(card, 'Reject');
        reason(card, 'No budget').trigger('onChange', true as never);
        card.find(TextArea).trigger('onInput', 'None this year' as never);
        click(card, 'Reject lead');
        await card.says('No budget · None this year');
    });

    it('asks for a reason without calling anybody', async () => {
        const card = await opened(FRESH);
        click(card, 'Reject');
        click(card, 'Reject lead');
        await card.waitFor(() => expect(card.find(Alert).props.title).toBe('Choose a reason'));
        expect(decisions(card)).toHaveLength(0);
    });

    it('asks at the note for what the reason needs', async () => {
        const card = await opened(FRESH);
        click(card, 'Reject');
        reason(card, 'Competitor').trigger('onChange', true as never);
        expect(card.find(TextArea).props).toMatchObject({
            label: 'Which competitor?',
            required: true
        });
        click(card, 'Reject lead');
        await card.waitFor(() => expect(card.find(TextArea).props.error).toBe(true));
        expect(card.find(TextArea).props.validationMessage).toContain('needs a note');
        expect(decisions(card)).toHaveLength(0);
    });

    it('lists a reason that is not open, with what is missing', async () => {
        const card = await opened('08-two-attempts');
        click(card, 'Reject');
        expect(reason(card, 'Unresponsive').props.readOnly).toBe(true);
        expect(card.text()).toContain('Not open yet 2 of 3 attempts');
    });

    it('flags a reason that the record contradicts, and shows what the record says', async () => {
        const card = await opened(FRESH);
        click(card, 'Reject');
        expect(reason(card, 'Wrong company size').props.description).toBe('Employees: 220');
        expect(card.text()).toContain('The record says otherwise: 220 meets');
    });

    it('keeps what was typed when the save fails, and saves it on the next try', async () => {
        let fail = true;
        const card = await opened(FRESH, {
            serverless: async (uid, options) => {
                if (fail && uid === 'handoff-decide') throw new Error('Gateway took too long');
                return rig.run(uid, options);
            }
        });
        reject(card, 'No need', 'They built their own');
        await card.says('Gateway took too long');
        expect(card.find(Alert).props.title).toBe('Your decision was not saved.');
        expect(card.find(TextArea).props.value).toBe('They built their own');
        expect(reason(card, 'No need').props.checked).toBe(true);
        expect(button(card, 'Reject lead').props.disabled).toBe(false);
        fail = false;
        click(card, 'Reject lead');
        await card.says('No need · They built their own');
    });

    it('shows what somebody else decided meanwhile, and lets the rep decide otherwise', async () => {
        const card = await opened(FRESH);
        const objectId = card.mocks.context.crm.objectId;
        vi.setSystemTime(Date.now() + 1000);
        await rig.portal.runFunction('handoff-decide', {
            objectId,
            kind: 'accepted',
            byUserId: 9000002,
            by: 'Ben Carter',
            seenDecidedAt: null
        });
        vi.setSystemTime(Date.now() + 1000);
        reject(card, 'No need', 'They built their own');
        await card.says('Somebody else decided on this person in the meantime.');
        expect(
            card
                .find(Alert)
                .findAll(Text)
                .map(({ text }) => text)
        ).toContain('Accepted by Ben Carter');
        expect(card.find(TextArea).props.value).toBe('They built their own');
        vi.setSystemTime(Date.now() + 1000);
        click(card, 'Reject lead');
        await card.says('No need · They built their own');
    });

    it('disables the buttons while it saves', async () => {
        let release: (() => void) | undefined;
        const card = await opened(FRESH, {
            serverless: async (uid, options) => {
                if (uid === 'handoff-decide') await new Promise<void>((done) => (release = done));
                return rig.run(uid, options);
            }
        });
        reject(card, 'No need', 'They built their own');
        await card.says('Saving…');
        expect(button(card, 'Saving…').props.disabled).toBe(true);
        expect(button(card, 'Accept').props.disabled).toBe(true);
        release?.();
        await card.says('Change decision');
    });

    it('says so when HubSpot’s account knows the user no more', async () => {
        const card = await opened(FRESH, { user: { id: 4711 } });
        click(card, 'Accept');
        await card.says('nobody who is a user of this account');
        expect(card.find(Alert).props.title).toBe('Your decision was not saved.');
        expect(button(card, 'Accept').props.disabled).toBe(false);
    });

    it('puts the choices behind "Change decision" once decided', async () => {
        const card = await opened('12-recycled');
        expect(card.findAll(Button).map(({ text }) => text)).not.toContain('Accept');
        click(card, 'Change decision');
        await card.waitFor(() => expect(button(card, 'Accept')).toBeDefined());
    });
});

describe('who may decide', () => {
    const NAMES_OTHERS = ['integrations-management-write'];
    const READS_ONLY = ['crm-contacts-view'];

    it.each([
        ['names none', []],
        ['speaks of other things only', NAMES_OTHERS],
        ['names the right to edit contacts', [...READS_ONLY, 'crm-contacts-edit']]
    ])('is everybody whose list of permissions %s', async (_, permissions) => {
        const card = await opened(FRESH, { user: { permissions } });
        expect(button(card, 'Accept').props.disabled).toBe(false);
        expect(card.calls.mock.calls[0]?.[1].parameters).toMatchObject({ mayEdit: true });
    });

    it('is nobody whose list speaks of contacts without the right to edit them', async () => {
        const card = await opened(FRESH, { user: { permissions: READS_ONLY } });
        for (const label of ['Accept', 'Qualify', 'Recycle', 'Reject']) {
            expect(button(card, label).props.disabled).toBe(true);
        }
        expect(card.text()).toContain('HubSpot does not show you as one who may edit contacts');
        expect(card.calls.mock.calls[0]?.[1].parameters).toMatchObject({ mayEdit: false });
    });

    it('is told to the function with the user’s id', async () => {
        const card = await opened(FRESH);
        click(card, 'Accept');
        await card.says('Change decision');
        expect(decisions(card)[0]?.[1].parameters).toMatchObject({
            by: 'Ana Ortiz',
            byUserId: 9000001
        });
    });
});

describe('what was left undone', () => {
    it('is said after the decision is saved', async () => {
        const card = await opened(FRESH, {
            serverless: async (uid, options) => ({
                ...((await rig.run(uid, options)) as object),
                ...(uid === 'handoff-decide' && { notes: ['The lead was not moved: no access.'] })
            })
        });
        click(card, 'Accept');
        await card.says('Change decision');
        expect(card.mocks.actions.addAlert.calls.map(([alert]) => alert)).toEqual([
            { type: 'success', message: 'Lead accepted' },
            { type: 'warning', message: 'The lead was not moved: no access.' }
        ]);
    });
});

describe('whose record it is', () => {
    it('draws no answer that something newer has overtaken', async () => {
        let release: (() => void) | undefined;
        let holding = false;
        const card = await opened(FRESH, {
            serverless: async (uid, options) => {
                const answer = await rig.run(uid, options);
                if (holding) {
                    holding = false;
                    await new Promise<void>((done) => (release = done));
                }
                return answer;
            }
        });
        const [, changed] = card.mocks.actions.onCrmPropertiesUpdate.calls[0] ?? [];
        holding = true;
        changed?.({});
        await vi.waitFor(() => expect(release).toBeDefined());
        vi.setSystemTime(Date.now() + 1000);
        const { objectId } = card.mocks.context.crm;
        const decision = {
            objectId,
            kind: 'accepted',
            byUserId: 9000002,
            by: 'Ben Carter',
            seenDecidedAt: null
        };
        await rig.portal.runFunction('handoff-decide', decision);
        changed?.({});
        await card.says('Accepted by Ben Carter');
        release?.();
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(card.text()).toContain('Accepted by Ben Carter');
    });

    it('reads in the user’s language and the account’s zone, whatever form they have', async () => {
        const card = rig.open(FRESH, { user: { locale: 'de_DE' } });
        await card.says(/Due \S+ \d+\. Nov/);
    });
});
