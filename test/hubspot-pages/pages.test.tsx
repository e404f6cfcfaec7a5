import {
    Alert,
    BarChart,
    Button,
    EmptyState,
    ErrorState,
    LineChart,
    Link,
    LoadingSpinner,
    ProgressBar,
    Select,
    StatisticsItem,
    Tab,
    TableHeader,
    TableRow,
    Tabs
} from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import { createRenderer, type RenderedChildNode } from '@hubspot/ui-extensions/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AcceptancePages } from '../../hubspot-project/src/app/pages/AcceptancePages.tsx';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import { textOf } from '../hubspot-card/text.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { portalOf } from '../support/hubspotContacts.ts';
import { generatedStampedLeads } from '../support/stampedLeads.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const WAIT = { timeoutInMs: 10_000 };
const agreement = defaultAgreement();

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW, delay: 0 });
});
afterAll(() => portal.close());
beforeEach(() => {
    vi.useFakeTimers({ now: NOW, toFake: ['Date'] });
    portal.clearTraffic();
});
afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
});

type Serverless = (uid: string, options: { readonly parameters: unknown }) => Promise<unknown>;
const run: Serverless = (uid, { parameters }) => portal.runFunction(uid, parameters);

function seed(count: number) {
    const leads = generatedStampedLeads(agreement, count, 11, NOW);
    portal.seed({ contact: { id: '1', properties: {} }, ...portalOf(leads, agreement) });
}

