/** An org's records, and those of its setup, behind its queries. */
import type { Field } from '../fields.ts';
import { id18, makeId } from '../ids.ts';
import { objectType } from '../objectTypes.ts';
import { loadSchema, type Schema, type SObjectType } from '../schema.ts';
import { parseSoql } from '../soql/parse.ts';
import { SObjectRecord } from '../soql/record.ts';
import { runQuery } from '../soql/run.ts';
import { createStore, type SeedRows, type Store } from '../store.ts';
import { PLAIN_SETUP } from '../traits/plain.ts';
import type { OrgSetup } from '../traits/types.ts';
import setup from './setup-objects.json' with { type: 'json' };

/** Key prefixes of what the Tooling API adds. */
const PREFIXES: { readonly [object: string]: string } = {
    ApexTrigger: '01q',
    CustomField: '00N',
    Dashboard: '01Z',
    DuplicateRule: '0Bm',
    InstalledSubscriberPackage: '0A3',
    SubscriberPackage: '033',
    ValidationRule: '03d'
};
/** Objects of the sandbox's schema that a query cannot be about. */
const CUSTOM = /__(?:c|mdt)$/;

export interface Rows {
    seed(rows: SeedRows): void;
    /** Adds one, with an id of its own. */
    insert(object: string, values: { readonly [field: string]: unknown }): string;
    remove(id: string): boolean;
    list(object: string): readonly { readonly [field: string]: unknown }[];
    /** @param has whether the org has a custom object or field: `Lead.Handoff_Reason__c` */
    query(soql: string, has: (name: string) => boolean): object[] | number;
    /** The names of the objects that a describe tells of. */
    objects(has: (name: string) => boolean): readonly string[];
    /** An object's fields; null: there is no such object. */
    fields(object: string, has: (name: string) => boolean): readonly Field[] | null;
    readonly schema: Schema;
    readonly store: Store;
}

/** @param folders metadata that is the org's own */
export function createRows(
    forceApp: string,
    now: () => number,
    folders: readonly string[] = [],
    org: OrgSetup = PLAIN_SETUP
): Rows {
    const own = loadSchema(forceApp, folders, org);
    const schema: Schema = new Map([...own, ...setupObjects()]);
    const store = createStore(schema, now, org);
    const objectNamed = (name: string): SObjectType => {
        const object = schema.get(name.toLowerCase());
        if (object === undefined) throw new Error(`the sandbox has no object ${name}`);
        return object;
    };
    const list = (name: string): { readonly [field: string]: unknown }[] =>
        store.rowsOf(objectNamed(name));
    let inserted = 0;
    return {
        schema: own,
        store,
        seed: store.seed,
        list,
        insert(object, values) {
            const prefix = objectNamed(object).keyPrefix ?? PREFIXES[object] ?? 'a00';
            const id = makeId(prefix, 900_000 + ++inserted);
            store.seed({ [object]: [{ ...values, Id: id }] });
            return id;
        },
        remove(id) {
            if (store.byId(id) === null) return false;
            store.remove(id);
            return true;
        },
        objects: (has) =>
            [...schema.values()].map(({ name }) => name).filter((name) => isThere(name, has)),
        fields(object, has) {
            const found = schema.get(object.toLowerCase());
            if (found === undefined || !isThere(found.name, has)) return null;
            return [...found.fields.values()].filter(({ name }) =>
                isThere(`${found.name}.${name}`, has)
            );
        },
        query(soql, has) {
            const context = { schema, store, reader: reader(schema, has) };
            const result = runQuery(parseSoql(soql), context, () => null);
            return typeof result === 'number' ? result : result.map(asJson);
        }
    };
}

function isThere(name: string, has: (name: string) => boolean): boolean {
    return !CUSTOM.test(name) || has(name);
}

/** What is not deployed is hidden, as an org answers alike for both. */
function reader(
    schema: Schema,
    has: (name: string) => boolean
): { id: string; permissions: { hiddenObjects: string[]; hiddenFields: string[] } } {
    const objects = [...schema.values()];
    const hiddenObjects = objects
        .map(({ name }) => name)
        .filter((name) => CUSTOM.test(name) && !has(name));
    const hiddenFields = objects.flatMap(({ name, fields }) =>
        [...fields.values()]
            .map((field) => `${name}.${field.name}`)
            .filter((field) => CUSTOM.test(field) && !has(field))
    );
    return { id: id18('005000000000001'), permissions: { hiddenObjects, hiddenFields } };
}

function asJson(record: SObjectRecord): object {
    const fields = [...record.fields.values()].map(({ name, value }) => [
        name,
        value instanceof SObjectRecord ? asJson(value) : value
    ]);
    return { attributes: { type: record.objectName }, ...Object.fromEntries(fields) };
}

function setupObjects(): [string, SObjectType][] {
    return Object.entries(setup.objects).map(([name, definition]) => [
        name.toLowerCase(),
        objectType(name, definition, PREFIXES[name] ?? null)
    ]);
}
