import type { Transaction } from '../apex/program.ts';
import { PackageError } from '../errors.ts';
import type { SObjectType } from '../schema.ts';
import type { SObjectRecord } from '../soql/record.ts';
import type { DmlOperation } from './types.ts';

/** Triggers are given so many records at a time. */
const BATCH = 200;

/** A record, and its place in the statement. */
export interface Given {
    readonly record: SObjectRecord;
    readonly index: number;
}

/** Records of one object, all of them to be saved in one way; upserts have been told apart. */
export interface Batch {
    readonly operation: Exclude<DmlOperation, 'upsert'>;
    readonly object: SObjectType;
    readonly records: readonly Given[];
}

/** Neighbours of one object go together, two hundred at most. */
export function batchesOf(
    operation: Batch['operation'],
    given: readonly Given[],
    { program }: Transaction
): Batch[] {
    const batches: (Batch & { readonly records: Given[] })[] = [];
    for (const one of given) {
        const object = program.schema.get(one.record.objectName.toLowerCase());
        if (object === undefined) {
            throw new PackageError(`there is no object ${one.record.objectName}`);
        }
        const last = batches.at(-1);
        if (last?.object === object && last.records.length < BATCH) last.records.push(one);
        else batches.push({ operation, object, records: [one] });
    }
    return batches;
}
