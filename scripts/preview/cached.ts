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
import { CACHE } from '../build/cache.ts';
import { withProgress } from '../setup/progress.mjs';

const DAY = 24 * 60 * 60 * 1000;
const SKIPPED = new Set(['node_modules', '__tests__', 'packages']);

/**
 * A folder that `build` fills, kept for as long as nothing in `sources` (files and folders) changes.
 * @returns the folder
 */
export async function cached(
    name: string,
    label: string,
    sources: readonly string[],
    build: (folder: string) => Promise<void>
): Promise<string> {
    const folder = path.join(CACHE, `${name}-${keyOf(['package-lock.json', ...sources])}`);
    if (existsSync(folder)) return folder;
    const unfinished = path.join(CACHE, `${name}.part`);
    for (const old of existsSync(CACHE) ? readdirSync(CACHE) : []) {
        const place = path.join(CACHE, old);
        // One of today may still be served by a preview that runs.
        const isOld = Date.now() - statSync(place).mtimeMs > DAY;
        if (old.startsWith(`${name}-`) && isOld) rmSync(place, { recursive: true });
    }
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await withProgress(label, () => build(unfinished));
    renameSync(unfinished, folder);
    return folder;
}

function keyOf(sources: readonly string[]): string {
    const hash = createHash('sha256');
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
