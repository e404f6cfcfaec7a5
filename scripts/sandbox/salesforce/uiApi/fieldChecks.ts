import type { Field } from '../schema.ts';
import type { Store } from '../store.ts';
import type { FieldValue } from '../values.ts';
import { instantText, isDate } from '../values.ts';
import type { RecordError } from './failure.ts';

/** A value ready to be stored, or why it cannot be. */
export type Checked =
    { readonly value: FieldValue; readonly error?: undefined } | { readonly error: RecordError };

/** Checks one value that is to be written, as the platform does before any validation rule. */
export function checkField(field: Field, given: unknown, store: Store): Checked {
    const value = given === '' || given === undefined ? null : given;
    if (value === null) {
        if (field.required) {
            const message = `Required fields are missing: [${field.label}]`;
            return { error: fieldError('REQUIRED_FIELD_MISSING', message, field) };
        }
        return { value: field.type === 'boolean' ? false : null };
    }
    const typed = ofType(field, value);
    if (typed === null) {
        const message = `${field.label}: value not of required type: ${JSON.stringify(value)}`;
        return { error: fieldError('INVALID_TYPE_ON_FIELD_IN_RECORD', message, field) };
    }
    const error = lengthError(field, typed) ?? valueError(field, typed, store);
    return error === null ? { value: typed } : { error };
}

export function fieldError(errorCode: string, message: string, field: Field | null): RecordError {
    return {
        errorCode,
        message,
        field: field?.name ?? null,
        fieldLabel: field?.label ?? null,
        constituentField: null,
        duplicateRecordError: null
    };
}

function ofType(field: Field, value: unknown): FieldValue {
    switch (field.type) {
        case 'boolean':
            return typeof value === 'boolean' ? value : null;
        case 'integer':
            return Number.isInteger(value) ? (value as number) : null;
        case 'double':
            return typeof value === 'number' && Number.isFinite(value) ? value : null;
        case 'date':
            return typeof value === 'string' && isDate(value) ? value : null;
        case 'datetime':
            return typeof value === 'string' ? instantText(value) : null;
        default:
            return typeof value === 'string' ? value : null;
    }
}

function lengthError(field: Field, value: FieldValue): RecordError | null {
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

function valueError(field: Field, value: FieldValue, store: Store): RecordError | null {
    const { picklist } = field;
    if (picklist?.restricted && !picklist.values.some((one) => one.value === value)) {
        const message = `${field.label}: bad value for restricted picklist field: ${value}`;
        return fieldError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, field);
    }
    if (field.type === 'id' && store.byId(String(value)) === null) {
        const message = `${field.label}: id value of incorrect type: ${value}`;
        return fieldError('INVALID_CROSS_REFERENCE_KEY', message, field);
    }
    return null;
}
