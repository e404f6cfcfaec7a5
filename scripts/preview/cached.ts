import { createHash } from 'node:crypto';
import {
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    renameSync,
    rmSync,
    statSync
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CACHE } from '../build/cache.ts';
import { withProgress } from '../setup/progress.mjs';

const DAY = 24 * 60 * 60 * 1000;
const SKIPPED = new Set(['node_modules', '__tests__', 'packages']);

/** What is built once for each state of its sources. */
export interface Buildable {
    readonly name: string;
    /** What a person reads while it is built; null: nothing. */
    readonly label: string | null;
    /** Files and folders. */
    readonly sources: readonly string[];
    /** Whatever else it is built from. */
    readonly key?: string;
}

/** Where it is, or will be. */
export function folderOf({ name, sources, key = '' }: Buildable): string {
    return path.join(CACHE, `${name}-${keyOf(['package-lock.json', ...sources], key)}`);
}

/**
 * A folder that `build` fills, kept for as long as nothing that it is built from changes.
 * @returns the folder
 */
export async function cached(
    buildable: Buildable,
    build: (folder: string) => Promise<void>
): Promise<string> {
    const folder = folderOf(buildable);
    if (existsSync(folder)) return folder;
    const { name, label } = buildable;
    const unfinished = path.join(CACHE, `${name}.${process.pid}.part`);
    for (const old of existsSync(CACHE) ? readdirSync(CACHE) : []) {
        const place = path.join(CACHE, old);
        // One of today may still be served by a preview that runs.
        const isOld = Date.now() - statSync(place).mtimeMs > DAY;
        if (new RegExp(`^${name}[-.]`).test(old) && isOld) rmSync(place, { recursive: true });
    }
    mkdirSync(unfinished, { recursive: true });
    const built = () => build(unfinished);
    await (label === null ? built() : withProgress(label, built));
    // Another process may have been faster.
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
    return folder;
}

function keyOf(sources: readonly string[], key: string): string {
    const hash = createHash('sha256').update(key);
    for (const file of sources.flatMap(filesUnder))
        hash.update(`${file}\0`).update(readFileSync(file));
    return hash.digest('hex').slice(0, 16);
}

function filesUnder(source: string): string[] {
    if (!statSync(source).isDirectory()) return [source];
    return readdirSync(source)
        .filter((name) => !SKIPPED.has(name) && !name.includes('.test.'))
        .sort()
        .flatMap((name) => filesUnder(path.join(source, name)));
}
