import { beforeAll, describe, expect, it } from 'vitest';
import { FORCE_APP } from '../package.ts';
import { instanceFields } from './classFile.ts';
import { readCatalogue, type Catalogue } from './objects.ts';

describe('the objects of an org with the package', () => {
    let catalogue: Catalogue;
    const typeOf = (object: string, member: string) =>
        catalogue.get(object.toLowerCase())?.members.get(member.toLowerCase())?.type;
    beforeAll(async () => {
        catalogue = await readCatalogue([FORCE_APP]);
    });

    it('have the fields, parents and children of the platform', () => {
        expect(typeOf('Lead', 'Email')).toBe('String');
        expect(typeOf('Task', 'Who')).toBe('Name');
        expect(typeOf('User', 'Manager')).toBe('User');
        expect(typeOf('Lead', 'Tasks')).toBe('Task[]');
        expect(typeOf('Lead', 'SObjectType')).toBeUndefined();
    });

    it('have what the package adds, seen from both sides of a lookup', () => {
        expect(typeOf('Lead', 'Handoff_Due_At__c')).toBe('DateTime');
        expect(typeOf('Handoff_Engagement__c', 'Handoff_Lead__r')).toBe('Lead');
        expect(typeOf('Lead', 'Handoff_Engagements__r')).toBe('Handoff_Engagement__c[]');
        expect(typeOf('Handoff_Agreement__mdt', 'DeveloperName')).toBe('String');
        expect(typeOf('Handoff_Agreement__mdt', 'OwnerId')).toBeUndefined();
    });
});

describe('instanceFields', () => {
    it('rejects what is no class file', () => {
        expect(() => instanceFields(Buffer.alloc(64, 0xff))).toThrow(RangeError);
        expect(() => instanceFields(Buffer.alloc(4))).toThrow(RangeError);
    });
});
