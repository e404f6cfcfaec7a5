import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, assignment, at, DAY, facts, idealFacts, touch } from '../../test/support/lead.ts';
import type { Lead } from '../lead.ts';
import { decide } from './decide.ts';
import { lengthOf } from './note.ts';
import { reasonsFor } from './reasons.ts';
import type { Choice, DecideResult } from './types.ts';

const now = at('2026-11-20T15:00:00Z');
const agreement = defaultAgreement();
const open = aLead({
    facts: idealFacts(),
    mqlAt: now - 5 * DAY,
    assignments: [assignment(now - 5 * DAY)]
});

function choose(choice: Partial<Choice>, lead: Lead = open): DecideResult {
    return decide(
        lead,
        agreement,
        { kind: 'rejected', reason: null, note: null, by: 'u1', ...choice },
        now
    );
}
const codes = (result: DecideResult): string[] => result.issues.map(({ code }) => code);

describe('a decision', () => {
    it('is what a CRM writes', () => {
        const reason = 'icp_mismatch.company_size';
        expect(choose({ reason, note: ' They are\r\n12 people ' })).toEqual({
            decision: {
                kind: 'rejected',
                reason: 'icp_mismatch',
                detail: 'company_size',
                note: 'They are\n12 people',
                at: now,
                by: 'u1'
            },
            issues: []
        });
    });

    it('needs no reason to accept or qualify, and takes none', () => {
        expect(choose({ kind: 'accepted', note: 'Great fit' }).decision).toMatchObject({
            kind: 'accepted',
            reason: null,
            note: 'Great fit'
        });
        expect(codes(choose({ kind: 'qualified', reason: 'no_budget' }))).toEqual([
            'reason.not_wanted'
        ]);
    });

    it('is refused when the kind is not one of ours', () => {
        expect(codes(choose({ kind: 'deleted' as 'rejected' }))).toEqual(['kind.unknown']);
    });

    it('is refused on a converted lead and on one that is no MQL', () => {
        const accept = { kind: 'accepted' } as const;
        expect(codes(choose(accept, aLead({ ...open, convertedAt: now })))).toEqual([
            'lead.converted'
        ]);
        expect(codes(choose(accept, aLead({ ...open, mqlAt: null })))).toEqual(['lead.not_mql']);
    });
});

describe('the reason', () => {
    it('is mandatory to reject, and to recycle', () => {
        expect(codes(choose({}))).toEqual(['reason.required']);
        expect(codes(choose({ reason: '  ' }))).toEqual(['reason.required']);
        expect(codes(choose({ kind: 'recycled' }))).toEqual(['reason.required']);
    });

    it('is asked for on recycling only where the agreement has reasons for it', () => {
        const none = { ...agreement, reasons: [] };
        const choice = { kind: 'recycled', reason: null, note: null, by: null } as const;
        expect(decide(open, none, choice, now).decision).toMatchObject({ kind: 'recycled' });
        expect(codes(decide(open, none, { ...choice, kind: 'rejected' }, now))).toEqual([
            'reason.required'
        ]);
    });

    it.each([
        ['No budget', 'no_budget', null],
        ['NOT NOW', 'no_timeline', null],
        ['not interested', 'no_need', null],
        ['Wrong role', 'icp_mismatch', 'persona'],
        ['company_size', 'icp_mismatch', 'company_size'],
        ['Not_A_Buyer.Student', 'not_a_buyer', 'student'],
        [' fake ', 'not_a_buyer', 'bad_data']
    ])('may be given as %j', (reason, first, second) => {
        expect(choose({ reason, note: 'so they said' }).decision).toMatchObject({
            reason: first,
            detail: second
        });
    });

    it('must be a detail where there are details, and the issue lists them', () => {
        for (const reason of ['icp_mismatch', 'outside icp']) {
            const { issues } = choose({ reason });
            expect(issues[0]).toMatchObject({ code: 'reason.incomplete', path: 'reason' });
            expect(issues[0]?.message).toContain('icp_mismatch.geography');
            expect(issues[0]?.message).not.toContain('no_budget');
        }
    });

    it('must be in the agreement', () => {
        const { issues } = choose({ reason: 'bad vibes' });
        expect(issues[0]).toMatchObject({ code: 'reason.unknown', path: 'reason' });
        expect(issues[0]?.message).toMatch(/"bad vibes".*choose one of: .*no_budget/);
    });

    it('must be meant for the decision', () => {
        const result = choose({ kind: 'recycled', reason: 'no_budget', note: 'x' });
        expect(codes(result)).toEqual(['reason.wrong_decision']);
    });

    it('cannot be "unresponsive" before the attempts', () => {
        expect(codes(choose({ reason: 'unresponsive' }))).toEqual(['reason.too_early']);
        const touches = [touch(now - 3 * DAY), touch(now - 2 * DAY, 'email'), touch(now - DAY)];
        const result = choose({ reason: 'could not reach' }, aLead({ ...open, touches }));
        expect(result.decision).toMatchObject({ reason: 'unresponsive', detail: null });
    });

    it('is allowed although the record contradicts it', () => {
        expect(choose({ reason: 'icp_mismatch.geography' }).issues).toEqual([]);
    });
});

