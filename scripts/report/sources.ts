/** Where a report's leads come from. */
import path from 'node:path';
import { parseFilters } from '../../shared/acceptance/filters.ts';
import type { Period } from '../../shared/acceptance/outcomeTypes.ts';
import { parsePeriod } from '../../shared/acceptance/period.ts';
import type { Tally } from '../../shared/acceptance/tally.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import type { Instant } from '../../shared/lead.ts';
import { specOf } from '../../shared/response/calendars.ts';
import type { Context } from '../cli/context.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { Arguments } from './arguments.ts';
import type { Question } from './count.ts';
import { countFile, openLeads, surveyLeads } from './files.ts';
import { instantIn } from './instants.ts';
import { NOTATIONS } from './numbers.ts';
import type { Notation } from './numbers.ts';
import type { Progress } from './progress.ts';
import type { Reading } from './reading.ts';

export interface Read {
    readonly tally: Tally;
    readonly asOf: Instant;
    readonly reading: Reading;
}

/** Reads the leads that the command line names. Throws a CliError for whatever stands in the way. */
export async function readLeads(
    context: Context,
    args: Arguments,
    agreement: Agreement,
    progress: Progress
): Promise<Read> {
    const { from } = args;
    const question = (asOf: Instant, isOfFile: boolean): Question => ({
        agreement,
        period: periodAsked(args, agreement, asOf, isOfFile),
        filters: parseFilters(args.filters, agreement).filters,
        asOf
    });
    if (from === undefined) {
        throw new CliError(EXIT.usage, {
            code: 'report.from',
            message: 'Missing --from.',
            mend: 'Pass --from salesforce, --from hubspot, or --from leads.csv (an export of either).'
        });
    }
    if (from === 'salesforce' || from === 'hubspot') {
        const asked = question(asOfAsked(args, agreement) ?? context.io.now(), false);
        if (from === 'salesforce') {
            const { readSalesforce } = await import('./salesforce.ts');
            return readSalesforce(context, args.targetOrg, asked, progress);
        }
        const { readHubSpot } = await import('./hubspot.ts');
        return readHubSpot(context, args.account, asked, progress);
    }
    const opened = await openLeads(context.file(from), from, agreement);
    const share = (bytes: number): number => (opened.bytes === 0 ? 1 : bytes / opened.bytes);
    const name = path.basename(from);
    const { file, last, notes } = await surveyLeads(
        opened,
        agreement,
        numbersAsked(args),
        (bytes) => progress.at(`Looking through ${name}`, share(bytes))
    );
    const asOf = asOfAsked(args, agreement) ?? last;
    if (asOf === null) {
        throw new CliError(EXIT.usage, {
            code: 'report.no_leads',
            message: `${from} holds no lead of which a time is known.`,
            mend: 'Export the leads with the dates of their MQL, or pass --as-of to report on none.'
        });
    }
    const counted = await countFile(file, question(asOf, true), (bytes) =>
        progress.at(`Counting ${name}`, share(bytes))
    );
    const { broken, brokenCount, early, localTimes, others, rows, tally, wholeDays } = counted;
    const zone = specOf(agreement, agreement.calendar).zone.replaceAll('_', ' ');
    const reading = {
        ...{ from: name, rows, others, brokenCount, broken, early },
        notes: [
            ...notes,
            ...(localTimes === 0 ? [] : [`Times without a zone were read as those of ${zone}.`]),
            ...(wholeDays === 0
                ? []
                : [
                      `Dates without a time were read as whole days of ${zone}; what depends on the time of day is not counted.`
                  ])
        ]
    };
    return { tally, asOf, reading };
}

/** Throws a CliError for a language whose notation is not known. */
function numbersAsked({ numbers }: Arguments): Notation | null {
    if (numbers === undefined) return null;
    const found = Object.entries(NOTATIONS).find(([language]) => language === numbers);
    if (found) return found[1];
    throw new CliError(EXIT.usage, {
        code: 'report.numbers',
        message: `--numbers takes en or de, not “${numbers.slice(0, 40)}”.`,
        mend: 'Pass --numbers en for 1,200.50, or --numbers de for 1.200,50.'
    });
}

function asOfAsked({ asOf }: Arguments, agreement: Agreement): Instant | null {
    if (asOf === undefined) return null;
    const { zone } = specOf(agreement, agreement.calendar);
    // A day means all of it.
    const isDay = /^\d{4}-\d\d-\d\d$/.test(asOf);
    const found = instantIn(isDay ? `${asOf} 23:59:59` : asOf, zone);
    if (found) return found.at;
    throw new CliError(EXIT.usage, {
        code: 'report.as_of',
        message: `--as-of takes a time, not “${asOf.slice(0, 40)}”.`,
        mend: 'Write it as 2026-11-01 or 2026-11-01T08:00:00Z.'
    });
}

function periodAsked(
    { month }: Arguments,
    agreement: Agreement,
    asOf: Instant,
    isOfFile: boolean
): Period {
    const { issues, period } = parsePeriod(month, agreement, asOf);
    if (period !== null) return period;
    const [issue] = issues;
    const isFuture = issue?.code === 'period.future';
    throw new CliError(EXIT.usage, {
        code: issue?.code ?? 'period.unknown',
        message:
            isFuture && isOfFile
                ? `${month} had not begun when the file ends: the last thing in it happened at ${new Date(asOf).toISOString()}.`
                : (issue?.message ?? ''),
        ...(isFuture && isOfFile
            ? { mend: 'Choose an earlier period, or say with --as-of when the file was exported.' }
            : {})
    });
}
