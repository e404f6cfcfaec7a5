import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import type { AnswerResult, DecideResult, Failure } from './lib/envelope.ts';

/** Friday, 10:00 in New York. */
const REJECTED_AT = Date.UTC(2026, 10, 20, 15);
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

let now = REJECTED_AT;
let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => now });
});
afterAll(() => portal.close());

const ROWS: PortalRows = {
    contact: {
        id: '501',
        properties: {
            firstname: 'Dana',
            lastname: 'Reyes',
            hs_v2_date_entered_marketingqualifiedlead: iso(REJECTED_AT - 30 * HOUR)
        },
        history: { hubspot_owner_id: [{ value: '71', timestamp: iso(REJECTED_AT - 29 * HOUR) }] }
    },
    calls: [],
    emails: [],
    meetings: [],
    tasks: [],
    notes: [],
    communications: [],
    events: [],
    owners: [
        { id: '71', userId: 9001, email: 'sam@acme.test', firstName: 'Sam', lastName: 'Lee' },
        { id: '72', userId: 9002, email: 'nia@acme.test', firstName: 'Nia', lastName: 'Cole' }
    ]
};

async function decide(parameters: { [name: string]: unknown } = {}) {
    return (await portal.runFunction('handoff-decide', {
        objectId: 501,
        kind: 'rejected',
        reason: 'no_budget',
        note: 'Frozen until March',
        by: 'Sam Lee',
        byUserId: 9001,
        seenDecidedAt: null,
        ...parameters
    })) as DecideResult | Failure;
}
async function answer(parameters: { [name: string]: unknown } = {}) {
    return (await portal.runFunction('handoff-answer', {
        objectId: 501,
        kind: 'contest',
        note: 'Their budget opens in January',
        by: 'Nia Cole',
        byUserId: 9002,
        seenDecidedAt: REJECTED_AT,
        seenAnsweredAt: null,
        ...parameters
    })) as AnswerResult | Failure;
}
const stored = () => portal.snapshot().contacts[0]?.properties ?? {};
const patches = () => portal.calls.filter(({ method }) => method === 'PATCH');

beforeEach(async () => {
    now = REJECTED_AT;
    portal.clearTraffic();
    portal.seed(ROWS);
    expect(await decide()).toMatchObject({ ok: true });
    now += HOUR;
    portal.clearTraffic();
});

describe('handoff-answer', () => {
    it('saves the answer and gives the record as it is then', async () => {
        const result = await answer({ by: 'Whoever' });
        if (!result.ok) throw new Error(JSON.stringify(result));
        expect(result.answered).toEqual({
            kind: 'contest',
            note: 'Their budget opens in January',
            at: now,
            // The account's own name of the claimed user.
            by: 'Nia Cole'
        });
        expect(result.records.contact.properties).toMatchObject({
            handoff_feedback: 'contest',
            handoff_feedback_at: iso(now),
            handoff_feedback_by: 'Nia Cole',
            handoff_feedback_note: 'Their budget opens in January'
        });
        // Until when it was due stays as the rejection stamped it.
        expect(stored().handoff_feedback_due_at).toBe('2026-11-30T22:00:00.000Z');
        expect(patches()).toHaveLength(1);
        expect(portal.calls.length).toBeLessThanOrEqual(14);
    });

    it.each([
        [{ note: ' ' }, 'note'],
        [{ kind: 'maybe' }, 'kind'],
        [{ note: 'x'.repeat(300) }, 'note']
    ])('saves nothing of %j and names what is wrong', async (parameters, path) => {
        const result = await answer(parameters);
        expect(result).toMatchObject({
            ok: false,
            error: { code: 'not_allowed' },
            issues: [{ path }]
        });
        expect(patches()).toEqual([]);
    });

    it('answers no decision that nobody saw', async () => {
        await decide({ kind: 'accepted', reason: null, note: null, seenDecidedAt: REJECTED_AT });
        portal.clearTraffic();
        expect(await answer()).toMatchObject({ ok: false, error: { code: 'decided_meanwhile' } });
        expect(await answer({ seenDecidedAt: now })).toMatchObject({
            ok: false,
            issues: [{ code: 'lead.not_rejected' }]
        });
        expect(patches()).toEqual([]);
    });

    it('does not overwrite an answer that nobody saw', async () => {
        await answer();
        now += HOUR;
        const again = { kind: 'agree', note: null };
        expect(await answer(again)).toMatchObject({
            ok: false,
            error: { code: 'answered_meanwhile' },
            records: { contact: { properties: { handoff_feedback: 'contest' } } }
        });
        const seen = { ...again, seenAnsweredAt: now - HOUR };
        expect(await answer(seen)).toMatchObject({
            ok: true,
            answered: { kind: 'agree', at: now }
        });
    });

    it('keeps when the same answer was given', async () => {
        await answer();
        const at = now;
        now += 24 * HOUR;
        expect(await answer({ note: 'In January', seenAnsweredAt: at })).toMatchObject({
            ok: true,
            answered: { at, note: 'In January' }
        });
        expect(stored()).toMatchObject({
            handoff_feedback_at: iso(at),
            handoff_feedback_note: 'In January'
        });
    });

    it('takes nobody for its author who is no user of the account', async () => {
        expect(await answer({ byUserId: 1 })).toMatchObject({ error: { code: 'unknown_author' } });
        expect(patches()).toEqual([]);
    });

    it('says so when HubSpot refuses the save, and when nobody knows whether it was saved', async () => {
        portal.intercept({ on: 'PATCH', status: 403 });
        expect(await answer()).toMatchObject({ error: { code: 'no_access' } });
        portal.intercept({ on: 'PATCH', drop: true, times: 9 });
        expect(await answer()).toMatchObject({ error: { code: 'save_unknown' } });
    });
});

describe('a decision after marketing answered', () => {
    it('that is another one leaves marketing to answer anew, and the answer in the history', async () => {
        await answer();
        const answered = now;
        now += HOUR;
        const again = await decide({ reason: 'no_need', seenDecidedAt: REJECTED_AT });
        expect(again).toMatchObject({ ok: true });
        expect(stored()).toMatchObject({ handoff_feedback: '', handoff_feedback_by: '' });
        expect(portal.snapshot().contacts[0]?.history.handoff_feedback).toMatchObject([
            { value: '' },
            { value: 'contest', timestamp: iso(answered) }
        ]);
    });

    it('that is the same one keeps its time, its author and the answer', async () => {
        await answer();
        const before = stored();
        now += 24 * HOUR;
        const again = { by: 'Nia Cole', byUserId: 9002, seenDecidedAt: REJECTED_AT };
        expect(await decide(again)).toMatchObject({
            ok: true,
            decided: { at: REJECTED_AT, by: 'Sam Lee' }
        });
        const { lastmodifieddate: _, ...after } = stored();
        expect(before).toMatchObject(after);
    });
});
