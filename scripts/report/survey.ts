/**
 * The first look through a file: what only all of it together can tell, before any lead is counted. It keeps a
 * few bits per column, however long the file is.
 */
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { customKey } from './columns.ts';
import { decoder, mergeSeen, NOTHING_SEEN, seeEncoding } from './encoding.ts';
import type { EncodingSeen } from './encoding.ts';
import type { Field } from './fields.ts';
import { instantIn } from './instants.ts';
import { evidenceIn } from './numbers.ts';
import type { Evidence } from './numbers.ts';
import { isNumberLike, NUMBER_FIELDS } from './numberFields.ts';
import { remembered } from './remembered.ts';
import { rowsOf } from './rows.ts';
import type { Cells, Format } from './rows.ts';
import { HAPPENED } from './wholeDays.ts';

export interface Survey {
    /** The last moment at which anything had happened, a day's end where a day is all that is known; null: none. */
    readonly last: Instant | null;
    /** By column. */
    readonly numbers: ReadonlyMap<string, Evidence>;
    readonly encoding: EncodingSeen;
}

export interface Surveyor {
    readonly add: (bytes: Uint8Array, line: number) => void;
    readonly result: () => Survey;
}

export function surveyor(format: Format, agreement: Agreement): Surveyor {
    const rows = rowsOf(format, agreement);
    const decode = { utf8: decoder('utf-8'), other: decoder('windows-1252') };
    const lastIn = lastInstants(agreement);
    const numbers = new Map<string, Evidence>();
    const custom = agreement.fields.map(({ id }) => customKey(id));
    let encoding = NOTHING_SEEN;
    let last: Instant | null = null;

    const see = (cells: Cells, key: string, isWhole: boolean): void => {
        const evidence = evidenceIn(cells.text(key), isWhole);
        if (evidence === 0) return;
        const column = cells.column(key);
        numbers.set(column, (numbers.get(column) ?? 0) | evidence);
    };
    const row = (cells: Cells): null => {
        const at = lastIn(cells);
        if (at !== null && (last === null || at > last)) last = at;
        for (const { field, isWhole } of NUMBER_FIELDS) see(cells, field, isWhole);
        for (const key of custom) if (isNumberLike(cells.text(key))) see(cells, key, false);
        return null;
    };
    return {
        add(bytes, line) {
            const before = encoding;
            encoding = seeEncoding(encoding, bytes, line);
            const isOther = encoding.otherLine !== before.otherLine || before.otherLine !== null;
            rows((isOther ? decode.other : decode.utf8)(bytes), line, row, () => {});
        },
        result: () => ({ last, numbers, encoding })
    };
}

export function mergeSurveys(a: Survey, b: Survey): Survey {
    const numbers = new Map(a.numbers);
    for (const [column, evidence] of b.numbers) {
        numbers.set(column, (numbers.get(column) ?? 0) | evidence);
    }
    const last = a.last === null || (b.last !== null && b.last > a.last) ? b.last : a.last;
    return { last, numbers, encoding: mergeSeen(a.encoding, b.encoding) };
}

/** The last thing that had happened to a row's lead; null: nothing later than in the rows before. */
function lastInstants(agreement: Agreement): (cells: Cells) => Instant | null {
    const { zone } = specOf(agreement, agreement.calendar);
    const other = remembered((text) => instantIn(text, zone));
    const fields: readonly Field[] = HAPPENED;
    let latest = '';
    return (cells) => {
        let last: Instant | null = null;
        for (const field of fields) {
            const text = cells.text(field);
            // As texts of one form they stand in the order of time: only a later one is worth reading.
            const isUtc = text.length === 24 && text.endsWith('Z');
            if (text === '' || (isUtc && text <= latest)) continue;
            const found = isUtc ? instantIn(text, zone) : other(text);
            if (found === null) continue;
            if (isUtc) latest = text;
            const at = found.until ?? found.at;
            if (last === null || at > last) last = at;
        }
        return last;
    };
}
