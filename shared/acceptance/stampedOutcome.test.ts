import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    facts,
    HOUR,
    idealFacts,
    MINUTE,
    pastDecision,
    pastFeedback,
    touch
} from '../../test/support/lead.ts';
import type { DecisionKind, Lead } from '../lead.ts';
import { handoffStamps } from '../response/stamps.ts';
import { outcomeOf } from './outcome.ts';
import { seeded } from './outcomes.testkit.ts';
import { stampedOutcomes } from './stampedOutcome.ts';
import type { StampedLead } from './stampedOutcome.ts';

const agreement = defaultAgreement();
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-02T15:00:00Z');

const NOTHING: StampedLead = {
    id: null,
    mqlAt: MONDAY,
    assignedAt: null,
    window: null,
    dueAt: null,
    firstAttemptAt: null,
    firstAttemptMinutes: null,
    firstContactAt: null,
    firstContactMinutes: null,
    kind: null,
    decidedAt: null,
    reason: null,
    source: null,
    campaign: null,
    rep: null,
    team: null,
    agreed: null,
    feedback: null,
    feedbackAt: null,
    feedbackDueAt: null,
    isConverted: false,
    facts: null
};

describe('what became of a lead, from what stands on its record', () => {
    it('is what its history says', () => {
        const random = seeded(7);
        const chance = (share: number): boolean => random() < share;
        const kinds: readonly DecisionKind[] = ['accepted', 'qualified', 'recycled', 'rejected'];
        const reasons: readonly (readonly [string, string | null])[] = [
            ['icp_mismatch', 'company_size'],
            ['icp_mismatch', 'persona'],
            ['unresponsive', null],
            ['no_budget', null],
            ['they said no', null]
        ];
        const seen = new Set<string>();
        for (const of of [agreement, berlin(), alwaysOn()]) {
            for (let i = 0; i < 400; i++) {
                const now = MONDAY + Math.floor(random() * 20 * DAY);
                const assignedAt = MONDAY + Math.floor(random() * 8 * HOUR);
                const isAssigned = chance(0.9) && assignedAt <= now;
                const touchedAt = assignedAt + Math.floor(random() ** 3 * 6 * DAY);
                const decidedAt = touchedAt + Math.floor(random() * 4 * DAY);
                const kind = kinds[Math.floor(random() * 4)] as DecisionKind;
                const [reason, detail] = reasons[
                    Math.floor(random() * 5)
                ] as (typeof reasons)[number];
                const isDecided = isAssigned && chance(0.6) && decidedAt <= now;
                const feedback = chance(0.5) ? 'contest' : null;
                const feedbackAt = feedback && decidedAt + Math.floor(random() * 9 * DAY);
                const known = facts({ ...idealFacts(), employees: chance(0.3) ? 5 : 200 });
                const lead: Lead = aLead({
                    facts: chance(0.5) ? known : facts({ ...known, employees: null }),
                    mqlAt: MONDAY,
                    source: 'email',
                    assignments: isAssigned ? [assignment(assignedAt)] : [],
                    touches:
                        isAssigned && chance(0.8)
                            ? [
                                  touch(touchedAt, 'call', {
                                      outcome: chance(0.5) ? 'connected' : 'no_answer'
                                  })
                              ]
                            : [],
                    decisions: isDecided ? [pastDecision(decidedAt, kind, { reason, detail })] : [],
                    feedback: feedback && feedbackAt ? [pastFeedback(feedbackAt, feedback)] : []
                });
                const expected = outcomeOf(lead, of, now, { id: 'L' });
                const stamps = handoffStamps(lead, of, now);
                const isStamped = chance(0.5);
                const stamped = stampedOutcomes(
                    of,
                    now
                )({
                    ...NOTHING,
                    ...stamps,
                    id: 'L',
                    mqlAt: MONDAY,
                    dueAt: isStamped ? stamps.dueAt : null,
                    firstAttemptMinutes: isStamped ? stamps.firstAttemptMinutes : null,
                    firstContactMinutes: isStamped ? stamps.firstContactMinutes : null,
                    kind: isDecided ? kind : null,
                    decidedAt: isDecided ? decidedAt : null,
                    reason: detail === null ? reason : `${reason}.${detail}`,
                    source: 'email',
                    rep: expected?.rep ?? null,
                    agreed: expected?.agreed ?? null,
                    feedback,
                    feedbackAt,
                    facts: lead.facts
                });
                expect(stamped).toEqual(expected);
                seen.add(`${stamped.stalled} ${stamped.contradicts} ${stamped.feedbackInTime}`);
            }
        }
        expect(seen.size).toBeGreaterThan(8);
    });

    it('takes what was decided before it became an MQL for nothing', () => {
        const outcome = stampedOutcomes(
            agreement,
            MONDAY + DAY
        )({ ...NOTHING, kind: 'rejected', decidedAt: MONDAY - 1, reason: 'no_need' });
        expect(outcome).toMatchObject({ kind: null, decidedAt: null, reason: null });
    });

    it('takes marketing’s answer to an earlier rejection for none to this one', () => {
        const rejectedAt = MONDAY + DAY;
        const answered = (feedbackAt: number) =>
            stampedOutcomes(
                agreement,
                MONDAY + 20 * DAY
            )({
                ...NOTHING,
                kind: 'rejected',
                decidedAt: rejectedAt,
                reason: 'no_need',
                feedback: 'agree',
                feedbackAt,
                feedbackDueAt: feedbackAt + HOUR
            });
        expect(answered(rejectedAt)).toMatchObject({ feedback: 'agree', feedbackInTime: true });
        expect(answered(rejectedAt - 1)).toMatchObject({ feedback: null, feedbackInTime: false });
    });

    it('says nothing of facts that are in no column', () => {
        const outcome = stampedOutcomes(
            agreement,
            MONDAY + DAY
        )({
            ...NOTHING,
            kind: 'rejected',
            decidedAt: MONDAY + MINUTE,
            reason: 'icp_mismatch.company_size'
        });
        expect(outcome).toMatchObject({ kind: 'rejected', complete: null, contradicts: null });
    });

    it('moves no converted lead', () => {
        const later = stampedOutcomes(agreement, MONDAY + 9 * DAY);
        expect(later(NOTHING).stalled).toBe('routing');
        expect(later({ ...NOTHING, isConverted: true }).stalled).toBeNull();
    });
});
