// The time of a thread that moves only when it is told to, so that a wait of seconds takes none.

/** @typedef {{ at: number, run: () => void }} Timer */

/**
 * Replaces this thread's clock and timers. `step` moves to the next timer, and only when the function
 * waits for nothing but the given number of calls that never end.
 */
export function stopTime() {
    let now = 0;
    let fetching = 0;
    /** @type {Set<Timer>} */
    const timers = new Set();

    /** @param {() => void} run @param {number} ms */
    function after(run, ms) {
        const timer = { at: now + Math.max(0, ms), run };
        timers.add(timer);
        return timer;
    }

    performance.now = () => now;
    // @ts-expect-error Node's own timers have more methods than anything here calls.
    globalThis.setTimeout = (run, ms = 0, ...args) => {
        /** @type {any} */
        let timer = after(() => run(...args), ms);
        const handle = {
            get timer() {
                return timer;
            },
            ref: () => handle,
            unref: () => handle,
            hasRef: () => true,
            refresh() {
                timers.delete(timer);
                timer = after(() => run(...args), ms);
                return handle;
            }
        };
        return handle;
    };
    globalThis.clearTimeout = (/** @type {any} */ handle) => {
        if (handle) timers.delete(handle.timer);
    };
    AbortSignal.timeout = (ms) => {
        const controller = new AbortController();
        after(() => controller.abort(new DOMException('timed out', 'TimeoutError')), ms);
        return controller.signal;
    };

    const fetchNow = globalThis.fetch;
    // The whole answer at once: while it is read, the time must not move either.
    globalThis.fetch = async (...args) => {
        fetching += 1;
        try {
            const answer = await fetchNow(...args);
            const body = await answer.arrayBuffer();
            const { status, headers } = answer;
            return new Response(body.byteLength === 0 ? null : body, { status, headers });
        } finally {
            fetching -= 1;
        }
    };

    return {
        now: () => now,
        /** @param {number} hanging */
        step(hanging) {
            if (fetching > hanging) return;
            const [first] = [...timers].sort((a, b) => a.at - b.at);
            if (first === undefined) return;
            now = Math.max(now, first.at);
            timers.delete(first);
            first.run();
        }
    };
}
