/**
 * The package in two deployments: what people work with, and what they look at it with. A report column or
 * a chart that an org refuses must not keep the clock and the decisions from being deployed.
 */
import type { Files } from './package.ts';

export interface PackageInParts {
    /** Schema, code and permission sets: needs nothing of the other. */
    readonly base: Files;
    /** Reports, dashboards, list views, pages and tabs, with the permission sets that show the tabs. */
    readonly screens: Files;
}

const SCREENS = ['ReportType', 'Report', 'Dashboard', 'ListView', 'FlexiPage', 'CustomTab'];
const FOLDERS = /^(?:reportTypes|reports|dashboards|flexipages|tabs)\//;
const LIST_VIEW = / *<listViews>[\s\S]*?<\/listViews>\n?/g;
const TAB_SETTING = / *<tabSettings>[\s\S]*?<\/tabSettings>\n?/g;
const EMPTY_OBJECT =
    '<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">\n</CustomObject>\n';

/** @param isThere whether the org has a tab: a permission set can show no other */
export function inParts(files: Files, isThere: (tab: string) => boolean): PackageInParts {
    const base = new Map<string, string>();
    const screens = new Map<string, string>();
    for (const [name, text] of files) {
        if (name === 'package.xml') {
            base.set(
                name,
                manifestWith(text, (type) => !SCREENS.includes(type))
            );
            screens.set(
                name,
                manifestWith(text, (type) => SCREENS.includes(type) || type === 'PermissionSet')
            );
        } else if (FOLDERS.test(name)) screens.set(name, text);
        else if (name.startsWith('objects/')) {
            base.set(name, text.replace(LIST_VIEW, ''));
            const views = text.match(LIST_VIEW);
            if (views !== null) screens.set(name, withPart(EMPTY_OBJECT, views.join('')));
        } else if (name.startsWith('permissionsets/')) {
            base.set(name, withTabs(text, isThere));
            screens.set(name, text);
        } else base.set(name, text);
    }
    return { base, screens };
}

/** An object's file, an empty one where there is none, with elements at its end. */
export function withPart(object: string = EMPTY_OBJECT, elements: string): string {
    return object.replace(/<\/CustomObject>/, `${elements}</CustomObject>`);
}

/** A package.xml that names members of a type besides. */
export function withMembers(manifest: string, type: string, members: readonly string[]): string {
    if (members.length === 0) return manifest;
    const lines = members.map((member) => `        <members>${member}</members>\n`).join('');
    const block = `    <types>\n${lines}        <name>${type}</name>\n    </types>\n`;
    return manifest.replace(/ *<version>/, `${block}$&`);
}

function manifestWith(manifest: string, isKept: (type: string) => boolean): string {
    return manifest.replace(/ *<types>[\s\S]*?<\/types>\n?/g, (block) =>
        isKept(/<name>(\w+)<\/name>/.exec(block)?.[1] ?? '') ? block : ''
    );
}

function withTabs(permissionSet: string, isThere: (tab: string) => boolean): string {
    return permissionSet.replace(TAB_SETTING, (setting) =>
        isThere(/<tab>(\w+)<\/tab>/.exec(setting)?.[1] ?? '') ? setting : ''
    );
}
