import { agreement } from '@handoff/core';
import { Alert, Button, LoadingSpinner } from '@hubspot/ui-extensions';
import { CrmPropertyList } from '@hubspot/ui-extensions/crm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { hubspotProperties } from '../../shared/crm/hubspot/properties.ts';
import { ACTIVITY_PROPERTIES } from '../../shared/crm/hubspot/touches.ts';
import { ACTIVITIES } from '../../scripts/sandbox/hubspot/objectTypes.ts';
import type { State } from '../../scripts/sandbox/hubspot/store.ts';
import { hooksOf, offline } from './hooks.ts';
import { startPortal, type Opened } from './opened.tsx';
import contacts from '../../hubspot-project/properties/contacts.json' with { type: 'json' };

const FRESH = '01-fresh-demo-request';
/** As HubSpot's own executor words it. */
const NOT_FOUND = `The serverless function 'handoff-lead-context' failed to execute: ApiFailure: {"status":"error","message":"The serverless function handoff-lead-context doesn't exist in this project.","subCategory":"AppFunctionsExecutorErrorType.SERVERLESS_FUNCTION_NOT_FOUND"}.`;

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

type Options = NonNullable<Parameters<typeof rig.open>[1]>;

async function opened(id: string, options: Options = {}, message = NOT_FOUND): Promise<Opened> {
    const serverless = () => Promise.reject(new Error(message));
    const card = rig.open(id, { serverless, ...options });
    await card.says('Shown without Handoff’s functions');
    return card;
}
const labels = (card: Opened) => card.findAll(Button).map(({ text }) => text);

describe('an account that does not run functions', () => {
    it('gets the panel from HubSpot’s own hooks: clock, score, touches', async () => {
        const card = await opened('05-answered-in-time');
        const text = card.text();
        expect(text).toContain('Marketing–sales agreement v1');
        expect(text).toMatch(/Answered in time/);
        expect(text).toMatch(/\d+ points, \d+ needed/);
        expect(rig.portal.calls).toHaveLength(0);
    });

    it('is told why, and what is missing', async () => {
        const text = (await opened(FRESH)).text();
        expect(text).toContain('HubSpot runs Handoff’s functions only with Enterprise.');
        // What a part shows of them, and the rest once, in one line.
        expect(text).toContain(
            'Only Handoff’s functions can read: sequences, owner history, earlier decisions, ' +
                'acceptance of this source, names of owners and this account’s settings, so the ' +
                'defaults count'
        );
        expect(text).toContain('Only Handoff’s functions can read: content history and page views');
        expect(text.match(/Only Handoff’s functions can read/g)).toHaveLength(2);
    });

    it('takes nothing for not done that it cannot see', async () => {
        const signals = (await opened(FRESH)).text().split('buying signals')[1] ?? '';
        expect(signals).toMatch(/Webinar or event attended Not known/);
    });

    it('gets no more of HubSpot’s inner message than that', async () => {
        const card = await opened(FRESH);
        expect(card.text()).not.toContain('SERVERLESS_FUNCTION_NOT_FOUND');
        expect(card.find(Alert).props.variant).toBe('info');
    });

    it('decides by HubSpot’s own property edit, in the tab', async () => {
        const card = await opened(FRESH);
        expect(labels(card)).not.toContain('Accept');
        expect(card.find(CrmPropertyList).props.properties).toEqual([
            'handoff_decision',
            'handoff_reason',
            'handoff_reason_detail',
            'handoff_decision_note',
            'handoff_decided_at'
        ]);
    });

    it('is told in the sidebar which properties to set, by their labels and where', async () => {
        const card = await opened(FRESH, { location: 'crm.record.sidebar' });
        expect(card.maybeFind(CrmPropertyList)).toBeNull();
        const text = card.text();
        expect(text).toContain('View all properties, group Handoff');
        for (const name of hubspotDecision) {
            const label = contacts.properties.find((property) => property.name === name)?.label;
            expect(text).toContain(label);
        }
    });

    it('shows a decision that was made by hand', async () => {
        const card = await opened('12-recycled');
        expect(card.text()).toContain('Recycled');
    });

    it('decides nothing about a converted person', async () => {
        const card = await opened('13-converted');
        expect(card.text()).toContain('there is nothing left to decide');
        expect(card.maybeFind(CrmPropertyList)).toBeNull();
    });

    it('tries the functions again on request', async () => {
        let runs = false;
        const card = await opened(FRESH, {
            serverless: async (uid, options) => {
                if (!runs) throw new Error(NOT_FOUND);
                return rig.run(uid, options);
            }
        });
        const tryAgain = () =>
            card.waitFor(() => {
                const button = card.find(Button, ({ text }) => text === 'Try again');
                expect(button.props.disabled).toBe(false);
                button.trigger('onClick', {} as never);
            });
        await tryAgain();
        await card.waitFor(() => expect(card.calls.mock.calls).toHaveLength(2));
        runs = true;
        await tryAgain();
        await card.waitFor(() => expect(labels(card)).toContain('Accept'));
    });

    it('does not call the function at each edit of a property', async () => {
        const card = await opened(FRESH);
        const [, changed] = card.mocks.actions.onCrmPropertiesUpdate.calls[0] ?? [];
        changed?.({});
        await new Promise((resolve) => setImmediate(resolve));
        expect(card.calls.mock.calls).toHaveLength(1);
    });
});

