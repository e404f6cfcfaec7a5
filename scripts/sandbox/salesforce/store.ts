import type { FieldValue } from './values.ts';
import type { Schema, SObjectType } from './schema.ts';
import { PackageError } from './errors.ts';
import { makeId } from './ids.ts';
import { seededRow } from './seed.ts';
import { PLAIN_SETUP } from './traits/plain.ts';
import type { OrgSetup } from './traits/types.ts';

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

/** A state to which the store can be taken back. */
export interface Savepoint {
    /** How many changes were noted before it. */
    readonly at: number;
}

export interface Store {
    readonly setup: OrgSetup;
    /** Counts changes, so that what was computed from rows is known to be out of date. */
    readonly version: number;
    /** Adds rows, completing what the platform sets by itself. */
    seed(rows: SeedRows): void;
    rowsOf(object: SObjectType): Row[];
    byId(id: string): StoredRecord | null;
    /** Replaces a record by its id. */
    replace(object: SObjectType, row: Row): void;
    /** Adds a record that the platform writes, such as field history; gives its id. */
    append(object: SObjectType, values: Row): string;
    /** Removes a record for good; deleting one as a user does marks it `IsDeleted`. */
    remove(id: string): void;
    /** An id that no record of the object has had. */
    nextId(object: SObjectType): string;
    /** Changes can be taken back to here, until the savepoint is released or rolled back. */
    savepoint(): Savepoint;
    /** Takes back what changed since; savepoints set later end, too. */
    rollback(savepoint: Savepoint): void;
    /** Keeps what changed since. */
    release(savepoint: Savepoint): void;
    dump(): Rows;
    load(rows: Rows): void;
}

/** Ids of custom objects begin with what their org gave them; here they follow each other. */
const CUSTOM_PREFIX = 'a0';

/** Rows in memory, found by id. Ids are compared by their first 15 characters, as everywhere. */
export function createStore(
    schema: Schema,
    now: () => number,
    setup: OrgSetup = PLAIN_SETUP
): Store {
    const records = new Map<string, StoredRecord>();
    const byObject = new Map<SObjectType, Set<string>>();
    const lastNumbers = new Map<SObjectType, number>();
    const changes: { readonly key: string; readonly before: StoredRecord | null }[] = [];
    const open: Savepoint[] = [];
    let version = 0;

    function keysOf(object: SObjectType): Set<string> {
        const keys = byObject.get(object) ?? new Set<string>();
        byObject.set(object, keys);
        return keys;
    }

    function set(key: string, record: StoredRecord | null): void {
        const before = records.get(key) ?? null;
        if (open.length > 0) changes.push({ key, before });
        write(key, record, before);
    }

    function write(key: string, record: StoredRecord | null, before: StoredRecord | null): void {
        version += 1;
        if (record === null) {
            records.delete(key);
            if (before !== null) keysOf(before.object).delete(key);
        } else {
            records.set(key, record);
            keysOf(record.object).add(key);
        }
    }

    function put(object: SObjectType, row: Row): void {
        set(keyOf(String(row.Id)), { object, row: Object.freeze(row) });
    }

    function objectOf(name: string): SObjectType {
        const object = schema.get(name.toLowerCase());
        if (object === undefined) throw new PackageError(`seed: there is no object ${name}`);
        return object;
    }

    function prefixOf(object: SObjectType): string {
        if (object.keyPrefix !== null) return object.keyPrefix;
        const custom = [...schema.values()].filter((one) => one.keyPrefix === null);
        return CUSTOM_PREFIX + String.fromCharCode('A'.charCodeAt(0) + custom.indexOf(object));
    }

    function nextId(object: SObjectType): string {
        const prefix = prefixOf(object);
        let n = lastNumbers.get(object) ?? keysOf(object).size;
        do n += 1;
        while (records.has(keyOf(makeId(prefix, n))));
        lastNumbers.set(object, n);
        return makeId(prefix, n);
    }

    /** Ends a savepoint, and those set after it. */
    function close(savepoint: Savepoint): void {
        const index = open.indexOf(savepoint);
        if (index < 0) throw new PackageError('this savepoint has been rolled back or released');
        open.length = index;
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
        setup,
        get version() {
            return version;
        },
        seed,
        rowsOf,
        byId: (id) => records.get(keyOf(id)) ?? null,
        replace: put,
        append(object, values) {
            const id = nextId(object);
            put(object, seededRow(object, { ...values, Id: id }, now()));
            return id;
        },
        remove: (id) => set(keyOf(id), null),
        nextId,
        savepoint() {
            const savepoint = { at: changes.length };
            open.push(savepoint);
            return savepoint;
        },
        rollback(savepoint) {
            close(savepoint);
            for (const { key, before } of changes.splice(savepoint.at).reverse()) {
                write(key, before, records.get(key) ?? null);
            }
        },
        release(savepoint) {
            close(savepoint);
            if (open.length === 0) changes.length = 0;
        },
        dump: () =>
            Object.fromEntries([...byObject.keys()].map((object) => [object.name, rowsOf(object)])),
        load(rows) {
            version += 1;
            records.clear();
            byObject.clear();
            lastNumbers.clear();
            for (const [name, list] of Object.entries(rows)) {
                for (const row of list) put(objectOf(name), { ...row });
            }
        }
    };
}

function keyOf(id: string): string {
    return id.slice(0, 15);
}
