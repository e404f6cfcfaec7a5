/** Small steps from what was written to what is agreed. */
import { parseDuration } from './duration.ts';
import type { Duration } from './types.ts';

/** The schema has made sure that it is a duration, and of a form its place allows. */
export function duration(text: string): Duration {
    return parseDuration(text, 'window') ?? parseDuration(text, 'calendar') ?? { ms: 0, text };
}

export function timeOrNull(text: string | null): Duration | null {
    return text === null ? null : duration(text);
}

/** A map as a list in its order, each item with its key as id. */
export function listed<Item, Result>(
    map: { readonly [id: string]: Item } | undefined,
    convert: (item: Item) => Result
): (Result & { readonly id: string })[] {
    return Object.entries(map ?? {}).map(([id, item]) => ({ id, ...convert(item) }));
}
