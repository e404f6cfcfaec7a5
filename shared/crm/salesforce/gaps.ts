/** What Apex could not read -> what the panel cannot show. */
import { SECTIONS } from '../../lead.ts';
import type { Gap, Section, Unreadable } from '../../lead.ts';
import { readNumber, readOneOf, readRows, readText } from '../read.ts';
import type { SalesforceRecords } from './records.ts';

const WHY: readonly Gap['why'][] = ['not_synced', 'no_access', 'no_tier', 'failed', 'truncated'];

/** Apex names what it queries; one query may feed several sections. */
const QUERIES: { readonly [query: string]: readonly Section[] } = {
    tasks: ['calls', 'tasks'],
    events: ['meetings'],
    history: ['assignments', 'decisions']
};

/** The gaps that Apex reported, by our sections. */
export function gapsOf(records: SalesforceRecords, notes: Unreadable[]): Gap[] {
    return readRows('facts', 'gap', records.gaps, notes).flatMap((row) => {
        const why = readOneOf('facts', 'gap', row.why, WHY, notes);
        if (why === null) return [];
        const shown = readNumber('facts', 'gap', row.shown, notes);
        const total = readNumber('facts', 'gap', row.total, notes);
        const sections = sectionsOf(row.section, notes);
        // How many rows were read is said once.
        const said = why === 'truncated' ? sections.slice(-1) : sections;
        return said.map((section) => ({ section, why, shown, total }));
    });
}

/** Whether the rows of a query are all there. */
export function isComplete(records: SalesforceRecords, query: string): boolean {
    return !readRows('facts', 'gap', records.gaps, []).some(({ section }) => section === query);
}

function sectionsOf(value: unknown, notes: Unreadable[]): readonly Section[] {
    const query = readText('facts', 'gap', value, []);
    const known = Object.entries(QUERIES).find(([name]) => name === query);
    if (known) return known[1];
    const section = readOneOf('facts', 'gap', value, SECTIONS, notes);
    return section === null ? [] : [section];
}
