/** What an org finds wrong with a deployment by itself. */
import {
    keyOf,
    listOf as asList,
    textOf,
    type Component
} from '../../../cli/salesforce/components.ts';
import type { Files } from '../../../cli/salesforce/package.ts';

import type { OrgLanguage } from '../traits/types.ts';
import type { OrgMetadata } from './metadata.ts';
import { refusal } from './words.ts';

const HISTORY_SLOTS = 20;

export interface ComponentFailure {
    readonly fullName: string;
    readonly fileName: string;
    readonly componentType: string;
    readonly problem: string;
    readonly problemType: 'Error';
    readonly lineNumber?: number;
    readonly columnNumber?: number;
}

export interface OrgFacts {
    readonly metadata: OrgMetadata;
    /** Names of classes whose jobs are scheduled. */
    readonly scheduled: readonly string[];
    /** Names of classes of which a batch or queueable waits or runs. */
    readonly running: readonly string[];
    readonly language: OrgLanguage;
    readonly hasApex: boolean;
    /** The standard fields of an object whose history is kept. */
    readonly tracked: (object: string) => readonly string[];
    /** Names of permission sets that somebody has. */
    readonly assigned: readonly string[];
    readonly hasEnhancedEmail: boolean;
}

/** Problems with what is to be written. */
export function writeFailures(
    named: readonly string[],
    components: ReadonlyMap<string, Component>,
    facts: OrgFacts
): ComponentFailure[] {
    const { metadata, scheduled, running, hasEnhancedEmail, language } = facts;
    const isThere = (key: string): boolean => metadata.has(key) || named.includes(key);
    const overTracked = fieldsOverLimit(named, components, facts);
    return named.flatMap((key) => {
        const [type = '', fullName = ''] = key.split(/:(.*)/s);
        const component = components.get(key);
        if (component === undefined) {
            return isImplied(type)
                ? []
                : [
                      failure(
                          key,
                          'package.xml',
                          `An object '${fullName}' of type ${type} was named in package.xml, but was not found in zipped directory`
                      )
                  ];
        }
        const [code = ''] = component.texts.values();
        const before = metadata.get(key)?.component.texts.values().next().value;
        const refuse = (problem: string): ComponentFailure[] => [
            failure(key, fileOf(component), problem, 1, 1)
        ];
        if (!facts.hasApex && /^Apex/.test(type)) return refuse(refusal('noApex', language));
        if (type === 'ApexClass' && before !== undefined && before !== code) {
            if (scheduled.includes(fullName)) return refuse(refusal('scheduled', language));
            if (running.includes(fullName)) return refuse(refusal('running', language));
        }
        if (overTracked.includes(key)) return refuse(refusal('history', language));
        const lacking = missingIn(component, isThere);
        if (lacking !== null) return refuse(refusal('column', language, lacking));
        if (!hasEnhancedEmail && /\bon EmailMessage\b/.test(code)) {
            return [failure(key, fileOf(component), 'Invalid type: EmailMessage', 1, 1)];
        }
        return [];
    });
}

/** An object keeps the history of twenty fields; those that are too many are refused. */
function fieldsOverLimit(
    named: readonly string[],
    components: ReadonlyMap<string, Component>,
    { metadata, tracked }: OrgFacts
): string[] {
    const isTracked = (component: Component | undefined): boolean =>
        typeof component?.content === 'object' &&
        textOf(component.content?.['trackHistory']) === 'true';
    return ['Lead', 'Contact'].flatMap((object) => {
        const isOf = (key: string): boolean => key.startsWith(`CustomField:${object}.`);
        const before = [...metadata]
            .filter(([key, { component }]) => isOf(key) && isTracked(component))
            .map(([key]) => key)
            .filter((key) => !named.includes(key));
        const now = named.filter((key) => isOf(key) && isTracked(components.get(key)));
        const free = HISTORY_SLOTS - tracked(object).length - before.length;
        return now.slice(Math.max(0, free));
    });
}

