/** npm run report: what became of a period's MQLs, as a page, as CSV and as JSON. */
import process from 'node:process';
import { contextOf } from '../cli/context.ts';
import { processIo } from '../cli/io.ts';
import type { Io } from '../cli/io.ts';
import { cliError, errorText } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';
import type { ExitCode } from '../cli/output/exit.ts';
import { printer } from '../cli/output/output.ts';
import { HELP, readArguments } from './arguments.ts';
import { writeOutputs } from './outputs.ts';
import { progressOn } from './progress.ts';
import { makeReport } from './report.ts';

/** @param folder where the person typed the command: relative paths count from here */
export async function main(argv: readonly string[], folder: string): Promise<void> {
    process.once('SIGINT', () => process.exit(EXIT.cancelled));
    // Salesforce's library would log to a file what it sends.
    process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
    process.exitCode = await run(argv, processIo(folder));
}

/** Runs one command line. Never throws: whatever goes wrong is told, and becomes the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
    const args = readArguments(argv);
    const isQuiet = 'quiet' in args && args.quiet;
    const options = { json: false, quiet: isQuiet, verbose: false, color: true, yes: false };
    const { output, print, printError } = printer(io, options);
    if ('error' in args) {
        printError(`${args.error}\n\n${HELP}`);
        return EXIT.usage;
    }
    if (args.help) {
        print(HELP.trimEnd());
        return EXIT.ok;
    }
    const progress = progressOn(io.stderr, io.now, args.quiet);
    try {
        const context = contextOf(io, output, options);
        const { reading, files, warnings, summary } = await makeReport(context, args, progress);
        progress.end();
        for (const text of warnings) output.warn(text);
        writeOutputs(files);
        print(`${summary}\n${files.map(({ name }) => name).join(', ')}`);
        return reading.brokenCount > 0 ? EXIT.findings : EXIT.ok;
    } catch (thrown) {
        progress.end();
        const error = cliError(thrown);
        printError(errorText(error, output.errorStyle, output.width));
        return error.exit;
    }
}
