/** An archive taken apart into components that can be compared one by one. */
import { XMLParser } from 'fast-xml-parser';
import type { Files } from './package.ts';

export type Node = string | { readonly [tag: string]: Node | readonly Node[] };

export interface Component {
    /** As package.xml names it: CustomField, ApexClass. */
    readonly type: string;
    readonly fullName: string;
    /** What it says in XML; null for a text alone. */
    readonly content: Node | null;
    /** Its code, by file. */
    readonly texts: Files;
}

/** Types by folder, for those whose files are one component each. */
const TYPES: { readonly [folder: string]: string } = {
    classes: 'ApexClass',
    triggers: 'ApexTrigger',
    lwc: 'LightningComponentBundle',
    customMetadata: 'CustomMetadata',
    customPermissions: 'CustomPermission',
    dashboards: 'Dashboard',
    flexipages: 'FlexiPage',
    globalValueSets: 'GlobalValueSet',
    notificationtypes: 'CustomNotificationType',
    objects: 'CustomObject',
    permissionsets: 'PermissionSet',
    reportTypes: 'ReportType',
    reports: 'Report',
    tabs: 'CustomTab'
};

/** Types of the parts of an object that are components of their own, by tag. */
const OBJECT_PARTS: { readonly [tag: string]: string } = {
    fields: 'CustomField',
    listViews: 'ListView',
    recordTypes: 'RecordType',
    validationRules: 'ValidationRule'
};

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true, trimValues: true });

/** `Type:FullName` of a component. */
export function keyOf({ type, fullName }: Pick<Component, 'type' | 'fullName'>): string {
    return `${type}:${fullName}`;
}

/** @throws Error for a folder that no type is known of: a new kind of metadata needs an entry above */
export function componentsOf(files: Files): Map<string, Component> {
    const components = new Map<string, Component>();
    const put = (one: Component): void => {
        const known = components.get(keyOf(one));
        const texts = new Map([...(known?.texts ?? []), ...one.texts]);
        components.set(keyOf(one), {
            ...one,
            content: one.content ?? known?.content ?? null,
            texts
        });
    };
    for (const [file, text] of files) {
        const [folder = '', ...rest] = file.split('/');
        if (rest.length === 0) continue;
        if (folder === 'labels') parts(parsed(text), { labels: 'CustomLabel' }, '', put);
        else if (folder === 'objects') object(rest.join('/'), text, put);
        else put(fileComponent(file, folder, rest, text));
    }
    return components;
}

function fileComponent(file: string, folder: string, rest: string[], text: string): Component {
    const type = TYPES[folder];
    if (type === undefined) throw new Error(`${file}: no type is known of the folder ${folder}`);
    const isBundle = folder === 'lwc';
    const isXml = /-meta\.xml$/.test(file) || !['classes', 'triggers', 'lwc'].includes(folder);
    const fullName = isBundle
        ? (rest[0] as string)
        : rest
              .join('/')
              .replace(/-meta\.xml$/, '')
              .replace(/(?<=[^/])\.\w+$/, '');
    return {
        type,
        fullName,
        content: isXml ? parsed(text) : null,
        texts: isXml ? new Map() : new Map([[file, text]])
    };
}

function object(file: string, text: string, put: (one: Component) => void): void {
    const name = file.replace(/\.object$/, '');
    const rest = parts(parsed(text), OBJECT_PARTS, `${name}.`, put);
    put({ type: 'CustomObject', fullName: name, content: rest, texts: new Map() });
}

/** Gives each part that is a component of its own to `put`, and back what is left. */
function parts(
    root: Node,
    types: { readonly [tag: string]: string },
    prefix: string,
    put: (one: Component) => void
): Node {
    if (typeof root === 'string') return root;
    const rest: { [tag: string]: Node | readonly Node[] } = {};
    for (const [tag, value] of Object.entries(root)) {
        const type = types[tag];
        if (type === undefined) {
            rest[tag] = value;
            continue;
        }
        for (const part of listOf(value)) {
            const fullName = typeof part === 'string' ? '' : textOf(part['fullName']);
            put({ type, fullName: prefix + fullName, content: part, texts: new Map() });
        }
    }
    return rest;
}

export function listOf(value: Node | readonly Node[] | undefined): readonly Node[] {
    if (value === undefined) return [];
    return Array.isArray(value) ? (value as readonly Node[]) : [value as Node];
}

export function textOf(value: Node | readonly Node[] | undefined): string {
    return typeof value === 'string' ? value : '';
}

function parsed(xml: string): Node {
    const document = parser.parse(xml) as { [tag: string]: Node };
    const root = Object.entries(document).find(([tag]) => !tag.startsWith('?'))?.[1];
    return root ?? '';
}
