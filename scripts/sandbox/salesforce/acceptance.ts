/** What the package's nightly job leaves in an org, by running its own Apex over the org's rows. */

import type { Program } from './apex/program.ts';
import { openTransaction } from './apex/run.ts';
import { PackageError } from './errors.ts';
import { makeId } from './ids.ts';
import type { Schema } from './schema.ts';
import { parseSoql } from './soql/parse.ts';
import type { SObjectRecord } from './soql/record.ts';
import { runQuery } from './soql/run.ts';
import type { Row, Store } from './store.ts';
import { Timestamp } from './values.ts';

/** As a page of the job is in an org. */
const PAGE = 500;
const PREFIX = 'a0H';

/** The org whose leads are counted. */
export interface CountedOrg {
    readonly program: Program;
    readonly schema: Schema;
    readonly store: Store;
}

/**
 * Counts the org's leads as of an instant and stores the groups in place of those before. The platform's
 * part is played here: it runs the job's own query, gives it a page of rows at a time, each in a transaction
 * of its own, and writes what it would upsert.
 *
 * @returns how many groups there are
 */
export function countOutcomes({ program, schema, store }: CountedOrg, asOf: number): number {
    const object = schema.get('handoff_outcome__c');
    if (object === undefined) throw new PackageError('there is no object Handoff_Outcome__c');
    const groups = new Map<string, Row>();
    const save = (records: readonly SObjectRecord[]): void => {
        for (const record of records) {
            const values = [...record.fields.values()].map(({ name, value }) => [name, value]);
            const row = Object.fromEntries(values) as Row;
            groups.set(String(row.Handoff_Key__c), row);
        }
        const keyed = [...groups.values()].map((row, i) => ({ ...row, Id: makeId(PREFIX, i + 1) }));
        const others = { ...store.dump(), Handoff_Outcome__c: [] };
        store.load(others);
        store.seed({ Handoff_Outcome__c: keyed });
    };
    const transaction = () =>
        openTransaction({
            program,
            store,
            user: { id: makeId('005', 1) },
            now: () => asOf,
            isAsynchronous: true
        });
    const at = new Timestamp(asOf);
    for (const objectName of ['Lead', 'Contact']) {
        const people = peopleOf(objectName, transaction(), { program, schema, store }, at);
        for (let i = 0; i < people.length; i += PAGE) {
            const page = people.slice(i, i + PAGE);
            const counted = transaction().callStatic('HandoffOutcomeBatch', 'groupsOf', page, at);
            save(counted as SObjectRecord[]);
        }
    }
    const apex = transaction();
    const agreement = apex.callStatic('HandoffAgreement', 'current');
    save([apex.callStatic('HandoffSnapshot', 'headOf', agreement, at) as SObjectRecord]);
    return groups.size;
}

function peopleOf(
    objectName: string,
    apex: ReturnType<typeof openTransaction>,
    { schema, store }: CountedOrg,
    asOf: Timestamp
): SObjectRecord[] {
    const text = apex.callStatic('HandoffOutcomeBatch', 'queryOf', objectName);
    const since = apex.callStatic('HandoffOutcomeBatch', 'since', asOf);
    const found = runQuery(parseSoql(String(text)), { schema, store, reader: null }, () => since);
    return Array.isArray(found) ? found : [];
}
