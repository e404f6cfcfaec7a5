/**
 * npx handoff: the admin's command.
 *
 * To add a command `seed`:
 * 1. `commands/seed.ts` exports `registerSeed(program, handle)`; program.ts lists it in COMMANDS:
 *
 *        export function registerSeed(program: Command, handle: Handle): void {
 *            program
 *                .command('seed')
 *                .description('…one line…')
 *                .option('--target-org <alias>', '…')
 *                .addHelpText('after', example('handoff seed --target-org scratch', '…what it does…'))
 *                .action(handle<SeedOptions>(async (context, options) => {
 *                    const { seed } = await import('../salesforce/seed.ts');
 *                    …
 *                    context.out.result(data, () => text);
 *                }));
 *        }
 *
 *    It reads options, calls, prints. What it needs is imported inside the action: `--help` must not
 *    load Salesforce's libraries. Arguments come after the options: `(context, options, oldFile, newFile)`.
 * 2. `context.out`: `result(data, words)` once, to stdout, JSON with --json; `note`, `detail` (--verbose)
 *    and `warn` go to stderr; `hide(token)` as soon as a secret is known; `style` and `width` for words,
 *    with `table`, `wrap` and `count` of output/.
 * 3. `context.ask`: `agree(…)` before any write (--yes agrees), `agreeByName` for production, `text` and
 *    `choice`. Where nobody can answer they throw and say what to pass.
 * 4. What goes wrong is `throw new CliError(EXIT.…, { code, message, where, mend })`; findings and drift
 *    are a result, and `return EXIT.findings`.
 * 5. What is about to change is a `Plan` (plan/plan.ts), shown by `planText` before it is done; what
 *    takes time runs as `steps` (steps.ts).
 * 6. Paths that a person types go through `context.file(…)`; the time is `context.io.now()`, the
 *    environment `context.io.env`.
 * 7. Tests: `runHere(argv, …)` of testing/run.ts, or `runChild` for the real process, and `golden(name, …)`,
 *    which keeps transcripts in test/cli/golden (`npm run test:command -- --update` rewrites them).
 */
import process from 'node:process';
import { isAnythingToPutBack, putBack } from './interrupt.ts';
import { processIo } from './io.ts';
import { EXIT } from './output/exit.ts';
import { run } from './program.ts';

/** @param folder where the person typed the command */
export async function main(argv: readonly string[], folder: string): Promise<void> {
    // A reader that has seen enough (`| head`) is no error.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EPIPE') throw error;
        process.exit();
    });
    let isStopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        // Not once: libraries end the process on a signal that nobody else listens to.
        process.on(signal, () => {
            if (isStopping) process.exit(EXIT.cancelled);
            isStopping = true;
            void stop();
        });
    }
    // Salesforce's library would log to a file what it sends.
    process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
    process.exitCode = await run(argv, processIo(folder));
}

/** Puts back what the command changed for the time it runs; a second Ctrl+C does not wait for that. */
async function stop(): Promise<never> {
    process.stderr.write('\x1b[?25h\nInterrupted.\n');
    if (isAnythingToPutBack()) {
        process.stderr.write('Starting the jobs again that were stopped…\n');
        await putBack();
    }
    process.stderr.write('Run the same command again to go on.\n');
    process.exit(EXIT.cancelled);
}
