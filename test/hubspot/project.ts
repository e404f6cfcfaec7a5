/** What the project's own config files say, for the checks that go over all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../hubspot-project', import.meta.url));
export const SOURCE = path.join(PROJECT, 'src');

export interface Meta {
    /** Relative to the source folder. */
    readonly file: string;
    readonly uid: string;
    readonly type: string;
    /** Relative to the source folder; null where a type has none. */
    readonly entrypoint: string | null;
}

/** Every *-hsmeta.json of the project. */
export function metaFiles(): readonly Meta[] {
    return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('-hsmeta.json') && !file.includes('node_modules'))
        .map((file) => {
            const { uid, type, config } = JSON.parse(
                readFileSync(path.join(SOURCE, file), 'utf8')
            ) as { uid: string; type: string; config: { entrypoint?: string } };
            return { file, uid, type, entrypoint: config.entrypoint?.replace(/^\//, '') ?? null };
        });
}

/** The uids of the project's app functions. */
export function functionUids(): readonly string[] {
    return metaFiles()
        .filter(({ type }) => type === 'app-function')
        .map(({ uid }) => uid);
}

/** The entry files of cards, pages and settings, each once, relative to the source folder. */
export function extensionEntries(): readonly string[] {
    const entries = metaFiles()
        .filter(({ type }) => ['card', 'page', 'settings'].includes(type))
        .map(({ entrypoint }) => entrypoint ?? '');
    return [...new Set(entries)];
}
