/** Numbers that look random and are the same in every run. */
export interface Random {
    /** A whole number in [from, to]. */
    between(from: number, to: number): number;
    pick<T>(values: readonly T[]): T;
}

/** Mulberry32: small, and good enough to scatter cases. */
export function randomFrom(seed: number): Random {
    let state = seed;
    const next = (): number => {
        state = (state + 0x6d2b79f5) | 0;
        let t = Math.imul(state ^ (state >>> 15), state | 1);
        t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
        return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
    };
    const between = (from: number, to: number): number =>
        from + Math.floor(next() * (to - from + 1));
    return { between, pick: (values) => values[between(0, values.length - 1)] as never };
}
