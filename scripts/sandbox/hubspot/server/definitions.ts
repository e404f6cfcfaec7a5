/** A portal's property definitions and groups, which begin without Handoff's, and what is done to them. */
import { isObject } from '../../../../shared/crm/read.ts';
import type { AccountTraits } from '../account.ts';
import { listDefinitions } from '../definitions.ts';
import { badRequest, ok, refused, type Reply } from '../errors.ts';
import { accept, readSchema, type Property, type Schema } from '../schema.ts';
import { EMPTY } from '../store.ts';

export interface Option {
    readonly value: string;
    readonly label: string;
    readonly displayOrder: number;
    readonly hidden: boolean;
}
export interface Definition {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly groupName: string;
    readonly type: string;
    readonly fieldType: string;
    readonly hidden: boolean;
    readonly options: readonly Option[];
    readonly modificationMetadata?: { readonly readOnlyValue: boolean };
    readonly [more: string]: unknown;
}
export interface Definitions {
    readonly properties: Map<string, Definition>;
    /** Archived ones keep their name for 90 days. */
    readonly archived: Map<string, Definition>;
    /** Labels by name. */
    readonly groups: Map<string, string>;
}

const OWN = 'handoff';
const TYPES = ['bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string'];
const REQUIRED = ['fieldType', 'groupName', 'label', 'name', 'type'] as const;

/** What a portal has before anything is deployed. */
export function newDefinitions(
    project: string,
    changed: AccountTraits['properties'] = {}
): Definitions {
    const schema = readSchema(project, changed);
    const { results } = listDefinitions(EMPTY, schema).body as { results: Definition[] };
    return {
        properties: new Map(
            results.filter(({ groupName }) => groupName !== OWN).map((one) => [one.name, one])
        ),
        archived: new Map(),
        groups: new Map([['contactinformation', 'Contact information']])
    };
}

/** The definitions as the sandbox's search and its values need them. */
export function schemaOf({ properties, groups }: Definitions): Schema {
    const property = (name: string): Property | undefined => {
        const found = properties.get(name);
        if (found === undefined) return undefined;
        const { options } = found;
        const isChoice = found.type === 'enumeration' && options.length > 0;
        return {
            ...found,
            group: found.groupName,
            options: isChoice ? options.map(({ value }) => value) : null,
            optionLabels: Object.fromEntries(options.map(({ value, label }) => [value, label])),
            readOnly: found.modificationMetadata?.readOnlyValue ?? false
        };
    };
    return {
        names: [...properties.keys()],
        groups: [...groups.keys()],
        property,
        accept: (name, value) => accept(property(name), name, value)
    };
}

export function createProperty({ properties, groups }: Definitions, body: unknown): Reply {
    const given = isObject(body) ? body : {};
    const missing = REQUIRED.filter((key) => typeof given[key] !== 'string' || given[key] === '');
    if (missing.length > 0) {
        return badRequest(`Some required fields were not set: ${missing.join(', ')}`);
    }
    const wanted = {
        description: '',
        hidden: false,
        options: [],
        ...given
    } as unknown as Definition;
    if (!groups.has(wanted.groupName)) {
        return badRequest(`Property group "${wanted.groupName}" does not exist`);
    }
    if (properties.has(wanted.name)) return exists(`A property named '${wanted.name}'`);
    const mistake = mistakeIn(wanted);
    if (mistake !== null) return badRequest(mistake);
    properties.set(wanted.name, { ...wanted, archived: false });
    return { status: 201, body: properties.get(wanted.name) };
}

export function updateProperty(
    { properties, groups }: Definitions,
    name: string,
    body: unknown
): Reply {
    const found = properties.get(name);
    if (found === undefined) return noProperty(name);
    const changed = { ...found, ...(isObject(body) ? body : {}), name } as Definition;
    if (!groups.has(changed.groupName)) {
        return badRequest(`Property group "${changed.groupName}" does not exist`);
    }
    const mistake = mistakeIn(changed);
    if (mistake !== null) return badRequest(mistake);
    properties.set(name, changed);
    return ok(changed);
}

export function archiveProperty({ properties, archived }: Definitions, name: string): Reply {
    const found = properties.get(name);
    if (found !== undefined) archived.set(name, found);
    properties.delete(name);
    return { status: 204, body: '' };
}

export function createGroup({ groups }: Definitions, body: unknown): Reply {
    const { name, label } = isObject(body) ? body : {};
    if (typeof name !== 'string' || typeof label !== 'string') {
        return badRequest('Some required fields were not set: name, label');
    }
    if (groups.has(name)) return exists(`A property group named '${name}'`);
    groups.set(name, label);
    return { status: 201, body: groupOf(name, label) };
}

export function updateGroup({ groups }: Definitions, name: string, body: unknown): Reply {
    if (!groups.has(name)) return noGroup(name);
    const { label } = isObject(body) ? body : {};
    if (typeof label === 'string') groups.set(name, label);
    return ok(groupOf(name, groups.get(name) ?? ''));
}

export function getGroup({ groups }: Definitions, name: string): Reply {
    const label = groups.get(name);
    return label === undefined ? noGroup(name) : ok(groupOf(name, label));
}

/** HubSpot keeps a group that still has properties. */
export function archiveGroup({ groups, properties }: Definitions, name: string): Reply {
    const used = [...properties.values()].filter(({ groupName }) => groupName === name);
    if (used.length > 0) return badRequest(`Property group "${name}" still has properties.`);
    groups.delete(name);
    return { status: 204, body: '' };
}

function mistakeIn({ name, type, options }: Definition): string | null {
    if (!/^[a-z][a-z0-9_]*$/.test(name)) return `Property name "${name}" is not valid.`;
    if (!TYPES.includes(type)) return `${type} is not a valid property type.`;
    const values = options.map(({ value }) => value);
    if (new Set(values).size < values.length) return 'Property option values must be unique.';
    const labels = options.map(({ label }) => label);
    if (new Set(labels).size < labels.length) return 'Property option labels must be unique.';
    return null;
}

function groupOf(name: string, label: string): object {
    return { name, label, archived: false, displayOrder: -1 };
}

function exists(what: string): Reply {
    return refused(409, 'OBJECT_ALREADY_EXISTS', `${what} already exists.`);
}

export function noProperty(name: string): Reply {
    return refused(404, 'OBJECT_NOT_FOUND', `Property "${name}" does not exist`);
}

function noGroup(name: string): Reply {
    return refused(404, 'OBJECT_NOT_FOUND', `Property group "${name}" does not exist`);
}
