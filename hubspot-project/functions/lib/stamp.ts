/** Writing the stamps of the hand-over when a panel is opened. */
import type { Agreement } from '../../../shared/agreement/types.ts';
import { leadFromHubSpot } from '../../../shared/crm/hubspot/lead.ts';
import type { HubSpotRecords } from '../../../shared/crm/hubspot/records.ts';
import { hubspotStamps } from '../../../shared/crm/hubspot/stamps.ts';
import type { Client } from './client.ts';
import { retryAfterOf } from './envelope.ts';
import { sentence } from './native.ts';
import * as paths from './paths.ts';

export interface Stamped {
    /** What was left undone, and what to do about it. */
    readonly notes: readonly string[];
    /** Milliseconds after which it may well succeed. */
    readonly retryAfter?: number;
}

/**
 * Writes what is missing (at most one PATCH, mostly none) and says when it could not: no panel fails for
 * the sake of a report. Two panels opened at once write the same.
 */
export async function stampHandoff(
    client: Client,
    records: HubSpotRecords,
    agreement: Agreement,
    now: number
): Promise<Stamped> {
    const lead = leadFromHubSpot(records, agreement);
    const properties = hubspotStamps(lead, records, agreement, now);
    if (Object.keys(properties).length === 0) return { notes: [] };
    const written = await client.patch(paths.contact(records.contact.id), { properties });
    if (written.ok) return { notes: [] };
    const retryAfter = retryAfterOf(written.error);
    return {
        notes: [notStamped(written.error.message)],
        ...(retryAfter === undefined ? {} : { retryAfter })
    };
}

/** For an admin, who finds it in the answer; the panel itself lacks nothing. */
export function notStamped(why: string): string {
    return `The times of this hand-over could not be stored for reports: ${sentence(why)} They are stored the next time somebody opens the panel; if this goes on, ask an administrator to update Handoff’s contact properties.`;
}
