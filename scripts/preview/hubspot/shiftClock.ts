/** Makes `Date.now()` and `new Date()` of this global scope read another time, so that a timer can be watched. */
export function shiftClock(offset: number): void {
    const RealDate = Date;
    const now = () => RealDate.now() + offset;
    globalThis.Date = new Proxy(RealDate, {
        apply: () => new RealDate(now()).toString(),
        construct: (target, args: readonly unknown[], newTarget) =>
            Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
        get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key) as unknown))
    });
}
