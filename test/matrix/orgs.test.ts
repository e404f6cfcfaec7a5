/** Every org that we know takes the package, all of its Apex tests passing there, or is told why not. */
import { describe, expect, it } from 'vitest';
import { ORGS, runOrg } from './salesforce.ts';

describe('the package in the orgs that we know', () => {
    it.each(ORGS)('$name', { timeout: 300_000 }, async (org) => {
        const { outcome, words, tests } = await runOrg(org);
        if (org.refusal !== null) {
            expect(words.replace(/\s+/g, ' ')).toMatch(org.refusal);
            expect(words.replace(/\s+/g, ' ')).toContain('Nothing was changed.');
            expect(outcome).toBe('refused');
            return;
        }
        const refusal = outcome === 'refused' ? words : null;
        expect({ refusal, failed: tests.failed }).toEqual({ refusal: null, failed: 0 });
        expect(words).not.toContain('✖ drift');
        expect(tests.run).toBeGreaterThan(0);
    });
});
