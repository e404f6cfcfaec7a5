/** Which item of one list is which of the other. */

type Item = { readonly [key: string]: unknown };

/** What makes an item itself, in the order of trying; the rest of it may change. */
const NAMES = ['id', 'code', 'role', 'to', 'after', 'metric', 'signal', 'label', 'kind'];

export interface Pair {
    /** Unique in the list: the item's own name, and a number where several have it. */
    readonly key: string;
    /** Undefined: it is new. */
    readonly before: unknown;
    /** Undefined: it is gone. */
    readonly after: unknown;
}

/**
 * Pairs the items of two lists: first those that are the same, then those of one name in their order.
 * In the order of the new list, and what is gone at the end.
 */
export function pairs(before: readonly unknown[], after: readonly unknown[]): Pair[] {
    const rest = [...before];
    const take = (matches: (item: unknown) => boolean): unknown => {
        const at = rest.findIndex(matches);
        return at < 0 ? undefined : rest.splice(at, 1)[0];
    };
    const same = after.map((item) => take((old) => isSame(old, item)));
    const met = after.map((item, i) => same[i] ?? take((old) => nameOf(old) === nameOf(item)));
    const found = [
        ...after.map((item, i) => ({ before: met[i], after: item })),
        ...rest.map((item) => ({ before: item, after: undefined }))
    ];
    return found.map((pair, i) => {
        const name = nameOf(pair.after ?? pair.before);
        const earlier = found.slice(0, i).filter((one) => nameOf(one.after ?? one.before) === name);
        return { key: earlier.length === 0 ? name : `${name} ${earlier.length + 1}`, ...pair };
    });
}

export function isItem(value: unknown): value is Item {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: unknown): string {
    if (!isItem(value)) return String(value);
    const name = NAMES.map((key) => value[key]).find(
        (one): one is string => typeof one === 'string'
    );
    return name ?? '';
}

/** Plain data, whatever the order of its keys. */
export function isSame(a: unknown, b: unknown): boolean {
    if (a === b) return true;
    if (Array.isArray(a) && Array.isArray(b)) {
        return a.length === b.length && a.every((item, i) => isSame(item, b[i]));
    }
    if (!isItem(a) || !isItem(b)) return false;
    const keys = Object.keys({ ...a, ...b });
    return keys.every((key) => isSame(a[key], b[key]));
}
