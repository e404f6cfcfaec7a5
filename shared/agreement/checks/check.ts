import type { Finding, Path } from '../finding.ts';
import type { Draft } from '../read.ts';
import type { Written } from '../schema.ts';

/** What a check looks at: what could be read, and whether a part of it was left out. */
export interface Checked {
    readonly draft: Draft<Written>;
    /** Something at or under the path could not be read, so that nothing can be said about the whole of it. */
    readonly broken: (...path: Path) => boolean;
}

/** Looks for one kind of nonsense that the shape lets pass. */
export type Check = (checked: Checked) => readonly Finding[];

/** The entries of a map or a list that could be read. */
export function entriesOf<Item>(
    map: { readonly [key: string]: Item | undefined } | undefined
): [string, NonNullable<Item>][] {
    return Object.entries(map ?? {}).filter(
        (entry): entry is [string, NonNullable<Item>] => entry[1] !== undefined && entry[1] !== null
    );
}

export function itemsOf<Item>(
    list: { readonly [index: number]: Item | undefined } | undefined
): [number, NonNullable<Item>][] {
    return entriesOf(list ?? {}).map(([i, item]) => [Number(i), item]);
}
