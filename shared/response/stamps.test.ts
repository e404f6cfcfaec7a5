import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    engagement,
    HOUR,
    idealFacts,
    MINUTE,
    person,
    touch
} from '../../test/support/lead.ts';
import type { Agreement } from '../agreement/types.ts';
import { CHANNELS, OUTCOMES } from '../lead.ts';
import type { Lead } from '../lead.ts';
import { responseClock } from './clock.ts';
import { handoffStamps } from './stamps.ts';

/** A Friday morning in New York. */
const MQL = at('2026-11-20T15:00:00Z');
const NOW = MQL + 6 * HOUR;
const ANA = person('ana');
const BEN = person('ben');
const usual = defaultAgreement();
const windows = (parts: Partial<Agreement['windows'][number]>): Agreement =>
    defaultAgreement({ windows: usual.windows.slice(-1).map((one) => ({ ...one, ...parts })) });

describe('the stamps of a hand-over', () => {
    it('are none before there is one', () => {
        for (const lead of [aLead(), aLead({ mqlAt: NOW + 1 })]) {
            const stamps = Object.values(handoffStamps(lead, usual, NOW));
            expect(stamps.every((stamp) => stamp === null)).toBe(true);
        }
    });

    it('say who had it since when, by which window, until when, and how it was answered', () => {
        const lead = aLead({
            mqlAt: MQL,
            facts: idealFacts(),
            engagements: [engagement('form', MQL - HOUR, 'Request a demo')],
            assignments: [assignment(MQL + 10 * MINUTE, ANA)],
            touches: [
                touch(MQL + 9 * MINUTE),
                touch(MQL + 14 * MINUTE + 59_999),
                touch(MQL + 2 * HOUR, 'email'),
                touch(MQL + 3 * HOUR, 'email', { direction: 'inbound' }),
                touch(NOW + 1)
            ]
        });
        expect(handoffStamps(lead, usual, NOW)).toMatchObject({
            mqlAt: MQL,
            assignedAt: MQL + 10 * MINUTE,
            assignedTo: ANA,
            window: 'hand_raiser',
            startedAt: MQL + 10 * MINUTE,
            dueAt: MQL + 15 * MINUTE,
            firstAttemptAt: MQL + 14 * MINUTE + 59_999,
            firstAttemptMinutes: 4,
            firstContactAt: MQL + 3 * HOUR,
            firstContactMinutes: 170,
            attempts: 2
        });
    });

    it('count minutes on the clock of the window: over a closed weekend only what is open', () => {
        const lead = aLead({
            mqlAt: MQL,
            assignments: [assignment(MQL, ANA)],
            touches: [touch(at('2026-11-23T14:30:00Z'))]
        });
        const now = MQL + 4 * DAY;
        // Seven hours are left of the Friday, and half an hour of the Monday has gone.
        expect(handoffStamps(lead, usual, now).firstAttemptMinutes).toBe(450);
        const elapsed = windows({ clock: 'elapsed' });
        expect(handoffStamps(lead, elapsed, now).firstAttemptMinutes).toBe(4290);
    });

    it('are of the new owner where an open clock restarts, and of the first one where it goes on', () => {
        const lead = aLead({
            mqlAt: MQL,
            assignments: [assignment(MQL, ANA), assignment(MQL + 2 * HOUR, BEN)]
        });
        expect(handoffStamps(lead, usual, NOW)).toMatchObject({
            assignedAt: MQL + 2 * HOUR,
            assignedTo: BEN,
            dueAt: MQL + 6 * HOUR,
            attempts: 0
        });
        for (const reassignment of ['continue', 'split'] as const) {
            expect(handoffStamps(lead, defaultAgreement({ reassignment }), NOW)).toMatchObject({
                assignedAt: MQL,
                assignedTo: ANA,
                dueAt: MQL + 4 * HOUR
            });
        }
        const answered = { ...lead, touches: [touch(MQL + HOUR)] };
        expect(handoffStamps(answered, usual, NOW)).toMatchObject({
            assignedAt: MQL,
            firstAttemptMinutes: 60
        });
    });

    it('measure an attempt on the clock of whoever had the record then', () => {
        const lead = aLead({
            mqlAt: MQL,
            assignments: [assignment(MQL, ANA), assignment(MQL + 2 * HOUR, BEN)],
            touches: [
                touch(MQL + HOUR),
                touch(MQL + 3 * HOUR, 'call', { outcome: 'connected' }),
                touch(MQL + 4 * HOUR)
            ]
        });
        expect(handoffStamps(lead, windows({ stops: 'contact' }), NOW)).toMatchObject({
            assignedTo: BEN,
            firstAttemptAt: MQL + HOUR,
            firstAttemptMinutes: 60,
            firstContactAt: MQL + 3 * HOUR,
            firstContactMinutes: 60,
            attempts: 3
        });
    });

    it('begin at the crossing where the window does, with or without a person', () => {
        const agreement = windows({ starts: 'mql' });
        const queued = aLead({ mqlAt: MQL, touches: [touch(MQL + 5 * MINUTE)] });
        const clock = { startedAt: MQL, dueAt: MQL + 4 * HOUR, firstAttemptMinutes: 5 };
        expect(handoffStamps(queued, agreement, NOW)).toMatchObject({ ...clock, assignedAt: null });
        const taken = { ...queued, assignments: [assignment(MQL + HOUR, ANA)] };
        expect(handoffStamps(taken, agreement, NOW)).toMatchObject({
            ...clock,
            assignedAt: MQL + HOUR
        });
        expect(handoffStamps(queued, usual, NOW)).toMatchObject({
            window: null,
            startedAt: null,
            firstAttemptAt: null,
            attempts: 0
        });
    });
});

