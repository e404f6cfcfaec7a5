/** Every function, while every API that it calls fails in turn, in every way that HubSpot fails. */
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from '../../../scripts/sandbox/hubspot/portal.ts';
import type { Fault } from '../../../scripts/sandbox/hubspot/traffic.ts';
import { functionUids } from '../project.ts';
import { fullPortal, NOW, RUNS } from './runs.ts';
import type { Run } from './runs.ts';

/** HubSpot stops a function after ten seconds. */
const STOPPED_MS = 10_000;
/** A portal where nobody saved settings answers so, and there is nothing wrong with it. */
const NO_SETTINGS = 'GET /crm/properties/2026-09/contacts/handoff_settings';
const ALWAYS = 99;

const portal = await createPortal({
    project: 'hubspot-project',
    now: () => NOW,
    delay: 1,
    steppedTime: true
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

interface Result {
    readonly ok: boolean;
    readonly error?: { readonly code: string; readonly message: string; readonly mend: string };
}

async function run({ uid, parameters }: Run): Promise<Result> {
    return (await portal.runFunction(uid, parameters)) as Result;
}

interface Row {
    readonly one: Run;
    /** A call that it makes. */
    readonly on: string;
    /** What it answers when nothing fails. */
    readonly usual: Result;
}

async function rowsOf(one: Run): Promise<Row[]> {
    portal.seed(fullPortal(one.portal));
    portal.clearTraffic();
    const usual = await run(one);
    if (!usual.ok) throw new Error(`${one.uid}: ${JSON.stringify(usual)}`);
    const calls = new Set(portal.calls.map(({ method, path }) => `${method} ${path}`));
    return [...calls].map((on) => ({ one, on, usual }));
}

const ROWS: Row[] = [];
for (const one of RUNS) ROWS.push(...(await rowsOf(one)));

const FAILURES: readonly (readonly [string, Fault])[] = [
    ['401', { status: 401 }],
    ['403', { status: 403 }],
    ['404', { status: 404 }],
    ['409', { status: 409 }],
    ['429 for good', { status: 429 }],
    ['429 with a long Retry-After', { status: 429, headers: { 'retry-after': '60' } }],
    ['500 for good', { status: 500 }],
    ['200 without JSON', { status: 200, body: '<html>' }],
    ['a broken connection', { drop: true }],
    ['no answer at all', { hang: true }]
];
const PASSING: readonly (readonly [string, Fault, number])[] = [
    ['429 once', { status: 429 }, 250],
    ['429 once, with Retry-After', { status: 429, headers: { 'retry-after': '2' } }, 2000],
    ['500 once', { status: 500 }, 250],
    ['a connection that breaks once', { drop: true }, 250]
];

it('calls every function of the project', () => {
    expect([...new Set(RUNS.map(({ uid }) => uid))].sort()).toEqual([...functionUids()].sort());
});

describe.each(ROWS)('$one.uid, asked to $one.what, while $on fails', ({ one, on, usual }) => {
    it.each(FAILURES)('by %s: says so, in time', async (_name, fault) => {
        portal.seed(fullPortal(one.portal));
        const before = portal.snapshot();
        portal.intercept({ ...fault, on, times: ALWAYS });
        const result = await run(one);
        expect(portal.took).toBeLessThan(STOPPED_MS);
        expect(JSON.stringify(result)).not.toContain('pat-sandbox');
        if (on === NO_SETTINGS && fault.status === 404) {
            expect(result).toEqual(usual);
        } else if (one.vital.test(on)) {
            const { code = '', message = '', mend = '' } = result.error ?? {};
            expect([code, message, mend].filter((text) => text === '')).toEqual([]);
            expect(portal.snapshot().contacts).toEqual(before.contacts);
        } else {
            expect(result).toMatchObject({ ok: true });
            if (!one.idle?.test(on)) expect(result).not.toEqual(usual);
        }
    });

    it.each(PASSING)('by %s: tries again', async (_name, fault, wait) => {
        portal.seed(fullPortal(one.portal));
        portal.intercept({ ...fault, on });
        expect(await run(one)).toEqual(usual);
        expect(portal.took).toBe(wait);
    });
});
