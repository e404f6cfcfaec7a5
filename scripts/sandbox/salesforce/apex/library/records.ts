import { PackageError } from '../../errors.ts';
import type { SelectedField } from '../../soql/record.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { FieldType, FieldValue } from '../../values.ts';
import { CalendarDate, Timestamp } from '../../values.ts';
import type { Frame } from '../program.ts';
import { ApexException, ApexMap, TypeToken } from '../values.ts';
import type { InstanceMethods } from './instance.ts';

/** Methods of SObject, and of AggregateResult, which is one. */
export const recordMethods: InstanceMethods = {
    'sobject.get/1': (self: SObjectRecord, [name]) => fieldByName(self, String(name)),
    'sobject.put/2': (self: SObjectRecord, [name, value], frame) =>
        putField(self, String(name), value, frame),
    'sobject.getsobject/1': (self: SObjectRecord, [name]) => fieldByName(self, String(name)),
    'sobject.getsobjecttype/0': (self: SObjectRecord) => new TypeToken(self.objectName),
    'sobject.getpopulatedfieldsasmap/0': (self: SObjectRecord) => {
        const map = new ApexMap();
        for (const field of self.fields.values()) {
            if (field.value !== null) map.set(field.name, apexValue(field));
        }
        return map;
    }
};

/** `record.Field`, checked against the schema as the compiler would. */
export function recordField(record: SObjectRecord, name: string, frame: Frame): unknown {
    const object = frame.transaction.program.schema.get(record.objectName.toLowerCase());
    const key = name.toLowerCase();
    if (object && !object.fields.has(key) && !object.parents.has(key)) {
        throw new PackageError(`Variable does not exist: ${object.name}.${name}`);
    }
    return fieldByName(record, name);
}

/** `record.put(name, value)`; gives what the field held before. */
export function putField(
    record: SObjectRecord,
    name: string,
    value: unknown,
    frame: Frame
): unknown {
    const object = frame.transaction.program.schema.get(record.objectName.toLowerCase());
    const field = object?.fields.get(name.toLowerCase());
    if (field === undefined) {
        const message = `Invalid field ${name} for ${record.objectName}`;
        throw new ApexException('SObjectException', message);
    }
    if (record.isReadOnly) throw new ApexException('FinalException', 'Record is read-only');
    const before = record.fields.get(field.name.toLowerCase());
    record.set(field.name, field.type, storedValue(field.type, value));
    return before === undefined ? null : apexValue(before);
}

/** A value as a record keeps it, if its field takes one of the kind. */
function storedValue(type: FieldType, value: unknown): FieldValue {
    if (value === null) return null;
    if (value instanceof Timestamp && type === 'datetime') return value.iso;
    if (value instanceof CalendarDate && type === 'date') return value.iso;
    const taken = { boolean: 'boolean', integer: 'number', double: 'number' } as const;
    const expected = type in taken ? taken[type as keyof typeof taken] : 'string';
    if (typeof value === expected && type !== 'datetime' && type !== 'date') {
        return value as FieldValue;
    }
    throw new ApexException('SObjectException', `Illegal assignment to a field of type ${type}`);
}

function fieldByName(record: SObjectRecord, name: string): unknown {
    const field = record.fields.get(name.toLowerCase());
    if (field !== undefined) return apexValue(field);
    const message =
        record.objectName === 'AggregateResult'
            ? `Invalid field ${name} for AggregateResult`
            : 'SObject row was retrieved via SOQL without querying the requested field: ' +
              `${record.objectName}.${name}`;
    throw new ApexException('SObjectException', message);
}

/** A stored value as Apex sees it. */
function apexValue({ type, value }: SelectedField): unknown {
    if (typeof value !== 'string') return value;
    if (type === 'date') return new CalendarDate(value);
    return type === 'datetime' ? new Timestamp(Date.parse(value)) : value;
}
