import {
    Alert,
    Button,
    Input,
    LoadingSpinner,
    Select,
    StatusTag,
    Table,
    TableCell,
    Tag
} from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsPage } from '../../hubspot-project/src/app/settings/SettingsPage.tsx';
import { accountNamed } from '../../scripts/sandbox/hubspot/accounts.ts';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import { textOf } from './text.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const WAIT = { timeoutInMs: 5000 };

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW });
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());
afterEach(() => vi.unstubAllGlobals());

type Serverless = (uid: string, options: { readonly parameters: unknown }) => Promise<unknown>;
const run: Serverless = (uid, { parameters }) => portal.runFunction(uid, parameters);

const STAFF = { name: 'staff', label: 'Staff', type: 'string' };

function seed(parts: Partial<PortalRows> = {}) {
    portal.seed({
        contact: {
            id: '501',
            properties: {
                firstname: 'Dana',
                lastname: 'Reyes',
                email: 'dana@northwind.test',
                jobtitle: 'CFO',
                numemployees: 'a few',
                staff: '51-200',
                createdate: '2026-11-01T00:00:00Z'
            }
        },
        definitions: [STAFF],
        ...parts
    });
}

function opened(serverless: Serverless = run) {
    const calls = vi.fn(serverless);
    vi.stubGlobal('self', { serverless: calls });
    const renderer = createRenderer('settings');
    renderer.render(<SettingsPage />);
    const text = () => textOf(renderer.getRootNode());
    const named = (name: string) => (props: { name?: string }) => props.name === name;
    return {
        ...renderer,
        calls,
        text,
        says: (words: string) =>
            renderer.waitFor(() => {
                if (!text().includes(words)) throw new Error(`It does not say ${words}: ${text()}`);
            }, WAIT),
        picker: (name: string) => {
            const found = renderer.findAll(Select).find(({ props }) => named(name)(props));
            if (!found) throw new Error(`no picker ${name}`);
            return found;
        },
        button: (label: string) => {
            const found = renderer.findAll(Button).find((button) => button.text === label);
            if (!found) throw new Error(`no button ${label}`);
            return found;
        }
    };
}
type Opened = ReturnType<typeof opened>;
const choose = (page: Opened, name: string, value: string) =>
    page.picker(name).trigger('onChange', value as never);
const click = (page: Opened, label: string) => page.button(label).trigger('onClick');

async function ready(serverless?: Serverless) {
    const page = opened(serverless);
    await page.says('What Handoff reads');
    return page;
}

describe('an account that changed what is HubSpot’s own', () => {
    it('is told which options the agreement sets and it does not have', async () => {
        const account = accountNamed('lead-status-changed');
        const other = await createPortal({
            project: 'hubspot-project',
            now: () => NOW,
            account,
            delay: 0
        });
        other.seed({ contact: { id: '501', properties: {} } });
        const page = opened((uid, { parameters }) => other.runFunction(uid, parameters));
        await page.says('This account lacks options that the agreement sets');
        await page.says(
            'This account has no lead status “UNQUALIFIED”. It has New (NEW), Open (OPEN)'
        );
        await other.close();
    });
});

