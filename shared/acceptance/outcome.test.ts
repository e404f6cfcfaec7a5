import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    engagement,
    facts,
    HOUR,
    idealFacts,
    MINUTE,
    pastDecision,
    pastFeedback,
    person,
    touch
} from '../../test/support/lead.ts';
import type { ResponseMetric } from '../agreement/types.ts';
import type { Lead } from '../lead.ts';
import { clockView } from '../panel/clockView.ts';
import { responseClock } from '../response/clock.ts';
import { answersOf } from './answers.ts';
import { outcomeOf } from './outcome.ts';
import type { LeadOutcome, Moments, RecordedOutcome } from './outcomeTypes.ts';

const agreement = defaultAgreement();
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-02T15:00:00Z');
const NOW = MONDAY + 21 * DAY;

function handed(parts: Partial<Lead> = {}): Lead {
    return aLead({
        facts: idealFacts(),
        source: 'email',
        mqlAt: MONDAY,
        assignments: [assignment(MONDAY + HOUR)],
        touches: [touch(MONDAY + 3 * HOUR)],
        ...parts
    });
}
function outcome(
    parts: Partial<Lead> = {},
    now = NOW,
    recorded: RecordedOutcome = {}
): LeadOutcome {
    const found = outcomeOf(handed(parts), agreement, now, recorded);
    if (found === null) throw new Error('no MQL');
    return found;
}

describe('what became of a lead', () => {
    it('is nothing before it is an MQL', () => {
        expect(outcomeOf(aLead(), agreement, NOW)).toBeNull();
        expect(outcomeOf(handed(), agreement, MONDAY - 1)).toBeNull();
    });

    it('is what was decided in this cycle, by the one who had it then', () => {
        const ben = person('ben', 'Ben Carter');
        const decisions = [
            pastDecision(MONDAY - DAY, 'accepted'),
            pastDecision(MONDAY + DAY, 'rejected', { reason: 'not_a_buyer', detail: 'student' })
        ];
        const assignments = [assignment(MONDAY + HOUR), assignment(MONDAY + 2 * DAY, ben)];
        expect(outcome({ decisions, assignments })).toMatchObject({
            mqlAt: MONDAY,
            decidedAt: MONDAY + DAY,
            kind: 'rejected',
            reason: 'not_a_buyer.student',
            source: 'email',
            rep: 'Ana Ortiz',
            stalled: null
        });
        expect(outcome({ decisions: decisions.slice(0, 1), assignments })).toMatchObject({
            kind: null,
            decidedAt: null,
            rep: 'Ben Carter'
        });
    });

    it('keeps routing apart from the rep’s own time, in whole minutes', () => {
        const late = MONDAY + 3 * HOUR + 59_999;
        expect(outcome({ touches: [touch(late)] })).toMatchObject({
            window: 'standard',
            routingMinutes: 60,
            responseMinutes: 120,
            inTime: true,
            answers: [true, true]
        });
        expect(outcome({ assignments: [] })).toMatchObject({
            rep: null,
            window: null,
            routingMinutes: null,
            responseMinutes: null,
            inTime: null,
            answers: [null, null]
        });
    });

    it('is late where nobody answered, unless it was decided in time', () => {
        expect(outcome({ touches: [] }, MONDAY + 2 * HOUR).inTime).toBeNull();
        expect(outcome({ touches: [] }, MONDAY + 6 * HOUR).inTime).toBe(false);
        const decided = (when: number) => [pastDecision(when, 'rejected')];
        expect(outcome({ touches: [], decisions: decided(MONDAY + 2 * HOUR) }).inTime).toBeNull();
        expect(outcome({ touches: [], decisions: decided(MONDAY + 2 * DAY) })).toMatchObject({
            inTime: false,
            answers: [null, null]
        });
    });

    it('says of the window what its clock says', () => {
        for (const of of [agreement, berlin(), alwaysOn()]) {
            for (let minutes = 0; minutes < 3000; minutes += 61) {
                const lead = handed({ touches: [touch(MONDAY + HOUR + minutes * MINUTE)] });
                const viewer = { now: NOW, locale: 'en', timeZone: 'UTC' };
                const { state } = clockView(responseClock(lead, of, NOW), viewer);
                expect(outcomeOf(lead, of, NOW)?.inTime).toBe(state === 'answered_in_time');
            }
        }
    });

    it('says whether the record denies the reason, as it was when it was decided', () => {
        const rejected = (reason: string, detail: string | null, parts: Partial<Lead> = {}) =>
            outcome({
                decisions: [pastDecision(MONDAY + DAY, 'rejected', { reason, detail })],
                ...parts
            }).contradicts;
        expect(rejected('icp_mismatch', 'company_size')).toBe(true);
        const small = facts({ ...idealFacts(), employees: 5 });
        expect(rejected('icp_mismatch', 'company_size', { facts: small })).toBe(false);
        const unknown = facts({ ...idealFacts(), employees: null });
        expect(rejected('icp_mismatch', 'company_size', { facts: unknown })).toBeNull();
        expect(rejected('no_budget', null)).toBeNull();
        expect(rejected('they said no', null)).toBeNull();
        const reached = (when: number) => ({
            touches: [touch(when, 'call', { outcome: 'connected' })]
        });
        expect(rejected('unresponsive', null, reached(MONDAY + 3 * HOUR))).toBe(true);
        expect(rejected('unresponsive', null, reached(MONDAY + 2 * DAY))).toBe(false);
    });

    it('says whether the agreement called it an MQL when it was handed over', () => {
        const engagements = [
            engagement('form', MONDAY - HOUR, 'Request a demo'),
            engagement('webinar', MONDAY - DAY, 'Pipeline hygiene', { campaign: 'Webinars' }),
            engagement('form', MONDAY + DAY, 'Start a trial', { campaign: 'Trials' })
        ].sort((a, b) => a.at - b.at);
        expect(outcome({ engagements })).toMatchObject({ agreed: true, campaign: 'Webinars' });
        expect(outcome()).toMatchObject({ agreed: false, campaign: null });
        expect(outcome({ engagements, facts: facts() }).agreed).toBeNull();
        expect(outcome({ engagements }, NOW, { campaign: 'Spring' }).campaign).toBe('Spring');
    });

    it('knows what marketing answered, and whether in time', () => {
        const decisions = [pastDecision(MONDAY, 'rejected', { reason: 'no_budget' })];
        // Five business days end on Monday the 9th at 17:00 in New York.
        const due = at('2026-11-09T22:00:00Z');
        const answered = (feedback: Lead['feedback'], now = NOW) => {
            const found = outcome({ decisions, feedback }, now);
            return [found.feedback, found.feedbackInTime];
        };
        expect(answered([pastFeedback(due, 'contest')])).toEqual(['contest', true]);
        expect(answered([pastFeedback(due + 1, 'agree')])).toEqual(['agree', false]);
        expect(answered([])).toEqual([null, false]);
        expect(answered([], due)).toEqual([null, null]);
        expect(answered([pastFeedback(MONDAY - 1, 'agree')], due)).toEqual([null, null]);
        const accepted = [pastDecision(MONDAY, 'accepted')];
        const feedback = [pastFeedback(NOW, 'agree')];
        expect(outcome({ decisions: accepted, feedback }).feedback).toBeNull();
    });

    it('is complete with name, email, company, title, and size or revenue', () => {
        const without = (...fields: string[]): boolean | null =>
            outcome({
                facts: facts({
                    ...idealFacts(),
                    ...Object.fromEntries(fields.map((field) => [field, null]))
                })
            }).complete;
        expect(without()).toBe(true);
        expect(without('phone', 'industry', 'country')).toBe(true);
        expect([without('employees'), without('revenue')]).toEqual([true, true]);
        expect(without('employees', 'revenue')).toBe(false);
        for (const field of ['name', 'email', 'company', 'title'])
            expect(without(field)).toBe(false);
    });

    it('is stalled where the agreement’s own deadline passed', () => {
        const stalled = (parts: Partial<Lead>, now: number) => {
            const found = outcome(parts, now);
            return [found.stalled, found.stalledSince];
        };
        expect(stalled({ assignments: [] }, MONDAY + 2 * HOUR)).toEqual([null, null]);
        expect(stalled({ assignments: [] }, MONDAY + 3 * HOUR)).toEqual([
            'routing',
            MONDAY + 2 * HOUR
        ]);
        expect(stalled({ touches: [] }, MONDAY + 5 * HOUR)).toEqual([
            'response',
            MONDAY + 5 * HOUR
        ]);
        // Two business days after the first attempt.
        const due = at('2026-11-04T22:00:00Z');
        expect(stalled({}, due)).toEqual([null, null]);
        expect(stalled({}, due + 1)).toEqual(['decision', due]);
        expect(stalled({ convertedAt: MONDAY + DAY }, NOW)).toEqual([null, null]);
    });
});

