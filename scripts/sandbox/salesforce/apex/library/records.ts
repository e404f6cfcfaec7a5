import { PackageError, SandboxRefusal } from '../../errors.ts';
import { id18, isId } from '../../ids.ts';
import type { SObjectType } from '../../schema.ts';
import type { RecordValue, SelectedField } from '../../soql/record.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { FieldType, FieldValue } from '../../values.ts';
import { CalendarDate, Timestamp } from '../../values.ts';
import { copyRecord } from '../copies.ts';
import type { Frame, Program } from '../program.ts';
import { textOf } from '../text.ts';
import {
    ApexException,
    ApexMap,
    FieldToken,
    PlatformObject,
    QueryRows,
    TypeToken,
    nullPointer
} from '../values.ts';
import type { InstanceMethods } from './methods.ts';

/** Methods of SObject, and of AggregateResult, which is one. */
export const recordMethods: InstanceMethods = {
    'sobject.get/1': [
        'object',
        (self: SObjectRecord, [name], frame) => getField(self, name, frame)
    ],
    'sobject.put/2': [
        'object',
        (self: SObjectRecord, [name, value], frame) => putField(self, nameOf(name), value, frame)
    ],
    'sobject.getsobject/1': [
        'sobject',
        (self: SObjectRecord, [name], frame) => parentByName(self, nameOf(name), frame)
    ],
    'sobject.getsobjects/1': [
        'list<sobject>',
        (self: SObjectRecord, [name], frame) => fieldByName(self, nameOf(name), frame)
    ],
    'sobject.getsobjecttype/0': [
        'sobjecttype',
        (self: SObjectRecord) => new TypeToken(self.objectName)
    ],
    'sobject.clone/0': ['self', (self: SObjectRecord) => clone(self, false)],
    'sobject.clone/1': ['self', (self: SObjectRecord, [keepsId]) => clone(self, keepsId)],
    'sobject.clone/2': ['self', (self: SObjectRecord, [keepsId]) => clone(self, keepsId)],
    'sobject.clone/3': ['self', (self: SObjectRecord, [keepsId]) => clone(self, keepsId)],
    'sobject.clone/4': ['self', (self: SObjectRecord, [keepsId]) => clone(self, keepsId)],
    'sobject.isset/1': [
        'boolean',
        (self: SObjectRecord, [name]) => self.fields.has(nameOf(name).toLowerCase())
    ],
    'sobject.adderror/1': [
        'void',
        (self: SObjectRecord, [message]) => addRecordError(self, message, null)
    ],
    'sobject.adderror/2': [
        'void',
        (self: SObjectRecord, [name, message]) => addRecordError(self, message, nameOf(name))
    ],
    'sobject.haserrors/0': ['boolean', (self: SObjectRecord) => self.errors.length > 0],
    'sobject.geterrors/0': [
        'list<database.error>',
        (self: SObjectRecord) =>
            self.errors.map(
                ({ message, field }) =>
                    new PlatformObject('Database.Error', {
                        fields: field === null ? [] : [field],
                        message,
                        statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
                    })
            )
    ],
    'sobject.getpopulatedfieldsasmap/0': [
        'map<string,object>',
        (self: SObjectRecord) => {
            const map = new ApexMap();
            for (const field of self.fields.values()) {
                if (field.value !== null) map.set(field.name, apexValue(field));
            }
            return map;
        }
    ]
};

function nameOf(value: unknown): string {
    if (value instanceof FieldToken) return value.name;
    if (typeof value === 'string') return value;
    throw nullPointer();
}

function clone(record: SObjectRecord, keepsId: unknown): SObjectRecord {
    const copy = copyRecord(record);
    if (keepsId !== true) copy.fields.delete('id');
    return copy;
}

function addRecordError(record: SObjectRecord, message: unknown, field: string | null): void {
    const text = message instanceof ApexException ? message.apexMessage : message;
    record.errors.push({ message: textOf(text), field });
}

/** `record.Field__c.addError(message)`. */
export function addFieldError(record: SObjectRecord, field: string, message: unknown): void {
    addRecordError(record, message, field);
}

function objectOf(record: SObjectRecord, frame: Frame): SObjectType | undefined {
    return frame.transaction.program.schema.get(record.objectName.toLowerCase());
}

/** `record.Field`, checked against the schema as the compiler would. */
export function recordField(record: SObjectRecord, name: string, frame: Frame): unknown {
    const key = name.toLowerCase();
    const known = record.fields.get(key);
    if (known !== undefined) return apexValue(known);
    const object = objectOf(record, frame);
    if (object && !object.fields.has(key) && !object.parents.has(key)) {
        throw new PackageError(`Variable does not exist: ${object.name}.${name}`);
    }
    return fieldByName(record, name, frame);
}

