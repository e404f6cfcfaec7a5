import type { Agreement } from '../../shared/agreement/types.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import { FIELD_NAMES, FIELDS, REQUIRED } from './fields.ts';
import type { Field } from './fields.ts';

/** How many of a file's own columns a message names. */
const NAMED = 30;

/** Fields and the agreement's own facts, each with the names that it goes by. */
interface Known {
    readonly key: string;
    readonly names: readonly string[];
}

/** Which field a column is, and how it stands among others of the same field; the lowest counts first. */
export interface Found {
    /** A field, or a fact that the agreement adds, by `customKey`. */
    readonly key: string;
    readonly rank: number;
}

/** A fact that the agreement adds; no field's name has a space. */
export function customKey(fact: string): string {
    return `fact ${fact}`;
}

/** Tells what a column is by its name, whatever its case and punctuation; undefined: nothing that counts. */
export function columnFinder(agreement: Agreement): (name: string) => Found | undefined {
    const known: Known[] = [
        ...FIELDS.map((field) => ({ key: field, names: FIELD_NAMES[field] })),
        ...agreement.fields.map(({ hubspot, id, label, salesforce }) => ({
            key: customKey(id),
            names: [salesforce.Lead, salesforce.Contact, hubspot, label].flatMap(
                (name) => name ?? []
            )
        }))
    ];
    const byName = new Map<string, Found>();
    for (const { key, names } of known) {
        for (const [rank, name] of names.entries()) {
            if (!byName.has(plain(name))) byName.set(plain(name), { key, rank });
        }
    }
    return (name) => byName.get(plain(name));
}

/** Where each field stands: column numbers from 0, in the order that they count. */
export interface Columns {
    readonly [key: string]: readonly number[];
}

/** Throws a CliError that names what is missing, and what there is, when there is nothing to count. */
export function columnsOf(header: readonly string[], agreement: Agreement, where: string): Columns {
    const find = columnFinder(agreement);
    const found = header.flatMap((name, column) => {
        const one = find(name);
        return one === undefined ? [] : [{ ...one, column }];
    });
    const columns: { [key: string]: number[] } = {};
    for (const { column, key } of found.sort((a, b) => a.rank - b.rank)) {
        (columns[key] ??= []).push(column);
    }
    const missing = REQUIRED.filter((field) => columns[field] === undefined);
    if (missing.length > 0) throw missingColumns(missing, header, where);
    return columns;
}

function missingColumns(
    missing: readonly Field[],
    header: readonly string[],
    where: string
): CliError {
    const isOne = missing.length === 1;
    const wanted = missing.map((field) => `“${FIELD_NAMES[field][0]}”`).join(' and ');
    const others = missing.map((field) => FIELD_NAMES[field].slice(1, 4).join(', ')).join('; ');
    const names = header.map((name) => name.trim() || '(no name)');
    const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
    return new CliError(EXIT.usage, {
        code: 'report.columns',
        message: `There is no column ${wanted}, and without ${isOne ? 'it' : 'them'} nothing can be counted.`,
        where: `${where}, which has: ${names.slice(0, NAMED).join(', ').slice(0, 600)}${more}`,
        mend: `Export ${isOne ? 'it' : 'them'} too; ${isOne ? 'it' : 'they'} may also be called ${others}.`
    });
}

/** Letters and digits alone, in lower case: `Handoff_Mql_At__c` is `handoffmqlatc`. */
function plain(name: string): string {
    return name
        .normalize('NFKC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '');
}
