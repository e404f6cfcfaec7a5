/** Which files read which: by an import, or by a path in a string, as tests read metadata and agreements. */
import path from 'node:path';

/** A file's text by its path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

const LWC = 'force-app/main/default/lwc';
/** What a name stands for that is no path. */
const NAMES: readonly (readonly [RegExp, string])[] = [
    [/^@handoff\/core$/, 'scripts/build/ui-core.ts'],
    [/^handoff:agreement$/, 'shared/agreement/agreement.yaml'],
    [/^c\/(\w+)$/, `${LWC}/$1`]
];
/** Folders that a name without a slash can mean. */
const FOLDERS = ['force-app', 'hubspot-project'];

/**
 * How far each file is from the changed ones: 0 for those themselves, 1 for what reads one of them, and
 * so on. Whatever does not depend on them is absent.
 */
export function distances(
    changed: readonly string[],
    sources: Sources
): ReadonlyMap<string, number> {
    const readers = readersOf(sources);
    const found = new Map(changed.map((file) => [file, 0]));
    for (const [file, distance] of found) {
        // Who reads a whole folder reads what changed in it.
        const read = distance === 0 ? [file, ...parents(file)] : [file, ...bundleOf(file)];
        for (const reader of read.flatMap((one) => readers.get(one) ?? [])) {
            if (!found.has(reader)) found.set(reader, distance + 1);
        }
    }
    return found;
}

/** By a file or folder, the files that name it. */
function readersOf(sources: Sources): ReadonlyMap<string, readonly string[]> {
    const readers = new Map<string, string[]>();
    for (const [file, text] of sources) {
        for (const read of new Set(named(file, text))) {
            readers.set(read, [...(readers.get(read) ?? []), file]);
        }
    }
    return readers;
}

function named(file: string, text: string): string[] {
    return [...text.matchAll(/(['"`])([\w@./:-]+)\1/g)].flatMap(([, , name = '']) => {
        if (name.startsWith('.')) return [path.posix.join(path.posix.dirname(file), name)];
        const known = NAMES.find(([pattern]) => pattern.test(name));
        if (known) return [name.replace(...known)];
        return name.includes('/') || FOLDERS.includes(name) ? [name] : [];
    });
}

function parents(file: string): string[] {
    const folder = path.posix.dirname(file);
    return folder === '.' ? [] : [folder, ...parents(folder)];
}

/** The component that a file is part of: others import it by its folder's name. */
function bundleOf(file: string): string[] {
    const folder = path.posix.dirname(file);
    return path.posix.dirname(folder) === LWC ? [folder] : [];
}
