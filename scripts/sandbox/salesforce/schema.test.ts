import { afterAll, describe, expect, it } from 'vitest';
import { loadSchema } from './schema.ts';
import { fieldFile, packageOf, removePackage } from './testing/package.ts';

const folders: string[] = [];

afterAll(() => folders.forEach(removePackage));

function fieldsOf(elements: string) {
    const folder = packageOf(Object.fromEntries([fieldFile('Lead', 'Share__c', elements)]));
    folders.push(folder);
    return loadSchema(folder).get('lead')?.fields;
}

describe('the schema of a package', () => {
    it('has the fields that the package stores', () => {
        expect(fieldsOf('<type>Number</type><scale>0</scale>')?.has('share__c')).toBe(true);
    });

    it('has no field that the platform would compute, since nothing here would', () => {
        expect(fieldsOf('<type>Percent</type><formula>1</formula>')?.has('share__c')).toBe(false);
    });
});
