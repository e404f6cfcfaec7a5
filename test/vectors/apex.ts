/** The package's own Apex, run here from its source. */
import { loadProgram } from '../../scripts/sandbox/salesforce/apex/program.ts';
import type { ApexTransaction } from '../../scripts/sandbox/salesforce/apex/run.ts';
import { openTransaction } from '../../scripts/sandbox/salesforce/apex/run.ts';
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import { loadSchema } from '../../scripts/sandbox/salesforce/schema.ts';
import { SObjectRecord } from '../../scripts/sandbox/salesforce/soql/record.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import { createStore } from '../../scripts/sandbox/salesforce/store.ts';
import { Timestamp } from '../../scripts/sandbox/salesforce/values.ts';
import type { FieldValue } from '../../scripts/sandbox/salesforce/values.ts';

export const REP = makeId('005', 1);
export const OTHER_REP = makeId('005', 2);
export const QUEUE = makeId('00G', 1);

const schema = loadSchema('force-app');
const program = loadProgram('force-app', schema);

/** A transaction of a rep with these custom permissions at an instant, in an org that holds these rows. */
export function transactionAt(
    now: number,
    rows: SeedRows = {},
    customPermissions: readonly string[] = []
): ApexTransaction {
    const store = createStore(schema, () => now);
    store.seed(rows);
    const user = { id: REP, customPermissions };
    return openTransaction({ program, store, user, now: () => now });
}

/** A record as a trigger sees it: every field there, blank where nothing is given. */
export function record(
    objectName: string,
    values: { readonly [field: string]: FieldValue }
): SObjectRecord {
    const object = schema.get(objectName.toLowerCase());
    const made = new SObjectRecord(objectName);
    for (const { name, type } of object?.fields.values() ?? []) {
        made.set(name, type, values[name] ?? null);
    }
    return made;
}

export function instant(ms: number): Timestamp {
    return new Timestamp(ms);
}

/** The milliseconds of a Datetime that Apex gave; null for none. */
export function millisOf(value: unknown): number | null {
    return value instanceof Timestamp ? value.ms : null;
}
