/** An org's records, and those of its setup, behind its queries. */
import { id18, makeId } from '../ids.ts';
import { objectType } from '../objectTypes.ts';
import { loadSchema, type Schema, type SObjectType } from '../schema.ts';
import { parseSoql } from '../soql/parse.ts';
import { SObjectRecord } from '../soql/record.ts';
import { runQuery } from '../soql/run.ts';
import { createStore, type SeedRows } from '../store.ts';
import setup from './setup-objects.json' with { type: 'json' };

/** Key prefixes that tell setup records apart. */
const PREFIXES: { readonly [object: string]: string } = {
    CronJobDetail: '08a',
    CronTrigger: '08e',
    CustomPermission: '0CP',
    GroupMember: '011',
    InstalledSubscriberPackage: '0A3',
    Organization: '00D',
    PermissionSet: '0PS',
    PermissionSetAssignment: '0Pa',
    SetupEntityAccess: '0J0',
    SubscriberPackage: '033'
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
    /** The names of an object's fields; null: there is no such object. */
    fields(object: string, has: (name: string) => boolean): readonly string[] | null;
}

export function createRows(forceApp: string, now: () => number): Rows {
    const schema: Schema = new Map([...loadSchema(forceApp), ...setupObjects()]);
    const store = createStore(schema, now);
    const removed = new Set<string>();
    const objectNamed = (name: string): SObjectType => {
        const object = schema.get(name.toLowerCase());
        if (object === undefined) throw new Error(`the sandbox has no object ${name}`);
        return object;
    };
    const list = (name: string): { readonly [field: string]: unknown }[] =>
        store.rowsOf(objectNamed(name)).filter((row) => !removed.has(String(row.Id)));
    let inserted = 0;
    return {
        seed: store.seed,
        list,
        insert(object, values) {
            const prefix = objectNamed(object).keyPrefix ?? PREFIXES[object] ?? 'a00';
            const id = makeId(prefix, 900_000 + ++inserted);
            store.seed({ [object]: [{ ...values, Id: id }] });
            return id;
        },
        remove(id) {
            const found = store.byId(id);
            if (found === null || removed.has(String(found.row.Id))) return false;
            removed.add(String(found.row.Id));
            return true;
        },
        objects: (has) =>
            [...schema.values()].map(({ name }) => name).filter((name) => isThere(name, has)),
        fields(object, has) {
            const found = schema.get(object.toLowerCase());
            if (found === undefined || !isThere(found.name, has)) return null;
            return [...found.fields.values()]
                .map(({ name }) => name)
                .filter((name) => isThere(`${found.name}.${name}`, has));
        },
        query(soql, has) {
            const context = { schema, store: living(store, removed), reader: reader(schema, has) };
            const result = runQuery(parseSoql(soql), context, () => null);
            return typeof result === 'number' ? result : result.map(asJson);
        }
    };
}

function isThere(name: string, has: (name: string) => boolean): boolean {
    return !CUSTOM.test(name) || has(name);
}

/** The store without what was deleted. */
function living(
    store: ReturnType<typeof createStore>,
    removed: ReadonlySet<string>
): ReturnType<typeof createStore> {
    return {
        ...store,
        rowsOf: (object) => store.rowsOf(object).filter((row) => !removed.has(String(row.Id)))
    };
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
