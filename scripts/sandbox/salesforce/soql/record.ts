import type { FieldType, FieldValue } from '../values.ts';

/** One selected value with its type, or a parent record. */
export interface SelectedField {
    readonly name: string;
    readonly type: FieldType;
    readonly value: FieldValue | SObjectRecord;
}

/** A record as a query returns it: the selected fields only, keyed by their lower-case names. */
export class SObjectRecord {
    readonly objectName: string;
    readonly fields = new Map<string, SelectedField>();
    /** Whether Apex may not change it, as what a trigger is given of the time before. */
    isReadOnly = false;

    constructor(objectName: string) {
        this.objectName = objectName;
    }

    set(name: string, type: FieldType, value: FieldValue | SObjectRecord): void {
        this.fields.set(name.toLowerCase(), { name, type, value });
    }
}
