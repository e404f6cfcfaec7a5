import type { BrokenRow } from './count.ts';
import type { EarlyDecisions } from './earlyDecisions.ts';

/** How a report's leads were read. */
export interface Reading {
    /** The file's own name, or the CRM's. */
    readonly from: string;
    readonly rows: number;
    /** Of people who never became MQLs. */
    readonly others: number;
    readonly brokenCount: number;
    /** The first ones. */
    readonly broken: readonly BrokenRow[];
    /** Of the leads that are reported on. */
    readonly early: EarlyDecisions;
    /** What else must be known of it, one sentence each. */
    readonly notes: readonly string[];
}

const number = (count: number): string => count.toLocaleString('en');

/** For the page's foot, one sentence each. */
export function readingWords({
    broken,
    brokenCount,
    from,
    notes,
    others,
    rows
}: Reading): string[] {
    const lines = broken.slice(0, 5).map(({ line }) => number(line));
    const more = brokenCount > lines.length ? ' and more' : '';
    return [
        `Read from ${from}: ${number(rows)} rows, ${number(others)} of them without an MQL date by then.`,
        ...(brokenCount === 0
            ? []
            : [
                  `${number(brokenCount)} ${brokenCount === 1 ? 'row' : 'rows'} could not be read and ${
                      brokenCount === 1 ? 'is' : 'are'
                  } not counted: line ${lines.join(', ')}${more}.`
              ]),
        ...notes
    ];
}
