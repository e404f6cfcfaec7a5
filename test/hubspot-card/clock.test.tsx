import { agreement, leadPanel, type Viewer } from '@handoff/core';
import { Heading } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ClockPart } from '../../hubspot-project/src/app/cards/components/ClockPart.tsx';
import { aLead, assignment, at, MINUTE, person } from '../support/lead.ts';

const ASSIGNED = at('2026-11-18T15:00:00Z');

beforeEach(() => vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] }));
afterEach(() => vi.useRealTimers());

/** The clock of somebody handed over at `ASSIGNED`, opened `after` later. */
function opened(after: number) {
    const now = ASSIGNED + after;
    vi.setSystemTime(now);
    const viewer: Viewer = { now, locale: 'en-US', timeZone: 'America/New_York' };
    const lead = aLead({
        mqlAt: ASSIGNED,
        owner: person('ana'),
        assignments: [assignment(ASSIGNED)]
    });
    const panel = leadPanel(lead, agreement, viewer);
    const { length } = panel.clock;
    const renderer = createRenderer('crm.record.tab');
    renderer.render(<ClockPart panel={panel} viewer={viewer} />);
    const headline = () => renderer.find(Heading).text;
    return { ...renderer, headline, length: length ?? 0 };
}

/** Lets time pass; React runs effects and redraws after the task in which it was asked to. */
async function pass(ms: number) {
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    await settled();
    vi.advanceTimersByTime(ms);
    await settled();
    await settled();
}

describe('the clock', () => {
    it('moves each second in its last hour', async () => {
        const { length } = opened(0);
        const card = opened(length - 2 * MINUTE);
        expect(card.headline()).toBe('2 m left');
        await pass(1000);
        expect(card.headline()).toBe('1 m 59 s left');
    });

    it('goes over before the eyes of who watches, and says so once', async () => {
        const { length } = opened(0);
        const card = opened(length - 1000);
        await pass(1000);
        await pass(1000);
        expect(card.headline()).toBe('Overdue by 1 s');
        const said = card.mocks.actions.addAlert.calls.map(([alert]) => alert.message);
        expect(said).toHaveLength(1);
        expect(said[0]).toContain('The response is overdue.');
    });

    it('rests for a minute while more than an hour is left', async () => {
        const card = opened(0);
        const before = card.headline();
        await pass(MINUTE - 1000);
        expect(card.headline()).toBe(before);
        await pass(1000);
        expect(card.headline()).not.toBe(before);
    });
});
