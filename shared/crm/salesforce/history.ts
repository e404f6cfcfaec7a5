/** LeadHistory and ContactHistory, oldest first. */
import type { Instant, Unreadable } from '../../lead.ts';
import { readInstant, readRows, readText } from '../read.ts';
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
