import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { CACHE } from '../../scripts/build/cache.ts';

/** A short name for these contents; another when a byte of them differs. */
export function hashOf(contents: readonly (string | Buffer)[]): string {
    const hash = createHash('sha256');
    // The length keeps `ab` `c` apart from `a` `bc`.
    for (const content of contents) hash.update(`${content.length}:`).update(content);
    return hash.digest('hex').slice(0, 16);
}

/**
 * The findings of a check that takes long, from the cache where the same has been checked before.
 *
 * @param inputs everything the findings depend on: the files' names and contents, the tool's version
 */
export async function cached<T>(
    name: string,
    inputs: readonly (string | Buffer)[],
    check: () => Promise<T>
): Promise<T> {
    const file = path.join(CACHE, `${name}-${hashOf(inputs)}.json`);
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as T;
    const found = await check();
    mkdirSync(CACHE, { recursive: true });
    // Renamed when it is whole: another process may look for it now.
    const part = `${file}.${process.pid}`;
    writeFileSync(part, JSON.stringify(found));
    renameSync(part, file);
    return found;
}
