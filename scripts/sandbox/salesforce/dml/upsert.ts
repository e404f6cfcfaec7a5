import type { FieldValue } from '../values.ts';
import type { Batch, Given } from './batches.ts';
import { batchesOf } from './batches.ts';
import { fieldError } from './fieldChecks.ts';
import type { DmlContext } from './pending.ts';
import { idOf } from './pending.ts';
import { rowsOf } from './rows.ts';
import { sameText } from './systemChecks.ts';
import type { DmlError } from './types.ts';

/** An upsert as the inserts and updates that it is, and the records that are neither. */
export function resolveUpsert(
    given: readonly Given[],
    context: DmlContext
): { batches: Batch[]; refused: Map<number, readonly DmlError[]> } {
    const { options, transaction } = context;
    const refused = new Map<number, readonly DmlError[]>();
    const inserts: Given[] = [];
    const updates: Given[] = [];
    const keys = new Set<string>();
    for (const one of given) {
        const { record, index } = one;
        const name = options.externalId ?? 'Id';
        if (name.toLowerCase() === 'id') {
            (idOf(record) === null ? inserts : updates).push(one);
            continue;
        }
        const value = (record.fields.get(name.toLowerCase())?.value ?? null) as FieldValue;
        const found = rowsOf(record.objectName, transaction).filter(
            (row) => value !== null && sameText(row[name], value)
        );
        const error = keyError(name, value, keys, found.length);
        if (error !== null) {
            refused.set(index, [error]);
            continue;
        }
        keys.add(String(value).toLowerCase());
        const [row] = found;
        if (row === undefined) {
            inserts.push(one);
        } else {
            record.set('Id', 'id', row.Id ?? null);
            updates.push(one);
        }
    }
    const batches = [
        ...batchesOf('insert', inserts, transaction),
        ...batchesOf('update', updates, transaction)
    ];
    return { batches, refused };
}

function keyError(
    name: string,
    value: FieldValue,
    keys: ReadonlySet<string>,
    found: number
): DmlError | null {
    if (value === null) return fieldError('MISSING_ARGUMENT', `${name} not specified`, null);
    if (keys.has(String(value).toLowerCase())) {
        return fieldError('DUPLICATE_VALUE', `Duplicate external id specified: ${value}`, null);
    }
    if (found > 1) {
        const message = `more than one record found for external id field: ${name}`;
        return fieldError('DUPLICATE_EXTERNAL_ID', message, null);
    }
    return null;
}
