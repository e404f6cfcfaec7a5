/** What an org has of the objects and fields that the package reads, as its describe says. */
import type { Schema, SObjectType } from '../../sandbox/salesforce/schema.ts';
import type { OrgReader } from './readOnly.ts';

export interface Described {
    hasObject(name: string): boolean;
    hasField(object: string, field: string): boolean;
}

interface Global {
    readonly sobjects: readonly { readonly name: string }[];
}
interface Fields {
    readonly fields: readonly { readonly name: string }[];
}

/** The objects on which the package's fields stand, or which it reads whole. */
const FIELDS_OF = ['Lead', 'Contact', 'Account', 'Handoff_Engagement__c'];
const ENHANCED_EMAIL = ['EmailMessage', 'EmailMessageRelation'];

/** One look at the org's objects, and one at the fields of each that the package adds to. */
export async function describe(org: OrgReader): Promise<Described> {
    const { sobjects } = await org.get<Global>('/sobjects');
    const objects = new Set(sobjects.map(({ name }) => name.toLowerCase()));
    const described = FIELDS_OF.filter((name) => objects.has(name.toLowerCase()));
    const fields = new Map(
        await Promise.all(
            described.map(async (object) => {
                const { fields } = await org.get<Fields>(`/sobjects/${object}/describe`);
                const names = new Set(fields.map(({ name }) => name.toLowerCase()));
                return [object.toLowerCase(), names] as const;
            })
        )
    );
    return {
        hasObject: (name) => objects.has(name.toLowerCase()),
        // Of the others only fields that every org has are read.
        hasField: (object, field) =>
            fields.get(object.toLowerCase())?.has(field.toLowerCase()) ?? true
    };
}

/** The package's schema without what only some orgs have, where this one does not: Apex asks for it by name. */
export function schemaIn(schema: Schema, described: Described): Schema {
    const isThere = ({ name }: SObjectType): boolean =>
        !ENHANCED_EMAIL.includes(name) || described.hasObject(name);
    return new Map([...schema].filter(([, object]) => isThere(object)));
}
