import { PackageError } from './errors.ts';
import type { MetadataFile } from './metadata.ts';
import { childrenOf, readMetadata, textOf } from './metadata.ts';
import type { Schema, SObjectType } from './schema.ts';
import { SObjectRecord } from './soql/record.ts';
import type { FieldType, FieldValue } from './values.ts';

/** The records of the package's custom metadata types, by lower-case `Type__mdt.Name`. */
export type CustomMetadata = ReadonlyMap<string, SObjectRecord>;

/** @throws PackageError for a record of a type, or with a field, that the package has not */
export function readCustomMetadata(paths: readonly string[], schema: Schema): CustomMetadata {
    return new Map(readMetadata(paths, 'md').map((file) => recordOf(file, schema)));
}

function recordOf(file: MetadataFile, schema: Schema): [string, SObjectRecord] {
    const [type = '', name = ''] = file.name.split('.');
    const object = schema.get(`${type}__mdt`.toLowerCase());
    if (object === undefined) throw new PackageError(`there is no type ${type}__mdt`, file.path);
    const record = new SObjectRecord(object.name);
    for (const field of object.fields.values()) record.set(field.name, field.type, null);
    record.set('DeveloperName', 'string', name);
    record.set('MasterLabel', 'string', textOf(file.content, 'label'));
    for (const given of childrenOf(file.content, 'values')) {
        const field = fieldOf(object, textOf(given, 'field') ?? '', file);
        record.set(field.name, field.type, valueOf(field.type, textOf(given, 'value')));
    }
    return [`${object.name}.${name}`.toLowerCase(), record];
}

function fieldOf(
    object: SObjectType,
    name: string,
    file: MetadataFile
): { name: string; type: FieldType } {
    const field = object.fields.get(name.toLowerCase());
    if (field === undefined)
        throw new PackageError(`${object.name} has no field ${name}`, file.path);
    return field;
}

function valueOf(type: FieldType, text: string | null): FieldValue {
    if (text === null || text === '') return null;
    if (type === 'boolean') return text === 'true';
    return type === 'double' || type === 'integer' ? Number(text) : text;
}
