import type { FieldType, FieldValue } from '../values.ts';

/** One selected value with its type, a parent record, or the records of a subquery. */
export interface SelectedField {
    readonly name: string;
    readonly type: FieldType;
    readonly value: RecordValue;
}

export type RecordValue = FieldValue | SObjectRecord | readonly SObjectRecord[];

/** What `addError` put on a record; `field` is null for one of the whole record. */
export interface RecordMistake {
    readonly message: string;
    readonly field: string | null;
}

/** A record in memory, or as a query returns it: only fields that were set or selected, by lower-case name. */
export class SObjectRecord {
    readonly objectName: string;
    readonly fields = new Map<string, SelectedField>();
    /** Whether Apex may not change it, as what a trigger is given of the time before. */
    isReadOnly = false;
    /** Whether it comes from a query: then a field that was not selected is an error, not null. */
    isPartial = false;
    /** Why a trigger does not let it be saved. */
    errors: RecordMistake[] = [];

    constructor(objectName: string) {
        this.objectName = objectName;
    }

    set(name: string, type: FieldType, value: RecordValue): void {
        this.fields.set(name.toLowerCase(), { name, type, value });
    }
}