/** A custom field that a report, a list or a page shows and that is not there, or a permission set's tab. */
function missingIn({ type, content }: Component, isThere: (key: string) => boolean): string | null {
    const text = JSON.stringify(content ?? '');
    if (type === 'PermissionSet') {
        const tabs = [...text.matchAll(/"tab":"(\w+)"/g)].map(([, tab = '']) => tab);
        return tabs.find((tab) => !isThere(`CustomTab:${tab}`)) ?? null;
    }
    if (!['Report', 'ReportType'].includes(type)) return null;
    const fields = [...text.matchAll(/\b(Lead|Contact)(?:\.\w+)*\$(\w+__c)\b/g)];
    const missing = fields.find(
        ([, object = '', field = '']) => !isThere(`CustomField:${object}.${field}`)
    );
    return missing === undefined ? null : `${missing[1]}$${missing[2]}`;
}

/** CustomLabels stands for all labels, and a folder for itself. */
function isImplied(type: string): boolean {
    return type === 'CustomLabels' || type === 'Report' || type === 'Dashboard';
}

/** Problems with what is to be deleted: an org deletes nothing that something else still needs. */
export function deleteFailures(
    deleted: readonly string[],
    { metadata, assigned }: OrgFacts
): ComponentFailure[] {
    const rest = [...metadata.values()]
        .map(({ component }) => component)
        .filter((component) => !deleted.includes(keyOf(component)));
    return deleted.flatMap((key) => {
        const [type = '', fullName = ''] = key.split(/:(.*)/s);
        if (!metadata.has(key)) return [];
        if (type === 'PermissionSet' && assigned.includes(fullName)) {
            return [
                failure(
                    key,
                    '',
                    'You can’t delete this permission set because it’s assigned to users'
                )
            ];
        }
        const user = rest.find((one) => needs(one, type, fullName));
        if (user === undefined) return [];
        return [
            failure(
                key,
                '',
                `This ${type} is referenced elsewhere in salesforce.com: ${user.type} ${user.fullName}`
            )
        ];
    });
}

/** What keeps a component from being deleted; permission sets and record types do not: an org takes it out of them. */
function needs(user: Component, type: string, fullName: string): boolean {
    if (
        ['PermissionSet', 'RecordType'].includes(user.type) ||
        keyOf(user) === `${type}:${fullName}`
    )
        return false;
    // A folder is empty once its reports are gone.
    if (type === 'Report' && !fullName.includes('/')) return false;
    const [object = '', name = object] = fullName.split('.');
    if (type === 'FlexiPage') {
        const { content } = user;
        const overrides = typeof content === 'object' ? asList(content?.['actionOverrides']) : [];
        return overrides.some(
            (one) => typeof one === 'object' && textOf(one['content']) === fullName
        );
    }
    // What people only read keeps nothing.
    const content = JSON.stringify(user.content, (tag, value: unknown) =>
        tag === 'description' || tag === 'inlineHelpText' ? undefined : value
    );
    const words = content + [...user.texts.values()].join('\n');
    if (type === 'CustomField') {
        const isAbout = user.fullName.startsWith(`${object}.`) || words.includes(object);
        return isAbout && new RegExp(`\\b${name}\\b`).test(words) && user.type !== 'CustomObject';
    }
    if (
        ![
            'ApexClass',
            'CustomObject',
            'GlobalValueSet',
            'LightningComponentBundle',
            'CustomPermission',
            'CustomLabel',
            'ReportType',
            'Report'
        ].includes(type)
    ) {
        return false;
    }
    const isOwnPart = user.fullName.startsWith(`${fullName}.`);
    const plain = fullName.split('/').at(-1) ?? fullName;
    return !isOwnPart && type !== 'CustomLabel' && new RegExp(`\\b${plain}\\b`).test(words);
}

function fileOf({ texts, fullName }: Component): string {
    return [...texts.keys()][0] ?? fullName;
}

function failure(
    key: string,
    fileName: string,
    problem: string,
    lineNumber?: number,
    columnNumber?: number
): ComponentFailure {
    const [componentType = '', fullName = ''] = key.split(/:(.*)/s);
    const at = lineNumber === undefined ? {} : { lineNumber, columnNumber: columnNumber ?? 1 };
    return { fullName, fileName, componentType, problem, problemType: 'Error', ...at };
}

/** The tests that a class has. */
export function testMethods(files: Files, className: string): number {
    const text = files.get(`classes/${className}.cls`) ?? '';
    return (text.match(/^[ \t]+@IsTest\b/gim) ?? []).length;
}
