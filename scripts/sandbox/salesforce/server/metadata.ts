/** An org's metadata: what was deployed into it, by component, written back in the org's own way. */
import { XMLBuilder } from 'fast-xml-parser';
import {
    componentsOf,
    listOf as asList,
    textOf,
    type Component,
    type Node
} from '../../../cli/salesforce/components.ts';
import type { Files } from '../../../cli/salesforce/package.ts';

export interface Stored {
    readonly component: Component;
    readonly by: string;
    /** ISO 8601. */
    readonly at: string;
}

export type OrgMetadata = Map<string, Stored>;

const FOLDERS: { readonly [type: string]: readonly [folder: string, ending: string] } = {
    ApexClass: ['classes', 'cls'],
    ApexTrigger: ['triggers', 'trigger'],
    CustomMetadata: ['customMetadata', 'md'],
    CustomNotificationType: ['notificationtypes', 'notiftype'],
    CustomPermission: ['customPermissions', 'customPermission'],
    CustomTab: ['tabs', 'tab'],
    Dashboard: ['dashboards', 'dashboard'],
    FlexiPage: ['flexipages', 'flexipage'],
    GlobalValueSet: ['globalValueSets', 'globalValueSet'],
    LightningComponentBundle: ['lwc', 'js'],
    PermissionSet: ['permissionsets', 'permissionset'],
    Report: ['reports', 'report'],
    ReportType: ['reportTypes', 'reportType']
};
const PARTS: { readonly [type: string]: string } = {
    CustomField: 'fields',
    ListView: 'listViews',
    RecordType: 'recordTypes',
    ValidationRule: 'validationRules'
};
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const builder = new XMLBuilder({ format: true, ignoreAttributes: true, indentBy: '    ' });

/** What an org has before anything is deployed: its standard objects. */
export function newMetadata(at: string): OrgMetadata {
    const objects = ['Contact', 'Lead'].map((fullName) => {
        const component = { type: 'CustomObject', fullName, content: {}, texts: new Map() };
        return [`CustomObject:${fullName}`, { component, by: 'Salesforce', at }] as const;
    });
    return new Map(objects);
}

/** Lays what an archive has over what the org has: an object keeps what the archive does not name. */
export function store(
    metadata: OrgMetadata,
    files: Files,
    named: readonly string[],
    by: string,
    at: string
): void {
    for (const [key, component] of componentsOf(files)) {
        const before = metadata.get(key)?.component;
        const content = laidOver(component.type, before?.content ?? null, component.content);
        if (named.includes(key))
            metadata.set(key, { component: { ...component, content }, by, at });
    }
}

function laidOver(type: string, before: Node | null, now: Node | null): Node | null {
    if (type === 'RecordType') return withPicklists(before, now);
    const isMerged = type === 'CustomObject' || type === 'GlobalValueSet';
    return isMerged ? merged(before, now) : now;
}

/** A record type keeps the values of picklists that a deployment does not name. */
function withPicklists(before: Node | null, now: Node | null): Node | null {
    if (before === null || now === null || typeof before === 'string' || typeof now === 'string') {
        return now ?? before;
    }
    const given = asList(now['picklistValues']);
    const names = given.map((one) => nameOf(one, 'picklist'));
    const kept = asList(before['picklistValues']).filter(
        (one) => !names.includes(nameOf(one, 'picklist'))
    );
    return { ...now, picklistValues: [...kept, ...given] };
}

/** Record types list no values of a field that was deleted. */
export function forgetField(metadata: OrgMetadata, field: string): void {
    const [object = '', name = ''] = field.split('.');
    for (const [key, stored] of metadata) {
        const { component } = stored;
        const { content } = component;
        if (!key.startsWith(`RecordType:${object}.`)) continue;
        if (content === null || typeof content === 'string') continue;
        const picklistValues = asList(content['picklistValues']).filter(
            (one) => nameOf(one, 'picklist') !== name
        );
        metadata.set(key, {
            ...stored,
            component: { ...component, content: { ...content, picklistValues } }
        });
    }
}

/** An org keeps a value that is no longer named, inactive; and an override of an action by its action. */
function merged(before: Node | null, now: Node | null): Node | null {
    if (before === null || now === null || typeof before === 'string' || typeof now === 'string') {
        return now ?? before;
    }
    const values = asList(now['customValue']);
    const names = values.map((value) => nameOf(value, 'fullName'));
    const gone = asList(before['customValue'])
        .filter((value) => !names.includes(nameOf(value, 'fullName')))
        .map((value) => ({ ...(value as object), isActive: 'false' }) as Node);
    const overrides = [...asList(before['actionOverrides']), ...asList(now['actionOverrides'])];
    const latest = new Map(
        overrides.map((one) => [`${nameOf(one, 'actionName')} ${nameOf(one, 'formFactor')}`, one])
    );
    return {
        ...before,
        ...now,
        ...(values.length + gone.length > 0 ? { customValue: [...values, ...gone] } : {}),
        ...(latest.size > 0 ? { actionOverrides: [...latest.values()] } : {})
    };
}

