import { describe, expect, it } from 'vitest';
import { variantIn, variantWords, type Variant } from './variant.ts';

const VARIANTS: readonly Variant[] = [
    { features: ['emails', 'sequences', 'leads'], hasFunctions: true },
    { features: ['emails'], hasFunctions: true },
    { features: [], hasFunctions: true },
    { features: [], hasFunctions: false }
];

describe('what was uploaded', () => {
    it.each(VARIANTS)('is read back from the build’s message: %j', (variant) => {
        const message = `Handoff agreement 3 (${variantWords(variant)}), files 0123456789ab`;
        expect(variantIn(message)).toEqual(variant);
    });

    it('is not known of a build of somebody else’s', () => {
        expect(variantIn('Handoff agreement 3, files 0123456789ab')).toBeNull();
        expect(variantIn('my upload')).toBeNull();
        expect(variantIn(undefined)).toBeNull();
    });
});
