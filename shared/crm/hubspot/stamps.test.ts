import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
    aLead,
    assignment,
    at,
    HOUR,
    idealFacts,
    MINUTE,
    person,
    touch
} from '../../../test/support/lead.ts';
import { berlin, defaultAgreement } from '../../../test/support/agreement.ts';
import type { Decision } from '../../decision/types.ts';
import type { Lead } from '../../lead.ts';
import { object, recordsWith } from './records.testkit.ts';
import { hubspotFeedback, hubspotStamps } from './stamps.ts';

/** A Friday morning in New York. */
const MQL = at('2026-11-20T15:00:00Z');
const NOW = MQL + 6 * HOUR;
const agreement = defaultAgreement();
const lead = aLead({
    mqlAt: MQL,
    facts: idealFacts(),
    assignments: [assignment(MQL + HOUR)],
    touches: [touch(MQL + HOUR + 20 * MINUTE), touch(MQL + 2 * HOUR, 'email')]
});

type Properties = { readonly [name: string]: string };

function written(properties: Properties, one: Lead = lead, now = NOW): Properties {
    return hubspotStamps(one, recordsWith({ contact: object(properties) }), agreement, now);
}

const ALL = {
    handoff_assigned_at: '2026-11-20T16:00:00.000Z',
    handoff_window: 'standard',
    handoff_due_at: '2026-11-20T20:00:00.000Z',
    handoff_first_attempt_at: '2026-11-20T16:20:00.000Z',
    handoff_first_attempt_minutes: '20',
    handoff_attempts: '2',
    handoff_score_at_mql: '40'
};

describe('the stamps to write', () => {
    it('are all of them on a contact that has none, and no decision', () => {
        const { handoff_score_breakdown: breakdown, ...rest } = written({});
        expect(rest).toEqual(ALL);
        expect(JSON.parse(breakdown ?? '')).toMatchObject({ total: 40 });
    });

    it('are none once they are written, however HubSpot writes an instant', () => {
        expect(written(written({}))).toEqual({});
        const short = Object.entries(ALL).map(([name, value]) => [
            name,
            value.replace('.000Z', 'Z')
        ]);
        expect(written(Object.fromEntries(short) as Properties)).toEqual({});
    });

    it('leave what stands for this hand-over, whoever wrote it', () => {
        const corrected = {
            ...ALL,
            handoff_window: 'hand_raiser',
            handoff_due_at: '2026-11-20T23:00:00.000Z',
            handoff_first_attempt_at: '2026-11-20T16:05:00.000Z',
            handoff_first_attempt_minutes: '5',
            handoff_attempts: '7',
            handoff_score_at_mql: '88'
        };
        expect(written(corrected)).toEqual({});
    });

    it('take evidence that came to light later', () => {
        const late = {
            ...lead,
            touches: [
                touch(MQL + HOUR + 5 * MINUTE),
                ...lead.touches,
                touch(NOW - 1, 'call', { outcome: 'connected' })
            ]
        };
        expect(written(ALL, late)).toEqual({
            handoff_first_attempt_at: '2026-11-20T16:05:00.000Z',
            handoff_first_attempt_minutes: '5',
            handoff_first_contact_at: '2026-11-20T20:59:59.999Z',
            handoff_first_contact_minutes: '299',
            handoff_attempts: '4'
        });
    });

    it('replace all that an earlier hand-over left, and clear what this one has not', () => {
        const again = { ...lead, mqlAt: MQL + 3 * HOUR, touches: [] };
        const before = {
            ...ALL,
            handoff_first_contact_at: '2026-11-20T16:30:00.000Z',
            handoff_first_contact_minutes: '30',
            handoff_decision: 'rejected',
            handoff_feedback: 'contest'
        };
        const { handoff_score_breakdown: _, ...rest } = written(before, again);
        expect(rest).toEqual({
            handoff_assigned_at: '2026-11-20T18:00:00.000Z',
            handoff_due_at: '2026-11-20T22:00:00.000Z',
            handoff_first_attempt_at: '',
            handoff_first_attempt_minutes: '',
            handoff_first_contact_at: '',
            handoff_first_contact_minutes: '',
            handoff_attempts: '0',
            handoff_score_at_mql: '40'
        });
    });

    it('start the clock anew for a new owner, and keep what else was seen', () => {
        const passedOn = {
            ...lead,
            touches: [],
            assignments: [assignment(MQL + HOUR), assignment(MQL + 2 * HOUR, person('ben'))]
        };
        const { handoff_first_attempt_at: _, handoff_first_attempt_minutes: __, ...open } = ALL;
        expect(written({ ...open, handoff_attempts: '0' }, passedOn)).toEqual({
            handoff_assigned_at: '2026-11-20T17:00:00.000Z',
            handoff_due_at: '2026-11-20T21:00:00.000Z'
        });
    });

    it('are a count of nothing while a queue has the record, and do not tell its score again and again', () => {
        const queued = { ...lead, assignments: [] };
        expect(written({}, queued)).toEqual({ handoff_attempts: '0' });
        expect(written({ handoff_attempts: '0' }, queued)).toEqual({});
        expect(
            written({ ...ALL, handoff_assigned_at: '2026-11-01T15:00:00.000Z' }, queued)
        ).toEqual({
            handoff_assigned_at: '',
            handoff_window: '',
            handoff_due_at: '',
            handoff_first_attempt_at: '',
            handoff_first_attempt_minutes: '',
            handoff_attempts: '0',
            handoff_score_at_mql: '',
            handoff_score_breakdown: ''
        });
    });

    it('wait where there is no hand-over, or a part of its evidence could not be read', () => {
        expect(written(ALL, aLead())).toEqual({});
        const gap = { section: 'calls', why: 'failed', shown: null, total: null } as const;
        expect(written({}, { ...lead, gaps: [gap] })).toEqual({});
        expect(written({}, { ...lead, gaps: [{ ...gap, section: 'sequences' }] })).toMatchObject(
            ALL
        );
    });

    it('are read through nonsense', () => {
        const nonsense = Object.fromEntries(Object.keys(ALL).map((name) => [name, 'constructor']));
        expect(written(nonsense)).toMatchObject(ALL);
    });
});