/** The archive of some components, as `retrieve` gives it. */
export function archiveOf(metadata: OrgMetadata, keys: readonly string[]): Files {
    return archived(metadata, keys, (component) => shown(component, keys));
}

/** The archive of some components with all that the org knows of them. */
export function wholeArchiveOf(metadata: OrgMetadata, keys: readonly string[]): Files {
    return archived(metadata, keys, (component) => component);
}

function archived(
    metadata: OrgMetadata,
    keys: readonly string[],
    shownOf: (component: Component) => Component
): Files {
    const found = keys.flatMap((key) => metadata.get(key)?.component ?? []);
    const files = new Map<string, string>();
    const objects = new Map<string, { [tag: string]: Node | readonly Node[] }>();
    const labels: Node[] = [];
    for (const component of found) {
        const { type, fullName, content, texts } = component;
        const [name = '', part] = fullName.split('.');
        const tag = PARTS[type];
        for (const [file, text] of texts) files.set(`unpackaged/${file}`, text);
        if (type === 'CustomLabel') labels.push(withDefaults(component));
        else if (type === 'CustomObject')
            objects.set(fullName, { ...objects.get(fullName), ...(content as object) });
        else if (tag !== undefined && part !== undefined) {
            const object = objects.get(name) ?? {};
            object[tag] = [...asList(object[tag]), withDefaults(shownOf(component))];
            objects.set(name, object);
        } else if (content !== null) {
            files.set(`unpackaged/${fileOf(component)}`, xml(type, content));
        }
    }
    for (const [name, object] of objects) {
        files.set(`unpackaged/objects/${name}.object`, xml('CustomObject', object));
    }
    if (labels.length > 0) {
        files.set('unpackaged/labels/CustomLabels.labels', xml('CustomLabels', { labels }));
    }
    return files;
}

/** A record type's values of a custom picklist are handed out only together with the field. */
function shown(component: Component, keys: readonly string[]): Component {
    const { type, fullName, content } = component;
    if (type !== 'RecordType' || content === null || typeof content === 'string') return component;
    const [object = ''] = fullName.split('.');
    const picklistValues = asList(content['picklistValues']).filter((one) => {
        const name = nameOf(one, 'picklist');
        return !name.endsWith('__c') || keys.includes(`CustomField:${object}.${name}`);
    });
    return { ...component, content: { ...content, picklistValues } };
}

export function fileOf({ type, fullName, texts }: Component): string {
    if (type in PARTS) return `objects/${fullName.split('.')[0]}.object`;
    if (type === 'CustomObject') return `objects/${fullName}.object`;
    if (type === 'CustomLabel') return 'labels/CustomLabels.labels';
    const [folder, ending] = FOLDERS[type] ?? ['unknown', 'xml'];
    if (type === 'LightningComponentBundle') return `lwc/${fullName}/${fullName}.js-meta.xml`;
    const isFolder = (type === 'Report' || type === 'Dashboard') && !fullName.includes('/');
    if (isFolder) return `${folder}/${fullName}-meta.xml`;
    return `${folder}/${fullName}.${ending}${texts.size > 0 ? '-meta.xml' : ''}`;
}

/** What an org adds to what it was given. */
function withDefaults({ type, content }: Component): Node {
    if (type !== 'CustomField' || content === null || typeof content === 'string')
        return content ?? '';
    return { externalId: 'false', trackFeedHistory: 'false', ...content };
}

/** In the order of the alphabet, which is an org's own. */
function xml(root: string, content: Node): string {
    const body = builder.build(sorted(content)) as string;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="${NAMESPACE}">\n${body}</${root}>\n`;
}

function sorted(node: Node): Node {
    if (typeof node === 'string') return node;
    return Object.fromEntries(
        Object.entries(node)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([tag, value]) => [
                tag,
                Array.isArray(value)
                    ? value.map((one) => sorted(one as Node))
                    : sorted(value as Node)
            ])
    );
}

function nameOf(node: Node, tag: string): string {
    return typeof node === 'string' ? '' : textOf(node[tag]);
}
