/** In which order an org lets go of components: what uses something goes before it. */
import { project } from './api.ts';
import type { Component } from './components.ts';
import type { Files } from './package.ts';

type Named = Pick<Component, 'type' | 'fullName'>;

const WAVES: readonly (readonly string[])[] = [
    [
        'PermissionSet',
        'Dashboard',
        'Report',
        'CustomTab',
        'FlexiPage',
        'ListView',
        'ValidationRule',
        'ApexTrigger'
    ],
    [
        'LightningComponentBundle',
        'ApexClass',
        'ReportType',
        'CustomNotificationType',
        'CustomMetadata'
    ],
    ['CustomField', 'CustomObject', 'CustomPermission', 'CustomLabel'],
    ['GlobalValueSet']
];
/** Tells reports and dashboards from their folders, which have to be empty first. */
const IN_FOLDER = ['Dashboard', 'Report'];

/** @throws Error for a type of which the order is not known */
export function wavesOf(components: readonly Named[]): Named[][] {
    const removed = new Set(
        components.filter(({ type }) => type === 'CustomObject').map(({ fullName }) => fullName)
    );
    const waves: Named[][] = WAVES.map(() => []);
    for (const component of components) {
        const { type, fullName } = component;
        const [object = '', part] = fullName.split('.');
        // A field goes with its object.
        if (type !== 'CustomMetadata' && part !== undefined && removed.has(object)) continue;
        const isFolder = IN_FOLDER.includes(type) && !fullName.includes('/');
        const at = WAVES.findIndex((types) => types.includes(type)) + (isFolder ? 1 : 0);
        const wave = waves[at];
        if (wave === undefined || (at === 0 && !WAVES[0]?.includes(type))) {
            throw new Error(`nothing says when a ${type} can be removed`);
        }
        wave.push(component);
    }
    return waves.filter((wave) => wave.length > 0);
}

/** The archive that removes components. */
export function destruction(components: readonly Named[]): Files {
    return new Map([
        ['package.xml', manifest([])],
        ['destructiveChanges.xml', manifest(components)]
    ]);
}

/** The archive of given files and what package.xml says of them. */
export function manifest(components: readonly Named[]): string {
    const types = [...new Set(components.map(({ type }) => type))].map((type) => {
        const members = components
            .filter((one) => one.type === type)
            .map(({ fullName }) => `        <members>${fullName}</members>\n`);
        return `    <types>\n${members.join('')}        <name>${type}</name>\n    </types>\n`;
    });
    const version = `    <version>${project.sourceApiVersion}</version>\n`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Package xmlns="http://soap.sforce.com/2006/04/metadata">\n${types.join('')}${version}</Package>\n`;
}
