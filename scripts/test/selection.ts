/** Which tests a change is worth in half a minute. */

/** Milliseconds that a test file took when it ran last, by its path. */
export type Durations = { readonly [file: string]: number };

export interface Selection {
    readonly chosen: readonly string[];
    /** Tests that depend on the change, too, and would take too long. */
    readonly left: readonly string[];
}

/** A file that never ran here. */
const UNKNOWN_MS = 2_000;

/**
 * The nearest tests first, as many as take no longer than `budget` by what they took before. A test that was
 * changed itself is always among them.
 */
export function select(
    distances: ReadonlyMap<string, number>,
    isTest: (file: string) => boolean,
    durations: Durations,
    budget: number
): Selection {
    const costOf = (file: string): number => durations[file] ?? UNKNOWN_MS;
    const tests = [...distances]
        .filter(([file]) => isTest(file))
        .sort(([a, far], [b, further]) => far - further || costOf(a) - costOf(b));
    const chosen: string[] = [];
    const left: string[] = [];
    let spent = 0;
    for (const [file, distance] of tests) {
        const cost = costOf(file);
        if (distance > 0 && spent + cost > budget) left.push(file);
        else {
            chosen.push(file);
            spent += cost;
        }
    }
    return { chosen, left };
}
