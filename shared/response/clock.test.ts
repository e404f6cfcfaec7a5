import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    engagement,
    HOUR,
    MINUTE,
    pageView,
    person,
    touch
} from '../../test/support/lead.ts';
import { responseClock } from './clock.ts';
import { currentHandoff } from './handoff.ts';

const agreement = defaultAgreement();
const ana = person('ana', 'Ana Ortiz');
const ben = person('ben', 'Ben Achebe');
/** Monday, 10:00 in New York. */
const MONDAY = at('2026-11-16T15:00:00Z');

describe('currentHandoff', () => {
    it('counts the owner at the crossing as assigned by it', () => {
        const lead = aLead({
            mqlAt: MONDAY,
            assignments: [assignment(MONDAY - 90 * HOUR, ana), assignment(MONDAY - HOUR, ben)]
        });
        expect(currentHandoff(lead, MONDAY + HOUR).assignments).toEqual([{ at: MONDAY, to: ben }]);
    });

    it('does not take a queue for a person, nor the same owner saved again for a new one', () => {
        const queue = { id: 'q', name: 'Inbound', kind: 'queue' } as const;
        const lead = aLead({
            mqlAt: MONDAY,
            assignments: [
                { at: MONDAY, to: queue },
                assignment(MONDAY + HOUR, ana),
                assignment(MONDAY + 2 * HOUR, ana)
            ]
        });
        expect(currentHandoff(lead, MONDAY + 9 * HOUR).assignments).toEqual([
            { at: MONDAY + HOUR, to: ana }
        ]);
    });

    it('does not see what lies in the future', () => {
        const lead = aLead({ mqlAt: MONDAY, assignments: [assignment(MONDAY + HOUR, ana)] });
        expect(currentHandoff(lead, MONDAY).assignments).toEqual([]);
        expect(currentHandoff(lead, MONDAY - 1).mqlAt).toBeNull();
    });
});

