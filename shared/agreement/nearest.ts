/** The known name nearest to a mistyped one, or null when none is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | null {
    const wanted = name.toLowerCase();
    let best: string | null = null;
    // A third of the letters may be wrong; more is another word.
    let fewest = Math.max(1, Math.floor(wanted.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - wanted.length) >= fewest) continue;
        const distance = editDistance(wanted, candidate.toLowerCase());
        if (distance < fewest) {
            best = candidate;
            fewest = distance;
        }
    }
    return best;
}

/** `; did you mean "threshold"?`, or else the list of what there is. */
export function suggestion(name: string, known: readonly string[]): string {
    const near = nearest(name, known);
    if (near !== null) return `; did you mean "${near}"?`;
    return known.length === 0 ? '; there are none yet' : `; use one of: ${known.join(', ')}`;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
export function editDistance(a: string, b: string): number {
    const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
    const cell = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
    for (let i = 1; i <= a.length; i += 1) {
        rows.push([i]);
        for (let j = 1; j <= b.length; j += 1) {
            const replaced = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
            rows[i]?.push(
                Math.min(
                    replaced,
                    cell(i - 1, j) + 1,
                    cell(i, j - 1) + 1,
                    swapped ? cell(i - 2, j - 2) + 1 : Infinity
                )
            );
        }
    }
    return cell(a.length, b.length);
}
