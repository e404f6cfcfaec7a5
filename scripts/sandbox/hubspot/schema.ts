/** Which contact properties exist, and what values they take: HubSpot's own, and the project's. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readInstant } from '../../../shared/crm/read.ts';
import type { ContactProperties } from '../../build/hubspot-properties.ts';

export interface Property {
    readonly name: string;
    readonly type: string;
    /** Null: any value of the type. */
    readonly options: readonly string[] | null;
    readonly readOnly: boolean;
}
export interface PropertyError {
    readonly name: string;
    /** HubSpot's own code, such as `INVALID_OPTION`. */
    readonly code: string;
    readonly message: string;
}
export interface Schema {
    property(name: string): Property | undefined;
    /** The value as HubSpot keeps it, or why it refuses it. Empty text clears a property. */
    accept(name: string, value: unknown): string | PropertyError;
}

interface Standard {
    readonly name: string;
    readonly type: string;
    readonly options?: readonly string[];
    readonly readOnly?: boolean;
}

/** Reads the properties of a portal into which this HubSpot project was deployed. */
export function readSchema(project: string): Schema {
    const standard = readJson(new URL('standard-properties.json', import.meta.url)) as Standard[];
    const own = readJson(path.join(project, 'properties/contacts.json')) as ContactProperties;
    const properties = new Map<string, Property>();
    for (const { name, type, options, readOnly } of standard) {
        properties.set(name, { name, type, options: options ?? null, readOnly: readOnly ?? false });
    }
    for (const { name, type, options } of own.properties) {
        const values = type === 'enumeration' ? options.map(({ value }) => value) : null;
        properties.set(name, { name, type, options: values, readOnly: false });
    }
    return {
        property: (name) => properties.get(name),
        accept: (name, value) => accept(properties.get(name), name, value)
    };
}

function accept(
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
