/** `Type__mdt.getInstance(name)` and `getAll()`, which read records of custom metadata without a query. */
import type { SObjectType } from '../../schema.ts';
import { SObjectRecord } from '../../soql/record.ts';
import type { Row } from '../../store.ts';
import { valueIn } from '../../store.ts';
import type { Arguments } from '../calls.ts';
import type { Typed } from '../expressions.ts';
import type { Frame } from '../program.ts';
import { ApexMap } from '../values.ts';

export function metadataMethod(object: SObjectType, name: string, args: Arguments): Typed | null {
    if (!object.name.endsWith('__mdt')) return null;
    const type = object.name.toLowerCase();
    if (name.toLowerCase() === 'getinstance' && args.types.length === 1) {
        return {
            type,
            evaluate: (frame) => {
                const key = String(args.evaluate(frame)[0]).toLowerCase();
                const found = rowsOf(object, frame).find(
                    ({ DeveloperName, Id }) =>
                        String(DeveloperName).toLowerCase() === key ||
                        String(Id).toLowerCase() === key
                );
                return found === undefined ? null : recordOf(object, found);
            }
        };
    }
    if (name.toLowerCase() === 'getall' && args.types.length === 0) {
        return {
            type: `map<string,${type}>`,
            evaluate: (frame) => {
                const all = new ApexMap();
                for (const row of rowsOf(object, frame)) {
                    all.set(row.DeveloperName, recordOf(object, row));
                }
                return all;
            }
        };
    }
    return null;
}

function rowsOf(object: SObjectType, { transaction }: Frame): readonly Row[] {
    return transaction.program.customMetadata.get(object.name) ?? transaction.store.rowsOf(object);
}

function recordOf(object: SObjectType, row: Row): SObjectRecord {
    const record = new SObjectRecord(object.name);
    for (const { name, type } of object.fields.values()) record.set(name, type, valueIn(row, name));
    record.isReadOnly = true;
    return record;
}
