/** The enrollments of a contact -> the sequences it is or was in (Q22). */
import type { Sequence, Unreadable } from '../../lead.ts';
import { readInstant, readRows, readText } from '../read.ts';
import type { Owners } from './owners.ts';
import type { HubSpotRecords } from './records.ts';
import { propertiesOf } from './value.ts';

export const ENROLLED = 'hs_sequences_is_enrolled';

/**
 * Newest first. HubSpot does not say which of several enrollments goes on: a contact is in one sequence
 * at a time, so the newest one does when the contact is enrolled now.
 */
export function sequencesOf(
    records: HubSpotRecords,
    owners: Owners,
    notes: Unreadable[]
): Sequence[] {
    const enrolled = String(propertiesOf(records.contact)[ENROLLED]) === 'true';
    return readRows('sequences', 'enrollment', records.enrollments, notes)
        .map((row) => {
            const email = readText('sequences', 'enrolled by', row.enrolledByEmail, notes);
            return {
                name: readText('sequences', 'sequence name', row.sequenceName, notes) ?? 'Sequence',
                by:
                    email === null
                        ? null
                        : (owners.byEmail(email) ?? {
                              id: email,
                              name: email,
                              kind: 'person' as const
                          }),
                since: readInstant('sequences', 'enrollment date', row.enrolledAt, notes)
            };
        })
        .sort((a, b) => (b.since ?? 0) - (a.since ?? 0))
        .map((sequence, index) => ({ ...sequence, active: enrolled && index === 0 }));
}
