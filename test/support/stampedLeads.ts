/** Leads as both CRMs keep them: what stands on their records, without their history. */
import type { StampedLead } from '../../shared/acceptance/stampedOutcome.ts';
import { generatedOutcomes, seeded } from '../../shared/acceptance/outcomes.testkit.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Facts, Instant } from '../../shared/lead.ts';
import { addOpenTime } from '../../shared/calendar/openTime.ts';
import { calendarOf } from '../../shared/response/calendars.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * Leads of one year up to `now`, as `generatedOutcomes` has them, with the stamps and the facts behind them.
 *
 * @param seed the same seed gives the same leads
 */
export function* generatedStampedLeads(
    agreement: Agreement,
    count: number,
    seed: number,
    now: Instant
): Generator<StampedLead, void, undefined> {
    const random = seeded(seed + 1);
    for (const outcome of generatedOutcomes(agreement, count, seed, now)) {
        const { mqlAt, responseMinutes, routingMinutes, window: id } = outcome;
        // CRMs keep no parts of a millisecond.
        const decidedAt = outcome.decidedAt === null ? null : Math.floor(outcome.decidedAt);
        const window = agreement.windows.find((one) => one.id === id);
        const isAssigned = window !== undefined && mqlAt + (routingMinutes ?? 0) * MINUTE <= now;
        const assignedAt = isAssigned ? mqlAt + (routingMinutes ?? 0) * MINUTE : null;
        const later = (minutes: number): Instant | null => {
            if (assignedAt === null || window === undefined) return null;
            const at =
                window.clock === 'elapsed'
                    ? assignedAt + minutes * MINUTE
                    : addOpenTime(
                          calendarOf(agreement, window.calendar),
                          assignedAt,
                          minutes * MINUTE
                      );
            return at !== null && at <= now ? at : null;
        };
        const firstAttemptAt = responseMinutes === null ? null : later(responseMinutes);
        const firstContactAt =
            responseMinutes === null || random() < 0.4 ? null : later(responseMinutes + 30);
        const feedback = decidedAt === null ? null : outcome.feedback;
        yield {
            id: String(9_000_000 + Number((outcome.id ?? 'L0').slice(1))),
            mqlAt,
            assignedAt,
            window: isAssigned ? (id ?? null) : null,
            dueAt: null,
            firstAttemptAt,
            firstAttemptMinutes: firstAttemptAt === null ? null : responseMinutes,
            firstContactAt,
            firstContactMinutes:
                firstContactAt === null || responseMinutes === null ? null : responseMinutes + 30,
            kind: outcome.kind,
            decidedAt,
            reason: outcome.reason,
            // An agreement may know no source at all.
            source: outcome.source ?? null,
            campaign: outcome.campaign,
            rep: isAssigned ? outcome.rep : null,
            team: isAssigned ? outcome.team : null,
            agreed: null,
            feedback,
            feedbackAt:
                feedback === null || decidedAt === null
                    ? null
                    : decidedAt + Math.floor(random() * 9 * DAY),
            feedbackDueAt: null,
            isConverted: false,
            facts: factsFrom(random)
        };
    }
}

function factsFrom(random: () => number): Facts {
    const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
    return {
        name: pick(['Dana Reyes', 'Lee Park', 'Ana Ortiz', null]),
        email: 'someone@example.test',
        phone: null,
        title: pick(['VP Sales', 'CFO', 'Student', null]),
        company: 'Northwind',
        employees: pick([5, 120, 400, 9000, null]),
        revenue: pick([2_000_000, null]),
        industry: pick(['Software', 'Retail', null]),
        country: pick(['United States', 'Germany', null])
    };
}
