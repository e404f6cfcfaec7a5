import { describe, expect, it } from 'vitest';
import { platformModules } from './platform-modules.ts';

type Resolve = (id: string) => string | null;

function load(id: string): string | null {
    const { resolveId, load: read } = platformModules() as unknown as {
        resolveId: Resolve;
        load: Resolve;
    };
    const resolved = resolveId(id);
    return resolved === null ? null : read(resolved);
}

describe('platformModules', () => {
    it('gives a label the text that an org would show', () => {
        expect(load('@salesforce/label/c.Handoff_Try_Again')).toBe('export default "Try again";');
    });

    it('refuses a label that the package does not hold', () => {
        expect(() => load('@salesforce/label/c.Nope')).toThrow(/c\.Nope.*no such label/);
    });

    it('tells an object from one of its fields', () => {
        expect(load('@salesforce/schema/Lead')).toBe('export default {"objectApiName":"Lead"};');
        expect(load('@salesforce/schema/Lead.Status')).toContain('"fieldApiName":"Status"');
    });

    it('leaves other modules alone', () => {
        expect(load('@salesforce/unknown')).toBeNull();
        expect(load('lightning/card')).toBeNull();
    });
});