describe('answers by each response metric', () => {
    const [day] = agreement.metrics.filter(
        (metric): metric is ResponseMetric => metric.kind === 'response'
    ) as [ResponseMetric];
    const answered = (
        metric: Partial<ResponseMetric>,
        moments: Partial<Moments>,
        now = NOW
    ): boolean | null | undefined =>
        answersOf(
            {
                mqlAt: MONDAY,
                assignedAt: MONDAY + HOUR,
                firstAttemptAt: null,
                firstContactAt: null,
                decidedAt: null,
                ...moments
            },
            { ...agreement, metrics: [{ ...day, ...metric }] },
            now
        )[0];
    /** 24 open hours are three days of eight. */
    const due = MONDAY + 3 * DAY + HOUR;

    it('count open hours up to the last millisecond', () => {
        expect(answered({}, { firstAttemptAt: due })).toBe(true);
        expect(answered({}, { firstAttemptAt: due + 1 })).toBe(false);
        expect(answered({}, {}, due - 1)).toBeNull();
        expect(answered({}, {}, due)).toBe(false);
    });

    it('do not count what has not happened yet', () => {
        expect(answered({}, { firstAttemptAt: due }, MONDAY + 2 * HOUR)).toBeNull();
        expect(answered({}, { assignedAt: null })).toBeNull();
        expect(answered({}, { decidedAt: MONDAY + DAY })).toBeNull();
        expect(answered({}, { decidedAt: due })).toBe(false);
    });

    it('start, stop and run as the metric says', () => {
        const elapsed = { clock: 'elapsed', starts: 'mql' } as const;
        expect(answered(elapsed, { firstAttemptAt: MONDAY + DAY })).toBe(true);
        expect(answered(elapsed, { firstAttemptAt: MONDAY + DAY + 1 })).toBe(false);
        expect(answered({ stops: 'contact' }, { firstAttemptAt: due })).toBe(false);
        expect(answered({ stops: 'contact' }, { firstContactAt: due })).toBe(true);
    });

    it('take business days up to the close of the last one', () => {
        const within = { businessDays: 1, text: '1bd' };
        const close = at('2026-11-03T22:00:00Z');
        expect(answered({ within }, { firstAttemptAt: close })).toBe(true);
        expect(answered({ within }, { firstAttemptAt: at('2026-11-04T14:00:01Z') })).toBe(false);
        expect(answered({ within }, {}, close - 1)).toBeNull();
        expect(answered({ within }, {}, close)).toBe(false);
    });
});
