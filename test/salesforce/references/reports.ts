import {
    childOf,
    childrenOf,
    textOf,
    type Element,
    type MetadataFile
} from '../../../scripts/sandbox/salesforce/metadata.ts';
import type { Catalogue, OrgObject } from '../catalogue/objects.ts';
import type { Finding } from '../package.ts';
import { unknownPath } from '../soql/names.ts';
import { inFile, inFolder, textsOf, type Project } from './project.ts';

const LONGEST_NAME = 40;
const LONGEST_DESCRIPTION = 255;

/** Report types, the columns that reports take from them, and the reports that dashboards show. */
export function checkReports(project: Project): Finding[] {
    const { metadata } = project;
    const types = new Map(metadata('reportType').map((file) => [file.name, file]));
    const reports = new Map(metadata('report').map((file) => [inFolder(file), file]));
    const folders = new Set([
        ...project.names('reportFolder'),
        ...project.names('dashboardFolder')
    ]);
    return [
        ...[...types.values()].flatMap((file) => columnFaults(file, project)),
        ...[...reports.values()].flatMap((file) =>
            [...reportFaults(file, types), ...lengthFaults(file)].map((one) => inFile(file, one))
        ),
        ...metadata('dashboard').flatMap((file) =>
            dashboardFaults(file.content, reports).map((one) => inFile(file, one))
        ),
        ...[...reports.values(), ...metadata('dashboard')]
            .filter((file) => !folders.has(inFolder(file).split('/')[0] ?? ''))
            .map((file) => inFile(file, 'its folder has no metadata file'))
    ];
}

function columnFaults(file: MetadataFile, { catalogue }: Project): Finding[] {
    const base = catalogue.get((textOf(file.content, 'baseObject') ?? '').toLowerCase());
    if (base === undefined)
        return [inFile(file, `no object ${textOf(file.content, 'baseObject')}`)];
    const tables = childrenOf(file.content, 'sections')
        .flatMap((section) => childrenOf(section, 'columns'))
        .map((column) => ({
            table: textOf(column, 'table') ?? '',
            field: textOf(column, 'field') ?? ''
        }));
    const joined = joins(file.content).map((table) => ({
        table: `${base.name}.${table}`,
        field: 'Id'
    }));
    return [...joined, ...tables].flatMap(({ table, field }) => {
        const object = tableObject(table, base, catalogue);
        if (object === null) return [inFile(file, `no table ${table}`)];
        // A lookup's column is called as the parent is: Owner, not OwnerId.
        const unknown = unknownPath(field, object, [], catalogue);
        return unknown === null ? [] : [inFile(file, `table ${table}: ${unknown}`)];
    });
}

/** `Lead.CampaignMembers` is the campaign members of the leads. */
function tableObject(table: string, base: OrgObject, catalogue: Catalogue): OrgObject | null {
    const [first, ...relationships] = table.split('.');
    let at: OrgObject | undefined = first === base.name ? base : undefined;
    for (const name of relationships) {
        const type = at?.members.get(name.toLowerCase())?.type;
        at = type?.endsWith('[]') ? catalogue.get(type.slice(0, -2).toLowerCase()) : undefined;
    }
    return at ?? null;
}

function joins(content: Element): string[] {
    const found: string[] = [];
    for (let join = childOf(content, 'join'); join !== null; join = childOf(join, 'join')) {
        const name = textOf(join, 'relationship');
        if (name !== null) found.push([found.at(-1), name].filter(Boolean).join('.'));
    }
    return found;
}

function reportFaults({ content }: MetadataFile, types: Map<string, MetadataFile>): string[] {
    const typeName = textOf(content, 'reportType') ?? '';
    const groups = ['groupingsDown', 'groupingsAcross'].flatMap((tag) => fieldsOf(content, tag));
    const columns = fieldsOf(content, 'columns');
    const twice = groups
        .filter((field) => columns.includes(field))
        .map((field) => `${field} is a grouping and a column: an org refuses that`);
    if (!typeName.endsWith('__c')) return twice;
    const type = types.get(typeName.slice(0, -'__c'.length));
    if (type === undefined) return [...twice, `no report type ${typeName}`];
    const offered = childrenOf(type.content, 'sections')
        .flatMap((section) => childrenOf(section, 'columns'))
        .map((column) => `${textOf(column, 'table')}$${textOf(column, 'field')}`);
    const unknown = usedColumns(content)
        .filter((column) => column.includes('$') && !offered.includes(column))
        .map((column) => `${typeName} has no column ${column}`);
    return [...twice, ...new Set(unknown)];
}

function fieldsOf(content: Element, tag: string): string[] {
    return childrenOf(content, tag).flatMap((one) => textOf(one, 'field') ?? []);
}

/** All that a report reads: columns, groupings, filters, chart, time frame, sorting. */
function usedColumns(content: Element): string[] {
    const filters = childrenOf(childOf(content, 'filter'), 'criteriaItems');
    const chart = childOf(content, 'chart');
    return [
        ...['columns', 'groupingsDown', 'groupingsAcross'].flatMap((tag) => fieldsOf(content, tag)),
        ...filters.flatMap((item) => textOf(item, 'column') ?? []),
        ...childrenOf(chart, 'chartSummaries').flatMap((one) => textOf(one, 'column') ?? []),
        ...textsOf(chart, 'groupingColumn'),
        ...textsOf(childOf(content, 'timeFrameFilter'), 'dateColumn'),
        ...textsOf(content, 'sortColumn')
    ];
}

function lengthFaults({ content }: MetadataFile): string[] {
    const name = textOf(content, 'name') ?? '';
    const description = textOf(content, 'description') ?? '';
    return [
        ...(name.length > LONGEST_NAME ? [`a name of ${name.length} characters`] : []),
        ...(description.length > LONGEST_DESCRIPTION
            ? [`a description of ${description.length} characters`]
            : [])
    ];
}

function dashboardFaults(content: Element, reports: Map<string, MetadataFile>): string[] {
    return componentsOf(content).flatMap((component) => {
        const name = textOf(component, 'report');
        if (name === null) return [];
        const report = reports.get(name);
        if (report === undefined) return [`no report ${name}`];
        const used = usedColumns(report.content);
        return [
            ...textsOf(component, 'groupingColumn'),
            ...childrenOf(component, 'chartSummary').flatMap((one) => textOf(one, 'column') ?? [])
        ]
            .filter((column) => column !== 'RowCount' && !used.includes(column))
            .map((column) => `${name} does not show ${column}`);
    });
}

function componentsOf(content: Element): Element[] {
    const sections = ['leftSection', 'middleSection', 'rightSection'].map((tag) =>
        childOf(content, tag)
    );
    const cells = childrenOf(childOf(content, 'dashboardGridLayout'), 'dashboardGridComponents');
    return [
        ...sections.flatMap((section) => childrenOf(section, 'components')),
        ...cells.flatMap((cell) => childrenOf(cell, 'dashboardComponent'))
    ];
}