describe('the settings page', () => {
    it('says that it loads, then shows the defaults and what else could be chosen', async () => {
        seed();
        const page = opened();
        expect(page.find(LoadingSpinner).props.label).toBe('Loading the settings');
        await page.says('What Handoff reads');
        const { value, options, description } = page.picker('employees').props;
        expect(value).toBe('numemployees');
        expect(options).toContainEqual({ value: 'staff', label: 'Staff' });
        expect(description).toContain('Default: Number of employees.');
        expect(page.button('Save').props.disabled).toBe(true);
        expect(page.maybeFind(Tag)).toBeNull();
        expect(page.maybeFind(Alert)).toBeNull();
    });

    it('saves what was chosen, and says so', async () => {
        seed();
        const page = await ready();
        choose(page, 'employees', 'staff');
        expect(page.find(Tag).text).toBe('Unsaved changes');
        click(page, 'Save');
        await page.waitFor(() => expect(page.mocks.actions.addAlert.callCount).toBe(1), WAIT);
        expect(page.mocks.actions.addAlert.calls[0]?.[0]).toMatchObject({ type: 'success' });
        expect(page.maybeFind(Tag)).toBeNull();
        const again = await ready();
        expect(again.picker('employees').props.value).toBe('staff');
    });

    it('can show no score, and go back to the defaults', async () => {
        seed();
        const page = await ready();
        choose(page, 'score', '');
        expect(page.picker('score').props.value).toBe('');
        click(page, 'Use defaults');
        expect(page.picker('score').props.value).toBe('hubspotscore');
        expect(page.maybeFind(Tag)).toBeNull();
    });

    it('discards what was not saved', async () => {
        seed();
        const page = await ready();
        choose(page, 'title', 'staff');
        click(page, 'Discard changes');
        expect(page.picker('title').props.value).toBe('jobtitle');
    });

    it('says at the field what is wrong, and keeps the choice', async () => {
        seed();
        const page = await ready();
        // It was removed while the page stood open.
        choose(page, 'employees', 'gone');
        click(page, 'Save');
        await page.waitFor(() => expect(page.picker('employees').props.error).toBe(true), WAIT);
        const { value, validationMessage, options } = page.picker('employees').props;
        expect(validationMessage).toContain('gone');
        expect([value, options?.[0]?.label]).toEqual(['gone', 'gone (not in this account)']);
        choose(page, 'employees', 'staff');
        expect(page.picker('employees').props.error).toBe(false);
    });

    it('says which scope saving lacks', async () => {
        seed({ scopes: ['oauth', 'crm.objects.contacts.read'] });
        const page = await ready();
        choose(page, 'employees', 'staff');
        click(page, 'Save');
        await page.says('crm.schemas.contacts.write');
        expect(page.find(Alert).props.title).toBe('The settings were not saved.');
        expect(page.picker('employees').props.value).toBe('staff');
    });

    it('says what of the stored settings it cannot use', async () => {
        const description = '{"employees":"No. of staff"}';
        const stored = { name: 'handoff_settings', type: 'string', description };
        seed({ definitions: [stored, STAFF] });
        const page = await ready();
        expect(page.find(Alert).props.title).toContain('cannot be used');
        expect(page.picker('employees').props.error).toBe(true);
    });

    it('says that it could not load, and tries again', async () => {
        seed();
        let fail = true;
        const page = opened(async (uid, options) => {
            if (fail) throw new Error('Gateway took too long');
            return run(uid, options);
        });
        await page.says('Gateway took too long');
        fail = false;
        click(page, 'Try again');
        await page.says('What Handoff reads');
    });

    it.each([null, 'oops', { status: 502 }])('survives the answer %j', async (answer) => {
        const page = opened(() => Promise.resolve(answer));
        await page.says('The settings could not be loaded.');
    });

    it('takes an answer that is wrapped in a body', async () => {
        seed();
        await ready(async (uid, options) => ({ statusCode: 200, body: await run(uid, options) }));
    });

    it('lists what the account answers', async () => {
        seed({ scopes: ['oauth', 'crm.objects.contacts.read'], tiers: { events: false } });
        const page = await ready();
        const states = page.findAll(StatusTag).map((tag) => tag.text);
        expect(states).toEqual(
            expect.arrayContaining(['Scope not granted', 'Not in this subscription'])
        );
    });
});

describe('testing on a contact', () => {
    async function tested(who: string, prepare: (page: Opened) => void = () => {}) {
        seed();
        const page = await ready();
        prepare(page);
        page.find(Input).trigger('onInput', who as never);
        click(page, 'Test');
        return page;
    }

    it('shows what the defaults read, and what they cannot', async () => {
        const page = await tested('dana@northwind.test');
        await page.says('What Handoff reads of Dana Reyes');
        const cells = page
            .find(Table)
            .findAll(TableCell)
            .map((cell) => textOf(cell as never));
        expect(cells).toEqual(
            expect.arrayContaining(['numemployees', 'a few', 'Not understood', 'CFO', 'Empty'])
        );
    });

    it('uses the form as it stands, before it is saved', async () => {
        const page = await tested('501', (form) => choose(form, 'employees', 'staff'));
        await page.says('51 to 200');
        expect(portal.calls.some(({ method }) => method === 'PATCH')).toBe(false);
    });

    it('says what is wrong with the contact', async () => {
        const page = await tested('nobody');
        await page.says('neither a contact’s record ID nor an email address');
        expect(page.maybeFind(Table)).toBeNull();
    });
});
