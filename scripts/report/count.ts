/** Rows counted into a tally, a batch at a time: in this thread, or in several that share a file. */
import type { Filters, Period } from '../../shared/acceptance/outcomeTypes.ts';
import { mergeTallies } from '../../shared/acceptance/merge.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import type { Tally } from '../../shared/acceptance/tally.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { earlyDecisions, mergeEarly } from './earlyDecisions.ts';
import type { EarlyDecisions } from './earlyDecisions.ts';
import { rowReader } from './leadRow.ts';
import { rowsOf } from './rows.ts';
import type { Format } from './rows.ts';
import { outcomesOf } from './wholeDays.ts';

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
    /** Dates without a time. */
    readonly wholeDays: number;
    readonly early: EarlyDecisions;
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
    const { lead, localTimes, wholeDays } = rowReader(agreement, format.numbers);
    const outcomeOf = outcomesOf(agreement, asOf);
    const early = earlyDecisions(period, filters);
    const tally = emptyTally(agreement, period, filters);
    const broken: BrokenRow[] = [];
    let [mqls, others, brokenCount] = [0, 0, 0];
    return {
        add(text, firstLine) {
            rows(
                text,
                firstLine,
                (cells, line) => {
                    const read = lead(cells);
                    if (typeof read === 'string') return read;
                    // Who crosses the line later than "now" has not crossed it yet.
                    if (read === null || read.mqlAt > asOf) {
                        others++;
                    } else {
                        mqls++;
                        const outcome = outcomeOf(read);
                        early.see(read, outcome, line);
                        addOutcome(tally, outcome);
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
            localTimes: localTimes(),
            wholeDays: wholeDays(),
            early: early.result()
        })
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
        localTimes: a.localTimes + b.localTimes,
        wholeDays: a.wholeDays + b.wholeDays,
        early: mergeEarly(a.early, b.early)
    };
}
