/** Files that a person names: problems with them are told, not thrown at them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from './context.ts';
import { CliError } from './output/errors.ts';
import { EXIT } from './output/exit.ts';

/** The text of a file, from where the person stands. Throws a CliError when it cannot be read. */
export function readText({ file }: Context, named: string): string {
    try {
        return readFileSync(file(named), 'utf8');
    } catch (error) {
        throw unusable('file.unreadable', named, reasonOf(error), error);
    }
}

/** Writes a file and the folders above it; what is there stays, unless `force`. */
export function writeText(
    context: Context,
    named: string,
    text: string,
    { force }: { readonly force: boolean }
): void {
    if (!force) refuseToOverwrite(context, named);
    const target = context.file(named);
    try {
        mkdirSync(path.dirname(target), { recursive: true });
        writeFileSync(target, text);
    } catch (error) {
        throw unusable('file.unwritable', named, reasonOf(error), error);
    }
}

/** To be asked before questions that would be answered in vain. */
export function refuseToOverwrite({ file }: Context, named: string): void {
    if (!existsSync(file(named))) return;
    throw new CliError(EXIT.usage, {
        code: 'file.exists',
        message: `${named} is there already, and nothing was written.`,
        mend: 'Name another file with --out, or pass --force to overwrite it.'
    });
}

const REASONS: { readonly [code: string]: string } = {
    ENOENT: 'there is no such file',
    ENOTDIR: 'a folder of its path is a file',
    EISDIR: 'it is a folder',
    EACCES: 'this user may not do that',
    EPERM: 'this user may not do that',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full'
};

function reasonOf(error: unknown): string {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return REASONS[code] ?? message;
}

function unusable(code: string, named: string, reason: string, cause: unknown): CliError {
    const verb = code === 'file.unreadable' ? 'read' : 'write';
    const message = `Cannot ${verb} ${named}: ${reason}.`;
    return new CliError(EXIT.usage, { code, message, mend: 'Name another file.' }, cause);
}
