/** Runs the command for tests: in this process for speed, or as people do, in one of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { PassThrough, Writable } from 'node:stream';
import { expect } from 'vitest';
import type { In, Out } from '../io.ts';
import { widthOf } from '../output/text.ts';
import { run } from '../program.ts';

const COLUMNS = 80;
const GOLDEN = path.resolve('test/cli/golden');

export interface Ran {
    readonly argv: readonly string[];
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
}
export interface RunOptions {
    /** The folder that the command is typed in; the project's when none is given. */
    readonly folder?: string;
    /** Besides PATH and HOME in a child, and nothing here. */
    readonly env?: NodeJS.ProcessEnv;
    readonly isColoured?: boolean;
    readonly now?: number;
    /** The keys that somebody presses, each when the one before is answered; none: nobody is there. */
    readonly keys?: readonly string[];
}

/** In this process. */
export async function runHere(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const { folder = process.cwd(), env = {}, isColoured = false, now = 0, keys } = options;
    const isThere = keys !== undefined;
    const stdout = collector(false);
    const stderr = collector(isThere);
    const stdin = isThere
        ? typing(keys, stderr)
        : Object.assign(new PassThrough(), { isTTY: false });
    const code = await run(argv, {
        stdin,
        stdout: stdout.stream,
        stderr: stderr.stream,
        env: { ...(isColoured ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }), ...env },
        folder,
        now: () => now
    });
    return { argv, code, stdout: stdout.text(), stderr: stderr.text() };
}

/** In a process of its own, through the very file that `npx handoff` starts; without a terminal. */
export function runChild(argv: readonly string[], options: RunOptions = {}): Promise<Ran> {
    const { folder = process.cwd(), env = {}, isColoured = false } = options;
    const { PATH, HOME, USERPROFILE, SystemRoot } = process.env;
    return new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [path.resolve('scripts/handoff.mjs'), ...argv], {
            cwd: folder,
            env: {
                ...{ PATH, HOME, USERPROFILE, SystemRoot },
                ...(isColoured ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' }),
                ...env
            },
            stdio: ['ignore', 'pipe', 'pipe']
        });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
        child.on('error', reject);
        child.on('close', (code) => resolve({ argv, code: code ?? -1, stdout, stderr }));
    });
}

/**
 * Holds what a command printed against test/cli/golden/NAME.txt (`vitest -u` rewrites it), and no line
 * against more than 80 columns. Escapes of colours are shown as ␛; `stable` puts something that stays in
 * the place of what changes from one day to the next.
 */
export async function golden(
    name: string,
    ran: Ran,
    stable: (text: string) => string = (text) => text
): Promise<void> {
    const text = stable(transcript(ran));
    const wide = text.split('\n').filter((line) => widthOf(line.replaceAll('␛', '\x1b')) > COLUMNS);
    expect(wide, 'lines of more than 80 columns').toEqual([]);
    await expect(text).toMatchFileSnapshot(path.join(GOLDEN, `${name}.txt`));
}

function transcript({ argv, code, stdout, stderr }: Ran): string {
    const typed = argv.map((word) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word}'`));
    const parts = [
        `$ handoff ${typed.join(' ')}`,
        ...(stdout === '' ? [] : [stdout.trimEnd()]),
        ...(stderr === '' ? [] : ['── stderr', stderr.trimEnd()]),
        `── exit ${code}`
    ];
    return `${parts.join('\n')}\n`.replaceAll('\x1b', '␛');
}

function collector(isTTY: boolean): {
    stream: Out;
    text: () => string;
    settled: () => Promise<void>;
} {
    let text = '';
    const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
            text += chunk.toString();
            done();
        }
    });
    return {
        stream: Object.assign(stream, { isTTY, columns: COLUMNS }),
        text: () => text,
        /** When nothing more was printed for a moment. */
        async settled() {
            let before: number;
            do {
                before = text.length;
                await new Promise((resolve) => setTimeout(resolve, 20));
            } while (text.length !== before);
        }
    };
}

/** A terminal's stdin on which somebody presses keys, each once the screen stands still. */
function typing(keys: readonly string[], screen: ReturnType<typeof collector>): In {
    const stdin = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => stdin });
    void (async () => {
        for (const key of keys) {
            await screen.settled();
            stdin.write(key);
        }
    })();
    return stdin as In;
}
