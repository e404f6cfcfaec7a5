/**
 * Record types and the package's picklists: an org refuses a restricted value that the record's type doesn't
 * list, in its pages and through the API, and deploying a value assigns it to none.
 */
import { XMLBuilder } from 'fast-xml-parser';
import type { PlanItem } from '../plan/plan.ts';
import type { Api, Row } from './api.ts';
import { quoted } from './api.ts';
import { listOf, textOf, type Component, type Node } from './components.ts';
import type { Files } from './package.ts';
import { withMembers, withPart } from './parts.ts';
import type { OrgComponents } from './retrieve.ts';

/** The values of each picklist that the package adds to an object of Salesforce's own. */
export type Picklists = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

const STANDARD = /^[A-Za-z]+$/;
const builder = new XMLBuilder({ format: true, ignoreAttributes: true, indentBy: '    ' });

/** By object, then by field. */
export function picklistsOf(ours: ReadonlyMap<string, Component>): Picklists {
    const picklists = new Map<string, Map<string, readonly string[]>>();
    for (const { type, fullName, content } of ours.values()) {
        const [object = '', field = ''] = fullName.split('.');
        if (type !== 'CustomField' || !STANDARD.test(object)) continue;
        const values = valuesOf(inside(content, 'valueSet'), ours);
        if (values.length === 0) continue;
        picklists.set(
            object,
            (picklists.get(object) ?? new Map<string, string[]>()).set(field, values)
        );
    }
    return picklists;
}

function valuesOf(valueSet: Node | undefined, ours: ReadonlyMap<string, Component>): string[] {
    const shared = ours.get(`GlobalValueSet:${textOf(inside(valueSet, 'valueSetName'))}`);
    const values = shared
        ? partsOf(shared.content, 'customValue')
        : partsOf(inside(valueSet, 'valueSetDefinition'), 'value');
    return values
        .filter((value) => textOf(inside(value, 'isActive')) !== 'false')
        .map((value) => textOf(inside(value, 'fullName')));
}

/** The active record types of the objects that have picklists of ours. */
export async function activeRecordTypes(
    { query }: Api,
    picklists: Picklists
): Promise<Pick<Component, 'type' | 'fullName'>[]> {
    if (picklists.size === 0) return [];
    const rows = await query<
        Row & { DeveloperName: string; NamespacePrefix: string | null; SobjectType: string }
    >(
        'SELECT DeveloperName, NamespacePrefix, SobjectType FROM RecordType ' +
            `WHERE IsActive = true AND SobjectType IN (${[...picklists.keys()].map(quoted).join(', ')})`
    );
    return rows.map(({ DeveloperName, NamespacePrefix, SobjectType }) => {
        const name =
            NamespacePrefix === null ? DeveloperName : `${NamespacePrefix}__${DeveloperName}`;
        return { type: 'RecordType', fullName: `${SobjectType}.${name}` };
    });
}

export interface RecordTypeGap {
    readonly recordType: Component;
    /** By field: the values that it doesn't list. */
    readonly lacking: ReadonlyMap<string, readonly string[]>;
}

/** The record types that the org has, each with what it lacks. */
export function recordTypeGaps(
    { components }: OrgComponents,
    picklists: Picklists
): RecordTypeGap[] {
    return [...components.values()]
        .filter(({ type }) => type === 'RecordType')
        .map((recordType) => {
            const listed = listedIn(recordType);
            const wanted = picklists.get(objectOf(recordType)) ?? new Map<string, string[]>();
            const lacking = [...wanted].map(([field, values]) => {
                const there = listed.get(field) ?? [];
                return [field, values.filter((value) => !there.includes(value))] as const;
            });
            return {
                recordType,
                lacking: new Map(lacking.filter(([, values]) => values.length > 0))
            };
        });
}

/** Metadata writes a value's name as in a URL. */
function listedIn({ content }: Component): Map<string, string[]> {
    return new Map(
        partsOf(content, 'picklistValues').map((picklist) => [
            textOf(inside(picklist, 'picklist')),
            partsOf(picklist, 'values').map((value) =>
                decodeURIComponent(textOf(inside(value, 'fullName')))
            )
        ])
    );
}

/** "Handoff_Reason__c: no_budget, spam": for a person who has to see what is missing. */
export function gapWords({ lacking }: RecordTypeGap): string {
    return [...lacking].map(([field, values]) => `${field}: ${values.join(', ')}`).join('; ');
}

export function planRecordTypes(gaps: readonly RecordTypeGap[]): PlanItem[] {
    return gaps.map(({ recordType, lacking }) => {
        const item = {
            target: 'salesforce',
            what: 'record type',
            name: recordType.fullName
        } as const;
        if (lacking.size === 0) return { ...item, change: 'same', why: null };
        const why = `adds our values to ${[...lacking.keys()].join(', ')}`;
        return { ...item, change: 'update', why };
    });
}

/**
 * The archive with our values in record types. A deployment replaces the picklists that a record type
 * names and leaves the others as they are; whatever else it says is what the org said.
 */
export function withRecordTypes(
    files: Files,
    gaps: readonly RecordTypeGap[],
    picklists: Picklists
): Files {
    const changed = new Map(files);
    const changing = gaps.filter(({ lacking }) => lacking.size > 0);
    for (const { recordType } of changing) {
        const object = objectOf(recordType);
        const file = `objects/${object}.object`;
        const { content } = recordType;
        const kept = typeof content === 'object' && content !== null ? content : {};
        const recordTypes = {
            ...kept,
            picklistValues: [...(picklists.get(object) ?? [])].map(([picklist, values]) => ({
                picklist,
                values: values.map((fullName) => ({ fullName, default: 'false' }))
            }))
        };
        changed.set(file, withPart(changed.get(file), builder.build({ recordTypes }) as string));
    }
    const names = changing.map(({ recordType }) => recordType.fullName);
    const manifest = withMembers(files.get('package.xml') ?? '', 'RecordType', names);
    return changed.set('package.xml', manifest);
}

function objectOf({ fullName }: Component): string {
    return fullName.split('.')[0] ?? '';
}

function inside(node: Node | null | undefined, tag: string): Node | undefined {
    if (node === null || node === undefined || typeof node === 'string') return undefined;
    return listOf(node[tag])[0];
}

function partsOf(node: Node | null | undefined, tag: string): readonly Node[] {
    if (node === null || node === undefined || typeof node === 'string') return [];
    return listOf(node[tag]);
}
