import type { Transaction } from '../apex/program.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import type { DmlError } from './types.ts';

/** The error of a record that another transaction holds for longer than the platform waits. */
export function lockError({ before }: Pending, { store }: Transaction): DmlError | null {
    if (before === null || !store.setup.lockedRows.has(String(before.Id))) return null;
    const message = `unable to obtain exclusive access to this record or 1 records: ${before.Id}`;
    return fieldError('UNABLE_TO_LOCK_ROW', message, null);
}
