import { childrenOf, textOf, type Element } from '../../../scripts/sandbox/salesforce/metadata.ts';
import type { Member } from '../catalogue/objects.ts';
import { projectPath, type Finding } from '../package.ts';
import { inFile, type Project } from './project.ts';

/** What permission sets grant exists and can be granted; and each field is granted by one of them. */
export function checkAccess(project: Project): Finding[] {
    const granted = new Set<string>();
    const found = project.metadata('permissionset').flatMap((file) => {
        const fields = childrenOf(file.content, 'fieldPermissions');
        for (const field of fields) granted.add((textOf(field, 'field') ?? '').toLowerCase());
        const faults = [
            ...fields.flatMap((field) => fieldFault(field, project) ?? []),
            ...childrenOf(file.content, 'objectPermissions').flatMap((object) => {
                const name = textOf(object, 'object') ?? '';
                return project.catalogue.has(name.toLowerCase()) ? [] : `no object ${name}`;
            }),
            ...missing(file.content, 'classAccesses', 'apexClass', project.names('cls')),
            ...missing(
                file.content,
                'customPermissions',
                'name',
                project.names('customPermission')
            ),
            ...missing(file.content, 'customMetadataTypeAccesses', 'name', project.names('object')),
            ...missing(file.content, 'tabSettings', 'tab', project.names('tab'))
        ];
        return faults.map((fault) => inFile(file, fault));
    });
    return [...found, ...ungranted(granted, project)];
}

function fieldFault(permission: Element, { catalogue }: Project): string | null {
    const path = textOf(permission, 'field') ?? '';
    const [object = '', name = ''] = path.split('.');
    const field = catalogue.get(object.toLowerCase())?.members.get(name.toLowerCase());
    if (field === undefined) return `no field ${path}`;
    if (isAlwaysVisible(field)) return `${path} is required: an org refuses permissions on it`;
    const isComputed = field.metadata?.['formula'] !== undefined || field.type === 'AutoNumber';
    const editable = textOf(permission, 'editable') === 'true';
    return isComputed && editable ? `${path} is computed: nobody can edit it` : null;
}

/** Fields that every user of the object sees, whatever permission sets say. */
function isAlwaysVisible({ metadata }: Member): boolean {
    return textOf(metadata, 'required') === 'true' || textOf(metadata, 'type') === 'MasterDetail';
}

function missing(content: Element, tag: string, key: string, names: ReadonlySet<string>): string[] {
    return childrenOf(content, tag)
        .map((one) => textOf(one, key) ?? '')
        .filter((name) => !names.has(name) && !name.startsWith('standard-'))
        .map((name) => `<${tag}>: there is no ${name}`);
}

/** In Lightning nobody sees a field that no permission set grants, not even an administrator. */
function ungranted(granted: ReadonlySet<string>, { metadata, catalogue }: Project): Finding[] {
    return metadata('field')
        .filter(({ name, parent }) => name.endsWith('__c') && !parent.endsWith('__mdt'))
        .filter(({ name, parent }) => {
            const field = catalogue.get(parent.toLowerCase())?.members.get(name.toLowerCase());
            return field !== undefined && !isAlwaysVisible(field);
        })
        .filter(({ name, parent }) => !granted.has(`${parent}.${name}`.toLowerCase()))
        .map(({ path }) => ({ file: projectPath(path), message: 'no permission set grants it' }));
}
