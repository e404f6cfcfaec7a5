import type { Transaction } from '../apex/program.ts';
import type { SObjectRecord } from '../soql/record.ts';
import { valueIn } from '../store.ts';
import { fieldError } from './fieldChecks.ts';
import { idOf } from './pending.ts';
import { runDml } from './run.ts';
import type { DmlOptions, DmlResult } from './types.ts';

const MOST = 2;
const MERGEABLE: readonly string[] = ['Account', 'Contact', 'Lead'];

/**
 * Merges up to two records into a master: what hangs on them moves to it, they are deleted with
 * `MasterRecordId` set, and the master is updated with what the statement gives. Values of the losers are
 * not taken over: what the statement does not give stays as the master has it.
 */
export function mergeRecords(
    master: SObjectRecord,
    duplicates: readonly SObjectRecord[],
    options: DmlOptions,
    transaction: Transaction
): DmlResult {
    const { store, program } = transaction;
    const refused = (code: string, message: string): DmlResult => ({
        success: false,
        created: false,
        id: idOf(master),
        errors: [fieldError(code, message, null)]
    });
    if (!MERGEABLE.includes(master.objectName) || duplicates.length > MOST) {
        return refused('INVALID_OPERATION', 'Invalid merge request');
    }
    const masterId = idOf(master);
    if (masterId === null || store.byId(masterId)?.row.IsDeleted !== false) {
        return refused('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    }
    const savepoint = store.savepoint();
    try {
        for (const duplicate of duplicates) {
            const found = store.byId(idOf(duplicate) ?? '');
            if (found === null) continue;
            for (const object of program.schema.values()) {
                for (const { field } of object.parents.values()) {
                    if (field.name === 'MasterRecordId') continue;
                    for (const row of store.rowsOf(object)) {
                        if (valueIn(row, field.name) !== found.row.Id) continue;
                        store.replace(object, { ...row, [field.name]: masterId });
                    }
                }
            }
        }
        const merging = { ...options, allOrNone: true, mergedInto: masterId };
        const deleted = runDml('delete', duplicates, merging, transaction);
        const failed = deleted.find(({ success }) => !success);
        const [updated] = runDml('update', [master], { ...options, allOrNone: true }, transaction);
        const result = failed ?? (updated as DmlResult);
        if (result.success) store.release(savepoint);
        else store.rollback(savepoint);
        return { ...result, id: masterId };
    } catch (error) {
        store.rollback(savepoint);
        throw error;
    }
}
