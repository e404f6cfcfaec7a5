import { id18, isId } from '../ids.ts';
import type { Field, SObjectType } from '../schema.ts';
import type { Store } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { instantText, isDate } from '../values.ts';
import type { DmlError } from './types.ts';

/** A value ready to be stored, or why it cannot be. */
export type Checked =
    { readonly value: FieldValue; readonly error?: undefined } | { readonly error: DmlError };

const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

/** A converted lead is history: nobody changes it, and nothing new refers to it. */
export const CONVERTED = 'cannot reference converted lead';

/** Checks one value that is to be written, as the platform does before any validation rule. */
export function checkField(
    object: SObjectType,
    field: Field,
    given: unknown,
    store: Store
): Checked {
    // The platform keeps no blanks around a text, and no empty text.
    const trimmed = typeof given === 'string' ? given.trim() : (given ?? null);
    const value = trimmed === '' ? null : trimmed;
    if (value === null) {
        if (isMissing(field, null)) return { error: missing([field]) };
        return { value: field.type === 'boolean' ? false : null };
    }
    const typed = ofType(field, value);
    if (typed === null) {
        const message = `${field.label}: value not of required type: ${JSON.stringify(value)}`;
        return { error: fieldError('INVALID_TYPE_ON_FIELD_IN_RECORD', message, field) };
    }
    const error =
        lengthError(field, typed) ??
        formatError(field, typed) ??
        restrictedError(field, typed) ??
        referenceError(object, field, typed, store);
    return error === null ? { value: typed } : { error };
}

/** Whether a field that must hold something holds nothing. */
export function isMissing(field: Field, value: FieldValue): boolean {
    return field.required && value === null && field.type !== 'boolean';
}

/** In the order of the object's fields, as one error. */
export function missing(fields: readonly Field[]): DmlError {
    const names = fields.map(({ name }) => name);
    return {
        code: 'REQUIRED_FIELD_MISSING',
        message: `Required fields are missing: [${names.join(', ')}]`,
        fields: names
    };
}

export function fieldError(code: string, message: string, field: Field | null): DmlError {
    return { code, message, fields: field === null ? [] : [field.name] };
}

function ofType(field: Field, value: unknown): FieldValue {
    switch (field.type) {
        case 'boolean':
            return typeof value === 'boolean' ? value : null;
        case 'integer':
            return Number.isInteger(value) ? (value as number) : null;
        case 'double':
            return typeof value === 'number' && Number.isFinite(value)
                ? rounded(field, value)
                : null;
        case 'id':
            return typeof value === 'string'
                ? isId(value)
                    ? id18(value.slice(0, 15))
                    : value
                : null;
        case 'date':
            return typeof value === 'string' && isDate(value) ? value : null;
        case 'datetime':
            return typeof value === 'string' ? instantText(value) : null;
        case 'any':
            return value as FieldValue;
        default:
            return typeof value === 'string' ? value : null;
    }
}

/** To the decimals that the field keeps, halves away from zero. */
function rounded({ digits }: Field, value: number): number {
    if (digits === null) return value;
    const text = String(Math.abs(value));
    if (text.includes('e')) return Number(value.toFixed(digits.decimal));
    const scaled = Number(`${text}e${digits.decimal}`);
    return Math.sign(value) * Number(`${Math.round(scaled)}e-${digits.decimal}`);
}

function lengthError(field: Field, value: FieldValue): DmlError | null {
    if (typeof value === 'string' && field.length !== null && value.length > field.length) {
        const limit = `(max length=${field.length})`;
        const message = `${field.label}: data value too large: ${value} ${limit}`;
        return fieldError('STRING_TOO_LONG', message, field);
    }
    if (typeof value === 'number' && field.digits && Math.abs(value) >= 10 ** field.digits.whole) {
        const message = `${field.label}: value outside of valid range on numeric field: ${value}`;
        return fieldError('NUMBER_OUTSIDE_VALID_RANGE', message, field);
    }
    return null;
}

/** Addresses must look like one; whether they exist, the platform does not ask. */
function formatError(field: Field, value: FieldValue): DmlError | null {
    const isEmail = field.metadataType === 'Email' || (!field.isCustom && field.name === 'Email');
    if (!isEmail || EMAIL.test(String(value))) return null;
    const message = `${field.label}: invalid email address: ${value}`;
    return fieldError('INVALID_EMAIL_ADDRESS', message, field);
}

function restrictedError(field: Field, value: FieldValue): DmlError | null {
    const { picklist } = field;
    if (!picklist?.restricted) return null;
    const values = field.type === 'multipicklist' ? String(value).split(';') : [value];
    const unknown = values.find((one) => !picklist.values.some(({ value }) => value === one));
    return unknown === undefined ? null : badValue(field, unknown);
}

/** Of a restricted picklist: none of its values, or none that the record's type lists. */
export function badValue(field: Field, value: FieldValue): DmlError {
    const message = `${field.label}: bad value for restricted picklist field: ${value}`;
    return fieldError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, field);
}

function referenceError(
    object: SObjectType,
    field: Field,
    value: FieldValue,
    store: Store
): DmlError | null {
    if (field.type !== 'id' || field.name === 'Id') return null;
    const found = store.byId(String(value));
    const parent = [...object.parents.values()].find((one) => one.field.name === field.name);
    // The parents that the schema leaves out have no rows here, either.
    if (found === null && parent === undefined && !field.isCustom) return null;
    const wrong = `${field.label}: id value of incorrect type: ${value}`;
    if (found === null) return fieldError('INVALID_CROSS_REFERENCE_KEY', wrong, field);
    if (found.row.IsDeleted === true) {
        return fieldError('ENTITY_IS_DELETED', 'entity is deleted', field);
    }
    if (found.row.IsConverted === true && field.name === 'WhoId') {
        return fieldError('CANNOT_UPDATE_CONVERTED_LEAD', CONVERTED, field);
    }
    const target = parent?.target ?? null;
    if (target === null || target === found.object.name) return null;
    return fieldError('FIELD_INTEGRITY_EXCEPTION', wrong, field);
}
