import { mergeLowest, SAMPLE_SIZE, STALLED_SIZE } from './sample.ts';
import type { Counts, Tally } from './tally.ts';

/**
 * Both tallies as one; neither is changed. They must be of the same agreement, period and filters. The order
 * of merging does not matter: any split of the leads gives the same sum.
 */
export function mergeTallies(a: Tally, b: Tally): Tally {
    return {
        ...a,
        counts: sum(a.counts, b.counts) as Counts,
        sample: mergeLowest(a.sample, b.sample, SAMPLE_SIZE),
        oldest: mergeLowest(a.oldest, b.oldest, STALLED_SIZE)
    };
}

/** Numbers at any depth added up; what one side lacks is the other's. */
function sum(a: unknown, b: unknown): unknown {
    if (typeof a === 'number' && typeof b === 'number') return a + b;
    if (Array.isArray(a)) {
        return a.map((part: unknown, i) => sum(part, (b as readonly unknown[] | undefined)?.[i]));
    }
    if (isCounts(a) || isCounts(b)) {
        const total = Object.create(null) as { [key: string]: unknown };
        for (const part of [a, b].filter(isCounts)) {
            for (const key of Object.keys(part)) {
                total[key] = key in total ? sum(total[key], part[key]) : copy(part[key]);
            }
        }
        return total;
    }
    return a ?? b;
}

function copy(part: unknown): unknown {
    return typeof part === 'object' && part !== null ? sum(part, undefined) : part;
}

function isCounts(value: unknown): value is { readonly [key: string]: unknown } {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
