import { childrenOf, readMetadata, textOf } from '../metadata.ts';

/** The package's custom labels, by lower-case name. */
export function readLabels(paths: readonly string[]): ReadonlyMap<string, string> {
    const labels = new Map<string, string>();
    for (const { content } of readMetadata(paths, 'labels')) {
        for (const label of childrenOf(content, 'labels')) {
            const name = textOf(label, 'fullName');
            if (name !== null) labels.set(name.toLowerCase(), textOf(label, 'value') ?? '');
        }
    }
    return labels;
}
