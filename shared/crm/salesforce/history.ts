/** LeadHistory and ContactHistory, oldest first. */
import type { Instant, Unreadable } from '../../lead.ts';
import { readInstant, readRows, readText } from '../read.ts';
import type { Version } from '../replay.ts';
import type { SalesforceHistoryRow } from './records.ts';
import { valueAt } from './row.ts';

/** One field's change. */
export interface Change {
    readonly at: Instant;
    readonly field: string;
    readonly oldValue: unknown;
    readonly newValue: unknown;
    readonly by: string | null;
}

/** The changes, oldest first; a row without a time or a field is left out, and noted. */
export function changesOf(rows: readonly SalesforceHistoryRow[], notes: Unreadable[]): Change[] {
    return readRows('decisions', 'history', rows, notes)
        .flatMap((row) => {
            const at = readInstant('decisions', 'history date', row.CreatedDate, notes);
            const field = readText('decisions', 'history field', row.Field, notes);
            if (at === null || field === null) return [];
            const by = readText('decisions', 'changed by', valueAt(row, 'CreatedBy.Name'), notes);
            return [{ at, field, oldValue: row.OldValue, newValue: row.NewValue, by }];
        })
        .reverse()
        .sort((a, b) => a.at - b.at);
}

/** A field's values from its history; before the first change its old value, without any its value of now. */
export function versionsOf(
    person: unknown,
    field: string,
    changes: readonly Change[]
): Version<unknown>[] {
    const own = changes.filter((change) => change.field === field);
    const [earliest] = own;
    const before = earliest ? earliest.oldValue : valueAt(person, field);
    return [
        { at: -Infinity, value: before ?? null },
        ...own.map(({ at, newValue, by }) => ({ at, value: newValue ?? null, by }))
    ];
}

/** A picklist's history may hold the label of a value instead of its code. */
export function coded(
    versions: readonly Version<unknown>[],
    values: readonly { readonly code: string; readonly label: string }[]
): Version<unknown>[] {
    return versions.map((version) => {
        const known = values.find(
            ({ code, label }) => version.value === code || version.value === label
        );
        return known ? { ...version, value: known.code } : version;
    });
}
