import type { Agreement } from '../../agreement/types.ts';
import type { Lead, Unreadable } from '../../lead.ts';
import { isObject, readInstant, readRows } from '../read.ts';
import { assignmentsOf, ownerOf } from './assignments.ts';
import { decisionsOf } from './decisions.ts';
import { engagementsOf } from './engagements.ts';
import { feedbackOf } from './feedback.ts';
import { gapsOf, isComplete } from './gaps.ts';
import { changesOf } from './history.ts';
import { HANDOFF } from './names.ts';
import { convertedAtOf, factsOf, otherScoreOf, sourceOf } from './person.ts';
import type { SalesforceRecords } from './records.ts';
import { valueAt } from './row.ts';
import { sourceCountsOf } from './sourceCounts.ts';
import { sequencesOf } from './tasks.ts';
import { touchesOf } from './touches.ts';

/**
 * A Lead or Contact, as Apex sends it, in the core's own words. Never throws: what makes no sense is
 * left out and listed in `unreadable`, what Apex could not read in `gaps`.
 */
export function leadFromSalesforce(records: SalesforceRecords, agreement: Agreement): Lead {
    const notes: Unreadable[] = [];
    const given = (isObject(records) ? records : {}) as SalesforceRecords;
    const objectName = given.objectName === 'Contact' ? 'Contact' : 'Lead';
    const { person } = given;
    const changes = changesOf(given.history, notes);
    const gaps = gapsOf(given, notes);
    const source = sourceOf(person, agreement, notes);
    return {
        facts: factsOf(person, objectName, agreement, notes),
        source,
        createdAt: readInstant('facts', 'creation date', valueAt(person, 'CreatedDate'), notes),
        mqlAt: readInstant('facts', 'MQL date', valueAt(person, HANDOFF.mqlAt), notes),
        owner: ownerOf(person),
        assignments: assignmentsOf(given, changes, isComplete(given, 'history'), notes),
        convertedAt: convertedAtOf(person, notes),
        engagements: engagementsOf(given, notes),
        totals: null,
        touches: touchesOf(given, notes),
        sequences: sequencesOf(readRows('tasks', 'task', given.tasks, []), notes),
        decisions: decisionsOf(person, changes, agreement, notes),
        feedback: feedbackOf(person, changes, notes),
        otherScore: otherScoreOf(person, objectName, agreement, notes),
        // Its field is not tracked: an org may track twenty fields, and a score would fill the history.
        otherScoreChanges: [],
        sourceCounts: sourceCountsOf(given, source, gaps, notes),
        gaps,
        unreadable: notes
    };
}