describe('the score at the crossing', () => {
    const lead = aLead({
        mqlAt: MQL,
        facts: idealFacts(),
        engagements: [
            engagement('form', MQL - HOUR, 'Request a demo'),
            engagement('form', MQL + HOUR, 'Free trial')
        ]
    });

    it('counts what was done by then, and says how it came about', () => {
        const { scoreAtMql, scoreBreakdown } = handoffStamps(lead, usual, NOW);
        expect(scoreAtMql).toBe(80);
        const breakdown = JSON.parse(scoreBreakdown ?? '') as {
            [part: string]: { points: number; capped: number; rules: [string, number, string][] };
        };
        expect(breakdown).toMatchObject({ agreement: usual.hash, total: 80 });
        expect(breakdown.fit?.rules).toContainEqual(['size', 12, 'met']);
        expect(breakdown.engagement?.rules).toContainEqual(['trial', 0, 'not_met']);
        for (const { points, capped, rules } of [breakdown.fit, breakdown.engagement].flatMap(
            (part) => part ?? []
        )) {
            expect(rules.reduce((sum, [, earned]) => sum + earned, 0) - capped).toBe(points);
        }
    });

    it('is not told when the facts may have changed, or a part of the behaviour is missing', () => {
        const none = { scoreAtMql: null, scoreBreakdown: null };
        expect(handoffStamps(lead, usual, MQL + 31 * DAY)).toMatchObject(none);
        for (const why of ['failed', 'truncated'] as const) {
            const gaps = [{ section: 'page_views' as const, why, shown: null, total: null }];
            expect(handoffStamps({ ...lead, gaps }, usual, NOW)).toMatchObject(none);
        }
        const gaps = [
            { section: 'page_views' as const, why: 'no_tier' as const, shown: null, total: null },
            { section: 'calls' as const, why: 'failed' as const, shown: null, total: null }
        ];
        const told = handoffStamps({ ...lead, gaps }, usual, NOW);
        expect(told.scoreAtMql).toBe(80);
        expect(told.scoreBreakdown).toContain('["pricing_twice",0,"unknown"]');
    });
});

