import {
    filesUnder,
    readMetadata,
    textOf,
    type Element
} from '../../../scripts/sandbox/salesforce/metadata.ts';
import { standardObjects } from './standard.ts';

export interface Member {
    readonly name: string;
    /** A value's type, or the parent's object (`User`), or the children's (`Task[]`). */
    readonly type: string;
    /** What the package says about it; null for the platform's own. */
    readonly metadata: Element | null;
}

/** An object of an org that has this package; members are keyed by their lower-case names. */
export interface OrgObject {
    readonly name: string;
    readonly members: Map<string, Member>;
}

/** The objects of an org by lower-case name. */
export type Catalogue = Map<string, OrgObject>;

const RECORD = {
    Id: 'Id',
    CreatedDate: 'Datetime',
    CreatedById: 'Id',
    CreatedBy: 'User',
    LastModifiedDate: 'Datetime',
    LastModifiedById: 'Id',
    LastModifiedBy: 'User',
    SystemModstamp: 'Datetime',
    IsDeleted: 'Boolean',
    Name: 'String'
};
const OWNED = { ...RECORD, OwnerId: 'Id', Owner: 'Name' };
const CUSTOM_METADATA = {
    Id: 'Id',
    DeveloperName: 'String',
    MasterLabel: 'String',
    Label: 'String',
    Language: 'String',
    NamespacePrefix: 'String',
    QualifiedApiName: 'String',
    SystemModstamp: 'Datetime'
};

/** The platform's objects with what these packages add to them. */
export async function readCatalogue(roots: readonly string[]): Promise<Catalogue> {
    const catalogue: Catalogue = new Map();
    for (const [name, members] of Object.entries(await standardObjects())) {
        addObject(catalogue, name, members);
    }
    const paths = roots.flatMap(filesUnder);
    for (const { name } of readMetadata(paths, 'object')) {
        if (name.endsWith('__mdt')) addObject(catalogue, name, CUSTOM_METADATA);
        else if (name.endsWith('__c')) addObject(catalogue, name, OWNED);
    }
    for (const { name, parent, content } of readMetadata(paths, 'field')) {
        // The fields of Activity belong to both of its kinds.
        const objects = parent === 'Activity' ? ['Task', 'Event'] : [parent];
        for (const object of objects) addField(catalogue, object, name, content);
    }
    return catalogue;
}

function addObject(
    catalogue: Catalogue,
    name: string,
    members: { readonly [member: string]: string }
): void {
    const entries = Object.entries(members).map(([member, type]): [string, Member] => [
        member.toLowerCase(),
        { name: member, type, metadata: null }
    ]);
    catalogue.set(name.toLowerCase(), { name, members: new Map(entries) });
}

function addField(catalogue: Catalogue, object: string, name: string, metadata: Element): void {
    const members = catalogue.get(object.toLowerCase())?.members;
    // The cross references name a field whose object is missing.
    if (members === undefined) return;
    const parent = textOf(metadata, 'referenceTo');
    const type = parent === null ? (textOf(metadata, 'type') ?? 'any') : 'Id';
    members.set(name.toLowerCase(), { name, type, metadata });
    if (parent === null || !name.endsWith('__c')) return;
    const relationship = name.replace(/__c$/, '__r');
    members.set(relationship.toLowerCase(), { name: relationship, type: parent, metadata });
    const children = textOf(metadata, 'relationshipName');
    if (children === null) return;
    catalogue.get(parent.toLowerCase())?.members.set(`${children}__r`.toLowerCase(), {
        name: `${children}__r`,
        type: `${object}[]`,
        metadata
    });
}
