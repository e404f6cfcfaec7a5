/** Runs the command as a person would, in a folder of its own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import type { AcceptanceOverview } from '../../shared/acceptance/overviewTypes.ts';
import { run } from './main.ts';
import type { Reading } from './reading.ts';

export interface Ran {
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
    /** The three files; empty when they were not written. */
    readonly page: string;
    readonly csv: string;
    readonly json: string;
    readonly numbers: () => { readonly overview: AcceptanceOverview; readonly reading: Reading };
}

/** @param text of the file of leads, which is called `name` */
export async function reportOn(
    text: string | Buffer,
    argv: readonly string[] = [],
    name = 'leads.csv',
    env: NodeJS.ProcessEnv = {}
): Promise<Ran> {
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-report-'));
    try {
        writeFileSync(path.join(folder, name), text);
        const { code, stderr, stdout } = await reportIn(folder, ['--from', name, ...argv], env);
        const written = (extension: string): string => {
            try {
                return readFileSync(path.join(folder, `report.${extension}`), 'utf8');
            } catch {
                return '';
            }
        };
        const json = written('json');
        return {
            code,
            stdout,
            stderr,
            page: written('html'),
            csv: written('csv'),
            json,
            numbers: () => JSON.parse(json) as ReturnType<Ran['numbers']>
        };
    } finally {
        rmSync(folder, { recursive: true });
    }
}

/** Runs the command in a folder that is there; `said` is what it told without line breaks. */
export async function reportIn(
    folder: string,
    argv: readonly string[],
    env: NodeJS.ProcessEnv = {}
): Promise<{
    readonly code: number;
    readonly stdout: string;
    readonly stderr: string;
    readonly said: string;
}> {
    const stdout = collector();
    const stderr = collector();
    const code = await run([...argv, '--quiet'], {
        stdin: Object.assign(new PassThrough(), { isTTY: false }),
        stdout: stdout.stream,
        stderr: stderr.stream,
        env: { NO_COLOR: '1', ...env },
        folder,
        now: () => Date.UTC(2026, 10, 22)
    });
    const said = stderr.text().replace(/\n\s*/g, ' ');
    return { code, stdout: stdout.text(), stderr: stderr.text(), said };
}

function collector() {
    let text = '';
    const stream = new Writable({
        write(chunk: Buffer, _encoding, done) {
            text += chunk.toString();
            done();
        }
    });
    return { stream: Object.assign(stream, { isTTY: false, columns: 80 }), text: () => text };
}
