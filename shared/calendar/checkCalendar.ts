import type { CalendarSpec, Weekday } from '../agreement/types.ts';
import type { Issue } from '../issue.ts';
import { DAY, parseDate, WEEKDAYS } from './days.ts';
import { parseSpan } from './spans.ts';
import type { WrittenCalendar } from './types.ts';
import { isZone } from './zone.ts';

interface PlacedSpan {
    readonly path: string;
    readonly text: string;
    readonly weekday: Weekday;
    /** ms since Monday 00:00. */
    readonly start: number;
    readonly end: number;
}

const WEEK = 7 * DAY;

/**
 * Everything that is wrong with a calendar, all at once; paths are relative to the spec (`week.mon[0]`).
 * Codes: `calendar.zone`, `.weekday`, `.span`, `.span_empty`, `.overlap`, `.closed`, `.never_open`.
 */
export function checkCalendar(spec: WrittenCalendar): Issue[] {
    const issues: Issue[] = [];
    if (!isZone(spec.zone)) {
        issues.push({
            code: 'calendar.zone',
            path: 'zone',
            message: `"${spec.zone}" is not a time zone; write an IANA name such as America/New_York.`
        });
    }
    issues.push(...checkWeek(spec.week ?? {}));
    (spec.closed ?? []).forEach((date, i) => {
        if (parseDate(date) === null) {
            issues.push({
                code: 'calendar.closed',
                path: `closed[${i}]`,
                message: `"${date}" is not a date; write a day that exists as YYYY-MM-DD, such as 2026-12-25.`
            });
        }
    });
    return issues;
}

function checkWeek(week: CalendarSpec['week']): Issue[] {
    const issues: Issue[] = [];
    for (const key of Object.keys(week)) {
        if (!(WEEKDAYS as readonly string[]).includes(key)) {
            issues.push({
                code: 'calendar.weekday',
                path: `week.${key}`,
                message: `"${key}" is not a weekday; write one of ${WEEKDAYS.join(', ')}.`
            });
        }
    }
    const placed: PlacedSpan[] = [];
    WEEKDAYS.forEach((weekday, day) => {
        (week[weekday] ?? []).forEach((text, i) => {
            const path = `week.${weekday}[${i}]`;
            const span = parseSpan(text);
            if (!span) {
                issues.push({
                    code: 'calendar.span',
                    path,
                    message: `"${text}" is not a span of time; write HH:MM-HH:MM, such as 09:00-17:00, 22:00-06:00 or 00:00-24:00.`
                });
            } else if (span[0] === span[1]) {
                issues.push({
                    code: 'calendar.span_empty',
                    path,
                    message: `"${text}" ends when it starts; write 00:00-24:00 for a whole day, or remove it.`
                });
            } else {
                placed.push({
                    path,
                    text,
                    weekday,
                    start: day * DAY + span[0],
                    end: day * DAY + span[1]
                });
            }
        });
    });
    if (issues.length === 0 && placed.length === 0) {
        issues.push({
            code: 'calendar.never_open',
            path: 'week',
            message:
                'The calendar is never open; give at least one weekday a span, such as mon: [09:00-17:00].'
        });
    }
    return [...issues, ...overlaps(placed)];
}

/** Each span that overlaps an earlier one of the list, next week's and last week's nights included. */
function overlaps(spans: readonly PlacedSpan[]): Issue[] {
    return spans.flatMap((span, i) => {
        const other = spans
            .slice(0, i)
            .find((earlier) =>
                [-WEEK, 0, WEEK].some(
                    (by) => span.start + by < earlier.end && earlier.start < span.end + by
                )
            );
        return other === undefined
            ? []
            : [
                  {
                      code: 'calendar.overlap',
                      path: span.path,
                      message: `${span.weekday} ${span.text} overlaps ${other.weekday} ${other.text} (${other.path}); let one end where the other begins, or join them.`
                  }
              ];
    });
}
