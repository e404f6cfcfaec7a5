/** Runs before all else in a frame: from then on every clock of the frame is the person's. */
const shift = Number(document.currentScript?.dataset.shift ?? '0');
const RealDate = Date;

class ShiftedDate extends RealDate {
    constructor(...given: unknown[]) {
        // @ts-expect-error Date takes any of its argument lists.
        super(...(given.length === 0 ? [RealDate.now() + shift] : given));
    }

    static override now(): number {
        return RealDate.now() + shift;
    }
}
globalThis.Date = ShiftedDate as unknown as DateConstructor;
