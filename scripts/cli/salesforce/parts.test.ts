import { beforeAll, describe, expect, it } from 'vitest';
import { componentsOf, keyOf } from './components.ts';
import { readPackage, type Files } from './package.ts';
import { inParts, withMembers } from './parts.ts';

let files: Files;
beforeAll(async () => {
    ({ files } = await readPackage({ root: '.', withEmail: true }));
});

const keysOf = (some: Files): string[] => [...componentsOf(some).values()].map(keyOf);
const manifestOf = (some: Files): string[] =>
    [...(some.get('package.xml') ?? '').matchAll(/<name>(\w+)</g)].map(([, type = '']) => type);

describe('the package in two deployments', () => {
    it('loses nothing, and repeats the permission sets alone', () => {
        const { base, screens } = inParts(files, () => false);
        const [first, second] = [keysOf(base), keysOf(screens)];
        expect(new Set([...first, ...second])).toEqual(new Set(keysOf(files)));
        const twice = second.filter((key) => first.includes(key));
        expect(twice.filter((key) => !/^(?:PermissionSet|CustomObject):/.test(key))).toEqual([]);
        expect(twice).toContain('PermissionSet:Handoff_Admin');
    });

    it('names in each archive’s manifest what stands in it', () => {
        const { base, screens } = inParts(files, () => false);
        expect(manifestOf(base)).toContain('CustomObject');
        expect(manifestOf(base)).not.toContain('ListView');
        expect(manifestOf(screens)).toEqual(
            expect.arrayContaining(['Report', 'Dashboard', 'FlexiPage', 'PermissionSet'])
        );
        expect(manifestOf(screens)).not.toContain('ApexClass');
        expect(manifestOf(screens)).not.toContain('CustomObject');
    });

    it('shows a tab in the first only where the org has it', () => {
        const admin = 'permissionsets/Handoff_Admin.permissionset';
        expect(inParts(files, () => false).base.get(admin)).not.toContain('tabSettings');
        const { base, screens } = inParts(files, (tab) => tab === 'Handoff_Problem__c');
        expect(base.get(admin)?.match(/<tab>/g)).toHaveLength(1);
        expect(screens.get(admin)).toBe(files.get(admin));
    });

    it('adds members to a manifest', () => {
        const { base } = inParts(files, () => false);
        const manifest = withMembers(base.get('package.xml') ?? '', 'RecordType', ['Lead.Inbound']);
        expect(manifest).toMatch(/<members>Lead.Inbound<\/members>\s*<name>RecordType<\/name>/);
    });
});
