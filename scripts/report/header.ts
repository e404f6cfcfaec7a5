/** Where a file's header stands, and how its cells are told apart. */
import Papa from 'papaparse';
import type { Agreement } from '../../shared/agreement/types.ts';
import { columnFinder } from './columns.ts';
import { REQUIRED } from './fields.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** A report's name and filters may stand above the header, in as many lines. */
const MOST_ABOVE = 50;

export interface Header {
    readonly delimiter: string;
    readonly names: readonly string[];
    /** The header's line, and that of the first record after it; from 1. */
    readonly line: number;
    readonly next: number;
}

/**
 * Finds the header: the first line that has the columns without which nothing can be counted, else the first
 * that is not blank.
 *
 * @param text of the file's beginning, which is not blank
 */
export function findHeader(text: string, agreement: Agreement): Header {
    // What Excel writes, and reads, in place of guessing.
    const named = /^sep=(.)\r?\n/.exec(text)?.[1] ?? null;
    const find = columnFinder(agreement);
    let start = named === null ? 0 : text.indexOf('\n') + 1;
    let first: Header | null = null;
    for (let line = named === null ? 1 : 2; line <= MOST_ABOVE && start < text.length; line++) {
        const end = text.indexOf('\n', start);
        if (text.slice(start, end < 0 ? undefined : end).trim() !== '') {
            const header = headerAt(text, start, line, named);
            const keys = new Set(header.names.map((name) => find(name)?.key));
            if (REQUIRED.every((field) => keys.has(field))) return header;
            first ??= header;
        }
        if (end < 0) break;
        start = end + 1;
    }
    return first ?? { delimiter: ',', names: [], line: 1, next: 2 };
}

function headerAt(text: string, start: number, line: number, named: string | null): Header {
    const rest = text.slice(start);
    const [raw = ''] = rest.split('\n', 1);
    const unquoted = raw.replace(/"(?:[^"]|"")*"/g, '');
    const often = (delimiter: string): number => unquoted.split(delimiter).length;
    const delimiter = named ?? DELIMITERS.reduce((a, b) => (often(b) > often(a) ? b : a), ',');
    const { data } = Papa.parse<string[]>(rest, { delimiter, newline: '\n', preview: 1 });
    const names = data[0] ?? [];
    const breaks = names.reduce((sum, name) => sum + name.split('\n').length - 1, 0);
    return { delimiter, names: names.map((name) => name.trim()), line, next: line + breaks + 1 };
}
