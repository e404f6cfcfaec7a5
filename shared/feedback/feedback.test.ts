import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { berlin, defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, at, DAY, HOUR, pastDecision, pastFeedback } from '../../test/support/lead.ts';
import type { Lead } from '../lead.ts';
import { answerFeedback } from './answer.ts';
import { feedbackState } from './state.ts';
import type { FeedbackChoice } from './types.ts';

const agreement = defaultAgreement();
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-02T15:00:00Z');
/** Five business days later, when the office closes. */
const DUE = at('2026-11-09T22:00:00Z');

const rejected = (parts: Partial<Lead> = {}): Lead =>
    aLead({
        mqlAt: MONDAY - DAY,
        decisions: [pastDecision(MONDAY, 'rejected', { reason: 'no_budget' })],
        ...parts
    });
const state = (parts: Partial<Lead> = {}, now = MONDAY + HOUR) =>
    feedbackState(rejected(parts), agreement, now);
const answer = (choice: Partial<FeedbackChoice>, parts: Partial<Lead> = {}, now = MONDAY + HOUR) =>
    answerFeedback(
        rejected(parts),
        agreement,
        { kind: 'agree', note: null, by: 'Nia Cole', ...choice },
        now
    );

describe('what marketing owes to a rejection', () => {
    it('is an answer within five business days', () => {
        expect(state()).toEqual({ current: null, due: DUE, inTime: null, closed: null });
        expect(state({}, DUE)?.inTime).toBeNull();
        expect(state({}, DUE + 1)?.inTime).toBe(false);
        expect(feedbackState(rejected(), berlin(), MONDAY)?.due).toBe(MONDAY + 7 * DAY);
    });

    it('is settled by an answer, in time or late', () => {
        const feedback = [pastFeedback(DUE, 'contest')];
        expect(state({ feedback }, DUE + DAY)).toMatchObject({
            current: feedback[0],
            inTime: true
        });
        expect(state({ feedback: [pastFeedback(DUE + 1, 'agree')] }, DUE + DAY)?.inTime).toBe(
            false
        );
    });

    it('is not settled by what was answered to an earlier decision', () => {
        expect(state({ feedback: [pastFeedback(MONDAY - 1, 'agree')] })?.current).toBeNull();
    });

    it('is nothing where no rejection is in force', () => {
        expect(state({ decisions: [] })).toBeNull();
        expect(state({ decisions: [pastDecision(MONDAY, 'recycled')] })).toBeNull();
        expect(state({ mqlAt: MONDAY + 1 })).toBeNull();
    });
});

describe('answering', () => {
    it('gives what is to be written', () => {
        expect(answer({ note: ' Their budget opens in March ' })).toEqual({
            feedback: {
                kind: 'agree',
                note: 'Their budget opens in March',
                at: MONDAY + HOUR,
                by: 'Nia Cole'
            },
            issues: []
        });
    });

    it.each([null, '', '  \n '])('does not contest without a note: %j', (note) => {
        expect(answer({ kind: 'contest', note })).toMatchObject({
            feedback: null,
            issues: [{ code: 'note.required', path: 'note' }]
        });
    });

    it('keeps when and by whom it was given while only its note changes', () => {
        const feedback = [pastFeedback(MONDAY + HOUR, 'contest', { by: 'Nia Cole', note: 'No' })];
        const again = { kind: 'contest', note: 'They have budget', by: 'Omar Haddad' } as const;
        expect(answer(again, { feedback }, DUE + DAY).feedback).toEqual({
            ...feedback[0],
            note: 'They have budget'
        });
        expect(answer({ kind: 'agree', by: 'Omar Haddad' }, { feedback }, DUE).feedback).toEqual({
            kind: 'agree',
            note: null,
            at: DUE,
            by: 'Omar Haddad'
        });
    });

    it('says why there is nothing to answer', () => {
        const codes = (parts: Partial<Lead>) =>
            answer({}, parts).issues.map(({ code, path }) => [code, path]);
        expect(codes({ decisions: [] })).toEqual([['lead.not_rejected', '']]);
        expect(codes({ convertedAt: MONDAY })).toEqual([['lead.converted', '']]);
    });

    it('names every part that is wrong, once, whatever it is given', () => {
        const { issues } = answer({
            kind: 'maybe' as never,
            note: 'x'.repeat(256),
            by: 7 as never
        });
        expect(issues.map(({ path }) => path)).toEqual(['kind', 'note', 'by']);
        const typed = answer({ kind: 'contest', note: 7 as never });
        expect(typed.issues.map(({ code }) => code)).toEqual(['note.type']);
        fc.assert(
            fc.property(fc.anything(), (choice) => {
                const found = answerFeedback(rejected(), agreement, choice as never, MONDAY + HOUR);
                expect(found.feedback === null).toBe(found.issues.length > 0);
            })
        );
    });
});
