import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { PackageError } from './errors.ts';

/** An element of a metadata file; tags are read as text, so that `<length>20</length>` stays '20'. */
export type Element = { readonly [tag: string]: unknown };

export interface MetadataFile {
    readonly path: string;
    /** File name without `.kind-meta.xml`. */
    readonly name: string;
    /** Folder above the kind's own: the object of a field or of a validation rule. */
    readonly parent: string;
    readonly content: Element;
}

const parser = new XMLParser({ parseTagValue: false, ignoreAttributes: true });

/** Every path under a folder, in a stable order. */
export function filesUnder(folder: string): string[] {
    const entries = readdirSync(folder, { withFileTypes: true });
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    return entries.flatMap((entry) => {
        const path = join(folder, entry.name);
        return entry.isDirectory() ? filesUnder(path) : [path];
    });
}

/** The files of one kind (`field`, `validationRule`, `object`, `globalValueSet`). */
export function readMetadata(paths: readonly string[], kind: string): MetadataFile[] {
    const ending = `.${kind}-meta.xml`;
    return paths
        .filter((path) => path.endsWith(ending))
        .map((path) => {
            const document = parser.parse(readFileSync(path, 'utf8')) as Element;
            const root = Object.entries(document).find(([tag]) => !tag.startsWith('?'))?.[1];
            if (typeof root !== 'object' || root === null) {
                throw new PackageError(`${path}: the file has no root element`);
            }
            const folder = dirname(path);
            return {
                path,
                name: basename(path, ending),
                parent: basename(kind === 'object' ? folder : dirname(folder)),
                content: root as Element
            };
        });
}

export function textOf(element: Element | null, tag: string): string | null {
    const value = element?.[tag];
    return typeof value === 'string' ? value : null;
}

export function childOf(element: Element | null, tag: string): Element | null {
    const value = element?.[tag];
    return typeof value === 'object' && value !== null ? (value as Element) : null;
}

/** XML does not tell one element from a list of one. */
export function childrenOf(element: Element | null, tag: string): Element[] {
    const value = element?.[tag];
    if (value === undefined) return [];
    return (Array.isArray(value) ? value : [value]).filter(
        (child): child is Element => typeof child === 'object' && child !== null
    );
}