describe('whatever happened', () => {
    const instant = fc
        .integer({ min: -10 * 24 * 60, max: 40 * 24 * 60 })
        .map((m) => MQL + m * MINUTE);
    const sorted = <T extends { readonly at: number }>(list: readonly T[]): T[] =>
        [...list].sort((a, b) => a.at - b.at);
    const leads: fc.Arbitrary<Lead> = fc
        .record({
            touches: fc.array(
                fc.record({
                    at: instant,
                    channel: fc.constantFrom(...CHANNELS),
                    direction: fc.constantFrom('outbound' as const, 'inbound' as const),
                    outcome: fc.constantFrom(null, ...OUTCOMES),
                    automatic: fc.boolean()
                }),
                { maxLength: 12 }
            ),
            assignments: fc.array(
                fc.record({
                    at: instant,
                    to: fc.constantFrom(ANA, BEN, { ...ANA, id: 'q', kind: 'queue' as const })
                }),
                { maxLength: 5 }
            ),
            engagements: fc.array(
                instant.map((when) => engagement('form', when, 'Request a demo')),
                { maxLength: 3 }
            )
        })
        .map(({ touches, assignments, engagements }) =>
            aLead({
                mqlAt: MQL,
                touches: sorted(
                    touches.map(({ at: when, channel, ...more }) => touch(when, channel, more))
                ),
                assignments: sorted(assignments),
                engagements: sorted(engagements)
            })
        );
    const stops = (stop: 'attempt' | 'contact'): Agreement => windows({ stops: stop });
    const agreements = fc.constantFrom(usual, berlin(), alwaysOn(), stops('contact'));

    it('they are those of the clock that the panel shows, and nothing lies before the crossing', () => {
        fc.assert(
            fc.property(leads, agreements, instant, (lead, agreement, now) => {
                const stamps = handoffStamps(lead, agreement, now);
                const { startedAt, dueAt, stoppedAt, stopsBy, used } = responseClock(
                    lead,
                    agreement,
                    now
                );
                expect(stamps).toMatchObject({ startedAt, dueAt });
                const { firstAttemptAt, firstContactAt, firstAttemptMinutes, attempts } = stamps;
                if (stoppedAt !== null) {
                    const first = stopsBy === 'attempt' ? firstAttemptAt : firstContactAt;
                    const minutes =
                        stopsBy === 'attempt' ? firstAttemptMinutes : stamps.firstContactMinutes;
                    // A contact that answers only what the last owner wrote may come after another one.
                    expect(first).toBeLessThanOrEqual(stoppedAt);
                    if (first === stoppedAt)
                        expect(minutes).toBe(Math.floor((used ?? NaN) / MINUTE));
                }
                expect(firstAttemptAt === null).toBe(!attempts);
                for (const when of [stamps.assignedAt, firstAttemptAt, firstContactAt]) {
                    if (when !== null) expect(when >= MQL && when <= now).toBe(true);
                }
                for (const minutes of [firstAttemptMinutes, stamps.firstContactMinutes]) {
                    if (minutes !== null)
                        expect(Number.isInteger(minutes) && minutes >= 0).toBe(true);
                }
            })
        );
    });

    it('the first attempt stays the first, and attempts only grow, as time goes by', () => {
        fc.assert(
            fc.property(leads, agreements, instant, instant, (lead, agreement, a, b) => {
                const [before, after] = [Math.min(a, b), Math.max(a, b)].map((now) =>
                    handoffStamps(lead, agreement, now)
                );
                if (!before || !after) return;
                expect(after.attempts ?? 0).toBeGreaterThanOrEqual(before.attempts ?? 0);
                if (before.firstAttemptAt === null) return;
                const { firstAttemptAt, firstAttemptMinutes } = before;
                expect(after).toMatchObject({ firstAttemptAt, firstAttemptMinutes });
            })
        );
    });
});
