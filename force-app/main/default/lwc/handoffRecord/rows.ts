import type { RecordRepresentation } from 'lightning/uiRecordApi';

type Row = { readonly [field: string]: unknown };

function isRecord(value: unknown): value is RecordRepresentation {
    return typeof value === 'object' && value !== null && 'fields' in value;
}

/** A record of UI API as the row that SOQL would give. */
export function rowOf(record: RecordRepresentation): Row {
    return Object.fromEntries(
        Object.entries(record.fields).map(([name, { value }]) => [
            name,
            isRecord(value) ? rowOf(value) : value
        ])
    );
}

function isRow(value: unknown): value is Row {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lays fresher values over a row; a related row keeps the fields that the fresher one does not hold. */
export function overlay<T extends Row>(row: T, fresher: Row): T {
    const merged = Object.entries(fresher).map(([name, value]) => {
        const before = row[name];
        return [name, isRow(value) && isRow(before) ? overlay(before, value) : value];
    });
    return { ...row, ...Object.fromEntries(merged) };
}