const APEX_TYPES: { readonly [type in FieldType]: string | null } = {
    id: 'id',
    string: 'string',
    textarea: 'string',
    picklist: 'string',
    multipicklist: 'string',
    boolean: 'boolean',
    integer: 'integer',
    double: 'decimal',
    date: 'date',
    datetime: 'datetime',
    idlist: 'list<string>',
    any: null
};

/** The canonical type of a field of a record of that type; null where it is not known. */
export function fieldTypeOf(type: string | null, name: string, program: Program): string | null {
    const object = type === null ? undefined : program.schema.get(type);
    const key = name.toLowerCase();
    if (type === 'sobject' && key === 'id') return 'id';
    const field = object?.fields.get(key);
    if (field) return APEX_TYPES[field.type];
    const parent = object?.parents.get(key);
    if (parent) return parent.target?.toLowerCase() ?? 'sobject';
    return null;
}

/** `record.get(name)`. */
export function getField(record: SObjectRecord, name: unknown, frame: Frame): unknown {
    return fieldByName(record, nameOf(name), frame);
}

/** `record.put(name, value)`; gives what the field held before. */
export function putField(
    record: SObjectRecord,
    name: string,
    value: unknown,
    frame: Frame
): unknown {
    const object = objectOf(record, frame);
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

/** `record.Field = value`; a name that the object does not have is an error of the package. */
export function assignField(
    record: SObjectRecord,
    name: string,
    value: unknown,
    frame: Frame
): void {
    const object = objectOf(record, frame);
    const key = name.toLowerCase();
    const parent = object?.parents.get(key);
    const rows = value instanceof QueryRows && value.length === 1 ? value[0] : value;
    if (parent && (rows === null || rows instanceof SObjectRecord)) {
        if (record.isReadOnly) throw new ApexException('FinalException', 'Record is read-only');
        record.set(parent.name, 'any', rows);
        return;
    }
    if (object && !object.fields.has(key)) {
        throw new PackageError(`Variable does not exist: ${object.name}.${name}`);
    }
    putField(record, name, rows, frame);
}

/** A value as a record keeps it, if its field takes one of the kind. */
function storedValue(type: FieldType, value: unknown): FieldValue {
    if (value === null || value === undefined) return null;
    if (value instanceof Timestamp && type === 'datetime') return value.iso;
    if (value instanceof CalendarDate && type === 'date') return value.iso;
    if (type === 'any') return value as FieldValue;
    if (type === 'idlist' && Array.isArray(value))
        return value.map((id) => idOf(String(id))).join(';');
    const taken = { boolean: 'boolean', integer: 'number', double: 'number' } as const;
    const expected = type in taken ? taken[type as keyof typeof taken] : 'string';
    if (typeof value === expected && type !== 'datetime' && type !== 'date') {
        if (type === 'id') return idOf(String(value));
        return value as FieldValue;
    }
    throw new ApexException('SObjectException', `Illegal assignment to a field of type ${type}`);
}

function idOf(value: string): string {
    if (!isId(value)) throw new ApexException('StringException', `Invalid id: ${value}`);
    return value.length === 18 ? value : id18(value);
}

function parentByName(record: SObjectRecord, name: string, frame: Frame): unknown {
    const field = record.fields.get(name.toLowerCase());
    if (field !== undefined) return field.value;
    const object = objectOf(record, frame);
    const byLookup = [...(object?.parents.values() ?? [])].find(
        (parent) => parent.field.name.toLowerCase() === name.toLowerCase()
    );
    return byLookup ? parentByName(record, byLookup.name, frame) : fieldByName(record, name, frame);
}

function fieldByName(record: SObjectRecord, name: string, frame: Frame): unknown {
    const key = name.toLowerCase();
    const field = record.fields.get(key);
    if (field !== undefined) return apexValue(field);
    const object = objectOf(record, frame);
    const isKnown = object ? object.fields.has(key) || object.parents.has(key) : false;
    if (!isKnown) {
        throw new ApexException(
            'SObjectException',
            `Invalid field ${name} for ${record.objectName}`
        );
    }
    if (record.isPartial && key !== 'id') {
        throw new ApexException(
            'SObjectException',
            'SObject row was retrieved via SOQL without querying the requested field: ' +
                `${record.objectName}.${name}`
        );
    }
    // A checkbox is never null.
    return object?.fields.get(key)?.type === 'boolean' ? false : null;
}

/** A stored value as Apex sees it. */
export function apexValue({ type, value }: SelectedField): unknown {
    if (typeof value !== 'string') return listed(value);
    if (type === 'date') return new CalendarDate(value);
    return type === 'datetime' ? new Timestamp(Date.parse(value)) : value;
}

function listed(value: Exclude<RecordValue, string>): unknown {
    return Array.isArray(value) ? QueryRows.from(value as SObjectRecord[]) : value;
}

/** @throws SandboxRefusal for anything that is no record */
export function asRecord(value: unknown): SObjectRecord {
    if (value instanceof SObjectRecord) return value;
    if (value === null) throw nullPointer();
    throw new SandboxRefusal('a value that is no record');
}
