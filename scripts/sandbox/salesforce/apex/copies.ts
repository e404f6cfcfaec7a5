/** Copies of values, as the platform makes them of a job that it queues, by writing and reading it. */
import { SObjectRecord } from '../soql/record.ts';
import { ApexMap, ApexObject, ApexSet } from './values.ts';

/** A copy that shares nothing with what it is a copy of; transient fields are empty in it. */
export function copyOf(value: unknown, known = new Map<unknown, unknown>()): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const found = known.get(value);
    if (found !== undefined) return found;
    if (Array.isArray(value)) {
        const copy: unknown[] = [];
        known.set(value, copy);
        for (const one of value) copy.push(copyOf(one, known));
        return copy;
    }
    if (value instanceof ApexSet) {
        const copy = new ApexSet();
        known.set(value, copy);
        for (const one of value) copy.add(copyOf(one, known));
        return copy;
    }
    if (value instanceof ApexMap) {
        const copy = new ApexMap();
        known.set(value, copy);
        for (const [key, one] of value.entries.values())
            copy.set(copyOf(key, known), copyOf(one, known));
        return copy;
    }
    if (value instanceof ApexObject) {
        const copy = new ApexObject(value.definition);
        known.set(value, copy);
        for (const [key, one] of value.fields) {
            const isTransient = value.definition.fields.get(key)?.isTransient === true;
            copy.fields.set(key, isTransient ? null : copyOf(one, known));
        }
        return copy;
    }
    return value instanceof SObjectRecord ? copyRecord(value) : value;
}

/** A copy of a record and of the records that it holds. */
export function copyRecord(record: SObjectRecord): SObjectRecord {
    const copy = new SObjectRecord(record.objectName);
    copy.isPartial = record.isPartial;
    for (const [key, field] of record.fields) {
        const { value } = field;
        if (value instanceof SObjectRecord)
            copy.fields.set(key, { ...field, value: copyRecord(value) });
        else if (Array.isArray(value))
            copy.fields.set(key, { ...field, value: value.map(copyRecord) });
        else copy.fields.set(key, field);
    }
    return copy;
}
