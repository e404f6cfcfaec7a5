import { PackageError } from './errors.ts';
import { makeId } from './ids.ts';
import type { MetadataFile } from './metadata.ts';
import { childrenOf, readMetadata, textOf } from './metadata.ts';
import type { Schema, SObjectType } from './schema.ts';
import type { Row } from './store.ts';
import type { FieldType, FieldValue } from './values.ts';

/** The records of the package's custom metadata types, by their objects' names. */
export type CustomMetadata = ReadonlyMap<string, readonly Row[]>;

/** @throws PackageError for a record of a type, or with a field, that the package has not */
export function readCustomMetadata(paths: readonly string[], schema: Schema): CustomMetadata {
    const records = new Map<string, Row[]>();
    for (const [index, file] of readMetadata(paths, 'md').entries()) {
        const [type = '', name = ''] = file.name.split('.');
        const object = schema.get(`${type}__mdt`.toLowerCase());
        if (object === undefined)
            throw new PackageError(`there is no type ${type}__mdt`, file.path);
        const row = { ...rowOf(file, object), Id: makeId('m00', index + 1), DeveloperName: name };
        records.set(object.name, [...(records.get(object.name) ?? []), row]);
    }
    return records;
}

function rowOf(file: MetadataFile, object: SObjectType): Row {
    const row: { [field: string]: FieldValue } = {};
    for (const { name } of object.fields.values()) row[name] = null;
    row.MasterLabel = textOf(file.content, 'label');
    for (const given of childrenOf(file.content, 'values')) {
        const field = fieldOf(object, textOf(given, 'field') ?? '', file);
        row[field.name] = valueOf(field.type, textOf(given, 'value'));
    }
    return row;
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
