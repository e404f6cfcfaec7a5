/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import { CACHE } from '../build/cache.ts';

/** The port when none is asked for. */
export const PORT = 4173;

/** Where people are kept when no other file is named. */
const STATE = `${CACHE}/preview-state.json`;

export const HELP = `Usage: npm start [-- --port <port>]

Opens a page on which each test person's record stands in both CRMs side by side, over a local
sandbox: no CRM is behind it and nothing leaves this machine.

  --port <port>   port on 127.0.0.1 (default ${PORT}); 0 takes a free one
  --state <file>  where everybody is kept as left (default ${STATE})
  --help          print this
`;

export interface Arguments {
    readonly help: boolean;
    readonly port: number;
    readonly state: string;
}

/** Reads the command line, or says in `error` what is wrong with it. */
export function readArguments(argv: readonly string[]): Arguments | { readonly error: string } {
    try {
        const { values } = parseArgs({
            args: [...argv],
            options: {
                port: { type: 'string' },
                state: { type: 'string' },
                help: { type: 'boolean' }
            }
        });
        const { port = String(PORT), state = STATE, help = false } = values;
        if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
            return { error: `--port takes a number from 0 to 65535, not "${port}".` };
        }
        return { help, port: Number(port), state };
    } catch (error) {
        return { error: (error as Error).message };
    }
}
