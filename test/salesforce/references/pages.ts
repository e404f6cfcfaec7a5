import { readFileSync } from 'node:fs';
import {
    childOf,
    childrenOf,
    textOf,
    type Element,
    type MetadataFile
} from '../../../scripts/sandbox/salesforce/metadata.ts';
import type { Finding } from '../package.ts';
import { unknownPath } from '../soql/names.ts';
import { inFile, textsOf, type Project } from './project.ts';

/** Properties of the platform's components whose value is the name of a region of the page. */
const REGIONS = ['body', 'tabs', 'primaryField', 'secondaryFields', 'columns'];

/** Components, fields and regions of record pages; columns and filters of list views. */
export function checkPages(project: Project): Finding[] {
    return [
        ...project.metadata('flexipage').flatMap((file) => pageFaults(file, project)),
        ...project.metadata('listView').flatMap((file) => listFaults(file, project))
    ];
}

function pageFaults(file: MetadataFile, project: Project): Finding[] {
    const sObject = textOf(file.content, 'sobjectType') ?? '';
    const object = project.catalogue.get(sObject.toLowerCase());
    const regions = childrenOf(file.content, 'flexiPageRegions');
    const items = regions.flatMap((region) => childrenOf(region, 'itemInstances'));
    const components = instancesOf(items, 'componentInstance');
    const fields = instancesOf(items, 'fieldInstance').flatMap(
        (field) => textOf(field, 'fieldItem') ?? []
    );
    const facets = new Set(regions.flatMap((region) => textOf(region, 'name') ?? []));
    const pointed = components.flatMap((component) =>
        propertiesOf(component).filter(({ name }) => REGIONS.includes(name))
    );
    const identifiers = ['componentInstance', 'fieldInstance']
        .flatMap((tag) => instancesOf(items, tag))
        .flatMap((instance) => textOf(instance, 'identifier') ?? []);
    const faults = [
        ...(object === undefined && sObject !== '' ? [`no object ${sObject}`] : []),
        ...fields.flatMap((field) => {
            const path = field.replace(/^Record\./, '');
            return (object && unknownPath(path, object, [], project.catalogue)) ?? [];
        }),
        ...components.flatMap((component) =>
            componentFaults(component, typeOf(file), sObject, project)
        ),
        ...pointed
            .filter(({ value }) => !facets.has(value))
            .map(({ value }) => `no region ${value}`),
        ...regions
            .filter((region) => textOf(region, 'type') === 'Facet')
            .flatMap((region) => textOf(region, 'name') ?? [])
            .filter((name) => !pointed.some(({ value }) => value === name))
            .map((name) => `no component shows the region ${name}`),
        ...identifiers
            .filter((name, index) => identifiers.indexOf(name) !== index)
            .map((name) => `two instances are called ${name}`)
    ];
    return faults.map((fault) => inFile(file, fault));
}

function instancesOf(items: readonly Element[], tag: string): Element[] {
    return items.flatMap((item) => childrenOf(item, tag));
}

function propertiesOf(component: Element): { name: string; value: string }[] {
    return childrenOf(component, 'componentInstanceProperties').map((property) => ({
        name: textOf(property, 'name') ?? '',
        value: textOf(property, 'value') ?? ''
    }));
}

/** `RecordPage`, `AppPage` or `HomePage`. */
function typeOf({ content }: MetadataFile): string {
    return textOf(content, 'type') ?? '';
}

/** A component of ours must be there, for this kind of page and object, with these properties. */
function componentFaults(
    component: Element,
    pageType: string,
    sObject: string,
    project: Project
): string[] {
    const name = (textOf(component, 'componentName') ?? '').replace(/^c:/, '');
    // The platform's own stand in a namespace.
    if (name.includes(':')) return [];
    const file = project.metadata('js').find((one) => one.name === name);
    if (file === undefined) return [`no component ${name}`];
    const bundle = file.content;
    const configs = childrenOf(childOf(bundle, 'targetConfigs'), 'targetConfig');
    const objects = configs.flatMap((config) => textsOf(childOf(config, 'objects'), 'object'));
    const tags = readFileSync(file.path, 'utf8').matchAll(/<property\s[^>]*?name="(\w+)"/g);
    const offered = new Set([...tags].map(([, property]) => property));
    return [
        ...(textOf(bundle, 'isExposed') === 'true' ? [] : [`${name} is not exposed`]),
        ...(textsOf(childOf(bundle, 'targets'), 'target').includes(`lightning__${pageType}`)
            ? []
            : [`${name} is not for a ${pageType}`]),
        ...(objects.length === 0 || objects.includes(sObject)
            ? []
            : [`${name} is not for ${sObject}`]),
        ...propertiesOf(component)
            .filter((property) => !offered.has(property.name))
            .map((property) => `${name} has no property ${property.name}`)
    ];
}

function listFaults(file: MetadataFile, { catalogue }: Project): Finding[] {
    const object = catalogue.get(file.parent.toLowerCase());
    if (object === undefined) return [inFile(file, `no object ${file.parent}`)];
    const filters = childrenOf(file.content, 'filters');
    const named = [
        ...textsOf(file.content, 'columns'),
        ...filters.flatMap((filter) => textOf(filter, 'field') ?? [])
    ];
    // Columns of the platform's own fields have names of their own, such as FULL_NAME.
    const unknown = named
        .filter((name) => /__[cr]\b/.test(name))
        .flatMap((name) => unknownPath(name, object, [], catalogue) ?? []);
    const numbers = (textOf(file.content, 'booleanFilter') ?? '').match(/\d+/g) ?? [];
    const beyond = numbers.filter((number) => Number(number) > filters.length);
    return [
        ...unknown.map((one) => inFile(file, one)),
        ...beyond.map((number) => inFile(file, `no filter ${number}`))
    ];
}
