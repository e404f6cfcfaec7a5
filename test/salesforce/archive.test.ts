import { beforeAll, describe, expect, it } from 'vitest';
import { archiveOf, differences, type Archive } from './archive.ts';
import { bad, FORCE_APP } from './package.ts';

const BAD = bad('archive');

describe('the archive that a deployment sends', () => {
    let archive: Archive;
    beforeAll(async () => {
        archive = await archiveOf(FORCE_APP);
    });

    it('has every component of the package, and nothing else', () => {
        expect(differences(FORCE_APP, archive)).toEqual([]);
    });

    it('has JavaScript for TypeScript, and no tests', () => {
        const names = [...archive.files.keys()];
        expect(names).toContain('lwc/handoffLeadContext/handoffLeadContext.js');
        expect(names.filter((name) => /\.ts$|__tests__/.test(name))).toEqual([]);
    });

    it('names in package.xml, at its API version, what it holds', () => {
        expect(archive.apiVersion).toBe('67.0');
        expect(archive.members.get('ApexClass')).toContain('HandoffLeadContext');
        expect(archive.members.get('CustomField')).toContain('Lead.Handoff_Decision__c');
        for (const [type, members] of archive.members) {
            expect(members, `${type} by name, since * takes what others made`).not.toContain('*');
        }
    });

    it('is found lacking where a component is not built or not described', async () => {
        expect(differences(BAD, await archiveOf(BAD))).toEqual([
            'lacks classes/BadSource.cls',
            'lacks lwc/badUnbuilt/badUnbuilt.js'
        ]);
    });
});
