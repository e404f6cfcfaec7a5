/** What Apex could not read -> what the panel cannot show. */
import type { Gap, Section, Unreadable } from '../../lead.ts';
import { readGaps } from '../gaps.ts';
import { readRows } from '../read.ts';
import type { SalesforceRecords } from './records.ts';

/** Apex names what it queries; one query may feed several sections. */
const QUERIES: ReadonlyMap<string | null, readonly Section[]> = new Map([
    ['tasks', ['calls', 'tasks']],
    ['events', ['meetings']],
    ['history', ['assignments', 'decisions']]
]);

/** The gaps that Apex reported, by our sections. */
export function gapsOf(records: SalesforceRecords, notes: Unreadable[]): Gap[] {
    return readGaps(records.gaps, notes, QUERIES);
}

/** Whether the rows of a query are all there. */
export function isComplete(records: SalesforceRecords, query: string): boolean {
    return !readRows('facts', 'gap', records.gaps, []).some(({ section }) => section === query);
}
