/** A batch of a file as rows whose cells go by the fields' names. */
import Papa from 'papaparse';
import type { Agreement } from '../../shared/agreement/types.ts';
import { columnFinder, columnsOf } from './columns.ts';
import type { Found } from './columns.ts';
import type { Encoding } from './encoding.ts';
import { numberText } from './numbers.ts';
import type { Notations } from './numbers.ts';

/** How a file is written: what every batch needs to be read by itself. */
export interface Format {
    readonly kind: 'csv' | 'jsonl';
    /** Of CSV. */
    readonly delimiter: string;
    readonly header: readonly string[];
    readonly encoding: Encoding;
    readonly numbers: Notations;
    /** For messages: the file as it was named. */
    readonly name: string;
}

/** The cells of a row, by a field's name or by `customKey` of a fact. */
export interface Cells {
    /** Empty for none. */
    readonly text: (key: string) => string;
    /** The name of the column that `text` is from. */
    readonly column: (key: string) => string;
}

/**
 * Reads a batch: gives the cells of each row to `row`, good until it returns; what cannot be read, or what
 * `row` says is wrong with it, goes to `broken`, where its line is only counted when it is asked for.
 */
export type ReadRows = (
    text: string,
    line: number,
    row: (cells: Cells, line: () => number) => string | null,
    broken: (reason: string, line: () => number) => void
) => void;

/** The way to read a file's batches; throws a CliError when its header lacks what is needed. */
export function rowsOf(format: Format, agreement: Agreement): ReadRows {
    return format.kind === 'csv' ? csvRows(format, agreement) : jsonRows(agreement);
}

function csvRows({ delimiter, header, name }: Format, agreement: Agreement): ReadRows {
    const columns = columnsOf(header, agreement, name);
    const width = header.length;
    let current: readonly string[] = [];
    /** -1: in none. */
    const columnOf = (key: string): number => {
        const where = columns[key];
        if (where === undefined) return -1;
        for (const column of where) if ((current[column] as string).trim() !== '') return column;
        return -1;
    };
    const cells: Cells = {
        text(key) {
            const column = columnOf(key);
            return column < 0 ? '' : (current[column] as string).trim();
        },
        column: (key) => header[columnOf(key)] ?? ''
    };
    return (text, firstLine, row, broken) => {
        const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n' });
        let i = 0;
        const line = (): number => firstLine + linesBefore(data, i);
        for (; i < data.length; i++) {
            current = data[i] as string[];
            if (isBlank(current)) continue;
            const problem =
                current.length === width
                    ? row(cells, line)
                    : `it has ${current.length} cells, and the header ${width}`;
            if (typeof problem === 'string') broken(problem, line);
        }
    };
}

/** Whether a record has nothing in it; a spreadsheet writes an empty row as delimiters alone. */
export function isBlank(record: readonly string[]): boolean {
    return record.every((cell) => cell.trim() === '');
}

/** Lines of the records before one: each has one, and one more for each that a quoted cell breaks. */
export function linesBefore(data: readonly (readonly string[])[], index: number): number {
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
            const at = (): number => firstLine + i;
            const problem = values === null ? 'it is no JSON object' : row(cellsOf(values), at);
            if (typeof problem === 'string') broken(problem, at);
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
        const best = new Map<string, { text: string; column: string; rank: number }>();
        for (const [name, text] of values) {
            const one = found(name);
            if (one === undefined || text === '') continue;
            const { key, rank } = one;
            if (rank < (best.get(key)?.rank ?? Infinity)) {
                best.set(key, { text, column: name, rank });
            }
        }
        return {
            text: (key) => best.get(key)?.text ?? '',
            column: (key) => best.get(key)?.column ?? ''
        };
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
        if (typeof one === 'number') return [[key, numberText(one)]];
        return [[key, String(one as string | boolean).trim()]];
    });
}