describe('any other failure that is none of ours', () => {
    it('is told in HubSpot’s words, above what HubSpot lets a card read', async () => {
        const card = await opened(FRESH, {}, 'Gateway took too long');
        expect(card.find(Alert).props.variant).toBe('warning');
        const text = card.text();
        expect(text).toContain('Handoff’s functions gave no answer. Gateway took too long');
        expect(text.indexOf('Gateway')).toBeLessThan(text.indexOf('Dana Whitfield'));
        expect(text).not.toContain('only with Enterprise');
    });
});

describe('what HubSpot’s hooks give', () => {
    it('is awaited', async () => {
        const card = rig.open(FRESH, {
            serverless: () => Promise.reject(new Error(NOT_FOUND)),
            hooks: (state) => ({
                useCrmProperties: (names) => ({
                    ...hooksOf(state).useCrmProperties(names),
                    isLoading: true
                })
            })
        });
        await card.waitFor(() => expect(card.mocks.useCrmProperties.callCount).toBeGreaterThan(0));
        expect(card.find(LoadingSpinner).props.label).toBe('Loading the lead context');
    });

    it('is nothing where HubSpot cannot be reached either', async () => {
        const card = rig.open(FRESH, {
            serverless: () => Promise.reject(new Error('Failed to fetch')),
            hooks: offline
        });
        await card.says('The lead context could not be loaded.');
        expect(labels(card)).toEqual(['Try again']);
    });

    it('is read to the end, page by page', async () => {
        const card = await opened(FRESH, { hooks: (state) => hooksOf(withCalls(state, 150)) });
        expect(card.text()).toContain('Show all 150');
        expect(card.text()).not.toContain('Calls: not all were read');
    });

    it('is cut at 200 of a kind, and says so', async () => {
        const card = await opened(FRESH, { hooks: (state) => hooksOf(withCalls(state, 450)) });
        expect(card.text()).toContain('Calls: not all were read');
    });

    it('is missing where one list fails', async () => {
        const card = await opened(FRESH, {
            hooks: (state) => ({
                useAssociations: (request) => ({
                    ...hooksOf(state).useAssociations(request),
                    error: request.toObjectType === '0-49' ? new Error('403') : null
                })
            })
        });
        expect(card.text()).toContain('Could not be read just now: emails');
    });
});

describe('what the hooks are asked for', () => {
    it('is what the core needs of the contact: mend the list in useCrmRecords.ts', async () => {
        const card = await opened(FRESH);
        const [names] = card.mocks.useCrmProperties.calls[0] ?? [];
        expect(names).toEqual([...hubspotProperties(agreement).plain].sort());
    });

    it('is what the core needs of each kind of activity', async () => {
        const card = await opened(FRESH);
        const asked = new Map(
            card.mocks.useAssociations.calls.map(([{ toObjectType, properties }]) => [
                ACTIVITIES[toObjectType],
                properties
            ])
        );
        expect(Object.fromEntries(asked)).toEqual(ACTIVITY_PROPERTIES);
    });
});

const hubspotDecision = [
    'handoff_decision',
    'handoff_reason',
    'handoff_reason_detail',
    'handoff_decision_note',
    'handoff_decided_at'
];

/** The portal as it is, with so many calls. */
function withCalls(state: State, count: number): State {
    const calls = Array.from({ length: count }, (_, index) => ({
        id: String(1000 + index),
        properties: {
            hs_timestamp: new Date(Date.UTC(2026, 9, 1, 0, index)).toISOString(),
            hs_call_title: `Call ${index}`
        }
    }));
    return { ...state, activities: { ...state.activities, calls } };
}
