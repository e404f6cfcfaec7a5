import type { Transaction } from '../apex/program.ts';
import type { Row } from '../store.ts';

/** The live records of an object by its API name; none where the org has no such object. */
export function rowsOf(name: string, { program, store }: Transaction): Row[] {
    const object = program.schema.get(name.toLowerCase());
    return object === undefined
        ? []
        : store.rowsOf(object).filter(({ IsDeleted }) => IsDeleted !== true);
}
