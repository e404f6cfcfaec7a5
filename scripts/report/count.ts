/** Rows counted into a tally, a batch at a time: in this thread, or in several that share a file. */
import type { Filters, Period } from '../../shared/acceptance/outcomeTypes.ts';
import { mergeTallies } from '../../shared/acceptance/merge.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import type { Tally } from '../../shared/acceptance/tally.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { rowReader } from './leadRow.ts';
import { rowsOf } from './rows.ts';
import type { Format } from './rows.ts';

/** How many broken rows are told one by one. */
export const TOLD = 20;

export interface BrokenRow {
    /** The file's line, from 1. */
    readonly line: number;
    readonly reason: string;
}

/** What was read, and what it came to. */
export interface Counted {
    readonly tally: Tally;
    /** Rows read, broken ones and those of other people included. */
    readonly rows: number;
    /** Of people who never became MQLs. */
    readonly others: number;
    readonly brokenCount: number;
    /** The first ones, in the file's order. */
    readonly broken: readonly BrokenRow[];
    /** Times without a zone. */
    readonly localTimes: number;
}

export interface Question {
    readonly agreement: Agreement;
    readonly period: Period;
    readonly filters: Filters;
    readonly asOf: Instant;
}

export interface Counter {
    readonly add: (text: string, line: number) => void;
    readonly result: () => Counted;
}

export function counter(format: Format, question: Question): Counter {
    const { agreement, asOf, filters, period } = question;
    const rows = rowsOf(format, agreement);
    const { lead, localTimes } = rowReader(agreement);
    const outcome = stampedOutcomes(agreement, asOf);
    const tally = emptyTally(agreement, period, filters);
    const broken: BrokenRow[] = [];
    let [mqls, others, brokenCount] = [0, 0, 0];
    return {
        add(text, firstLine) {
            rows(
                text,
                firstLine,
                (cells) => {
                    const read = lead(cells);
                    if (typeof read === 'string') return read;
                    // Who crosses the line later than "now" has not crossed it yet.
                    if (read === null || read.mqlAt > asOf) {
                        others++;
                    } else {
                        mqls++;
                        addOutcome(tally, outcome(read));
                    }
                    return null;
                },
                (reason, line) => {
                    brokenCount++;
                    if (broken.length < TOLD) broken.push({ line: line(), reason });
                }
            );
        },
        result: () => ({
            tally,
            rows: mqls + others + brokenCount,
            others,
            brokenCount,
            broken,
            localTimes: localTimes()
        })
    };
}

/** The last instant in a batch at which anything had happened; null: none. */
export function lastInstants(
    format: Format,
    agreement: Agreement
): (text: string, line: number) => Instant | null {
    const rows = rowsOf(format, agreement);
    const { lastInstant } = rowReader(agreement);
    return (text, line) => {
        let last: Instant | null = null;
        rows(
            text,
            line,
            (cells) => {
                const at = lastInstant(cells);
                if (at !== null && (last === null || at > last)) last = at;
                return null;
            },
            () => {}
        );
        return last;
    };
}

/** Both as one. */
export function mergeCounted(a: Counted, b: Counted): Counted {
    return {
        tally: mergeTallies(a.tally, b.tally),
        rows: a.rows + b.rows,
        others: a.others + b.others,
        brokenCount: a.brokenCount + b.brokenCount,
        broken: [...a.broken, ...b.broken].sort((x, y) => x.line - y.line).slice(0, TOLD),
        localTimes: a.localTimes + b.localTimes
    };
}
