import path from 'node:path';
import { overview as overviewOf } from '../../shared/acceptance/overview.ts';
import type { AcceptanceOverview } from '../../shared/acceptance/overviewTypes.ts';
import { overviewPanel } from '../../shared/panel/overview/overviewPanel.ts';
import type { OverviewPanel } from '../../shared/panel/overviewTypes.ts';
import { specOf } from '../../shared/response/calendars.ts';
import { readAgreement, SOURCE } from '../build/read-agreement.ts';
import type { Context } from '../cli/context.ts';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { Arguments } from './arguments.ts';
import { earlyWords } from './earlyDecisions.ts';
import { numbersCsv } from './numbersCsv.ts';
import { numbersJson } from './numbersJson.ts';
import { checkOutputs } from './outputs.ts';
import type { NamedFile } from './outputs.ts';
import { reportPage } from './page/page.ts';
import type { Progress } from './progress.ts';
import { readingWords } from './reading.ts';
import type { Reading } from './reading.ts';
import { readLeads } from './sources.ts';

export interface Report {
    readonly overview: AcceptanceOverview;
    readonly reading: Reading;
    /** The same leads and options give the same bytes. */
    readonly files: readonly (NamedFile & { readonly text: string })[];
    readonly warnings: readonly string[];
    /** One line. */
    readonly summary: string;
}

/** Reads the leads and makes the report's three files. Throws a CliError for what cannot be reported on. */
export async function makeReport(
    context: Context,
    args: Arguments,
    progress: Progress
): Promise<Report> {
    const outputs = outputsOf(context, args);
    checkOutputs([outputs.page, outputs.csv, outputs.json], inputsOf(context, args));
    const agreement = readAgreement();
    const { asOf, reading, tally } = await readLeads(context, args, agreement, progress);
    const overview = overviewOf(tally, agreement, asOf);
    const { zone } = specOf(agreement, agreement.calendar);
    const viewer = { now: asOf, locale: 'en-US', timeZone: zone };
    const panel = overviewPanel(overview, agreement, viewer);
    const notes = panel.notes.map(({ text }) => text);
    const [unmatched] = overview.unmatched;
    if (unmatched !== undefined) {
        throw new CliError(EXIT.usage, {
            code: `report.unknown_${unmatched}`,
            message: `${notes[0]}.`,
            mend: `Pass another --${unmatched}, or none.`
        });
    }
    const { broken, brokenCount } = reading;
    const early = earlyWords(reading.early);
    const noted: OverviewPanel =
        early === null
            ? panel
            : { ...panel, notes: [...panel.notes, { text: early, tone: 'warn' }] };
    const told = broken.map(({ line, reason }) => `line ${line}: ${reason}`);
    return {
        overview,
        reading,
        files: [
            {
                ...outputs.page,
                text: reportPage(noted, readingWords(reading), path.basename(outputs.csv.name))
            },
            { ...outputs.csv, text: numbersCsv(overview, reading.early) },
            { ...outputs.json, text: numbersJson(overview, agreement, reading) }
        ],
        warnings: [
            ...noted.notes.map(({ text }) => text),
            ...told,
            ...(brokenCount > told.length
                ? [`${brokenCount - told.length} more rows could not be read.`]
                : [])
        ],
        summary: panel.subtitle
    };
}

function outputsOf(
    { file }: Context,
    { out }: Arguments
): { readonly [kind in 'page' | 'csv' | 'json']: NamedFile } {
    const { name, dir } = path.parse(out);
    const named = (text: string): NamedFile => ({ name: text, path: file(text) });
    return {
        page: named(out),
        csv: named(path.join(dir, `${name}.csv`)),
        json: named(path.join(dir, `${name}.json`))
    };
}

function inputsOf({ file }: Context, { from }: Arguments): NamedFile[] {
    const isFile = from !== undefined && from !== 'salesforce' && from !== 'hubspot';
    return [
        { name: 'the agreement', path: path.resolve(SOURCE) },
        ...(isFile ? [{ name: from, path: file(from) }] : [])
    ];
}
