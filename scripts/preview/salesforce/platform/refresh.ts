/** Stands behind `lightning/refresh`. */
type Handler = () => Promise<boolean>;

const handlers = new Map<number, Handler>();
let last = 0;

export function registerRefreshHandler(_element: object, handler: Handler): number {
    last += 1;
    handlers.set(last, handler);
    return last;
}

export function unregisterRefreshHandler(id: number): void {
    handlers.delete(id);
}

/** A component asks the page to refresh. */
export class RefreshEvent extends CustomEvent<void> {
    static readonly NAME = 'lightning__refreshview';

    constructor() {
        super(RefreshEvent.NAME, { bubbles: true, composed: true });
    }
}

/** What the page then does. */
addEventListener(RefreshEvent.NAME, () => {
    for (const handler of handlers.values()) void handler();
});
