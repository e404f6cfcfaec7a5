import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    HOUR,
    pastDecision,
    person,
    touch
} from '../../test/support/lead.ts';
import type { Agreement } from '../agreement/types.ts';
import type { Lead } from '../lead.ts';
import { decisionState } from './state.ts';

const agreement = defaultAgreement();
// A Monday, 10:00 in the office; the Thursday is Thanksgiving, closed.
const handedOver = at('2026-11-23T15:00:00Z');
const now = at('2026-11-24T15:00:00Z');
const lead = (parts: Partial<Lead> = {}): Lead =>
    aLead({ mqlAt: handedOver, assignments: [assignment(handedOver)], ...parts });
const bd = (businessDays: number) => ({ businessDays, text: `${businessDays}bd` });

describe('when a decision is due', () => {
    it('counts business days from the assignment while nobody tried', () => {
        const { due, dueBasis, overdue } = decisionState(lead(), agreement, now);
        // Five open dates after Monday: Tue, Wed, Fri, Mon, Tue.
        expect(due).toBe(at('2026-12-01T22:00:00Z'));
        expect(dueBasis).toEqual({ after: 'assigned', within: bd(5), from: handedOver });
        expect(overdue).toBe(false);
    });

    it('takes the earliest deadline whose event has happened', () => {
        const tried = lead({ touches: [touch(handedOver + HOUR)] });
        const { due, dueBasis } = decisionState(tried, agreement, now);
        expect(due).toBe(at('2026-11-25T22:00:00Z'));
        expect(dueBasis?.after).toBe('first_attempt');
    });

    it('is overdue after that instant, not at it', () => {
        const due = at('2026-12-01T22:00:00Z');
        expect(decisionState(lead(), agreement, due).overdue).toBe(false);
        expect(decisionState(lead(), agreement, due + 1).overdue).toBe(true);
    });

    it('takes fixed durations as elapsed time', () => {
        const { decision } = agreement;
        const within = { ms: 48 * HOUR, text: 'PT48H' };
        const elapsed: Agreement = {
            ...agreement,
            decision: { ...decision, due: [{ within, after: 'first_contact' }] }
        };
        const talked = lead({
            touches: [touch(handedOver + HOUR, 'call', { outcome: 'connected' })]
        });
        expect(decisionState(talked, elapsed, now).due).toBe(handedOver + 49 * HOUR);
        expect(decisionState(lead(), elapsed, now).due).toBeNull();
    });

    it('gives a new owner the whole time only where clocks restart', () => {
        const moved = lead({
            assignments: [
                assignment(handedOver, person('ana')),
                assignment(handedOver + DAY, person('ben'))
            ]
        });
        const from = (reassignment: Agreement['reassignment']): number | undefined =>
            decisionState(moved, { ...agreement, reassignment }, now).dueBasis?.from;
        expect(from('restart')).toBe(handedOver + DAY);
        expect(from('continue')).toBe(handedOver);
        expect(from('split')).toBe(handedOver);
    });
});

describe('the decision in force', () => {
    it('is the last one since the person became an MQL', () => {
        const before = pastDecision(handedOver - DAY, 'recycled');
        const first = pastDecision(handedOver + HOUR, 'accepted');
        const last = pastDecision(handedOver + 2 * HOUR, 'rejected');
        const state = decisionState(lead({ decisions: [before, first, last] }), agreement, now);
        expect(state).toMatchObject({ current: last, earlier: [before, first], due: null });
    });

    it('is none when the last one belongs to an earlier cycle', () => {
        const before = pastDecision(handedOver - DAY, 'recycled');
        const state = decisionState(lead({ decisions: [before] }), agreement, now);
        expect([state.current, state.earlier]).toEqual([null, [before]]);
        expect(state.due).not.toBeNull();
    });

    it('can be made no more on a converted lead, nor on one that is no MQL', () => {
        const converted = decisionState(lead({ convertedAt: now }), agreement, now);
        expect([converted.closed, converted.due]).toEqual(['converted', null]);
        const none = decisionState(lead({ mqlAt: null }), agreement, now);
        expect([none.closed, none.due]).toEqual(['not_mql', null]);
    });
});
