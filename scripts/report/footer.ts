/**
 * What Salesforce and spreadsheets write below the rows of a report: totals, then blank lines, then the report's
 * name, a copyright and who made it, in whatever language. It is known by its form, not by its words.
 */
import { instantIn } from './instants.ts';
import { isBlank } from './rows.ts';

/** What the form of a row is told by. */
export interface Shape {
    /** Of the header. */
    readonly width: number;
    /** Columns that hold the MQL date. */
    readonly dates: readonly number[];
    readonly zone: string;
}

const HAS_DIGIT = /\d/;
const HAS_LETTER = /\p{L}/u;

/**
 * Where the footer begins among the last records of a file: at the first blank record, or row of totals,
 * after which no record holds more than one cell; `records.length` for none. Without a blank record or
 * totals the rows are leads that lack something, and are told as such.
 */
export function footerStart(records: readonly Row[], shape: Shape): number {
    let start = records.length;
    let isMore = false;
    for (let i = records.length - 1; i >= 0; i--) {
        const record = records[i] as Row;
        if (isBlank(record)) {
            start = i;
        } else if (isTotals(record, shape)) {
            start = i;
            isMore = true;
        } else if (isRemark(record, shape)) {
            // "Grand Totals (2 records)" may have no numbers beside it.
            if (isMore && start === i + 1 && isLabelled(record, shape)) start = i;
            isMore = true;
        } else {
            break;
        }
    }
    const isBlankAlone = records.slice(start).every(isBlank);
    return isBlankAlone ? records.length : start;
}

type Row = readonly string[];

/** One cell alone, and no MQL date. */
function isRemark(record: Row, shape: Shape): boolean {
    const filled = record.filter((cell) => cell.trim() !== '');
    return filled.length === 1 && !isLead(record, shape);
}

/** A label, and numbers alone beside it. */
function isTotals(record: Row, shape: Shape): boolean {
    const others = record.slice(1).filter((cell) => cell.trim() !== '');
    return isLabelled(record, shape) && others.length > 0 && others.every(isNumber);
}

/** The first cell is no id and no date, but such as "Total" or "Gesamtsummen (2 Datensätze)". */
function isLabelled(record: Row, shape: Shape): boolean {
    const label = (record[0] ?? '').trim();
    const isId = HAS_DIGIT.test(label) && !/\s/.test(label);
    const isOther = record.length !== shape.width || shape.dates.includes(0);
    return HAS_LETTER.test(label) && !isId && !isOther && !isLead(record, shape);
}

/** A currency may stand beside it. */
function isNumber(text: string): boolean {
    return HAS_DIGIT.test(text) && /^\s*\p{L}{0,3}[^\p{L}]*\p{L}{0,3}\s*$/u.test(text);
}

function isLead(record: Row, { dates, width, zone }: Shape): boolean {
    return (
        record.length === width &&
        dates.some((column) => instantIn((record[column] as string).trim(), zone) !== null)
    );
}
