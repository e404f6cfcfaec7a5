import type { SObjectRecord } from '../soql/record.ts';
import type { Limits, Resource } from '../apex/limits.ts';
import type { Transaction } from '../apex/program.ts';
import type { Batch } from './batches.ts';
import { batchesOf } from './batches.ts';
import { messageIn } from '../setup/words.ts';
import { lockError } from './locks.ts';
import { mixedDml } from './mixed.ts';
import type { DmlContext, Pending } from './pending.ts';
import { isSound } from './pending.ts';
import { prepare } from './prepare.ts';
import { prepareRemoval, removeBatch } from './remove.ts';
import { saveBatch } from './save.ts';
import type { DmlError, DmlOperation, DmlOptions, DmlResult } from './types.ts';
import { resolveUpsert } from './upsert.ts';

/** How often the platform tries to save the records that are sound, before it gives up on all. */
const ATTEMPTS = 3;

const ROLLED_BACK: DmlError = {
    code: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
    fields: []
};

/**
 * Runs one DML statement as the platform does, triggers included. Inserted records get their ids.
 *
 * @returns for each record, in order, whether it was saved; of a statement that is all or none, nothing
 *     was saved where one failed
 * @throws LimitException that a trigger ran into; SandboxRefusal; PackageError
 */
export function runDml(
    operation: DmlOperation,
    records: readonly SObjectRecord[],
    options: DmlOptions,
    transaction: Transaction
): DmlResult[] {
    const context: DmlContext = { transaction, options };
    const errors = new Map<number, readonly DmlError[]>();
    const given = records.map((record, index) => ({ record, index }));
    const { batches, refused } =
        operation === 'upsert'
            ? resolveUpsert(given, context)
            : { batches: batchesOf(operation, given, transaction), refused: errors };
    for (const [index, found] of refused) errors.set(index, found);
    const created = new Set<number>();
    const { store } = transaction;
    const savepoint = store.savepoint();
    const isFailed = (): boolean => options.allOrNone && errors.size > 0;
    try {
        for (const batch of batches) {
            if (isFailed()) break;
            for (const { index, errors: found } of run(batch, context)) {
                if (found.length > 0) errors.set(index, found);
                else if (batch.operation === 'insert') created.add(index);
            }
        }
    } catch (error) {
        store.rollback(savepoint);
        throw error;
    }
    if (isFailed()) {
        store.rollback(savepoint);
        for (const index of created) records[index]?.fields.delete('id');
    } else {
        store.release(savepoint);
    }
    return records.map((record, index) => {
        const found = errors.get(index) ?? (isFailed() ? [ROLLED_BACK] : []);
        const id = record.fields.get('id')?.value;
        return {
            success: found.length === 0,
            created: found.length === 0 && created.has(index),
            id: typeof id === 'string' ? id : null,
            errors: found.map((one) => ({
                ...one,
                message: messageIn(store.setup.language, one.message)
            }))
        };
    });
}

/** One batch; where some may fail, the sound ones are tried once more without them. */
function run({ operation, object, records }: Batch, context: DmlContext): Pending[] {
    const { transaction, options } = context;
    const { store } = transaction;
    const mixed = mixedDml(
        operation,
        object,
        records.map(({ record }) => record),
        transaction
    );
    const used = { ...transaction.limits.used };
    const failed: Pending[] = [];
    let left = records;
    for (let attempt = 1; ; attempt++) {
        const savepoint = store.savepoint();
        const pending = left.map(({ record, index }) =>
            operation === 'delete' || operation === 'undelete'
                ? prepareRemoval(operation, object, record, index, context)
                : prepare(operation, object, record, index, context)
        );
        for (const one of pending) {
            const stopped = mixed ?? lockError(one, transaction);
            if (stopped !== null) one.errors.push(stopped);
        }
        try {
            if (operation === 'delete' || operation === 'undelete') {
                removeBatch(operation, pending, context);
            } else {
                saveBatch(operation, pending, context);
            }
        } catch (error) {
            store.rollback(savepoint);
            throw error;
        }
        const sound = pending.filter(isSound);
        const broken = pending.filter((one) => !isSound(one));
        if (broken.length === 0 || options.allOrNone) {
            store.release(savepoint);
            return [...failed, ...pending];
        }
        store.rollback(savepoint);
        if (operation === 'insert') {
            for (const { record } of pending) record.fields.delete('id');
        }
        failed.push(...broken);
        if (sound.length === 0) return failed;
        if (attempt === ATTEMPTS) return [...failed, ...sound.map(givenUp)];
        left = sound.map(({ record, index }) => ({ record, index }));
        // The platform forgets what the first attempt used of the limits.
        reset(transaction.limits, used);
    }
}

function reset(limits: Limits, used: Limits['used']): void {
    for (const resource of Object.keys(limits.used) as Resource[]) {
        limits.used[resource] = used[resource] ?? 0;
    }
}

function givenUp(pending: Pending): Pending {
    const message = 'Too many batch retries in the presence of Apex triggers and partial failures.';
    return { ...pending, errors: [{ code: 'UNKNOWN_EXCEPTION', message, fields: [] }] };
}
