/** What Apex gives of an org whose leads were counted at noon of a Sunday in New York. */
import { agreement, parsePeriod, type Period } from 'c/handoffAcceptanceCore';

export const NOON = Date.parse('2026-11-22T17:00:00Z');

const text = (at: number): string => new Date(at).toISOString();

/** Thirty leads of one rep in the period that is shown first, and the ends of all stretches. */
export function snapshot(asOf = NOON): object {
    const periods = ['last-90-days', '2026-10'].map(
        (one) => parsePeriod(one, agreement, asOf).period as Period
    );
    const ends = new Set(
        periods.flatMap((one) =>
            [one, one.previous, ...one.months].flatMap(({ from, to }) => [from, to])
        )
    );
    const [shown] = periods as [Period];
    const counts = {
        mql: [12, 8, 2, 6, 2],
        answers: [
            [20, 5, 5],
            [25, 0, 5]
        ],
        windows: { standard: [22, 6, 2] },
        minutes: { standard: '5 7*20 30*5' },
        reasons: { no_budget: [6, 0, 0, 0], no_timeline: [0, 2, 0, 0] },
        agreed: [0, 0, 8],
        feedback: [3, 1, 2, 2, 1, 0],
        complete: [28, 2]
    };
    const group = {
        startsAt: text(shown.months[shown.months.length - 1]?.from ?? shown.from),
        endsAt: text(shown.to),
        counts: JSON.stringify(counts)
    };
    return {
        asOf: text(asOf),
        since: text(Math.min(...ends)),
        agreement: agreement.hash,
        ends: JSON.stringify([...ends].sort((a, b) => a - b)),
        mayRefresh: true,
        groups: [
            { ...group, kind: 'all' },
            { ...group, kind: 'people', source: 'Referral', rep: 'Ana Ortiz', team: 'East' },
            { ...group, kind: 'campaign', campaign: 'Autumn webinar' }
        ]
    };
}
