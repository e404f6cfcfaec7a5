import type { Io } from '../io.ts';
import { isColoured, styleFor, type Style } from './style.ts';
import { wrap } from './text.ts';

/** A line longer than this is tiring to read, however wide the terminal is. */
const WIDEST = 100;
const USUAL = 80;

export interface OutputOptions {
    readonly json: boolean;
    readonly quiet: boolean;
    readonly verbose: boolean;
    readonly color: boolean;
}

/** Where a command's words go: results to stdout; progress, details and warnings to stderr. */
export interface Output {
    /** For stdout. */
    readonly style: Style;
    /** For stderr. */
    readonly errorStyle: Style;
    readonly width: number;
    readonly isJson: boolean;
    readonly isQuiet: boolean;
    readonly isVerbose: boolean;
    /** What the command was asked for: `data` with --json, else the words. Once in a command. */
    result(data: object, words: () => string): void;
    /** What happens now; not with --quiet. */
    note(text: string): void;
    /** A text that is laid out already, such as a plan, before a question about it; not with --quiet. */
    show(text: string): void;
    /** Only with --verbose. */
    detail(text: string): void;
    warn(text: string): void;
    /** This text (a token) is never printed, in whatever it comes up. */
    hide(secret: string): void;
}

/** What the command's JSON document is made of, and the way to print anything at the end. */
export interface Printer {
    readonly output: Output;
    readonly data: () => object | null;
    readonly warnings: () => readonly string[];
    readonly print: (text: string) => void;
    readonly printError: (text: string) => void;
}

export function printer(io: Io, options: OutputOptions): Printer {
    const secrets = new Set<string>();
    const warnings: string[] = [];
    let data: object | null = null;
    const clean = (text: string): string =>
        [...secrets].reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    const print = (text: string): void => void io.stdout.write(`${clean(text)}\n`);
    const printError = (text: string): void => void io.stderr.write(`${clean(text)}\n`);
    const style = styleFor(isColoured(io.stdout, io.env, options.color));
    const errorStyle = styleFor(isColoured(io.stderr, io.env, options.color));
    const width = Math.min(WIDEST, io.stdout.columns ?? io.stderr.columns ?? USUAL);
    return {
        data: () => data,
        warnings: () => warnings.map(clean),
        print,
        printError,
        output: {
            style,
            errorStyle,
            width,
            isJson: options.json,
            isQuiet: options.quiet,
            isVerbose: options.verbose,
            result(given, words) {
                if (data !== null) throw new Error('a command has one result');
                data = given;
                if (options.json) return;
                const text = words();
                if (text !== '') print(text);
            },
            note(text) {
                if (!options.quiet) printError(wrap(text, width));
            },
            show(text) {
                if (!options.quiet) printError(text);
            },
            detail(text) {
                if (options.verbose) printError(errorStyle.dim(wrap(text, width)));
            },
            warn(text) {
                warnings.push(text);
                printError(wrap(text, width, { first: `${errorStyle.warn('Warning:')} ` }));
            },
            hide(secret) {
                if (secret !== '') secrets.add(secret);
            }
        }
    };
}
