import { Command, CommanderError, type OptionValues } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import { registerAgreement } from './commands/agreement.ts';
import { registerCheck } from './commands/check.ts';
import { registerDeploy } from './commands/deploy.ts';
import { registerPreview } from './commands/preview.ts';
import { registerSeed } from './commands/seed.ts';
import { registerUninstall } from './commands/uninstall.ts';
import { registerVerify } from './commands/verify.ts';
import { contextOf, type Context, type GlobalOptions } from './context.ts';
import type { Io } from './io.ts';
import { CliError, cliError, errorText, problemOf } from './output/errors.ts';
import { EXIT, EXIT_WORDS, type ExitCode } from './output/exit.ts';
import { printer, type Printer } from './output/output.ts';
import { isColoured, styleFor } from './output/style.ts';

/** What a command does; the exit code, when it is not `ok`. */
export type Work<Options> = (
    context: Context,
    options: Options,
    ...args: string[]
) => Promise<ExitCode | void>;

/** Makes a commander action of a command's work: gives it its context, and keeps its exit code. */
export type Handle = <Options extends object>(
    work: Work<Options>
) => (...given: unknown[]) => Promise<void>;

/** In the order that --help lists them. */
const COMMANDS: readonly ((program: Command, handle: Handle) => void)[] = [
    registerCheck,
    registerDeploy,
    registerVerify,
    registerAgreement,
    registerPreview,
    registerSeed,
    registerUninstall
];

/** Runs one command line. Never throws: whatever goes wrong is told, and becomes the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
    let shown = printer(io, optionsTyped(argv));
    let exit: ExitCode = EXIT.ok;
    const handle: Handle =
        (work) =>
        async (...given) => {
            const command = given.at(-1) as Command;
            const options = command.optsWithGlobals();
            shown = printer(io, globalOptions(options));
            const context = contextOf(io, shown.output, globalOptions(options));
            const args = command.processedArgs as string[];
            exit = (await work(context, options as never, ...args)) ?? EXIT.ok;
        };
    const program = programFor(io, handle);
    try {
        await program.parseAsync([...argv], { from: 'user' });
    } catch (thrown) {
        if (thrown instanceof CommanderError && thrown.exitCode === 0) return EXIT.ok;
        // A group without its subcommand has shown its help, which says it all.
        if (thrown instanceof CommanderError && thrown.code === 'commander.help') return EXIT.usage;
        const error =
            thrown instanceof CommanderError
                ? usageError(thrown, commandIn(program, argv))
                : cliError(thrown);
        tell(error, shown);
        return error.exit;
    }
    if (shown.output.isJson) {
        const [result, warnings] = [shown.data(), shown.warnings()];
        shown.print(JSON.stringify({ status: exit, result, warnings }, null, 2));
    }
    return exit;
}

function programFor(io: Io, handle: Handle): Command {
    const program = new Command('handoff')
        .description('The marketing–sales agreement, run by Salesforce and HubSpot.')
        .version(manifest.version, '--version', 'print the version')
        .helpOption('-h, --help', 'print help')
        .helpCommand(false)
        .option('--json', 'print one JSON document, for machines')
        .option('-q, --quiet', 'print results and problems only')
        .option('-v, --verbose', 'print every detail')
        .option('-y, --yes', 'agree to the plan without being asked')
        .option('--no-color', 'print without colours')
        .configureHelp({ showGlobalOptions: true, styleTitle: styleFor(true).bold })
        .addHelpText('after', `\nExit codes:\n${exitCodes()}`)
        .exitOverride()
        .configureOutput({
            writeOut: (text) => void io.stdout.write(text),
            writeErr: (text) => void io.stderr.write(text),
            // Errors are told in one form, ours.
            outputError: () => {},
            getOutHelpWidth: () => Math.min(io.stdout.columns ?? 80, 100),
            getOutHasColors: () => isColoured(io.stdout, io.env, true)
        });
    for (const register of COMMANDS) register(program, handle);
    return program;
}

function globalOptions(given: OptionValues): GlobalOptions {
    const isOn = (name: string): boolean => given[name] === true;
    return {
        json: isOn('json'),
        quiet: isOn('quiet'),
        verbose: isOn('verbose'),
        yes: isOn('yes'),
        color: given['color'] !== false
    };
}

/** For what goes wrong before commander has read them. */
function optionsTyped(argv: readonly string[]): GlobalOptions {
    return globalOptions({
        json: argv.includes('--json'),
        verbose: argv.includes('--verbose'),
        color: !argv.includes('--no-color')
    });
}

/** `handoff agreement diff`, as far as there are such commands. */
function commandIn(program: Command, argv: readonly string[]): string {
    const [name = ''] = argv;
    const command = program.commands.find((one) => one.name() === name);
    if (command === undefined) return program.name();
    return `${program.name()} ${commandIn(command, argv.slice(1))}`;
}

function usageError({ code, message }: CommanderError, command: string): CliError {
    const [what = '', hint] = message.replace(/^error: /, '').split('\n');
    return new CliError(EXIT.usage, {
        code: code
            .replace(/^commander\./, 'usage.')
            .replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
        message: sentence(hint === undefined ? what : `${what} ${hint}`),
        mend: `${command} --help`
    });
}

function sentence(text: string): string {
    const end = /[.)?]$/.test(text) ? '' : '.';
    return text.charAt(0).toUpperCase() + text.slice(1) + end;
}

function tell(error: CliError, { output, print, printError }: Printer): void {
    if (output.isJson) {
        print(JSON.stringify({ status: error.exit, error: problemOf(error) }, null, 2));
    } else {
        printError(errorText(error, output.errorStyle, output.width));
    }
    const { cause } = error;
    if (output.isVerbose && cause instanceof Error)
        printError(output.errorStyle.dim(cause.stack ?? ''));
}

function exitCodes(): string {
    return EXIT_WORDS.map(([code, words]) => `  ${String(code).padStart(2)}  ${words}`).join('\n');
}
