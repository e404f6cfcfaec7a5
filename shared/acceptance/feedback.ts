import type { Agreement } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import type { Instant } from '../lead.ts';
import { calendarOf } from '../response/calendars.ts';

/** Until when marketing is to answer a rejection (Q56); null: the calendar has no such day. */
export function feedbackDueAt(rejectedAt: Instant, agreement: Agreement): Instant | null {
    const within = agreement.decision.feedbackWithin;
    return 'ms' in within
        ? rejectedAt + within.ms
        : addBusinessDays(
              calendarOf(agreement, agreement.calendar),
              rejectedAt,
              within.businessDays
          );
}

/**
 * Whether marketing answered a rejection in time.
 *
 * @param answeredAt null: not yet
 * @returns null while there is time
 */
export function feedbackInTime(
    dueAt: Instant | null,
    answeredAt: Instant | null,
    now: Instant
): boolean | null {
    const due = dueAt ?? Infinity;
    if (answeredAt !== null && answeredAt <= now) return answeredAt <= due;
    return now > due ? false : null;
}
