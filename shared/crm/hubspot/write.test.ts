import { describe, expect, it } from 'vitest';
import type { Decision } from '../../decision/types.ts';
import { AGREEMENT, object, recordsWith, T0 } from './records.testkit.ts';
import { leadFromHubSpot } from './lead.ts';
import { hubspotProperties } from './properties.ts';
import { hubspotWrite } from './write.ts';

const REJECTED: Decision = {
    kind: 'rejected',
    reason: 'icp_mismatch',
    detail: 'company_size',
    note: 'Four people',
    at: T0,
    by: 'Sam Lee'
};

describe('writing a decision', () => {
    it('sets every property of the decision and the agreement’s status', () => {
        expect(hubspotWrite(REJECTED, AGREEMENT)).toEqual({
            handoff_decision: 'rejected',
            handoff_reason: 'icp_mismatch',
            handoff_reason_detail: 'company_size',
            handoff_decision_note: 'Four people',
            handoff_decided_at: '2026-11-16T14:00:00.000Z',
            handoff_decided_by: 'Sam Lee',
            hs_lead_status: 'UNQUALIFIED'
        });
    });

    it('clears what an earlier decision left and leaves alone what the agreement does not name', () => {
        const accepted = { ...REJECTED, kind: 'recycled', reason: null, detail: null, note: null };
        expect(hubspotWrite(accepted as Decision, AGREEMENT)).toEqual({
            handoff_decision: 'recycled',
            handoff_reason: '',
            handoff_reason_detail: '',
            handoff_decision_note: '',
            handoff_decided_at: '2026-11-16T14:00:00.000Z',
            handoff_decided_by: 'Sam Lee'
        });
    });

    it('is read back as the same decision', () => {
        const contact = object(hubspotWrite(REJECTED, AGREEMENT));
        expect(leadFromHubSpot(recordsWith({ contact }), AGREEMENT).decisions).toEqual([REJECTED]);
    });
});

describe('the properties to read', () => {
    it('name each once and include the agreement’s own', () => {
        const { plain, history } = hubspotProperties(AGREEMENT);
        expect(new Set(plain).size).toBe(plain.length);
        expect(plain).toEqual(expect.arrayContaining([...history, 'seats', 'tools', 'fit_score']));
    });
});
