import type { Agreement, ResponseMetric } from '../agreement/types.ts';
import { addBusinessDays } from '../calendar/businessDays.ts';
import type { Instant } from '../lead.ts';
import { calendarOf, specOf } from '../response/calendars.ts';
import { elapsedOn } from '../response/clock.ts';
import type { Moments } from './outcomeTypes.ts';

/** The metrics that count answers; `LeadOutcome.answers` and all their counts stand in this order. */
export function responseMetrics({ metrics }: Agreement): ResponseMetric[] {
    return metrics.filter((metric): metric is ResponseMetric => metric.kind === 'response');
}

/**
 * For each of the agreement's response metrics whether the lead was answered in time (Q32, Q35). False also
 * when the time was over before anybody answered or decided; null: there is time, or there was when it was
 * decided, or the metric's clock has not started.
 */
export function answersOf(
    moments: Moments,
    agreement: Agreement,
    now: Instant
): (boolean | null)[] {
    return responseMetrics(agreement).map((metric) => answered(metric, moments, agreement, now));
}

function answered(
    metric: ResponseMetric,
    moments: Moments,
    agreement: Agreement,
    now: Instant
): boolean | null {
    const start = metric.starts === 'mql' ? moments.mqlAt : moments.assignedAt;
    if (start === null || start > now) return null;
    const stop = metric.stops === 'attempt' ? moments.firstAttemptAt : moments.firstContactAt;
    const isAnswered = stop !== null && stop <= now;
    const end = isAnswered ? stop : Math.min(moments.decidedAt ?? now, now);
    const clock = { clock: metric.clock, calendar: specOf(agreement, metric.calendar) };
    const { within } = metric;
    let length: number;
    if ('ms' in within) {
        length = within.ms;
    } else {
        const calendar = calendarOf(agreement, metric.calendar);
        const due = addBusinessDays(calendar, start, within.businessDays);
        length = due === null ? Infinity : elapsedOn(clock, start, due);
    }
    // No clock counts more than has passed, and to know what it counts takes longer.
    if (isAnswered && end - start <= length) return true;
    const used = elapsedOn(clock, start, end);
    if (isAnswered) return used <= length;
    return used >= length ? false : null;
}
