import { EXIT, type ExitCode } from './exit.ts';
import type { Style } from './style.ts';
import { wrap } from './text.ts';

export interface Problem {
    /** Stable and machine-readable, such as `salesforce.login_expired`. */
    readonly code: string;
    /** One sentence: what is wrong. */
    readonly message: string;
    /** The file with line and column, the org, the component. */
    readonly where?: string;
    /** What to do about it; a command to type stands alone on its line. */
    readonly mend?: string;
}

/** Ends a command: what went wrong, where, how to mend it, and the exit code. */
export class CliError extends Error implements Problem {
    readonly exit: ExitCode;
    readonly code: string;
    readonly where?: string;
    readonly mend?: string;

    constructor(exit: ExitCode, problem: Problem, cause?: unknown) {
        super(problem.message, { cause });
        this.name = 'CliError';
        this.exit = exit;
        this.code = problem.code;
        if (problem.where !== undefined) this.where = problem.where;
        if (problem.mend !== undefined) this.mend = problem.mend;
    }
}

/** What anybody may throw, as an error that a person can read. */
export function cliError(thrown: unknown): CliError {
    if (thrown instanceof CliError) return thrown;
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new CliError(
        EXIT.internal,
        {
            code: 'internal',
            message: `Something went wrong that handoff did not foresee: ${message}`,
            mend: 'Run the same command with --verbose, and report what it says.'
        },
        thrown
    );
}

/** As JSON shows it. */
export function problemOf({ code, message, where, mend }: CliError): Problem {
    return {
        code,
        message,
        ...(where === undefined ? {} : { where }),
        ...(mend === undefined ? {} : { mend })
    };
}

export function errorText(problem: Problem, style: Style, width: number): string {
    const line = (label: string, text: string): string =>
        wrap(text, width, { first: `  ${style.dim(label.padEnd(5))}  `, rest: ' '.repeat(9) });
    return [
        wrap(problem.message, width, { first: `${style.bad('Error:')} ` }),
        ...(problem.where === undefined ? [] : [line('where', problem.where)]),
        ...(problem.mend === undefined
            ? []
            : problem.mend.split('\n').map((text, i) => line(i === 0 ? 'do' : '', text)))
    ].join('\n');
}
