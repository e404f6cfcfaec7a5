/** What the app function `handoff-outcomes` answers the app page with: some of a period's contacts. */
import type { HubSpotObject, HubSpotOwner } from './records.ts';

export interface OutcomeBatch {
    readonly ok: true;
    /** Names of the properties; each row holds its values in their order, the contact's id first. */
    readonly columns: readonly string[];
    readonly rows: readonly (readonly (string | null)[])[];
    /** How many contacts there are still to read. */
    readonly left: number;
    /** Where the next call begins; null: nothing is left. */
    readonly cursor: string | null;
    /** As stored; `settingsFrom` reads them. */
    readonly settings: unknown;
    /** With the first batch alone; null: with the others. */
    readonly owners: readonly HubSpotOwner[] | null;
    /** What could not be read, in sentences, each with what follows from it. */
    readonly notes: readonly string[];
}

/** The contacts of a batch. */
export function contactsOf({ columns, rows }: OutcomeBatch): HubSpotObject[] {
    return rows.map(([id, ...values]) => ({
        id: String(id),
        properties: Object.fromEntries(columns.map((name, i) => [name, values[i] ?? null]))
    }));
}
