import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import { CalendarDate, Timestamp } from '../values.ts';
import { runtimeType } from './types.ts';
import { ApexMap, ApexObject } from './values.ts';

/**
 * What an @AuraEnabled method's value looks like in the browser. Of a class only the @AuraEnabled
 * fields go out; fields without a value are absent, of records and of classes alike.
 */
export function serialise(value: unknown): unknown {
    if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value;
    if (value instanceof CalendarDate || value instanceof Timestamp) return value.iso;
    if (Array.isArray(value)) return value.map(serialise);
    if (value instanceof SObjectRecord) {
        return withoutNulls([...value.fields.values()].map((field) => [field.name, field.value]));
    }
    if (value instanceof ApexObject) {
        const exposed = [...value.definition.fields].filter(([, field]) => field.auraEnabled);
        return withoutNulls(exposed.map(([key, field]) => [field.name, value.fields.get(key)]));
    }
    if (value instanceof ApexMap) {
        const pairs = [...value.entries.values()];
        return withoutNulls(pairs.map(([key, one]) => [String(key), one]));
    }
    throw new SandboxRefusal(`a ${runtimeType(value)} as the result of an @AuraEnabled method`);
}

function withoutNulls(pairs: readonly (readonly [string, unknown])[]): object {
    const present = pairs.filter(([, value]) => value !== null && value !== undefined);
    return Object.fromEntries(present.map(([name, value]) => [name, serialise(value)]));
}
