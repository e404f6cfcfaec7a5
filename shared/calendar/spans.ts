import { DAY } from './days.ts';
import type { DayPlan, Span } from './types.ts';

const SPAN = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads `09:00-17:00`. An end before the start is the next day's; an end equal to the start is kept as an
 * empty span, for the caller to refuse. Null when the text is no span.
 */
export function parseSpan(text: string): Span | null {
    const found = SPAN.exec(text);
    if (!found) {
        return null;
    }
    const start = clock(found[1], found[2]);
    const end = found[3] === undefined ? DAY : clock(found[3], found[4]);
    return [start, end < start ? end + DAY : end];
}

function clock(hours: string | undefined, minutes: string | undefined): number {
    return (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** What is open within a date, from the spans that begin on it and on the date before. */
export function dayPlan(own: readonly Span[], dayBefore: readonly Span[]): DayPlan {
    const spans = union([
        ...dayBefore.filter(([, end]) => end > DAY).map(([, end]): Span => [0, end - DAY]),
        ...own.map(([start, end]): Span => [start, Math.min(end, DAY)])
    ]);
    return { spans, open: spans.reduce((sum, [start, end]) => sum + end - start, 0) };
}

function union(spans: readonly Span[]): Span[] {
    const merged: [number, number][] = [];
    for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
        const last = merged[merged.length - 1];
        if (last && start <= last[1]) {
            last[1] = Math.max(last[1], end);
        } else {
            merged.push([start, end]);
        }
    }
    return merged;
}
