import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    facts,
    HOUR,
    idealFacts,
    touch
} from '../../test/support/lead.ts';
import type { Lead } from '../lead.ts';
import { reasonsFor } from './reasons.ts';
import type { ReasonState } from './types.ts';

const now = at('2026-11-20T15:00:00Z');
const agreement = defaultAgreement();
const handedOver = now - 5 * DAY;
const handed = { mqlAt: handedOver, assignments: [assignment(handedOver)] };

function reasonOf(lead: Lead, code: string): ReasonState {
    const reason = reasonsFor(lead, agreement, now).find((one) => one.code === code);
    if (!reason) throw new Error(`no reason ${code}`);
    return reason;
}

describe('the list of reasons', () => {
    it('offers every reason, in the order of the agreement, details in place of their group', () => {
        const codes = reasonsFor(aLead(), agreement, now).map(({ code }) => code);
        expect(codes).toEqual([
            'icp_mismatch.company_size',
            'icp_mismatch.revenue',
            'icp_mismatch.industry',
            'icp_mismatch.geography',
            'icp_mismatch.persona',
            'no_authority',
            'no_budget',
            'no_timeline',
            'no_need',
            'not_a_buyer.competitor',
            'not_a_buyer.student',
            'not_a_buyer.vendor',
            'not_a_buyer.bad_data',
            'unresponsive'
        ]);
    });

    it('names the group and the decisions a reason is for', () => {
        expect(reasonOf(aLead(), 'icp_mismatch.persona')).toMatchObject({
            label: 'Wrong persona',
            group: agreement.reasons[0]?.label,
            for: ['rejected']
        });
        expect(reasonOf(aLead(), 'no_timeline')).toMatchObject({
            group: null,
            for: ['rejected', 'recycled'],
            ask: 'When should marketing come back?'
        });
    });
});

describe('evidence', () => {
    it('shows what the record holds, and asks for what it does not', () => {
        const known = aLead({ facts: facts({ employees: 1200 }) });
        expect(reasonOf(known, 'icp_mismatch.company_size')).toMatchObject({
            evidence: { field: 'employees', value: 1200 },
            askFact: null,
            contradiction: null
        });
        expect(reasonOf(aLead(), 'icp_mismatch.company_size')).toMatchObject({
            evidence: { field: 'employees', value: null },
            ask: null,
            askFact: 'employees'
        });
    });

    it('flags a mismatch that the record contradicts, and leaves it open', () => {
        const lead = aLead({ facts: idealFacts() });
        expect(reasonOf(lead, 'icp_mismatch.company_size')).toMatchObject({
            open: true,
            contradiction: {
                kind: 'fact',
                field: 'employees',
                value: 200,
                criterion: 'Company size 50–500'
            }
        });
    });

    it('does not flag what a band leaves open', () => {
        const lead = aLead({ facts: facts({ employees: { min: 201, max: 1000 } }) });
        expect(reasonOf(lead, 'icp_mismatch.company_size').contradiction).toBeNull();
    });
});

describe('unresponsive', () => {
    it('is blocked before the attempts, and says how many there are', () => {
        const lead = aLead({ ...handed, touches: [touch(now - DAY), touch(now - HOUR)] });
        expect(reasonOf(lead, 'unresponsive')).toMatchObject({
            open: false,
            blocked: { kind: 'attempts', have: 2, need: 3, channelsHave: 1, channelsNeed: 2 }
        });
    });

    it('opens with the attempts', () => {
        const touches = [touch(now - 2 * DAY), touch(now - DAY, 'email'), touch(now - HOUR)];
        const reason = reasonOf(aLead({ ...handed, touches }), 'unresponsive');
        expect([reason.open, reason.blocked, reason.contradiction]).toEqual([true, null, null]);
    });

    it('is contradicted by an answer since the hand-off, not by one before', () => {
        const reply = (when: number): Lead => {
            const answer = touch(when, 'email', { direction: 'inbound', outcome: 'replied' });
            const call = touch(when - HOUR);
            return aLead({ ...handed, touches: [call, answer] });
        };
        expect(reasonOf(reply(now - DAY), 'unresponsive').contradiction).toMatchObject({
            kind: 'contact',
            touch: { at: now - DAY }
        });
        expect(reasonOf(reply(handedOver - DAY), 'unresponsive').contradiction).toBeNull();
    });
});
