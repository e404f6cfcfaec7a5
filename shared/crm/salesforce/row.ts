/** Rows as SOQL shapes them, whose values are promised by an org and not to be trusted. */
import type { Person } from '../../lead.ts';
import { cut, isObject, MAX_TEXT } from '../read.ts';

/** A field's value, through related rows where its name has dots (`Account.Industry`). */
export function valueAt(row: unknown, field: string): unknown {
    return field
        .split('.')
        .reduce<unknown>(
            (value, name) =>
                isObject(value) && Object.prototype.hasOwnProperty.call(value, name)
                    ? value[name]
                    : undefined,
            row
        );
}

/** Whoever an id and a related row (`OwnerId`, `Owner`) name; null when there is no id. */
export function personOf(id: unknown, related: unknown): Person | null {
    if (typeof id !== 'string' || id === '') return null;
    const name = valueAt(related, 'Name');
    return {
        id: cut(id, MAX_TEXT),
        name: typeof name === 'string' && name !== '' ? cut(name, MAX_TEXT) : null,
        kind: kindOf(id)
    };
}

/** Queues are groups, and the ids of groups begin with 00G. */
export function kindOf(id: string): Person['kind'] {
    return id.startsWith('00G') ? 'queue' : 'person';
}

/** Whether two ids name the same record: one of 18 characters is one of 15 with a checksum. */
export function sameId(a: unknown, b: unknown): boolean {
    return typeof a === 'string' && typeof b === 'string' && a.slice(0, 15) === b.slice(0, 15);
}
