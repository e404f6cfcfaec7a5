import type { Agreement } from '../../agreement/types.ts';
import type { Lead, Unreadable } from '../../lead.ts';
import { isObject, readInstant } from '../read.ts';
import { engagementsOf } from './engagements.ts';
import { gapsOf, totalsOf } from './gaps.ts';
import { assignmentsOf, convertedAtOf, decisionsOf, feedbackOf, mqlAtOf } from './history.ts';
import { OWNER } from './names.ts';
import { ownersOf } from './owners.ts';
import { factsOf, otherScoreOf, sourceOf } from './person.ts';
import type { HubSpotRecords } from './records.ts';
import { otherScoreChangesOf } from './scoreChanges.ts';
import { sequencesOf } from './sequences.ts';
import { settingsOf } from './settings.ts';
import { sourceCountsOf } from './sourceCounts.ts';
import { touchesOf } from './touches.ts';
import { propertiesOf } from './value.ts';

/**
 * A HubSpot contact, as the app function sends it, in the core's own words. Never throws: what makes
 * no sense is left out and listed in `unreadable`, what the function could not read in `gaps`.
 */
export function leadFromHubSpot(records: HubSpotRecords, agreement: Agreement): Lead {
    const notes: Unreadable[] = [];
    const given = (isObject(records) ? records : {}) as HubSpotRecords;
    const { contact } = given;
    const properties = propertiesOf(contact);
    const owners = ownersOf(given.owners, notes);
    const settings = settingsOf(given, agreement, notes);
    const mqlAt = mqlAtOf(properties, settings, notes);
    return {
        facts: factsOf(properties, agreement, settings, notes),
        source: sourceOf(properties, agreement, notes),
        createdAt: readInstant('facts', 'creation date', properties.createdate, notes),
        mqlAt,
        owner: owners.byId(properties[OWNER]),
        assignments: assignmentsOf(contact, owners, notes),
        convertedAt: convertedAtOf(properties, mqlAt, notes),
        engagements: engagementsOf(given, notes),
        totals: totalsOf(given, properties, notes),
        touches: touchesOf(given, owners, notes),
        sequences: sequencesOf(given, owners, notes),
        decisions: decisionsOf(contact, notes),
        feedback: feedbackOf(contact, notes),
        otherScore: otherScoreOf(properties, settings, notes),
        otherScoreChanges: otherScoreChangesOf(given, settings, notes),
        sourceCounts: sourceCountsOf(given, notes),
        gaps: gapsOf(given, notes),
        unreadable: notes
    };
}
