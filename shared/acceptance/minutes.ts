/** How many leads took how many whole minutes: exact, mergeable, and no larger than the spread of the minutes. */
import type { Spread } from './overviewTypes.ts';

export interface Minutes {
    /** By a whole number of minutes. */
    [minute: string]: number;
}

/** What a spread's upper end leaves out, at most. */
const TAIL = 0.95;

/** Median and 95th percentile, exact to the minute (Q36). */
export function spreadOf(minutes: Minutes): Spread {
    // An object lists whole-number keys in ascending order.
    const ascending = Object.entries(minutes);
    const count = ascending.reduce((sum, [, n]) => sum + n, 0);
    if (count === 0) return { count, median: null, p95: null };
    const atRank = (rank: number): number => {
        let passed = 0;
        const found = ascending.find(([, n]) => (passed += n) >= rank);
        return Number(found?.[0]);
    };
    const median = (atRank(Math.ceil(count / 2)) + atRank(Math.floor(count / 2) + 1)) / 2;
    return { count, median, p95: atRank(Math.ceil(count * TAIL)) };
}
