/** Sixty cards opened within one second: none fails, and nothing is lost. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeWorld, openWorld, STOPPED_MS } from './world.ts';
import type { Opened, World } from './world.ts';

const CARDS = 60;
const ONE_PROCESS = 'warm';
/** Virtual time until the last of them is whole; most are at once. */
const LONGEST_MS = { warm: 30_000, cold: 90_000 };

afterEach(closeWorld);

function pause(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}

/** All of them within a second, each by the process that `processOf` names. */
function openAll(world: World, processOf: (index: number) => string): Promise<Opened[]> {
    return world.run(
        world.ids.map(async (id, index) => {
            await pause((index * 1000) / CARDS);
            return await world.open(id, processOf(index));
        })
    );
}

function expectWhole(world: World, opened: readonly Opened[]): void {
    expect(opened.filter(({ last }) => !last.ok)).toEqual([]);
    for (const { last } of opened) {
        expect(last).toMatchObject({ ok: true, notes: [], records: { gaps: [] } });
        expect(last.records?.acceptance).not.toBeNull();
    }
    for (const id of world.ids) {
        expect(world.properties(id)).toMatchObject({
            handoff_window: expect.any(String) as string,
            handoff_due_at: expect.any(String) as string,
            handoff_attempts: '1'
        });
    }
    expect(world.longest).toBeLessThan(STOPPED_MS);
}

describe('sixty cards within a second, under HubSpot’s limits', () => {
    it('are all drawn whole and stamped by a process that knows the account', async () => {
        const world = openWorld(CARDS + 1);
        const [first, ...rest] = world.ids;
        await world.run([world.open(first ?? 0, ONE_PROCESS)]);
        const opened = await openAll({ ...world, ids: rest }, () => ONE_PROCESS);
        expectWhole(world, opened);
        expect(world.refused).toBeGreaterThan(0);
        expect(world.elapsed()).toBeLessThan(LONGEST_MS.warm);
    });

    it('are all drawn whole and stamped by as many processes that know nothing', async () => {
        const world = openWorld(CARDS);
        const opened = await openAll(world, (index) => `cold-${String(index)}`);
        expectWhole(world, opened);
        expect(world.elapsed()).toBeLessThan(LONGEST_MS.cold);
    });

    it('lose no decision that is made at the same time', async () => {
        const world = openWorld(CARDS);
        const answers = await world.run(world.ids.map((id) => world.reject(id, ONE_PROCESS)));
        expect(answers.filter(({ ok }) => !ok)).toEqual([]);
        for (const id of world.ids) {
            expect(world.properties(id)).toMatchObject({
                handoff_decision: 'rejected',
                hs_lead_status: 'UNQUALIFIED'
            });
        }
    });
});

describe('the calls of one opening', () => {
    it('are fewer where the process knows the account, and fewer still once the contact is stamped', async () => {
        const world = openWorld(2);
        const [first = 0, second = 0] = world.ids;
        const counted: number[] = [];
        for (const id of [first, second, second]) {
            const before = world.calls;
            await world.run([world.open(id, ONE_PROCESS)]);
            counted.push(world.calls - before);
        }
        // The contact, its events and its call; settings, owners and the source’s contacts; the stamps.
        expect(counted).toEqual([7, 4, 3]);
    });
});
