/** A batch of a file as rows whose cells go by the fields' names. */
import Papa from 'papaparse';
import type { Agreement } from '../../shared/agreement/types.ts';
import { columnFinder, columnsOf } from './columns.ts';
import type { Found } from './columns.ts';

/** How a file is written: what every batch needs to be read by itself. */
export interface Format {
    readonly kind: 'csv' | 'jsonl';
    /** Of CSV. */
    readonly delimiter: string;
    readonly header: readonly string[];
    /** The records before the first lead's. */
    readonly headerRecords: number;
    /** For messages: the file as it was named. */
    readonly name: string;
}

/** By a field's name, or `customKey` of a fact; the empty text for none. */
export type Cells = (key: string) => string;

/**
 * Reads a batch: gives the cells of each row to `row`, good until it returns; what cannot be read, or what
 * `row` says is wrong with it, goes to `broken`, where its line is only reckoned when it is asked for.
 */
export type ReadRows = (
    text: string,
    line: number,
    row: (cells: Cells) => string | null,
    broken: (reason: string, line: () => number) => void
) => void;

/** The way to read a file's batches; throws a CliError when its header lacks what is needed. */
export function rowsOf(format: Format, agreement: Agreement): ReadRows {
    return format.kind === 'csv' ? csvRows(format, agreement) : jsonRows(agreement);
}

function csvRows(
    { delimiter, header, headerRecords, name }: Format,
    agreement: Agreement
): ReadRows {
    const columns = columnsOf(header, agreement, name);
    const width = header.length;
    return (text, firstLine, row, broken) => {
        const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
        let current: readonly string[] = [];
        const cells: Cells = (key) => {
            const where = columns[key];
            if (where === undefined) return '';
            for (const column of where) {
                const cell = (current[column] as string).trim();
                if (cell !== '') return cell;
            }
            return '';
        };
        const start = firstLine === 1 ? headerRecords : 0;
        for (let i = start; i < data.length; i++) {
            current = data[i] as string[];
            const isBlank = current.length === 1 && (current[0] as string).trim() === '';
            if (isBlank) continue;
            const problem =
                current.length === width
                    ? row(cells)
                    : `it has ${current.length} cells, and the header ${width}`;
            if (typeof problem === 'string')
                broken(problem, () => firstLine + linesBefore(data, i));
        }
    };
}

/** Lines of the records before one: each has one, and one more for each that a quoted cell breaks. */
function linesBefore(data: readonly (readonly string[])[], index: number): number {
    const breaks = data
        .slice(0, index)
        .flatMap((record) => record.map((cell) => cell.split('\n').length - 1));
    return breaks.reduce((sum, one) => sum + one, index);
}

function jsonRows(agreement: Agreement): ReadRows {
    const cellsOf = cellsFinder(columnFinder(agreement));
    return (text, firstLine, row, broken) => {
        for (const [i, line] of text.split('\n').entries()) {
            if (line.trim() === '') continue;
            const values = objectIn(line);
            const problem = values === null ? 'it is no JSON object' : row(cellsOf(values));
            if (typeof problem === 'string') broken(problem, () => firstLine + i);
        }
    };
}

/** Gives the cells of rows that each name their own columns, as JSON does. */
export function cellsFinder(
    find: (name: string) => Found | undefined
): (values: Iterable<readonly [string, string]>) => Cells {
    const known = new Map<string, Found | undefined>();
    const found = (name: string): Found | undefined => {
        if (!known.has(name)) known.set(name, find(name));
        return known.get(name);
    };
    return (values) => {
        const best = new Map<string, { readonly text: string; readonly rank: number }>();
        for (const [name, text] of values) {
            const one = found(name);
            if (one === undefined || text === '') continue;
            const { key, rank } = one;
            if (rank < (best.get(key)?.rank ?? Infinity)) best.set(key, { text, rank });
        }
        return (key) => best.get(key)?.text ?? '';
    };
}

function objectIn(line: string): [string, string][] | null {
    try {
        const value: unknown = JSON.parse(line);
        const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
        return isObject ? flat(value, '', 0) : null;
    } catch {
        return null;
    }
}

/** `{ Owner: { Name: 'Ana' } }` as `Owner.Name`; HubSpot's `properties` are the row itself. */
export function flat(value: object, before: string, depth: number): [string, string][] {
    return Object.entries(value).flatMap(([name, one]: [string, unknown]): [string, string][] => {
        const key = name === 'properties' ? before : before === '' ? name : `${before}.${name}`;
        if (one === null || one === undefined) return [];
        if (typeof one === 'object') return depth < 4 ? flat(one, key, depth + 1) : [];
        return [[key, String(one as string | number | boolean).trim()]];
    });
}
