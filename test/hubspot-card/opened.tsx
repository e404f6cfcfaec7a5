/** The card on a person's record, in HubSpot's own test renderer, with the real app functions behind it. */
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import { HandoffCard } from '../../hubspot-project/src/app/cards/HandoffCard.tsx';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { State } from '../../scripts/sandbox/hubspot/store.ts';
import { loadCase } from '../cases/load.ts';
import { textOf } from './text.ts';
import { hooksOf, type Hooks } from './hooks.ts';

type Serverless = (uid: string, options: { readonly parameters: unknown }) => Promise<unknown>;

const WAIT = { timeoutInMs: 5000 };

/** A portal whose clock is the card's. */
export async function startPortal() {
    const portal = await createPortal({ project: 'hubspot-project', now: () => Date.now() });
    const run: Serverless = (uid, { parameters }) => portal.runFunction(uid, parameters);

    /** Puts the person into the portal, and the clock to when the case happens. */
    function seed(id: string) {
        const { hubspot, now } = loadCase(id);
        vi.setSystemTime(now);
        portal.seed(hubspot.portal);
        return Number(hubspot.portal.contact.id);
    }

    /** Opens the card; `serverless` stands in for the portal. */
    function open(
        id: string,
        {
            location = 'crm.record.tab',
            serverless = run,
            hooks = () => ({}),
            user = {}
        }: {
            readonly location?: 'crm.record.tab' | 'crm.record.sidebar';
            readonly serverless?: Serverless;
            /** What HubSpot's own hooks do, other than read the portal. */
            readonly hooks?: (state: State) => Partial<Hooks>;
            readonly user?: {
                readonly id?: number;
                readonly permissions?: readonly string[];
                readonly locale?: string;
            };
        } = {}
    ) {
        const calls = vi.fn(serverless);
        vi.stubGlobal('self', { serverless: calls });
        const renderer = createRenderer(location);
        Object.assign(renderer.mocks.context.crm, { objectId: seed(id) });
        Object.assign(renderer.mocks.context.user, {
            ...{ id: 9000001, firstName: 'Ana', lastName: 'Ortiz' },
            ...user
        });
        const state = portal.snapshot();
        const { useCrmProperties, useAssociations } = { ...hooksOf(state), ...hooks(state) };
        renderer.mocks.useCrmProperties.willCall(useCrmProperties);
        renderer.mocks.useAssociations.willCall(useAssociations);
        renderer.render(<HandoffCard />);
        const text = () => textOf(renderer.getRootNode());
        return {
            ...renderer,
            calls,
            text,
            waitFor: (check: () => void) => renderer.waitFor(check, WAIT),
            /** Waits until the card says this. */
            says: (words: string | RegExp) =>
                renderer.waitFor(() => {
                    const found =
                        typeof words === 'string' ? text().includes(words) : words.test(text());
                    if (!found) throw new Error(`The card does not say ${words}: ${text()}`);
                }, WAIT)
        };
    }
    return { portal, run, open };
}

export type Opened = ReturnType<Awaited<ReturnType<typeof startPortal>>['open']>;
