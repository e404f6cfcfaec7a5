import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../../test/support/agreement.ts';
import { at, DAY, HOUR } from '../../../test/support/lead.ts';
import { hubspotOutcomes, outcomeProperties } from './outcome.ts';
import type { HubSpotOwner } from './records.ts';
import { defaultSettings } from './settings.ts';

const agreement = defaultAgreement();
const settings = defaultSettings(agreement);
const NOW = at('2026-11-22T15:00:00Z');
/** Monday, 10:00 in New York. */
const MQL = at('2026-11-09T15:00:00Z');
const iso = (instant: number): string => new Date(instant).toISOString();
const OWNERS: readonly HubSpotOwner[] = [
    {
        id: '71',
        firstName: 'Ana',
        lastName: 'Ortiz',
        teams: [
            { id: '1', name: 'East', primary: false },
            { id: '2', name: 'West', primary: true }
        ]
    },
    { id: '72', firstName: 'Inbound', type: 'QUEUE' }
];
const HANDED = {
    handoff_mql_at: iso(MQL),
    hubspot_owner_id: '71',
    hubspot_owner_assigneddate: iso(MQL + HOUR)
};
const STAMPED = {
    ...HANDED,
    handoff_assigned_at: iso(MQL + HOUR),
    handoff_window: 'standard',
    handoff_due_at: iso(MQL + 5 * HOUR)
};

function contact(properties: { readonly [name: string]: string }) {
    const found = hubspotOutcomes(agreement, settings, OWNERS, NOW)({ id: '501', properties });
    if (found === null) throw new Error('no MQL');
    return found;
}
const outcome = (properties: { readonly [name: string]: string }) => contact(properties).outcome;

describe('what became of a contact, by its properties', () => {
    it('is nothing before it is an MQL', () => {
        const outcomeOf = hubspotOutcomes(agreement, settings, OWNERS, NOW);
        expect(outcomeOf({ id: '501', properties: {} })).toBeNull();
        const properties = { handoff_mql_at: iso(NOW + 1) };
        expect(outcomeOf({ id: '501', properties })).toBeNull();
    });

    it('counts from the account’s own stage where Handoff wrote no date', () => {
        const own = hubspotOutcomes(agreement, { ...settings, mqlStage: '77' }, OWNERS, NOW);
        const properties = { hs_v2_date_entered_77: iso(MQL) };
        expect(own({ id: '501', properties })?.outcome.mqlAt).toBe(MQL);
        expect(outcomeProperties(agreement, { ...settings, mqlStage: '77' })).toContain(
            'hs_v2_date_entered_77'
        );
    });

    it('names the rep and their main team; a queue is nobody', () => {
        expect(outcome(STAMPED)).toMatchObject({ rep: 'Ana Ortiz', team: 'West' });
        expect(outcome({ ...HANDED, hubspot_owner_id: '72' })).toMatchObject({
            rep: null,
            team: null,
            routingMinutes: null,
            stalled: 'routing'
        });
        expect(outcome({ ...HANDED, hubspot_owner_id: '99' }).rep).toBe('99');
    });

    it('is late where nobody was in touch', () => {
        expect(outcome(STAMPED)).toMatchObject({ inTime: false, stalled: 'response' });
    });

    it('takes HubSpot’s own date of the assignment where nothing was stamped', () => {
        expect(outcome(HANDED)).toMatchObject({ window: null, routingMinutes: 60, inTime: null });
        const before = { ...HANDED, hubspot_owner_assigneddate: iso(MQL - DAY) };
        expect(outcome(before).routingMinutes).toBe(0);
    });

    it('does not know the response where somebody was in touch that no stamp tells of', () => {
        const touched = { ...STAMPED, notes_last_contacted: iso(MQL + 2 * HOUR) };
        expect(contact(touched)).toMatchObject({
            isResponseUnknown: true,
            outcome: { inTime: null, responseMinutes: null, answers: [null, null], stalled: null }
        });
        const told = { ...touched, handoff_first_attempt_at: iso(MQL + 2 * HOUR) };
        expect(contact(told)).toMatchObject({
            isResponseUnknown: false,
            outcome: { inTime: true, responseMinutes: 60 }
        });
        const earlier = { ...STAMPED, notes_last_contacted: iso(MQL - DAY) };
        expect(contact(earlier).isResponseUnknown).toBe(false);
    });

    it('leaves stamps and decisions of an earlier hand-over alone', () => {
        const earlier = {
            ...HANDED,
            handoff_assigned_at: iso(MQL - 9 * DAY),
            handoff_window: 'standard',
            handoff_first_attempt_at: iso(MQL - 8 * DAY),
            handoff_first_attempt_minutes: '9',
            handoff_decision: 'recycled',
            handoff_decided_at: iso(MQL - 7 * DAY)
        };
        expect(outcome(earlier)).toMatchObject({
            window: null,
            responseMinutes: null,
            kind: null,
            decidedAt: null
        });
    });

    it('holds the reason against the record, and marketing’s answer against its time', () => {
        const rejected = {
            ...STAMPED,
            handoff_decision: 'rejected',
            handoff_reason: 'icp_mismatch',
            handoff_reason_detail: 'company_size',
            handoff_decided_at: iso(MQL + 3 * HOUR),
            handoff_feedback: 'contest',
            handoff_feedback_at: iso(MQL + DAY),
            numemployees: '51-200'
        };
        expect(outcome(rejected)).toMatchObject({
            reason: 'icp_mismatch.company_size',
            contradicts: true,
            feedback: 'contest',
            feedbackInTime: true
        });
        expect(outcome({ ...rejected, numemployees: '9000' }).contradicts).toBe(false);
        expect(outcome({ ...rejected, numemployees: '' }).contradicts).toBeNull();
    });

    it('makes nothing of values that make no sense', () => {
        const garbage = {
            ...HANDED,
            handoff_assigned_at: 'soon',
            handoff_decision: 'maybe',
            handoff_feedback: 'hm',
            numemployees: 'a few',
            notes_last_contacted: '2026'
        };
        expect(outcome(garbage)).toMatchObject({ kind: null, feedback: null, routingMinutes: 60 });
    });

    it('calls the contact by what tells them from others', () => {
        expect(contact({ ...HANDED, lastname: 'Reyes', email: 'd@x.test' }).name).toBe('Reyes');
        expect(contact({ ...HANDED, email: 'd@x.test' }).name).toBe('d@x.test');
        expect(contact(HANDED).name).toBeNull();
    });
});