describe('the note', () => {
    it('must answer what the reason asks', () => {
        const { issues } = choose({ reason: 'no_authority', note: ' \n ' });
        expect(issues[0]).toMatchObject({ code: 'note.required', path: 'note' });
        expect(issues[0]?.message).toContain('Who decides instead?');
    });

    it('must say a fact that the record does not hold', () => {
        const unknown = aLead({ ...open, facts: facts() });
        const reason = 'icp_mismatch.company_size';
        expect(codes(choose({ reason }, unknown))).toEqual(['note.required']);
        expect(choose({ reason, note: 'about 20' }, unknown).issues).toEqual([]);
    });

    it('is held to its length in characters', () => {
        const most = '😀'.repeat(agreement.decision.note.max);
        expect(choose({ kind: 'accepted', note: most }).issues).toEqual([]);
        const { issues } = choose({ kind: 'accepted', note: `${most}a` });
        expect(issues[0]).toMatchObject({ code: 'note.too_long', path: 'note' });
        expect(issues[0]?.message).toContain('255');
    });
});

describe('whatever comes from the screen', () => {
    const leads = fc
        .record({
            attempts: fc.nat(4),
            mql: fc.constantFrom(true, true, true, false),
            converted: fc.constantFrom(false, false, false, true),
            employees: fc.constantFrom(null, 200)
        })
        .map(({ attempts, mql, converted, employees }) =>
            aLead({
                ...open,
                facts: facts({ employees }),
                mqlAt: mql ? open.mqlAt : null,
                convertedAt: converted ? now : null,
                touches: Array.from({ length: attempts }, (_, i) =>
                    touch(now - (4 - i) * DAY, i % 2 ? 'email' : 'call')
                )
            })
        );
    const all = reasonsFor(open, agreement, now).map(({ code }) => code);
    const garbage = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    const plausible = fc.record({
        kind: fc.constantFrom('accepted', 'qualified', 'recycled', 'rejected'),
        reason: fc.constantFrom(null, ...all),
        note: fc.constantFrom(null, 'so they said'),
        by: fc.constantFrom(null, 'u1')
    });
    const choices = fc.oneof(
        { weight: 1, arbitrary: garbage },
        { weight: 3, arbitrary: plausible },
        {
            weight: 2,
            arbitrary: fc.record({
                kind: fc.oneof(
                    fc.constantFrom('accepted', 'qualified', 'recycled', 'rejected'),
                    garbage
                ),
                reason: fc.oneof(
                    {
                        weight: 4,
                        arbitrary: fc.constantFrom(null, 'icp_mismatch', 'timing', ...all)
                    },
                    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 2000 }) },
                    { weight: 1, arbitrary: garbage }
                ),
                note: fc.oneof(
                    fc.constant(null),
                    fc.string({ unit: 'binary', maxLength: 400 }),
                    garbage
                ),
                by: fc.oneof(fc.constantFrom(null, 'u1'), garbage)
            })
        }
    );

    it('gives issues or a decision that keeps every rule, and never throws', () => {
        const made = { accepted: 0, qualified: 0, recycled: 0, rejected: 0 };
        fc.assert(
            fc.property(leads, choices, (lead, choice) => {
                const { decision, issues } = decide(lead, agreement, choice as Choice, now);
                expect(decision === null).toBe(issues.length > 0);
                for (const { code, message } of issues) {
                    expect(code).toMatch(/^[a-z_.]+$/);
                    expect(message.length).toBeLessThan(600);
                }
                if (decision === null) return;
                made[decision.kind] += 1;
                expect([lead.convertedAt, lead.mqlAt === null]).toEqual([null, false]);
                expect(lengthOf(decision.note ?? '')).toBeLessThanOrEqual(
                    agreement.decision.note.max
                );
                expect(decision.note ?? 'x').not.toMatch(/^\s*$|[^\P{Cc}\n]/u);
                const code = [decision.reason, decision.detail].filter(Boolean).join('.');
                const reason = reasonsFor(lead, agreement, now).find((one) => one.code === code);
                if (decision.kind === 'accepted' || decision.kind === 'qualified') {
                    expect(decision.reason).toBeNull();
                    return;
                }
                expect(reason?.open).toBe(true);
                expect(reason?.for).toContain(decision.kind);
                if (reason?.ask || reason?.askFact) expect(decision.note).not.toBeNull();
            }),
            { numRuns: 3000 }
        );
        // The rules above were put to the test.
        expect(Math.min(...Object.values(made))).toBeGreaterThan(0);
    });
});
