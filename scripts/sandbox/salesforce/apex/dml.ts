/** What Apex does around a save: limits before it, results or an exception after it. */
import { mergeRecords } from '../dml/merge.ts';
import { runDml } from '../dml/run.ts';
import type { DmlOperation, DmlOptions, DmlResult } from '../dml/types.ts';
import { SandboxRefusal } from '../errors.ts';
import { SObjectRecord } from '../soql/record.ts';
import type { Transaction } from './program.ts';
import type { DmlFailure } from './values.ts';
import { ApexException, nullPointer } from './values.ts';

/** The results of a statement, with the records that it was given. */
export interface Performed {
    readonly records: readonly SObjectRecord[];
    readonly results: readonly DmlResult[];
}

/** Saves a record or a list of records; counts the statement and its rows first. */
export function perform(
    operation: DmlOperation,
    value: unknown,
    options: DmlOptions,
    transaction: Transaction
): Performed {
    const records = recordsOf(value);
    if (records.length === 0) return { records, results: [] };
    transaction.limits.take('dmlStatements');
    transaction.limits.take('dmlRows', records.length);
    const { frame, user, writes, isSharing } = transaction;
    try {
        return { records, results: runDml(operation, records, options, transaction) };
    } finally {
        Object.assign(transaction, { frame, user, isSharing });
        transaction.writes = writes;
    }
}

/** Merges records into a master. @throws ApexException where that fails */
export function performMerge(
    master: unknown,
    duplicates: unknown,
    options: DmlOptions,
    transaction: Transaction
): void {
    const [kept] = recordsOf(master);
    const merged = recordsOf(duplicates);
    if (kept === undefined) throw nullPointer();
    transaction.limits.take('dmlStatements');
    transaction.limits.take('dmlRows', merged.length + 1);
    const result = mergeRecords(kept, merged, options, transaction);
    thrownUnlessSaved('merge', { records: [kept], results: [result] });
}

function recordsOf(value: unknown): SObjectRecord[] {
    if (value === null || value === undefined) throw nullPointer();
    const all: unknown[] = Array.isArray(value) ? value : [value];
    return all.map((one) => {
        if (one === null) throw nullPointer();
        if (one instanceof SObjectRecord) return one;
        throw new SandboxRefusal('DML on anything but records');
    });
}

const NAMES: { readonly [operation in DmlOperation | 'merge']: string } = {
    merge: 'Merge',
    insert: 'Insert',
    update: 'Update',
    upsert: 'Upsert',
    delete: 'Delete',
    undelete: 'Undelete'
};

/** The error of a row that was undone only because another failed. */
const WITH_OTHERS = 'ALL_OR_NONE_OPERATION_ROLLED_BACK';

/** @throws ApexException, a DmlException that says which row failed first, and why */
export function thrownUnlessSaved(
    operation: DmlOperation | 'merge',
    { records, results }: Performed
): void {
    const failures: DmlFailure[] = results.flatMap((result, index) => {
        const [error] = result.errors;
        if (result.success || error === undefined || error.code === WITH_OTHERS) return [];
        const stored = records[index]?.fields.get('id')?.value;
        const id = typeof stored === 'string' ? stored : null;
        return [{ index, id, ...error }];
    });
    const [first] = failures;
    if (first === undefined) return;
    const named = first.id === null || operation === 'insert' ? '' : ` with id ${first.id}`;
    const exception = new ApexException(
        'DmlException',
        `${NAMES[operation]} failed. First exception on row ${first.index}${named}; first error: ` +
            `${first.code}, ${first.message}: [${first.fields.join(', ')}]`
    );
    exception.dml = failures;
    throw exception;
}
