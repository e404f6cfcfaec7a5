/** Where a report is written: checked before anything is read, written whole or not at all. */
import { randomUUID } from 'node:crypto';
import {
    chmodSync,
    mkdirSync,
    realpathSync,
    renameSync,
    rmSync,
    statSync,
    writeFileSync
} from 'node:fs';
import type { BigIntStats } from 'node:fs';
import path from 'node:path';
import { CliError } from '../cli/output/errors.ts';
import { EXIT } from '../cli/output/exit.ts';

/** A file as the person named it, and its absolute path. */
export interface NamedFile {
    readonly name: string;
    readonly path: string;
}

/** A file as the operating system knows it, so that a link or another spelling is the same file. */
interface Place extends NamedFile {
    readonly stats: BigIntStats | null;
}

/**
 * Refuses outputs that would overwrite one of the inputs or each other, and those that no file can be
 * written to. Files count as the same by device and inode: links, relative paths and the case of letters
 * hide nothing.
 * Errors: throws a CliError that names the two files.
 */
export function checkOutputs(outputs: readonly NamedFile[], inputs: readonly NamedFile[]): void {
    const read = inputs.map(placeOf);
    const written: Place[] = [];
    for (const output of outputs.map(placeOf)) {
        const { name, stats } = output;
        if (stats?.isDirectory()) throw refused(name, 'it is a folder');
        if (stats && !stats.isFile()) throw refused(name, 'it is not a regular file');
        const input = read.find((one) => isSame(one, output));
        if (input) {
            throw new CliError(EXIT.usage, {
                code: 'report.overwrites_input',
                message: `Writing ${name} would overwrite ${input.name}, which the report reads. Nothing was written.`,
                mend: 'Name another file with --out: the .csv and .json of the same name are written too.'
            });
        }
        const other = written.find((one) => isSame(one, output));
        if (other) {
            throw new CliError(EXIT.usage, {
                code: 'report.same_output',
                message: `The report would write ${other.name} and ${name} to the same file. Nothing was written.`,
                mend: 'Name the page with --out, for example --out report.html: its .csv and .json are named after it.'
            });
        }
        written.push(output);
    }
}

/**
 * Writes all files, or none: each goes to a temporary file beside its place first, and replaces what is there
 * only when all of them are complete.
 * Errors: throws a CliError that names the file that cannot be written.
 */
export function writeOutputs(files: readonly (NamedFile & { readonly text: string })[]): void {
    const ready: (NamedFile & { readonly target: string; readonly temporary: string })[] = [];
    try {
        for (const { name, path: file, text } of files) {
            blaming(name, () => {
                mkdirSync(path.dirname(file), { recursive: true });
                const { stats, path: target } = placeOf({ name, path: file });
                const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
                ready.push({ name, path: file, target, temporary });
                writeFileSync(temporary, text, { flag: 'wx' });
                if (stats) chmodSync(temporary, Number(stats.mode & 0o777n));
            });
        }
        for (const { name, target, temporary } of ready) {
            blaming(name, () => renameSync(temporary, target));
        }
    } finally {
        for (const { temporary } of ready) rmSync(temporary, { force: true });
    }
}

/** Follows links, of the folder too where the file does not exist yet. */
function placeOf({ name, path: file }: NamedFile): Place {
    try {
        const target = realpathSync(file);
        return { name, path: target, stats: statSync(target, { bigint: true }) };
    } catch {
        const folder = path.dirname(file);
        const parent = folder === file ? file : placeOf({ name, path: folder }).path;
        return { name, path: path.join(parent, path.basename(file)), stats: null };
    }
}

/** Two files that do not exist yet may differ by the case of letters alone, which some disks do not keep. */
function isSame(a: Place, b: Place): boolean {
    if (a.stats && b.stats) return a.stats.dev === b.stats.dev && a.stats.ino === b.stats.ino;
    const plain = ({ path: file }: Place): string => file.normalize('NFC').toLowerCase();
    return !a.stats && !b.stats && plain(a) === plain(b);
}

function blaming(name: string, write: () => void): void {
    try {
        write();
    } catch (error) {
        throw refused(name, (error as Error).message, error);
    }
}

function refused(name: string, reason: string, cause?: unknown): CliError {
    return new CliError(
        EXIT.usage,
        {
            code: 'file.unwritable',
            message: `Cannot write ${name}: ${reason}.`,
            mend: 'Name another file with --out.'
        },
        cause
    );
}
