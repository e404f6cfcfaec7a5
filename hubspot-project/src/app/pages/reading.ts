/** The contacts of a stretch of time, as far as they were read. */
import { agreement, contactsOf, hubspotOutcomes, settingsFrom } from '@handoff/core';
import type { ContactOutcome, Instant, OutcomeBatch } from '@handoff/core';
import type { Failure } from './callOutcomes.ts';

export interface Reading {
    readonly from: Instant;
    /** Not part of it. */
    readonly to: Instant;
    /** What the outcomes hold as of. */
    readonly asOf: Instant;
    readonly leads: readonly ContactOutcome[];
    readonly read: number;
    /** Null: not known yet. */
    readonly left: number | null;
    /** Where to go on; null: at the beginning, or nothing is left. */
    readonly cursor: string | null;
    readonly notes: readonly string[];
    readonly failure: Failure | null;
    readonly state: 'reading' | 'complete' | 'failed';
    /** By the account's settings and owners, which come with the first batch. */
    readonly outcomeOf: ReturnType<typeof hubspotOutcomes> | null;
}

/** Nothing read yet. */
export function newReading(from: Instant, to: Instant, asOf: Instant): Reading {
    return {
        from,
        to,
        asOf,
        leads: [],
        read: 0,
        left: null,
        cursor: null,
        notes: [],
        failure: null,
        state: 'reading',
        outcomeOf: null
    };
}

/** With one more batch. */
export function withBatch(reading: Reading, batch: OutcomeBatch): Reading {
    const { asOf, leads, notes, read } = reading;
    const outcomeOf =
        reading.outcomeOf ??
        hubspotOutcomes(
            agreement,
            settingsFrom(batch.settings, agreement).settings,
            batch.owners ?? [],
            asOf
        );
    const found = contactsOf(batch).flatMap((contact) => outcomeOf(contact) ?? []);
    return {
        ...reading,
        leads: [...leads, ...found],
        read: read + batch.rows.length,
        left: batch.left,
        cursor: batch.cursor,
        notes: [...notes, ...batch.notes],
        failure: null,
        state: batch.cursor === null ? 'complete' : 'reading',
        outcomeOf
    };
}