describe('whatever happened before', () => {
    const minute = fc.integer({ min: -3000, max: 3000 });
    const people = [person('ana'), person('ben'), { ...person('q'), kind: 'queue' as const }];
    const leads = fc
        .record({
            owners: fc.array(fc.tuple(minute, fc.constantFrom(...people)), { maxLength: 4 }),
            touches: fc.array(fc.tuple(minute, fc.constantFrom('call', 'email', 'note')), {
                maxLength: 6
            })
        })
        .map(({ owners, touches }) =>
            aLead({
                mqlAt: MQL,
                assignments: owners
                    .map(([when, to]) => assignment(MQL + when * MINUTE, to))
                    .sort((a, b) => a.at - b.at),
                touches: touches
                    .map(([when, channel]) => touch(MQL + when * MINUTE, channel))
                    .sort((a, b) => a.at - b.at)
            })
        );
    const names = Object.keys(ALL);
    const values = fc.constantFrom(
        '',
        '0',
        '9',
        'x',
        '2026-11-20T16:00:00Z',
        '2026-11-01T00:00:00Z'
    );
    const properties = fc
        .array(fc.tuple(fc.constantFrom(...names), values), { maxLength: 6 })
        .map((entries) => Object.fromEntries(entries));

    it('what is written once is never written again', () => {
        fc.assert(
            fc.property(leads, properties, minute, (one, before, late) => {
                const now = MQL + late * MINUTE;
                const stamps = written(before, one, now);
                expect(written({ ...before, ...stamps }, one, now)).toEqual({});
                for (const name of Object.keys(stamps)) expect(name).not.toMatch(/decision|reason/);
            })
        );
    });
});

describe('what marketing is asked', () => {
    const rejected: Decision = {
        kind: 'rejected',
        reason: 'no_need',
        detail: null,
        note: null,
        at: NOW,
        by: 'Sam'
    };
    const blank = {
        handoff_feedback: '',
        handoff_feedback_at: '',
        handoff_feedback_by: '',
        handoff_feedback_note: ''
    };

    it('is to answer a rejection in the agreed time', () => {
        expect(hubspotFeedback(rejected, agreement)).toEqual({
            ...blank,
            // Thanksgiving lies between, as in HandoffStamps.
            handoff_feedback_due_at: '2026-11-30T22:00:00.000Z'
        });
        expect(hubspotFeedback(rejected, berlin()).handoff_feedback_due_at).toBe(
            '2026-11-27T21:00:00.000Z'
        );
    });

    it('is nothing after any other decision', () => {
        expect(hubspotFeedback({ ...rejected, kind: 'accepted' }, agreement)).toEqual({
            ...blank,
            handoff_feedback_due_at: ''
        });
    });
});
