/** Outcomes counted as an org's nightly job counts them, in plain TypeScript: what its Apex is held to. */
import type { Agreement } from '../agreement/types.ts';
import type { Instant } from '../lead.ts';
import { acceptanceMetric } from './acceptance.ts';
import { FEEDBACK_KINDS, STALLS } from './outcomeTypes.ts';
import type { LeadOutcome } from './outcomeTypes.ts';
import { packedMinutes } from './snapshot.ts';
import type { SnapshotGroup } from './snapshotTypes.ts';

const KINDS = ['accepted', 'qualified', 'recycled', 'rejected'];

interface Counting {
    key: Pick<SnapshotGroup, 'from' | 'until' | 'of' | 'source' | 'rep' | 'team' | 'campaign'>;
    counts: { [name: string]: unknown };
    minutes: { [window: string]: { [minute: string]: number } };
    routing: { [minute: string]: number };
}

/** @param ends ascending instants that part the stretches; what lies outside them is left out */
export function snapshotOf(
    outcomes: Iterable<LeadOutcome>,
    agreement: Agreement,
    ends: readonly Instant[]
): SnapshotGroup[] {
    const groups = new Map<string, Counting>();
    const cohort = acceptanceMetric(agreement)?.cohort ?? 'mql_date';
    for (const outcome of outcomes) {
        for (const isMql of [true, false]) {
            const at = isMql ? outcome.mqlAt : outcome.kind === null ? null : outcome.decidedAt;
            if (at === null) continue;
            const next = ends.findIndex((end) => end > at);
            if (next < 1) continue;
            const stretch = { from: ends[next - 1] as number, until: ends[next] as number };
            const none = { source: null, rep: null, team: null, campaign: null };
            const { source, rep, team, campaign } = outcome;
            const isJudged = (cohort === 'mql_date') === isMql;
            for (const key of [
                { ...stretch, ...none, of: 'all' as const },
                { ...stretch, ...none, of: 'people' as const, source, rep, team },
                { ...stretch, ...none, of: 'campaign' as const, campaign }
            ]) {
                const id = JSON.stringify(key);
                const group = groups.get(id) ?? { key, counts: {}, minutes: {}, routing: {} };
                groups.set(id, group);
                count(group, outcome, isMql, isJudged);
            }
        }
    }
    return [...groups.values()].map(({ key, counts, minutes, routing }) => ({
        ...key,
        counts: {
            ...counts,
            minutes: Object.fromEntries(
                Object.entries(minutes).map(([window, of]) => [window, packedMinutes(of)])
            ),
            routing: packedMinutes(routing)
        }
    }));
}

function count(group: Counting, outcome: LeadOutcome, isMql: boolean, isJudged: boolean): void {
    const { counts } = group;
    const add = (list: unknown, size: number, at: number): number[] => {
        const numbers = (list as number[] | undefined) ?? Array.from({ length: size }, () => 0);
        numbers[at] = (numbers[at] ?? 0) + 1;
        return numbers;
    };
    const timely = (value: boolean | null): number => (value === null ? 2 : value ? 0 : 1);
    const kind = outcome.kind === null ? 4 : KINDS.indexOf(outcome.kind);
    const name = isMql ? 'mql' : 'decision';
    counts[name] = add(counts[name], 5, kind);
    if (isJudged && (kind === 2 || kind === 3)) {
        const reasons = (counts.reasons ??= {}) as { [code: string]: number[] };
        const code = outcome.reason ?? '';
        reasons[code] = add(reasons[code], 4, kind === 3 ? 0 : 1);
        if (outcome.contradicts !== null) reasons[code] = add(reasons[code], 4, 2);
        if (outcome.contradicts === true) reasons[code] = add(reasons[code], 4, 3);
        if (group.key.of !== 'campaign') {
            counts.agreed = add(
                counts.agreed,
                3,
                outcome.agreed === null ? 2 : outcome.agreed ? 0 : 1
            );
            if (kind === 3) {
                counts.feedback = add(counts.feedback, 6, timely(outcome.feedbackInTime));
                const answer =
                    outcome.feedback === null ? -1 : FEEDBACK_KINDS.indexOf(outcome.feedback);
                if (answer >= 0) counts.feedback = add(counts.feedback, 6, 3 + answer);
            }
        }
    }
    if (!isMql) return;
    const answers = (counts.answers ??= []) as number[][];
    outcome.answers.forEach((one, i) => (answers[i] = add(answers[i], 3, timely(one))));
    const windows = (counts.windows ??= {}) as { [window: string]: number[] };
    const window = outcome.window ?? '';
    windows[window] = add(windows[window], 3, timely(outcome.inTime));
    if (outcome.stalled !== null) {
        counts.stalled = add(counts.stalled, 3, STALLS.indexOf(outcome.stalled));
    }
    if (group.key.of === 'campaign') return;
    if (outcome.complete !== null) {
        counts.complete = add(counts.complete, 2, outcome.complete ? 0 : 1);
    }
    const put = (to: { [minute: string]: number }, minute: number | null): void => {
        if (minute !== null) to[minute] = (to[minute] ?? 0) + 1;
    };
    put((group.minutes[window] ??= {}), outcome.responseMinutes);
    put(group.routing, outcome.routingMinutes);
}
