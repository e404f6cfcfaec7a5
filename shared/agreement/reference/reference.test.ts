import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../parse.ts';
import { agreementKeys } from './keys.ts';
import { agreementReference } from './reference.ts';

describe('agreementReference', () => {
    it('has a meaning, a default where one is needed, and an example for every key', () => {
        expect(agreementReference().problems).toEqual([]);
    });

    it('is what docs/agreement.md says', () => {
        expect(readFileSync('docs/agreement.md', 'utf8')).toBe(agreementReference().markdown);
    });
});

describe('agreementKeys', () => {
    const paths = (section: string | null) =>
        agreementKeys()
            .find(({ name }) => name === section)
            ?.keys.map(({ path }) => path);

    it('finds the keys of every form', () => {
        expect(paths('metric')).toEqual(expect.arrayContaining(['numerator', 'within']));
        expect(paths('criterion')).toEqual(expect.arrayContaining(['between', 'any', 'all']));
        expect(paths('score rule')).toEqual(expect.arrayContaining(['signal', 'contains']));
        expect(paths('evidence')).toEqual(['note', 'fact']);
    });

    it('names every key of an agreement that parses', () => {
        const { agreement } = parseAgreement(
            readFileSync('shared/agreement/agreement.yaml', 'utf8')
        );
        const known = new Set(paths(null)?.map((path) => path.split(/[.[]/)[0]));
        const derived = ['hash'];
        const missing = Object.keys(agreement ?? {}).filter((key) => !known.has(key));
        expect(missing).toEqual(derived);
    });
});
