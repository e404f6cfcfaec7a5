/** How values are written as text. */
import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { typeNameOf } from './types.ts';
import {
    ApexMap,
    ApexSet,
    ClassToken,
    EnumConstant,
    FieldToken,
    PlatformObject,
    TypeToken
} from './values.ts';

/** A value as `'' + value` and String.valueOf write it. */
export function textOf(value: unknown): string {
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string' || typeof value === 'boolean') return String(value);
    if (typeof value === 'number') return numberText(value);
    if (value instanceof CalendarDate) return `${value.iso} 00:00:00`;
    // In the user's own zone, which is not known here.
    if (value instanceof Timestamp) throw new SandboxRefusal('the text of a Datetime');
    if (value instanceof EnumConstant || value instanceof TypeToken) return value.name;
    if (value instanceof FieldToken) return value.name;
    if (value instanceof ClassToken) return value.definition?.fullName ?? value.type;
    if (Array.isArray(value)) return `(${value.map(textOf).join(', ')})`;
    if (value instanceof ApexSet) return `{${[...value].map(textOf).join(', ')}}`;
    if (value instanceof ApexMap) {
        const pairs = [...value.entries.values()];
        return `{${pairs.map(([key, one]) => `${textOf(key)}=${textOf(one)}`).join(', ')}}`;
    }
    if (value instanceof SObjectRecord) return recordText(value);
    if (value instanceof PlatformObject) return platformText(value);
    throw new SandboxRefusal(`the text of a ${typeNameOf(value)}`);
}

/** Longer fractions have other digits here than in Apex's decimals. */
const DIGITS = 15;

function numberText(value: number): string {
    const text = String(value);
    if (text.includes('e') || text.replace(/\D/g, '').length > DIGITS + 1) {
        throw new SandboxRefusal(`the text of the number ${text}`);
    }
    return text;
}

function recordText(record: SObjectRecord): string {
    const fields = [...record.fields.values()].map(({ name, value }) => `${name}=${textOf(value)}`);
    return `${record.objectName}:{${fields.join(', ')}}`;
}

function platformText(value: PlatformObject): string {
    const parts = [...value.values].map(([name, one]) => `get${capital(name)}=${textOf(one)};`);
    return `${value.typeName}[${parts.join('')}]`;
}

function capital(name: string): string {
    return name.charAt(0).toUpperCase() + name.slice(1);
}
