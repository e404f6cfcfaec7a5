import { describe, expect, it } from 'vitest';
import { decisionsOf, feedbackOf } from './history.ts';
import { HOUR, iso, object, T0 } from './records.testkit.ts';

const MINUTE = 60_000;

describe('a decision that was made by hand', () => {
    const kindsOf = (history: Parameters<typeof object>[1]) =>
        decisionsOf(object({}, history), []).map(({ at, kind }) => [at, kind]);

    it('counts from its own save where nobody said when', () => {
        const contact = object(
            {},
            {
                handoff_decision: [
                    [T0, 'accepted'],
                    [T0 + HOUR, 'rejected']
                ],
                // One property after the other, as people do.
                handoff_reason: [[T0 + HOUR + MINUTE, 'no_budget']],
                handoff_decision_note: [[T0 + HOUR + 2 * MINUTE, 'In March']],
                handoff_decided_at: [[T0 + 20, iso(T0)]],
                handoff_decided_by: [[T0 + 20, 'Sam Lee']]
            }
        );
        expect(decisionsOf(contact, [])).toEqual([
            { at: T0, by: 'Sam Lee', kind: 'accepted', reason: null, detail: null, note: null },
            {
                at: T0 + HOUR,
                // Whoever decided the last time did not decide this.
                by: null,
                kind: 'rejected',
                reason: 'no_budget',
                detail: null,
                note: 'In March'
            }
        ]);
    });

    it('counts once, from when somebody then said', () => {
        expect(
            kindsOf({
                handoff_decision: [[T0, 'rejected']],
                handoff_decided_at: [[T0 + MINUTE, iso(T0 - HOUR)]]
            })
        ).toEqual([[T0 - HOUR, 'rejected']]);
    });

    it('is none when the decision was taken away', () => {
        expect(
            kindsOf({
                handoff_decision: [
                    [T0, 'rejected'],
                    [T0 + HOUR, '']
                ]
            })
        ).toEqual([[T0, 'rejected']]);
    });
});

describe('what marketing answered', () => {
    it('is read from the histories, the earlier answers too', () => {
        const contact = object(
            { handoff_feedback: 'agree' },
            {
                handoff_feedback: [
                    [T0 + 40, 'contest'],
                    [T0 + HOUR, ''],
                    [T0 + 2 * HOUR, 'agree'],
                    [T0 + 3 * HOUR, 'agree']
                ],
                handoff_feedback_at: [
                    [T0 + 40, iso(T0)],
                    [T0 + HOUR, '']
                ],
                handoff_feedback_by: [
                    [T0 + 40, 'Nia Cole'],
                    [T0 + HOUR, '']
                ],
                handoff_feedback_note: [
                    [T0 + 40, 'They have budje'],
                    [T0 + MINUTE, 'They have budget'],
                    [T0 + HOUR - 10, '']
                ]
            }
        );
        expect(feedbackOf(contact, [])).toEqual([
            { at: T0, by: 'Nia Cole', kind: 'contest', note: 'They have budget' },
            // By hand: HubSpot's own time, and nobody said who.
            { at: T0 + 2 * HOUR, by: null, kind: 'agree', note: null }
        ]);
    });

    it('is read without a history from the values of now', () => {
        const given = { handoff_feedback: 'fix_promised', handoff_feedback_at: iso(T0) };
        expect(feedbackOf(object({ ...given, handoff_feedback_by: 'Nia Cole' }), [])).toEqual([
            { at: T0, by: 'Nia Cole', kind: 'fix_promised', note: null }
        ]);
    });

    it('is named when it makes no sense', () => {
        const notes: Parameters<typeof feedbackOf>[1] = [];
        expect(feedbackOf(object({ handoff_feedback: 'shrug' }), notes)).toEqual([]);
        expect(feedbackOf(object({ handoff_feedback: 'agree' }), notes)).toEqual([]);
        expect(notes.map(({ what }) => what)).toEqual([
            'marketing’s answer',
            'marketing’s answer date'
        ]);
    });
});
