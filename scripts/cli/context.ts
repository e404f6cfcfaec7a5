import path from 'node:path';
import type { Io } from './io.ts';
import { prompts, type Prompts } from './ask.ts';
import type { Output, OutputOptions } from './output/output.ts';

/** The folder of the project that is deployed; another one for a company's own, or a test's. */
export function projectRoot({ io }: Pick<Context, 'io'>): string {
    return io.env['HANDOFF_PROJECT'] || '.';
}

/** The options that every command takes. */
export interface GlobalOptions extends OutputOptions {
    readonly yes: boolean;
}

export interface Context {
    readonly io: Io;
    readonly out: Output;
    readonly ask: Prompts;
    /** The absolute path of a file that the person named. */
    readonly file: (named: string) => string;
}

export function contextOf(io: Io, out: Output, { yes }: GlobalOptions): Context {
    return {
        io,
        out,
        ask: prompts(io, out, yes),
        file: (named) => path.resolve(io.folder, named)
    };
}
