import type { FieldValue } from './values.ts';
import type { Schema, SObjectType } from './schema.ts';
import { PackageError } from './errors.ts';
import { makeId } from './ids.ts';
import { seededRow } from './seed.ts';

/** One record; every field of its object is a key, in the schema's spelling. */
export type Row = { readonly [field: string]: FieldValue };

/** A field's value; null for none. */
export function valueIn(row: Row, field: string): FieldValue {
    return row[field] ?? null;
}

export interface StoredRecord {
    readonly object: SObjectType;
    readonly row: Row;
}

/** Rows by object name, as plain JSON. */
export type Rows = { readonly [object: string]: readonly Row[] };
/** Rows as a case writes them: only the fields that matter. */
export type SeedRows = {
    readonly [object: string]: readonly { readonly [field: string]: unknown }[];
};

export interface Store {
    /** Adds rows, completing what the platform sets by itself. */
    seed(rows: SeedRows): void;
    rowsOf(object: SObjectType): Row[];
    byId(id: string): StoredRecord | null;
    /** Replaces a record by its id. */
    replace(object: SObjectType, row: Row): void;
    /** Adds a record that the platform writes, such as field history, and gives it an id. */
    append(object: SObjectType, values: Row): void;
    dump(): Rows;
    load(rows: Rows): void;
}

/** Rows in memory, found by id. Ids are compared by their first 15 characters, as everywhere. */
export function createStore(schema: Schema, now: () => number): Store {
    const records = new Map<string, StoredRecord>();
    const byObject = new Map<SObjectType, Set<string>>();

    function keysOf(object: SObjectType): Set<string> {
        const keys = byObject.get(object) ?? new Set<string>();
        byObject.set(object, keys);
        return keys;
    }

    function put(object: SObjectType, row: Row): void {
        const key = keyOf(String(row.Id));
        records.set(key, { object, row: Object.freeze(row) });
        keysOf(object).add(key);
    }

    function objectOf(name: string): SObjectType {
        const object = schema.get(name.toLowerCase());
        if (object === undefined) throw new PackageError(`seed: there is no object ${name}`);
        return object;
    }

    function seed(rows: SeedRows): void {
        for (const [name, list] of Object.entries(rows)) {
            const object = objectOf(name);
            for (const values of list) {
                const row = seededRow(object, values, now());
                if (records.has(keyOf(String(row.Id)))) {
                    throw new PackageError(`seed: ${name} ${String(row.Id)} is there already`);
                }
                put(object, row);
            }
        }
    }

    const rowsOf = (object: SObjectType): Row[] =>
        [...keysOf(object)].map((key) => (records.get(key) as StoredRecord).row);

    return {
        seed,
        rowsOf,
        byId: (id) => records.get(keyOf(id)) ?? null,
        replace: put,
        append(object, values) {
            let n = keysOf(object).size + 1;
            const prefix = object.keyPrefix as string;
            while (records.has(keyOf(makeId(prefix, n)))) n += 1;
            put(object, seededRow(object, { ...values, Id: makeId(prefix, n) }, now()));
        },
        dump: () =>
            Object.fromEntries([...byObject.keys()].map((object) => [object.name, rowsOf(object)])),
        load(rows) {
            records.clear();
            byObject.clear();
            for (const [name, list] of Object.entries(rows)) {
                for (const row of list) put(objectOf(name), { ...row });
            }
        }
    };
}

function keyOf(id: string): string {
    return id.slice(0, 15);
}
