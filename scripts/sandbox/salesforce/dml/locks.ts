import type { Transaction } from '../apex/program.ts';
import { fieldError } from './fieldChecks.ts';
import type { Pending } from './pending.ts';
import type { DmlError } from './types.ts';

/** Where others keep busy: the people that reps and syncs write all day. */
const PEOPLE: readonly string[] = ['Lead', 'Contact'];

/** The error of a record that another transaction holds for longer than the platform waits. */
export function lockError(pending: Pending, { store }: Transaction): DmlError | null {
    const { before, object } = pending;
    if (before === null || !isLocked(object.name, String(before.Id), store.setup.lockedRows)) {
        return null;
    }
    const message = `unable to obtain exclusive access to this record or 1 records: ${before.Id}`;
    return fieldError('UNABLE_TO_LOCK_ROW', message, null);
}

/** Whether `FOR UPDATE` would wait in vain, too. */
export function isLocked(object: string, _id: string, locked: 'none' | 'people'): boolean {
    return locked === 'people' && PEOPLE.includes(object);
}
