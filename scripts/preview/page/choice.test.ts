import { describe, expect, it } from 'vitest';
import { hashOf, readChoice } from './choice.ts';

describe('the choice in the address', () => {
    it('comes back as it was written', () => {
        const choice = { person: '16 ünï&code', width: 'phone', slds: '2' } as const;
        expect(readChoice(hashOf(choice))).toEqual(choice);
    });

    it('falls back to the full width in SLDS 1', () => {
        const first = { person: null, width: 'full', slds: '1' };
        expect(readChoice('')).toEqual(first);
        expect(readChoice('#width=toString&slds=3')).toEqual(first);
    });
});
