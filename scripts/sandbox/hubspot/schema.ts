/** Which contact properties exist, and what values they take: HubSpot's own, and the project's. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readInstant } from '../../../shared/crm/read.ts';
import type { ContactProperties } from '../../build/hubspot-properties.ts';

export interface Property {
    readonly name: string;
    readonly label: string;
    readonly description: string;
    readonly group: string;
    readonly fieldType: string;
    readonly hidden: boolean;
    readonly type: string;
    /** Null: any value of the type. */
    readonly options: readonly string[] | null;
    readonly optionLabels: { readonly [value: string]: string };
    readonly readOnly: boolean;
}
export interface PropertyError {
    readonly name: string;
    /** HubSpot's own code, such as `INVALID_OPTION`. */
    readonly code: string;
    readonly message: string;
}
export interface Schema {
    readonly names: readonly string[];
    /** Groups of properties, by name. */
    readonly groups: readonly string[];
    property(name: string): Property | undefined;
    /** The value as HubSpot keeps it, or why it refuses it. Empty text clears a property. */
    accept(name: string, value: unknown): string | PropertyError;
}

/** A property that HubSpot or the account brings. */
export interface StandardProperty {
    readonly name: string;
    readonly label?: string;
    readonly type: string;
    readonly options?: readonly string[];
    readonly optionLabels?: { readonly [value: string]: string };
    readonly readOnly?: boolean;
}

const STANDARD_GROUP = 'contactinformation';
const FIELD_TYPES: { readonly [type: string]: string } = {
    datetime: 'date',
    enumeration: 'select',
    number: 'number',
    owner: 'select'
};

/**
 * Reads the properties of a portal into which this HubSpot project was deployed; `changed` are those of
 * HubSpot's that the account changed, added or (null) deleted.
 */
export function readSchema(
    project: string,
    changed: { readonly [name: string]: StandardProperty | null } = {}
): Schema {
    const file = new URL('standard-properties.json', import.meta.url);
    const standard = [
        ...(readJson(file) as StandardProperty[]).filter(({ name }) => !(name in changed)),
        ...Object.values(changed).filter((property) => property !== null)
    ];
    const own = readJson(path.join(project, 'properties/contacts.json')) as ContactProperties;
    const properties = new Map<string, Property>();
    for (const { name, label, type, options, optionLabels, readOnly } of standard) {
        properties.set(name, {
            name,
            label: label ?? labelOf(name),
            description: '',
            group: STANDARD_GROUP,
            type,
            fieldType: FIELD_TYPES[type] ?? 'text',
            hidden: false,
            options: options ?? null,
            optionLabels: optionLabels ?? {},
            readOnly: readOnly ?? false
        });
    }
    for (const { groupName, options, ...property } of own.properties) {
        properties.set(property.name, {
            ...property,
            group: groupName,
            options: property.type === 'enumeration' ? options.map(({ value }) => value) : null,
            optionLabels: Object.fromEntries(options.map(({ value, label }) => [value, label])),
            readOnly: false
        });
    }
    return {
        names: [...properties.keys()],
        groups: [STANDARD_GROUP, own.group.name],
        property: (name) => properties.get(name),
        accept: (name, value) => accept(properties.get(name), name, value)
    };
}

/** "hs_analytics_source" is "Analytics source". */
function labelOf(name: string): string {
    const words = name.replace(/^hs_/, '').replace(/_/g, ' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What `Schema.accept` says of a value of a property; undefined: there is none of that name. */
export function accept(
    property: Property | undefined,
    name: string,
    value: unknown
): string | PropertyError {
    const refuse = (code: string, message: string): PropertyError => ({ name, code, message });
    if (!property) return refuse('PROPERTY_DOESNT_EXIST', `Property "${name}" does not exist`);
    const text = value === null || value === undefined ? '' : String(value);
    if (text === '') return '';
    if (property.options !== null && !property.options.includes(text)) {
        const allowed = property.options.join(', ');
        return refuse('INVALID_OPTION', `${text} was not one of the allowed options: [${allowed}]`);
    }
    if (property.type === 'number' && !Number.isFinite(Number(text))) {
        return refuse('INVALID_FLOAT', `${text} was not a valid number.`);
    }
    if (property.type === 'datetime') {
        const at = readInstant('facts', name, text, []);
        return at === null
            ? refuse('INVALID_DATE', `${text} was not a valid date.`)
            : new Date(at).toISOString();
    }
    return text;
}

function readJson(file: string | URL): unknown {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
}
