import standard from './standard-fields.json' with { type: 'json' };
import type { MetadataFile } from './metadata.ts';
import { textOf } from './metadata.ts';
import type { FieldType, FieldValue } from './values.ts';
import type { Picklist, ValueSets } from './valueSets.ts';
import { picklistOf } from './valueSets.ts';
import { SandboxRefusal } from './errors.ts';

export interface Field {
    readonly name: string;
    readonly label: string;
    readonly type: FieldType;
    /** Longest text in characters; null when unlimited, or not listed of a standard field. */
    readonly length: number | null;
    /** Digits before and after the decimal point; null for all but numbers of the package. */
    readonly digits: { readonly whole: number; readonly decimal: number } | null;
    readonly required: boolean;
    readonly readOnly: boolean;
    readonly trackHistory: boolean;
    readonly picklist: Picklist | null;
    /** No two records hold the same value, in any case of letters. */
    readonly unique: boolean;
    /** Whether an upsert may find records by it. */
    readonly externalId: boolean;
    /** What a new record holds where nothing is given; null: nothing. */
    readonly defaultValue: FieldValue;
    /** Whether the package or the org added it: nobody sees it unless a permission set says so. */
    readonly isCustom: boolean;
    /** Its kind as metadata names it, such as `Email`; null for a field of the platform. */
    readonly metadataType: string | null;
}

const PLATFORM_TYPES: { readonly [type: string]: FieldType } = {
    Id: 'id',
    String: 'string',
    Boolean: 'boolean',
    Integer: 'integer',
    Long: 'integer',
    Decimal: 'double',
    Double: 'double',
    Date: 'date',
    Datetime: 'datetime',
    IdList: 'idlist'
};

const METADATA_TYPES: { readonly [type: string]: FieldType } = {
    Text: 'string',
    Email: 'string',
    Phone: 'string',
    Url: 'string',
    TextArea: 'textarea',
    LongTextArea: 'textarea',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist',
    Checkbox: 'boolean',
    Number: 'double',
    Currency: 'double',
    Percent: 'double',
    Date: 'date',
    DateTime: 'datetime',
    Lookup: 'id'
};

/** Lengths that metadata does not state, because the platform sets them. */
const FIXED_LENGTHS: { readonly [type: string]: number } = {
    Email: 80,
    Phone: 40,
    Url: 255,
    TextArea: 255
};

const LENGTHS: Details<number> = standard.lengths;
const PICKLISTS: Details<readonly string[]> = standard.picklists;
const RESTRICTED: { readonly [object: string]: readonly string[] } = standard.restricted;
const REQUIRED: { readonly [object: string]: readonly string[] } = standard.required;

type Details<T> = { readonly [object: string]: { readonly [field: string]: T } };

/** The platform alone writes these. */
const SYSTEM_FIELDS: readonly string[] = [
    'Id',
    'Name',
    'CreatedDate',
    'CreatedById',
    'LastModifiedDate',
    'LastModifiedById',
    'SystemModstamp',
    'IsDeleted',
    'IsConverted',
    'ConvertedDate',
    'IsClosed',
    'ConvertedAccountId',
    'ConvertedContactId',
    'ConvertedOpportunityId',
    'CompletedDateTime',
    'WhoCount',
    'WhatCount',
    'LastActivityDate',
    'IsArchived',
    'HasResponded',
    'FirstRespondedDate'
];
/** These have a name of their own; on other standard objects it is composed, or computed. */
const NAMED: readonly string[] = [
    'Account',
    'Campaign',
    'Group',
    'Holiday',
    'Opportunity',
    'PermissionSet',
    'UserRole'
];

/** Whether field-level security can hide it: nobody hides what the platform needs of every record. */
export function isPermissionable(field: Field): boolean {
    const { name, required, readOnly, isCustom } = field;
    return !required && (isCustom || (!readOnly && name !== 'Name' && name !== 'FirstName'));
}

/** A field that the platform itself has on an object. */
export function platformField(object: string, name: string, type: string): Field {
    const values = PICKLISTS[object]?.[name]?.map((value) => ({ value, label: value })) ?? null;
    const restricted = RESTRICTED[object]?.includes(name) ?? false;
    const named = name === 'Name' && (NAMED.includes(object) || object.endsWith('__c'));
    return {
        name,
        label: name === 'OwnerId' ? 'Owner' : name.replace(/([a-z])([A-Z])/g, '$1 $2'),
        type: values === null ? (PLATFORM_TYPES[type] ?? 'any') : 'picklist',
        length: LENGTHS[object]?.[name] ?? null,
        digits: null,
        required: REQUIRED[object]?.includes(name) ?? false,
        readOnly: SYSTEM_FIELDS.includes(name) && !named,
        trackHistory: false,
        picklist: values && { values, restricted },
        unique: false,
        externalId: false,
        defaultValue: null,
        isCustom: false,
        metadataType: null
    };
}

/** A field of the package, or what the package says about one of the platform's (`known`). */
export function customField(file: MetadataFile, valueSets: ValueSets, known: Field | null): Field {
    const { content, name, path } = file;
    const type = textOf(content, 'type') ?? '';
    const fieldType = known?.type ?? METADATA_TYPES[type];
    if (fieldType === undefined) throw new SandboxRefusal(`the field type ${type}`, path);
    const precision = Number(textOf(content, 'precision'));
    const decimal = Number(textOf(content, 'scale'));
    return {
        name,
        label: textOf(content, 'label') ?? known?.label ?? name,
        type: fieldType,
        length: Number(textOf(content, 'length')) || (FIXED_LENGTHS[type] ?? known?.length ?? null),
        digits: precision > 0 ? { whole: precision - decimal, decimal } : null,
        required: known?.required === true || textOf(content, 'required') === 'true',
        readOnly: known?.readOnly ?? false,
        trackHistory: textOf(content, 'trackHistory') === 'true',
        picklist: picklistOf(content, valueSets, path) ?? known?.picklist ?? null,
        unique: textOf(content, 'unique') === 'true',
        externalId: textOf(content, 'externalId') === 'true',
        defaultValue: defaultOf(fieldType, textOf(content, 'defaultValue')),
        isCustom: known?.isCustom ?? true,
        metadataType: type === '' ? null : type
    };
}

/** A literal as metadata writes it: text stands in quotes. */
function defaultOf(type: FieldType, text: string | null): FieldValue {
    if (text === null) return null;
    if (type === 'boolean') return text === 'true';
    if (type === 'double' || type === 'integer') return Number(text);
    return text.replace(/^(["'])(.*)\1$/, '$2');
}