describe('responseClock', () => {
    const handed = (parts: Parameters<typeof aLead>[0] = {}) =>
        aLead({
            mqlAt: MONDAY,
            assignments: [assignment(MONDAY + HOUR, ana)],
            owner: ana,
            ...parts
        });

    it('does not start before the person is an MQL, nor before somebody has them', () => {
        expect(responseClock(aLead(), agreement, MONDAY)).toMatchObject({
            state: 'not_started',
            waitingFor: 'mql',
            routing: null
        });
        expect(responseClock(aLead({ mqlAt: MONDAY }), agreement, MONDAY + HOUR)).toMatchObject({
            state: 'not_started',
            waitingFor: 'assignment',
            routing: { from: MONDAY, to: null }
        });
    });

    it('keeps routing apart from the owner’s own delay', () => {
        const clock = responseClock(
            handed({ touches: [touch(MONDAY + 3 * HOUR)] }),
            agreement,
            MONDAY + 9 * HOUR
        );
        expect(clock.routing).toMatchObject({ from: MONDAY, to: MONDAY + HOUR });
        expect(clock).toMatchObject({ state: 'answered', used: 2 * HOUR });
    });

    it('takes the first window that matched at assignment; a later demo request moves nothing', () => {
        const demo = (when: number) => engagement('form', when, 'Request a demo');
        const before = responseClock(
            handed({ engagements: [demo(MONDAY)] }),
            agreement,
            MONDAY + HOUR
        );
        expect(before.windowLabel).toBe('Demo, trial or contact request');
        const after = responseClock(
            handed({ engagements: [demo(MONDAY + 2 * HOUR)] }),
            agreement,
            MONDAY + 3 * HOUR
        );
        expect(after.windowLabel).toBe('Every other MQL');
        expect(after.dueAt).toBe(MONDAY + 5 * HOUR);
    });

    it('is not moved by a page view after assignment', () => {
        const plain = responseClock(handed(), agreement, MONDAY + 2 * HOUR);
        const viewed = responseClock(
            handed({ engagements: [pageView(MONDAY + 90 * MINUTE, 'Pricing', '/pricing')] }),
            agreement,
            MONDAY + 2 * HOUR
        );
        expect(viewed).toEqual(plain);
    });

    it('counts working time over a weekend', () => {
        const friday = at('2026-11-20T20:00:00Z');
        const clock = responseClock(
            aLead({ mqlAt: friday, assignments: [assignment(friday, ana)] }),
            agreement,
            friday
        );
        // Friday 15:00 to 17:00, then Monday 09:00 to 11:00.
        expect(clock.dueAt).toBe(at('2026-11-23T16:00:00Z'));
        expect(clock.warnAt).toBe(at('2026-11-23T15:30:00Z'));
        expect(clock.ladder.map((step) => step.at)).toEqual([
            at('2026-11-23T18:00:00Z'),
            at('2026-11-24T20:00:00Z')
        ]);
    });

    it('is stopped by an attempt, not by an inbound email, an automatic email or a booked meeting', () => {
        const stopped = (touches: Parameters<typeof touch>[]) =>
            responseClock(
                handed({ touches: touches.map((one) => touch(...one)) }),
                agreement,
                MONDAY + 9 * HOUR
            ).stoppedAt;
        const later = MONDAY + 2 * HOUR;
        expect(
            stopped([[later, 'email', { direction: 'inbound', outcome: 'replied' }]])
        ).toBeNull();
        expect(stopped([[later, 'email', { automatic: true }]])).toBeNull();
        expect(stopped([[later, 'meeting', { outcome: 'scheduled' }]])).toBeNull();
        expect(stopped([[later, 'note', { direction: 'internal' }]])).toBeNull();
        expect(stopped([[later, 'email', { outcome: 'sent' }]])).toBe(later);
        expect(stopped([[later, 'call', { direction: 'inbound', outcome: 'connected' }]])).toBe(
            later
        );
    });

    it('does not count what was done before the assignment or lies ahead', () => {
        const touches = [touch(MONDAY), touch(MONDAY + 20 * HOUR)];
        expect(responseClock(handed({ touches }), agreement, MONDAY + 2 * HOUR).state).toBe(
            'running'
        );
    });

    describe('when the owner changes', () => {
        const lead = handed({
            assignments: [assignment(MONDAY, ana), assignment(MONDAY + 2 * HOUR, ben)],
            owner: ben
        });
        const under = (reassignment: 'restart' | 'continue' | 'split', touches = lead.touches) =>
            responseClock({ ...lead, touches }, { ...agreement, reassignment }, MONDAY + 3 * HOUR);

        it('restarts for the new owner when agreed', () => {
            expect(under('restart')).toMatchObject({ startedAt: MONDAY + 2 * HOUR, shares: [] });
        });
        it('does not restart what the first owner had answered', () => {
            const answered = under('restart', [touch(MONDAY + HOUR)]);
            expect(answered).toMatchObject({ state: 'answered', startedAt: MONDAY, used: HOUR });
        });
        it('goes on when agreed', () => {
            expect(under('continue')).toMatchObject({ startedAt: MONDAY, shares: [] });
        });
        it('goes on and shows each owner’s share when agreed', () => {
            expect(under('split')).toMatchObject({
                startedAt: MONDAY,
                shares: [
                    { name: 'Ana Ortiz', from: MONDAY, to: MONDAY + 2 * HOUR },
                    { name: 'Ben Achebe', from: MONDAY + 2 * HOUR, to: null }
                ]
            });
        });
    });

    it('never ends before it starts, under any agreement', () => {
        const agreements = [agreement, berlin(), alwaysOn()];
        const hour = fc.integer({ min: 0, max: 24 * 60 }).map((n) => MONDAY + n * HOUR);
        fc.assert(
            fc.property(
                fc.constantFrom(...agreements),
                hour,
                fc.array(fc.tuple(hour, fc.constantFrom(ana, ben)), { maxLength: 5 }),
                fc.array(hour, { maxLength: 8 }),
                hour,
                (one, mqlAt, owners, calls, now) => {
                    const lead = aLead({
                        mqlAt,
                        assignments: owners
                            .sort(([a], [b]) => a - b)
                            .map(([when, to]) => assignment(when, to)),
                        touches: calls.sort((a, b) => a - b).map((when) => touch(when))
                    });
                    const clock = responseClock(lead, one, now);
                    if (clock.state === 'not_started') return clock.startedAt === null;
                    const { startedAt, dueAt, warnAt, stoppedAt, used } = clock;
                    expect(startedAt).not.toBeNull();
                    expect(startedAt!).toBeGreaterThanOrEqual(mqlAt);
                    expect(dueAt!).toBeGreaterThan(startedAt!);
                    expect(warnAt!).toBeLessThan(dueAt!);
                    if (stoppedAt !== null) {
                        expect(stoppedAt).toBeGreaterThanOrEqual(startedAt!);
                        expect(stoppedAt).toBeLessThanOrEqual(now);
                        expect(used!).toBeGreaterThanOrEqual(0);
                    }
                    return true;
                }
            )
        );
    });
});

describe('a window in business days (Q33)', () => {
    const [, standard] = agreement.windows;
    const within = (businessDays: number) =>
        defaultAgreement({
            windows: [
                { ...standard, within: { businessDays, text: `${businessDays}bd` } }
            ] as typeof agreement.windows
        });
    const clockOf = (businessDays: number, assigned: number, now = assigned) =>
        responseClock(
            aLead({ mqlAt: assigned, assignments: [assignment(assigned, ana)] }),
            within(businessDays),
            now
        );

    it('is due when the same business day closes, or the next one for who came after it', () => {
        // 17:00 in New York.
        const close = at('2026-11-16T22:00:00Z');
        expect(clockOf(0, MONDAY)).toMatchObject({
            dueAt: close,
            warnAt: close - 30 * MINUTE,
            length: 7 * HOUR,
            businessDays: 0
        });
        expect(clockOf(0, close + HOUR)).toMatchObject({ dueAt: close + 24 * HOUR });
    });

    it('is due when the n-th business day after it closes, weekends left out', () => {
        const friday = at('2026-11-20T20:00:00Z');
        expect(clockOf(1, friday)).toMatchObject({
            dueAt: at('2026-11-23T22:00:00Z'),
            length: 10 * HOUR
        });
    });

    it('has no deadline where no business day ever comes', () => {
        const closed = { zone: 'UTC', week: {}, closed: [] };
        const never = { ...within(1), calendars: { office: closed } };
        const lead = aLead({ mqlAt: MONDAY, assignments: [assignment(MONDAY, ana)] });
        expect(responseClock(lead, never, MONDAY + HOUR)).toMatchObject({
            dueAt: null,
            warnAt: null,
            length: null
        });
    });
});
