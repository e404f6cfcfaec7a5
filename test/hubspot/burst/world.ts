/**
 * Many cards at once against one account that enforces HubSpot's limits, in virtual time: the real
 * functions and the card's own patience over the sandbox's API, without a thread or a socket.
 */
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { main as leadContext } from '../../../hubspot-project/functions/lead-context.ts';
import { main as decide } from '../../../hubspot-project/functions/decide.ts';
import { patiently } from '../../../hubspot-project/src/app/cards/patience.ts';
import type { Answer } from '../../../hubspot-project/src/app/cards/callFunction.ts';
import { answer } from '../../../scripts/sandbox/hubspot/api.ts';
import { grantableScopes, rowsOf } from '../../../scripts/sandbox/hubspot/account.ts';
import { accountNamed } from '../../../scripts/sandbox/hubspot/accounts.ts';
import { HUBSPOT_LIMITS, limiterOf } from '../../../scripts/sandbox/hubspot/limits.ts';
import { readSchema } from '../../../scripts/sandbox/hubspot/schema.ts';
import { stateOf } from '../../../scripts/sandbox/hubspot/store.ts';
import type { State } from '../../../scripts/sandbox/hubspot/store.ts';
import { fullPortal, NOW } from '../functions/runs.ts';

/** What one of HubSpot's answers takes, in milliseconds. */
const LATENCY_MS = 120;
/** HubSpot stops a function. */
const STOPPED_MS = 10_000;
const FIRST = 501;
/** Beyond the contact itself. */
const ONE_CALL = {
    ...{ emails: [], meetings: [], tasks: [], notes: [], communications: [] },
    ...{ events: [], enrollments: [], leads: [] }
};
/** Each world is another account, of which no process knows anything. */
let worlds = 0;

export interface World {
    /** The contacts' ids. */
    readonly ids: readonly number[];
    /** Opens a contact's card as a process would, and waits until its panel is whole. */
    open(id: number, process: string): Promise<Opened>;
    /** Rejects a contact as the card does. */
    reject(id: number, process: string): Promise<Answer>;
    properties(id: number): { readonly [name: string]: string };
    /** Runs until all of them are done. */
    run<Result>(work: readonly Promise<Result>[]): Promise<Result[]>;
    /** Calls that reached HubSpot, and how many of them its limits refused. */
    readonly calls: number;
    readonly refused: number;
    /** The longest that a function ran. */
    readonly longest: number;
    /** Virtual milliseconds since the start. */
    elapsed(): number;
}
export interface Opened {
    /** All that was drawn, in order. */
    readonly answers: readonly Answer[];
    readonly last: Answer;
}

/** An account with `contacts` MQLs of the same source, each of them called once. */
export function openWorld(contacts: number): World {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'], now: NOW });
    worlds += 1;
    const account = accountNamed('limits');
    const schema = readSchema('hubspot-project', account.properties);
    const { config } = JSON.parse(
        readFileSync('hubspot-project/src/app/app-hsmeta.json', 'utf8')
    ) as { config: { auth: { requiredScopes: string[] } } };
    const asked = [...config.auth.requiredScopes, ...grantableScopes(account)];
    const ids = Array.from({ length: contacts }, (_, index) => FIRST + index);
    const states = new Map(
        ids.map((id) => {
            const { contact, ...rows } = fullPortal(ONE_CALL);
            const properties = { ...contact.properties, hs_sequences_is_enrolled: 'false' };
            const row = { ...contact, id: String(id), properties };
            return [String(id), stateOf(rowsOf(account, { ...rows, contact: row }), schema)];
        })
    );
    const limiter = limiterOf(HUBSPOT_LIMITS);
    const start = performance.now();
    let calls = 0;
    let refused = 0;
    let longest = 0;

    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
        const { pathname: path, searchParams: query } = new URL(url);
        await new Promise((resolve) => setTimeout(resolve, LATENCY_MS));
        calls += 1;
        const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : null;
        const limited = limiter.refuse(path, performance.now());
        if (limited !== null) refused += 1;
        const call = { method: init.method ?? 'GET', path, query, body };
        const world = { state: stateFor(path, query), schema, asked, now: Date.now() };
        const reply = limited ?? answer(world, call);
        return new Response(JSON.stringify(reply.body), { status: reply.status });
    });

    /** The contact that a call is about; a call about all of them is answered alike by each. */
    function stateFor(path: string, query: URLSearchParams): State {
        const id = /contacts\/(\d+)$/.exec(path)?.[1] ?? query.get('objectId') ?? String(FIRST);
        const found = states.get(id);
        if (found === undefined) throw new Error(`no contact ${id}`);
        return found;
    }

    async function within<Result>(work: () => Promise<Result>): Promise<Result> {
        const begun = performance.now();
        const result = await work();
        longest = Math.max(longest, performance.now() - begun);
        return result;
    }

    async function call(process: string, run: () => Promise<unknown>): Promise<Answer> {
        // The function reads it before it waits for anything.
        vi.stubEnv('PRIVATE_APP_ACCESS_TOKEN', `pat-${String(worlds)}-${process}`);
        return (await within(run)) as Answer;
    }
    const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

    async function asCard(id: number, run: () => Promise<Answer>): Promise<Opened> {
        const answers: Answer[] = [];
        const take = (one: Answer): void => void answers.push(one);
        await patiently({ call: run, take, isWanted: () => true, pause, record: id });
        const last = answers.at(-1);
        if (last === undefined) throw new Error('the card drew nothing');
        return { answers, last };
    }

    return {
        ids,
        open: (id, process) =>
            asCard(id, () =>
                call(process, () => leadContext({ parameters: { objectId: id, mayEdit: true } }))
            ),
        reject: async (id, process) => {
            const parameters = {
                objectId: id,
                kind: 'rejected',
                reason: 'no_budget',
                note: 'Frozen until March',
                by: 'Sam Lee',
                byUserId: 9001,
                seenDecidedAt: null
            };
            const { last } = await asCard(id, () => call(process, () => decide({ parameters })));
            return last;
        },
        properties: (id) => states.get(String(id))?.contacts[0]?.properties ?? {},
        async run(work) {
            const all = Promise.all(work);
            let isDone = false;
            void all.finally(() => (isDone = true)).catch(() => undefined);
            while (!isDone) await vi.advanceTimersByTimeAsync(50);
            return all;
        },
        get calls() {
            return calls;
        },
        get refused() {
            return refused;
        },
        get longest() {
            return longest;
        },
        elapsed: () => performance.now() - start
    };
}

export function closeWorld(): void {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
}

export { STOPPED_MS };
