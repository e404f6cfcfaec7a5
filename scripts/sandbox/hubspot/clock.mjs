// The time of a thread that moves only when it is told to, so that a wait of seconds takes none.

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

/** @typedef {{ at: number, run: () => void }} Timer */

/**
 * Replaces this thread's clock and timers. `step` moves to the next timer that does anything, and only
 * when nothing else is awaited than the given number of calls that never end.
 */
export function stopTime() {
    let now = 0;
    let fetching = 0;
    /** Calls that began or ended, and timers that were set. */
    let changes = 0;
    /** @type {Set<Timer>} */
    const timers = new Set();

    /** @param {() => void} run @param {number} ms */
    function after(run, ms) {
        const timer = { at: now + Math.max(0, ms), run };
        timers.add(timer);
        changes += 1;
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
        changes += 1;
        try {
            const answer = await fetchNow(...args);
            const body = await answer.arrayBuffer();
            const { status, headers } = answer;
            return new Response(body.byteLength === 0 ? null : body, { status, headers });
        } finally {
            fetching -= 1;
            changes += 1;
        }
    };

    return {
        now: () => now,
        /** @param {number} hanging */
        async step(hanging) {
            const before = changes;
            while (changes === before && fetching <= hanging) {
                const [first] = [...timers].sort((a, b) => a.at - b.at);
                if (first === undefined) return;
                now = Math.max(now, first.at);
                timers.delete(first);
                first.run();
                // A timer of nobody's that fires changes nothing; one that matters does by then.
                for (let turn = 0; turn < 3; turn += 1) await turnOfTheLoop();
            }
        }
    };
}
