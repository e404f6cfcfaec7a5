import type { Agreement } from '../agreement/types.ts';
import type { DecisionKind, SourceCounts } from '../lead.ts';
import { passes } from './filters.ts';
import type { Minutes } from './minutes.ts';
import { DIMENSIONS, FEEDBACK_KINDS, STALLS } from './outcomeTypes.ts';
import type { Filters, Period } from './outcomeTypes.ts';
import type { SnapshotCounts, SnapshotGroup } from './snapshotTypes.ts';
import { emptyBucket, emptyTally, timely } from './tally.ts';
import type { Bucket, Counts, Stretch, Tally, Timely } from './tally.ts';

/** The order in which a snapshot counts decisions. */
const KINDS: readonly (DecisionKind | 'undecided')[] = [
    'accepted',
    'qualified',
    'recycled',
    'rejected',
    'undecided'
] satisfies (keyof SourceCounts)[];

/**
 * The tally that the leads behind these groups would give, one by one. Without filters, whole stretches are
 * counted by the groups of `all`, what is counted by source, rep and team by those of `people` within the
 * period, and campaigns by their own; with filters, everything by those of `people`, and campaigns not at all:
 * `by campaign` is then empty.
 *
 * @param groups none of a stretch that the period, its months or the one before it part
 */
export function tallyOfSnapshot(
    groups: Iterable<SnapshotGroup>,
    agreement: Agreement,
    period: Period,
    filters: Filters = {}
): Tally {
    const tally = emptyTally(agreement, period, filters);
    const { counts } = tally;
    const answers = counts.period.answers.length;
    const isFiltered = DIMENSIONS.some((dimension) => (filters[dimension] ?? null) !== null);
    for (const group of groups) {
        const isOf = (stretch: { from: number; to: number }): boolean =>
            group.from >= stretch.from && group.from < stretch.to;
        const isCurrent = isOf(period);
        if (isCurrent) addSeen(counts, group);
        const found = group.counts;
        const isCounted = group.of === 'people' ? passes(group, filters) : !isFiltered;
        if (found === null || !isCounted) continue;
        if (group.of === (isFiltered ? 'people' : 'all')) {
            if (isOf(period.previous)) addToStretch(counts.previous, found);
            period.months.forEach((month, i) => {
                if (isOf(month)) addToStretch(counts.months[i] as Stretch, found);
            });
            if (isCurrent) addToPeriod(counts, found);
        }
        if (!isCurrent || group.of === 'all') continue;
        for (const dimension of DIMENSIONS) {
            if ((dimension === 'campaign') !== (group.of === 'campaign')) continue;
            const isCampaign = dimension === 'campaign';
            const bucket = (counts.groups[dimension][group[dimension] ?? ''] ??= {
                ...emptyBucket(answers),
                ...(isCampaign ? { minutes: null } : {})
            });
            addToBucket(bucket, found);
        }
    }
    return tally;
}

/** Whether a snapshot has whole groups for all that an overview of a period shows. */
export function isWithin(period: Period, since: number, ends: readonly number[]): boolean {
    const cuts = [period, period.previous, ...period.months].flatMap(({ from, to }) => [from, to]);
    const last = Math.max(...ends);
    return period.since >= since && cuts.every((cut) => cut >= last || ends.includes(cut));
}

/**
 * Minutes in little text: ascending, each but the first as its distance from the one before, `*` and how
 * often unless once. `3 4*2` is 3, 7, 7.
 */
export function packedMinutes(minutes: Minutes): string {
    let before = 0;
    return Object.entries(minutes)
        .map(([minute, count]) => {
            const distance = Number(minute) - before;
            before = Number(minute);
            return count === 1 ? String(distance) : `${distance}*${count}`;
        })
        .join(' ');
}

function addSeen({ seen }: Counts, group: SnapshotGroup): void {
    for (const dimension of DIMENSIONS) {
        const isOfGroup = (dimension === 'campaign') === (group.of === 'campaign');
        if (group.of === 'all' || !isOfGroup) continue;
        const value = group[dimension] ?? '';
        seen[dimension][value] = (seen[dimension][value] ?? 0) + 1;
    }
}

function addToPeriod(counts: Counts, found: SnapshotCounts): void {
    addToStretch(counts.period, found);
    for (const [window, one] of Object.entries(found.windows ?? {})) {
        if (window !== '')
            addTimely((counts.windows[window] ??= { ...timely(), minutes: {} }), one);
    }
    for (const [window, packed] of Object.entries(found.minutes ?? {})) {
        const of = counts.windows[window];
        if (of !== undefined) addMinutes(of.minutes, packed);
    }
    addMinutes(counts.routing, found.routing ?? '');
    const [yes = 0, no = 0, unknown = 0] = found.agreed ?? [];
    counts.agreed.yes += yes;
    counts.agreed.no += no;
    counts.agreed.unknown += unknown;
    const feedback = found.feedback ?? [];
    addTimely(counts.feedback, feedback);
    FEEDBACK_KINDS.forEach((kind, i) => (counts.feedback.answers[kind] += feedback[3 + i] ?? 0));
    counts.complete.yes += found.complete?.[0] ?? 0;
    counts.complete.no += found.complete?.[1] ?? 0;
    STALLS.forEach((stall, i) => (counts.stalled[stall] += found.stalled?.[i] ?? 0));
}

function addToStretch(to: Stretch, found: SnapshotCounts): void {
    addToBucket(to, found);
    for (const [code, [rejected, recycled, checked, contradicted]] of reasonsOf(found)) {
        const reason = (to.reasons[code] ??= {
            rejected: 0,
            recycled: 0,
            checked: 0,
            contradicted: 0
        });
        reason.rejected += rejected;
        reason.recycled += recycled;
        reason.checked += checked;
        reason.contradicted += contradicted;
    }
}

function addToBucket(to: Bucket, found: SnapshotCounts): void {
    KINDS.forEach((kind, i) => {
        to.mql[kind] += found.mql?.[i] ?? 0;
        to.decision[kind] += found.decision?.[i] ?? 0;
    });
    to.answers.forEach((answer, i) => {
        addTimely(answer, found.answers?.[i] ?? []);
    });
    for (const one of Object.values(found.windows ?? {})) addTimely(to.window, one);
    if (to.minutes !== null) {
        for (const packed of Object.values(found.minutes ?? {})) addMinutes(to.minutes, packed);
    }
    for (const [, [, , checked, contradicted]] of reasonsOf(found)) {
        to.checked += checked;
        to.contradicted += contradicted;
    }
    to.stalled += (found.stalled ?? []).reduce((sum, n) => sum + n, 0);
}

type ReasonEntry = [code: string, counts: [number, number, number, number]];

function reasonsOf({ reasons }: SnapshotCounts): ReasonEntry[] {
    return Object.entries(reasons ?? {}).map(([code, [a = 0, b = 0, c = 0, d = 0]]) => [
        code,
        [a, b, c, d]
    ]);
}

function addTimely(to: Timely, [inTime = 0, late = 0, open = 0]: readonly number[]): void {
    to.inTime += inTime;
    to.late += late;
    to.open += open;
}

function addMinutes(to: Minutes, packed: string): void {
    let minute = 0;
    for (const part of packed.split(' ')) {
        const [distance, count = '1'] = part.split('*');
        minute += Number(distance);
        if (part !== '') to[minute] = (to[minute] ?? 0) + Number(count);
    }
}
