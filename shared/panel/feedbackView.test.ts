import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { aLead, at, DAY, HOUR, pastDecision, pastFeedback } from '../../test/support/lead.ts';
import type { Lead } from '../lead.ts';
import { leadPanel } from './leadPanel.ts';

const agreement = defaultAgreement();
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-02T15:00:00Z');

function panel(parts: Partial<Lead> = {}, now = MONDAY + 2 * DAY) {
    const lead = aLead({
        mqlAt: MONDAY - DAY,
        decisions: [pastDecision(MONDAY, 'rejected', { reason: 'no_budget', by: 'Ana Ortiz' })],
        ...parts
    });
    return leadPanel(lead, agreement, { now, locale: 'en-US', timeZone: 'America/New_York' });
}

describe('marketing’s side of a rejection in the panel', () => {
    it('is not there without a rejection', () => {
        expect(panel({ decisions: [pastDecision(MONDAY, 'accepted')] }).feedback).toBeNull();
    });

    it('shows the clock, and what can be answered', () => {
        const { feedback } = panel();
        expect(feedback).toMatchObject({
            state: { text: 'Not answered yet', tone: 'neutral' },
            due: { text: 'Answer due Mon, Nov 9, 5:00 PM, in 5 days', tone: 'neutral' },
            answer: null
        });
        expect(feedback?.choices.map(({ label, ask }) => [label, ask])).toEqual([
            ['Agree', null],
            ['Contest', 'Why do you contest it?'],
            ['Promise a fix', null]
        ]);
    });

    it('says how long it is overdue', () => {
        expect(panel({}, MONDAY + 10 * DAY).feedback).toMatchObject({
            state: { text: 'Overdue', tone: 'bad' },
            due: { text: 'Answer was due Mon, Nov 9, 5:00 PM, 2 days ago', tone: 'bad' }
        });
    });

    it('shows who answered what, when, and whether in time', () => {
        const answer = pastFeedback(MONDAY + DAY, 'contest', {
            by: 'Nia Cole',
            note: 'Budget opens in March'
        });
        expect(panel({ feedback: [answer] }).feedback).toMatchObject({
            state: { text: 'Contested', tone: 'warn' },
            due: null,
            answer: {
                text: 'Marketing contests it (Nia Cole)',
                detail: 'Budget opens in March',
                aside: '1 day ago',
                badge: { text: 'In time', tone: 'good' }
            }
        });
        const late = pastFeedback(MONDAY + 9 * DAY, 'fix_promised');
        expect(panel({ feedback: [late] }, MONDAY + 10 * DAY).feedback?.answer).toMatchObject({
            text: 'Marketing promises a fix (somebody)',
            badge: { text: 'Late', tone: 'warn' }
        });
    });

    it('offers nothing once the person is converted', () => {
        expect(panel({ convertedAt: MONDAY + HOUR }).feedback?.choices).toEqual([]);
    });

    it('keeps an earlier answer in the history, where it was given', () => {
        const shown = panel({
            decisions: [
                pastDecision(MONDAY, 'rejected', { reason: 'no_need', by: 'Ana Ortiz' }),
                pastDecision(MONDAY + DAY, 'rejected', { reason: 'no_budget', by: 'Ben Carter' })
            ],
            feedback: [pastFeedback(MONDAY + HOUR, 'contest', { by: 'Nia Cole', note: 'They do' })]
        });
        expect(shown.feedback?.answer).toBeNull();
        expect(shown.decision.history.map(({ text, detail }) => [text, detail])).toEqual([
            ['Rejected by Ben Carter', 'No budget'],
            ['Marketing contests it (Nia Cole)', 'They do'],
            ['Rejected by Ana Ortiz', 'No need']
        ]);
    });
});
