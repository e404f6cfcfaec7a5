const MOST = 10_000;

/** A function of texts that remembers what it gave: the same few come a million times in a file. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
    const known = new Map<string, T>();
    return (text) => {
        let found = known.get(text);
        if (found === undefined) {
            found = read(text);
            if (known.size < MOST) known.set(text, found);
        }
        return found;
    };
}