function opened(serverless: Serverless = run) {
    const calls = vi.fn(serverless);
    vi.stubGlobal('self', { serverless: calls });
    const renderer = createRenderer('pages');
    renderer.render(<AcceptancePages />);
    const text = () => textOf(renderer.getRootNode());
    return {
        ...renderer,
        calls,
        text,
        says: (words: string) =>
            renderer.waitFor(() => {
                if (!text().includes(words)) throw new Error(`It does not say ${words}: ${text()}`);
            }, WAIT),
        go: (path: string, params = {}) => renderer.mocks.setPageLocation({ path, params }),
        filter: (name: string) => {
            const found = renderer.findAll(Select).find(({ props }) => props.name === name);
            if (!found) throw new Error(`no filter ${name}`);
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

async function ready(serverless?: Serverless): Promise<Opened> {
    const page = opened(serverless);
    await page.waitFor(() => expect(page.findAll(Tab)).toHaveLength(4), WAIT);
    return page;
}
const subtitle = (page: Opened) => /[^.]*?MQLs? · As of/.exec(page.text())?.[0] ?? '';

describe('the overview page', () => {
    it('shows rates, months, groups and where to go on, read by one call of its function', async () => {
        seed(600);
        const page = await ready();
        expect(page.calls).toHaveBeenCalledTimes(1);
        expect(subtitle(page)).toContain('Last 90 days');
        expect(page.findAll(Tab).map(({ props }) => props.title)).toEqual([
            'Overview',
            'Reasons',
            'Response',
            'Disagreement'
        ]);
        const [delivered] = page.findAll(StatisticsItem);
        expect(delivered?.props).toMatchObject({ label: 'MQLs delivered' });
        expect(page.findAll(LineChart).length).toBeGreaterThan(0);
        expect(page.findAll(BarChart).length).toBeGreaterThan(0);
        expect(page.text()).toContain('Marketing–sales agreement');
    });

    it.each(['reasons', 'response', 'disagreement'])('has a route for %s', async (route) => {
        seed(300);
        const page = await ready();
        page.go(`/${route}`);
        await page.waitFor(() => expect(page.find(Tabs).props.selected).toBe(route), WAIT);
        expect(page.findAll(StatisticsItem).length + page.findAll(BarChart).length).toBeGreaterThan(
            0
        );
        expect(page.calls).toHaveBeenCalledTimes(1);
    });

    it('goes to the tab that is chosen', async () => {
        seed(20);
        const page = await ready();
        page.find(Tabs).trigger('onSelectedChange', 'response' as never);
        const { navigateToPage } = page.mocks.actions;
        expect(navigateToPage.calls).toEqual([[{ to: '/response' }]]);
    });

    it('counts anew for a filter, without reading again', async () => {
        seed(600);
        const page = await ready();
        const all = subtitle(page);
        const [, first] = page.filter('source').props.options;
        page.filter('source').trigger('onChange', String(first?.value) as never);
        await page.waitFor(() => expect(subtitle(page)).not.toBe(all), WAIT);
        expect(subtitle(page)).toContain(first?.label);
        expect(page.calls).toHaveBeenCalledTimes(1);
    });

    it('reads again for a period that it has not read, and only then', async () => {
        seed(300);
        const page = await ready();
        page.filter('period').trigger('onChange', '2026-11' as never);
        await page.says('November 2026 ·');
        expect(page.calls).toHaveBeenCalledTimes(1);
        page.filter('period').trigger('onChange', '2026-01' as never);
        await page.says('January 2026 ·');
        expect(page.calls).toHaveBeenCalledTimes(2);
    });

    it('sorts a table by any column, what is not known last', async () => {
        seed(600);
        const page = await ready();
        const header = () =>
            page.findAll(TableHeader).filter(({ text }) => text === 'MQLs')[1] ??
            page.find(TableHeader);
        const counts = () =>
            page
                .findAll(TableRow)
                .map((row) => textOf(row as unknown as RenderedChildNode))
                .join('\n');
        const before = counts();
        header().trigger('onSortChange' as never, 'ascending' as never);
        await page.waitFor(() => expect(counts()).not.toBe(before), WAIT);
        expect(header().props.sortDirection).toBe('ascending');
    });

    it('leads from a row to its leads, and from each to the contact', async () => {
        seed(300);
        const page = await ready();
        const [link] = page.findAll(PageLink);
        expect(link?.props).toMatchObject({ to: '/leads', params: { source: expect.any(String) } });
        page.go('/leads', link?.props.params);
        await page.says('Back to the overview');
        const [contact] = page.findAll(Link);
        expect(contact?.props.href).toMatch(/^\/contacts\/\d+\/record\/0-1\/9\d{6}$/);
        expect(page.text()).toMatch(/\d+ leads?/);
    });
});

describe('while it reads', () => {
    it('says how far it is, and shows no number before all is read', async () => {
        seed(300);
        let answer = () => {};
        const page = opened(async (uid, options) => {
            const { cursor } = options.parameters as { cursor: string | null };
            if (cursor !== null) await new Promise<void>((resolve) => (answer = resolve));
            const batch = (await run(uid, options)) as { rows: unknown[]; left: number };
            if (cursor !== null) return batch;
            const half = batch.rows.slice(0, 120);
            const last = (half[119] as string[])[0];
            return { ...batch, rows: half, left: 180, cursor: last };
        });
        expect(page.find(LoadingSpinner).props.label).toBe('Reading contacts');
        await page.waitFor(() => page.find(ProgressBar), WAIT);
        expect(page.find(ProgressBar).props.valueDescription).toBe('120 of 300 contacts read');
        expect(page.maybeFind(StatisticsItem)).toBeNull();
        expect(page.filter('rep').props.readOnly).toBe(true);
        await page.waitFor(() => expect(page.calls).toHaveBeenCalledTimes(2), WAIT);
        answer();
        await page.waitFor(() => page.find(Tabs), WAIT);
        expect(page.maybeFind(LoadingSpinner)).toBeNull();
    });

    it('says plainly that there is nobody', async () => {
        seed(0);
        const page = opened();
        await page.waitFor(() => page.find(EmptyState), WAIT);
        expect(page.find(EmptyState).props.title).toContain('No lead became an MQL');
    });

    it('says what failed and how to mend it, and tries again', async () => {
        seed(30);
        portal.intercept({ on: '/search', status: 403 });
        const page = opened();
        await page.waitFor(() => page.find(ErrorState), WAIT);
        expect(page.text()).toContain('grant the Handoff app the scopes');
        page.button('Try again').trigger('onClick');
        await page.waitFor(() => page.find(Tabs), WAIT);
    });

    it.each([
        ['is unreachable', () => Promise.reject(new Error('no network')), 'no network'],
        ['answers nonsense', () => Promise.resolve('<html>'), 'cannot read']
    ])('says so when its function %s', async (_what, serverless, words) => {
        const page = opened(serverless);
        await page.says(words);
        expect(page.find(ErrorState).props.title).toBe('The contacts could not be read.');
    });

    it('keeps a part back until it is asked for, and goes on where it stopped', async () => {
        seed(300);
        const page = opened(async (uid, options) => {
            const { cursor } = options.parameters as { cursor: string | null };
            if (page.calls.mock.calls.length === 2) throw new Error('the line broke');
            const batch = (await run(uid, options)) as { rows: string[][] };
            const half = batch.rows.slice(0, 120);
            return cursor === null
                ? { ...batch, rows: half, left: 180, cursor: half[119]?.[0] }
                : batch;
        });
        await page.says('120 were read, 180 are missing');
        expect(page.find(Alert).props.variant).toBe('error');
        expect(page.maybeFind(Tabs)).toBeNull();
        page.button('Show the part that was read').trigger('onClick');
        await page.waitFor(() => page.find(Tabs), WAIT);
        expect(page.text()).toContain('do not quote these numbers');
        page.button('Read the rest').trigger('onClick');
        await page.waitFor(() => expect(page.text()).not.toContain('do not quote'), WAIT);
        await page.waitFor(() => page.find(Tabs), WAIT);
        expect(page.calls).toHaveBeenCalledTimes(3);
    });
});
