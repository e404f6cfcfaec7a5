/** What the card does while HubSpot's limits hold something back. */
import { Button, RadioButton, TextArea } from '@hubspot/ui-extensions';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '../../hubspot-project/src/app/cards/callFunction.ts';
import { patiently } from '../../hubspot-project/src/app/cards/patience.ts';
import { startPortal } from './opened.tsx';

// What is tested is that the card calls again, not how long it waits.
vi.mock('../../hubspot-project/src/app/cards/patience.ts', async (original) => ({
    ...(await original<object>()),
    pauseFor: () => Promise.resolve()
}));

const BUSY = {
    ok: false,
    error: { code: 'too_many_calls', message: 'Too many calls', mend: 'Wait ten seconds.' },
    retryAfter: 10
} as const;
const PART = { ok: true, records: {}, retryAfter: 10 } as unknown as Answer;
const WHOLE = { ok: true, records: {} } as unknown as Answer;

describe('patience', () => {
    async function taken(answers: readonly Answer[], wanted = (): boolean => true) {
        const left = [...answers];
        const found: Answer[] = [];
        const pauses: number[] = [];
        const call = vi.fn(async () => left.shift() ?? BUSY);
        await patiently({
            call,
            take: (answer) => void found.push(answer),
            isWanted: wanted,
            pause: async (ms) => void pauses.push(ms),
            record: 501
        });
        return { found, pauses, calls: call.mock.calls.length };
    }

    it('calls again after the time that the answer names, and takes what is there meanwhile', async () => {
        const { found, pauses } = await taken([BUSY, PART, WHOLE]);
        expect(found).toEqual([PART, WHOLE]);
        expect(pauses).toHaveLength(2);
        expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10);
    });

    it('ends at last, and then says what failed', async () => {
        const { found, calls } = await taken([]);
        expect(found).toEqual([BUSY]);
        expect(calls).toBe(6);
    });

    it('does not call again for a record that nobody looks at any more', async () => {
        expect(await taken([BUSY, WHOLE], () => false)).toMatchObject({ found: [], calls: 1 });
    });
});

describe('the card', () => {
    let rig: Awaited<ReturnType<typeof startPortal>>;
    beforeAll(async () => {
        vi.useFakeTimers({ toFake: ['Date'] });
        rig = await startPortal();
    });
    afterAll(async () => {
        vi.useRealTimers();
        await rig.portal.close();
    });
    beforeEach(() => {
        rig.portal.clearTraffic();
    });
    afterEach(() => vi.unstubAllGlobals());

    /** HubSpot refuses the first call of a function. */
    function busyOnce(uid: string) {
        let isBusy = true;
        return async (called: string, options: { readonly parameters: unknown }) => {
            if (called === uid && isBusy) {
                isBusy = false;
                return BUSY;
            }
            return rig.run(called, options);
        };
    }

    it('shows the person by itself once HubSpot lets it', async () => {
        const card = rig.open('01-fresh-demo-request', {
            serverless: busyOnce('handoff-lead-context')
        });
        await card.says('Dana Whitfield');
        expect(card.text()).not.toContain('Too many calls');
        expect(card.calls).toHaveBeenCalledTimes(2);
    });

    it('drops no decision', async () => {
        const card = rig.open('01-fresh-demo-request', { serverless: busyOnce('handoff-decide') });
        await card.says('Dana Whitfield');
        const click = (label: string) =>
            card.find(Button, ({ text }) => text === label).trigger('onClick', {} as never);
        click('Reject');
        const [reason] = card.findAll(RadioButton);
        reason?.trigger('onChange', true as never);
        card.find(TextArea).trigger('onInput', 'Frozen until March' as never);
        card.find(TextArea).trigger('onChange', 'Frozen until March' as never);
        click('Reject lead');
        await card.waitFor(() => {
            const contact = rig.portal.snapshot().contacts[0];
            expect(contact?.properties['handoff_decision']).toBe('rejected');
        });
        const decisions = card.calls.mock.calls.filter(([uid]) => uid === 'handoff-decide');
        expect(decisions).toHaveLength(2);
        expect(card.text()).not.toContain('Too many calls');
    });
});
