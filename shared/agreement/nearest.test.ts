import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearest, suggestion } from './nearest.ts';

describe('nearest', () => {
    it('finds what a slip of the fingers meant', () => {
        expect(nearest('treshold', ['fit', 'threshold'])).toBe('threshold');
        expect(nearest('Within', ['when', 'within'])).toBe('within');
        expect(nearest('trail', ['content', 'trial'])).toBe('trial');
    });
    it('offers nothing when another word was meant', () => {
        expect(nearest('zebra', ['fit', 'threshold'])).toBeNull();
        expect(suggestion('zebra', ['fit', 'max'])).toBe('; use one of: fit, max');
        expect(suggestion('zebra', [])).toBe('; there are none yet');
    });
});

describe('editDistance', () => {
    it('counts one for each letter added, lost, changed, or swapped with its neighbour', () => {
        expect(
            ['abc', 'abxc', 'ac', 'axc', 'acb'].map((word) => editDistance('abc', word))
        ).toEqual([0, 1, 1, 1, 1]);
    });
    it('is symmetric, and zero only for the same word', () => {
        fc.assert(
            fc.property(fc.string(), fc.string(), (a, b) => {
                expect(editDistance(a, b)).toBe(editDistance(b, a));
                expect(editDistance(a, b) === 0).toBe(a === b);
            })
        );
    });
});
