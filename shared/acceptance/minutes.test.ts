import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadOf } from './minutes.ts';
import type { Minutes } from './minutes.ts';

function counted(values: readonly number[]): Minutes {
    const minutes: Minutes = {};
    for (const value of values) minutes[value] = (minutes[value] ?? 0) + 1;
    return minutes;
}

describe('median and 95th percentile', () => {
    it('are not known of nothing', () => {
        expect(spreadOf({})).toEqual({ count: 0, median: null, p95: null });
    });

    it('are those of the sorted values', () => {
        expect(spreadOf(counted([9]))).toEqual({ count: 1, median: 9, p95: 9 });
        expect(spreadOf(counted([500, 4]))).toEqual({ count: 2, median: 252, p95: 500 });
        // The 19th of 20 is the least that 95% do not exceed.
        const twenty = Array.from({ length: 20 }, (_, i) => (i + 1) * 10);
        expect(spreadOf(counted(twenty))).toEqual({ count: 20, median: 105, p95: 190 });
    });

    it('are those of the sorted values, whatever they are', () => {
        const values = fc.array(fc.oneof(fc.nat(20), fc.nat(1_000_000)), {
            minLength: 1,
            maxLength: 300
        });
        fc.assert(
            fc.property(values, (given) => {
                const sorted = [...given].sort((a, b) => a - b);
                const n = sorted.length;
                const half = Math.floor(n / 2);
                const median =
                    n % 2 === 1
                        ? sorted[half]
                        : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
                const p95 = sorted.find(
                    (value) => sorted.filter((one) => one <= value).length * 100 >= 95 * n
                );
                expect(spreadOf(counted(given))).toEqual({ count: n, median, p95 });
            })
        );
    });
});
