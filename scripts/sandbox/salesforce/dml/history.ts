import type { Field, Schema, SObjectType } from '../schema.ts';
import type { Row, Store } from '../store.ts';
import { valueIn } from '../store.ts';
import type { FieldValue } from '../values.ts';

/** Text longer than this is kept in the history as changed, without its values. */
const LONGEST_TEXT = 255;

/**
 * Writes field history for what changed between two states of a record, as the platform does for
 * fields whose metadata tracks it. A changed lookup leaves two rows: the names, and the ids.
 */
export function writeHistory(
    object: SObjectType,
    before: Row,
    after: Row,
    userId: string,
    schema: Schema,
    store: Store
): void {
    const history = schema.get(`${object.name}History`.toLowerCase());
    if (history === undefined || !object.historyEnabled) return;
    for (const field of object.fields.values()) {
        if (!field.trackHistory || before[field.name] === after[field.name]) continue;
        for (const [oldValue, newValue] of changes(field, before, after, store)) {
            store.append(history, {
                [`${object.name}Id`]: valueIn(after, 'Id'),
                Field: field.name === 'OwnerId' ? 'Owner' : field.name,
                OldValue: oldValue ?? null,
                NewValue: newValue ?? null,
                CreatedDate: valueIn(after, 'LastModifiedDate'),
                CreatedById: userId
            });
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
