import type { Transaction } from '../apex/program.ts';
import type { Field } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';
import type { Pending } from './pending.ts';

/** Text longer than this is kept in the history as changed, without its values. */
const LONGEST_TEXT = 255;

/** How an owner changed, as the history names it. */
export type OwnerChange = 'Owner' | 'ownerAccepted' | 'ownerAssignment';

/**
 * Writes field history for what changed between two states of a record, as the platform does for
 * fields whose metadata tracks it. A changed lookup leaves two rows: the names, and the ids; a new record
 * leaves one that says only that it was created.
 */
export function writeHistory(
    { object, before, row }: Pending,
    { program, store, user }: Transaction,
    ownerChange: OwnerChange = 'Owner'
): void {
    const history = program.schema.get(`${object.name}History`.toLowerCase());
    if (history === undefined || !object.historyEnabled) return;
    const add = (Field: string, OldValue: FieldValue, NewValue: FieldValue): string =>
        store.append(history, {
            [`${object.name}Id`]: valueIn(row, 'Id'),
            Field,
            OldValue,
            NewValue,
            CreatedDate: valueIn(row, 'LastModifiedDate'),
            CreatedById: user.id
        });
    const tracked = [...object.fields.values()].filter(({ trackHistory }) => trackHistory);
    if (before === null) {
        if (tracked.length > 0) add('created', null, null);
        return;
    }
    for (const field of tracked) {
        if (before[field.name] === row[field.name]) continue;
        const name = field.name === 'OwnerId' ? ownerChange : field.name;
        for (const [oldValue, newValue] of changes(field, before, row, store)) {
            add(name, oldValue ?? null, newValue ?? null);
        }
    }
}

function changes(field: Field, before: Row, after: Row, store: Store): FieldValue[][] {
    const values = [valueIn(before, field.name), valueIn(after, field.name)];
    if (field.type === 'id') {
        const names = values.map((id) => (id === null ? null : store.byId(String(id))?.row.Name));
        return [names.map((name) => name ?? null), values];
    }
    const isLong = (field.length ?? 0) > LONGEST_TEXT || field.type === 'multipicklist';
    return [isLong ? [null, null] : values];
}
