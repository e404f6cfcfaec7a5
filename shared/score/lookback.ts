import type { Agreement, Duration } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import type { Instant } from '../lead.ts';
import { calendarOf } from '../response/calendars.ts';

/**
 * Where a stretch that ends now began; what lies after it is within the stretch. Business days count back
 * on the agreement's own calendar, from the close of the n-th open date before today.
 */
export function startOf(stretch: Duration, now: Instant, agreement: Agreement): Instant {
    if ('ms' in stretch) return now - stretch.ms;
    const calendar = calendarOf(agreement, agreement.calendar);
    return addBusinessDays(calendar, now, -stretch.businessDays) ?? -Infinity;
}
