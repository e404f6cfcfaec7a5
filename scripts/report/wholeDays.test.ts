import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysOn, berlin, defaultAgreement } from '../../test/support/agreement.ts';
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import { localDate } from '../../shared/calendar/calendar.ts';
import type { Instant } from '../../shared/lead.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { instantIn } from './instants.ts';
import { HAPPENED, inOrder, outcomesOf } from './wholeDays.ts';
import type { Happened, ReadLead } from './wholeDays.ts';

const NOW = Date.UTC(2026, 10, 20, 15);

/** A lead with some of its moments cut to their day, as an export with dates alone has them. */
function cutToDays(lead: ReadLead, moments: readonly Happened[], zone: string): ReadLead {
    const cut: { -readonly [key in keyof ReadLead]: ReadLead[key] } = { ...lead };
    const days: { [moment in Happened]?: Instant } = {};
    for (const moment of moments) {
        const exact = lead[moment];
        if (exact === null) continue;
        const found = instantIn(localDate(zone, exact), zone);
        if (found?.until === undefined) throw new Error('no day');
        cut[moment] = found.at;
        days[moment] = found.until;
    }
    return inOrder({ ...cut, days: Object.keys(days).length === 0 ? null : days }, zone);
}

describe('a lead with dates alone', () => {
    it.each([
        ['New York', defaultAgreement()],
        ['Berlin', berlin()],
        ['around the clock', alwaysOn()]
    ])('never gets another outcome than its exact times give, only less: %s', (_, agreement) => {
        const { zone } = specOf(agreement, agreement.calendar);
        const exactly = stampedOutcomes(agreement, NOW);
        const daily = outcomesOf(agreement, NOW);
        const leads = [...generatedStampedLeads(agreement, 1500, 4, NOW)].map((lead): ReadLead => {
            const isAnswered = lead.feedbackAt !== null && lead.feedbackAt <= NOW;
            const facts = { firstAttemptMinutes: null, firstContactMinutes: null, days: null };
            return { ...lead, ...facts, feedbackAt: isAnswered ? lead.feedbackAt : null };
        });
        const known = { yes: 0, no: 0 };
        fc.assert(
            fc.property(
                fc.constantFrom(...leads),
                fc.subarray([...HAPPENED], { minLength: 1 }),
                (lead, moments) => {
                    const exact = exactly(lead);
                    const found = daily(cutToDays(lead, moments, zone));
                    expect(found.kind).toBe(exact.kind);
                    expect(found.reason).toBe(exact.reason);
                    expect(found.feedback).toBe(exact.feedback);
                    expect(localDate(zone, found.mqlAt)).toBe(localDate(zone, exact.mqlAt));
                    expect(found.decidedAt === null).toBe(exact.decidedAt === null);
                    const same = (a: unknown, b: unknown): void => {
                        known[a === null ? 'no' : 'yes']++;
                        expect([null, b]).toContain(a);
                    };
                    same(found.routingMinutes, exact.routingMinutes);
                    same(found.responseMinutes, exact.responseMinutes);
                    same(found.inTime, exact.inTime);
                    found.answers.forEach((one, i) => same(one, exact.answers[i]));
                    same(found.contradicts, exact.contradicts);
                    same(found.feedbackInTime, exact.feedbackInTime);
                    same(found.stalled, exact.stalled);
                }
            ),
            { numRuns: 3000 }
        );
        // It says something, and not everything.
        expect(known.yes).toBeGreaterThan(1000);
        expect(known.no).toBeGreaterThan(1000);
    });
});
