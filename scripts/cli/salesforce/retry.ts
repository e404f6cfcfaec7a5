/** Patience with an org that is busy, and with connections that break. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 8_000;
const TRIES = 7;

/** What passes by itself: the connection broke, the org failed at this moment, or asks to come back later. */
const PASSING =
    /^(?:ECONNRESET|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETDOWN|ENETUNREACH|EHOSTDOWN|EHOSTUNREACH|ETIMEDOUT|EPIPE|ERR_STREAM_PREMATURE_CLOSE|UND_ERR_SOCKET|SERVER_UNAVAILABLE|UNABLE_TO_LOCK_ROW|UNKNOWN_EXCEPTION|ERROR_HTTP_(?:420|429|500|502|503|504))$/;

export function isPassing(error: unknown): boolean {
    const { code = '', errorCode = '' } = error as { code?: string; errorCode?: string };
    return PASSING.test(code) || PASSING.test(errorCode);
}

/**
 * Tries again what failed for a passing reason, waiting longer each time, about half a minute in all.
 * For work that may safely be done twice.
 */
export async function patiently<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let tried = 1, wait = FIRST_WAIT; ; tried++, wait = Math.min(LONGEST_WAIT, wait * 2)) {
        try {
            return await work();
        } catch (error) {
            if (tried === TRIES || !isPassing(error)) throw error;
            await pause(wait);
        }
    }
}

export function pause(duration: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, duration));
}

/** Waits between two looks at something that takes from a second to an hour. */
export function* growingWaits(): Generator<number, never> {
    for (let wait = 100; ; wait = Math.min(5_000, wait * 1.5)) yield wait;
}

/** Ends a wait that would have no end: a connection that breaks within an answer says nothing any more. */
export async function within<Result>(duration: number, work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_resolve, reject) => {
        const error = new Error(`no answer within ${Math.round(duration / 1000)} seconds`);
        timer = setTimeout(() => reject(Object.assign(error, { code: 'ETIMEDOUT' })), duration);
    });
    try {
        return await Promise.race([work, over]);
    } finally {
        clearTimeout(timer);
    }
}
