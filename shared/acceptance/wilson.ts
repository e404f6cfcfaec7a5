/** The 97.5% quantile of the normal distribution, for a 95% interval. */
const Z = 1.959963984540054;

/** Wilson's 95% interval for `hits` of `trials`, within 0..1 also for few trials; `trials` is above 0. */
export function wilsonInterval(hits: number, trials: number): { low: number; high: number } {
    const rate = hits / trials;
    const square = (Z * Z) / trials;
    const centre = (rate + square / 2) / (1 + square);
    const half =
        (Z / (1 + square)) * Math.sqrt((rate * (1 - rate)) / trials + square / (4 * trials));
    // Rounding may put the rate a hair outside at 0 and 1.
    return {
        low: Math.max(0, Math.min(rate, centre - half)),
        high: Math.min(1, Math.max(rate, centre + half))
    };
}
