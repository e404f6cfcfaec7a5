/** Round steps of an axis from 0 up to a value: 1, 2 or 5 times a power of ten. */
export function ticksOf(most: number): number[] {
    if (!(most > 0)) return [0, 1];
    const power = 10 ** Math.floor(Math.log10(most / 4));
    const step = power * ([1, 2, 5, 10].find((times) => most / (power * times) <= 5) ?? 10);
    const count = Math.ceil(most / step - 1e-9);
    return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(6)));
}
