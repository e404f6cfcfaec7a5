import { SECTIONS } from '../lead.ts';
import type { Gap, Section, Unreadable } from '../lead.ts';
import { readNumber, readOneOf, readRows, readText } from './read.ts';

/** A gap as a server reports it. */
interface ReportedGap {
    readonly section: string;
    readonly why: string;
    readonly shown?: number | null;
    readonly total?: number | null;
}

const WHY: readonly Gap['why'][] = [
    'not_synced',
    'no_access',
    'no_tier',
    'no_functions',
    'failed',
    'truncated'
];

/**
 * The gaps that a CRM's server reported, by our sections (Q27).
 *
 * @param queries what the server calls a query that feeds several sections
 */
export function readGaps(
    rows: readonly ReportedGap[],
    notes: Unreadable[],
    queries: ReadonlyMap<string | null, readonly Section[]> = new Map()
): Gap[] {
    return readRows('facts', 'gap', rows, notes).flatMap((row) => {
        const why = readOneOf('facts', 'gap', row.why, WHY, notes);
        const sections =
            queries.get(readText('facts', 'gap', row.section, [])) ??
            [readOneOf('facts', 'gap', row.section, SECTIONS, notes)].filter(
                (section) => section !== null
            );
        if (why === null) return [];
        const shown = readNumber('facts', 'gap', row.shown, notes);
        const total = readNumber('facts', 'gap', row.total, notes);
        // How many rows were read is said once.
        const said = why === 'truncated' ? sections.slice(-1) : sections;
        return said.map((section) => ({ section, why, shown, total }));
    });
}
