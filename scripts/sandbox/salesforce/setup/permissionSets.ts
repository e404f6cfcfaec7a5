import { makeId } from '../ids.ts';
import type { Element, MetadataFile } from '../metadata.ts';
import { childrenOf, readMetadata, textOf } from '../metadata.ts';
import type { SeedRows } from '../store.ts';

/** A growing list of rows by object, each with an id of its own. */
export class SetupRows {
    readonly rows: { [object: string]: { [field: string]: unknown }[] } = {};
    private readonly firstNumber: number;

    constructor(firstNumber: number) {
        this.firstNumber = firstNumber;
    }

    /** Adds a row; gives its id. */
    add(object: string, prefix: string, values: { readonly [field: string]: unknown }): string {
        const list = (this.rows[object] ??= []);
        const id = makeId(prefix, this.firstNumber + list.length);
        list.push({ Id: id, ...values });
        return id;
    }

    get seed(): SeedRows {
        return this.rows;
    }
}

/** The package's permission sets and custom permissions, as the rows that an org keeps of them. */
export function addPermissionSets(paths: readonly string[], rows: SetupRows): void {
    const custom = new Map(
        readMetadata(paths, 'customPermission').map((file) => [
            file.name,
            rows.add('CustomPermission', '0CP', {
                DeveloperName: file.name,
                MasterLabel: textOf(file.content, 'label') ?? file.name
            })
        ])
    );
    for (const file of readMetadata(paths, 'permissionset')) addSet(file, custom, rows);
}

function addSet(
    { name, content }: MetadataFile,
    custom: ReadonlyMap<string, string>,
    rows: SetupRows
): void {
    const parent = rows.add('PermissionSet', '0PS', {
        Name: name,
        Label: textOf(content, 'label') ?? name,
        IsCustom: true
    });
    const is = (element: Element, tag: string): boolean => textOf(element, tag) === 'true';
    for (const one of childrenOf(content, 'objectPermissions')) {
        rows.add('ObjectPermissions', '110', {
            ParentId: parent,
            SobjectType: textOf(one, 'object'),
            PermissionsRead: is(one, 'allowRead'),
            PermissionsCreate: is(one, 'allowCreate'),
            PermissionsEdit: is(one, 'allowEdit'),
            PermissionsDelete: is(one, 'allowDelete'),
            PermissionsViewAllRecords: is(one, 'viewAllRecords'),
            PermissionsModifyAllRecords: is(one, 'modifyAllRecords')
        });
    }
    for (const one of childrenOf(content, 'fieldPermissions')) {
        const field = textOf(one, 'field') ?? '';
        rows.add('FieldPermissions', '01k', {
            ParentId: parent,
            SobjectType: field.split('.')[0],
            Field: field,
            PermissionsRead: is(one, 'readable'),
            PermissionsEdit: is(one, 'editable')
        });
    }
    for (const one of childrenOf(content, 'customPermissions')) {
        const permission = custom.get(textOf(one, 'name') ?? '');
        if (permission === undefined || !is(one, 'enabled')) continue;
        rows.add('SetupEntityAccess', '0J0', {
            ParentId: parent,
            SetupEntityId: permission,
            SetupEntityType: 'CustomPermission'
        });
    }
}
