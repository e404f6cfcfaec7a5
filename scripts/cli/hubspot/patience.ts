/** Patience with a portal that is busy, and with connections that break. */
import { pause } from '../salesforce/retry.ts';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 10_000;
const TRIES = 7;

/** The request never arrived: whatever it was may be sent again. */
const NOT_SENT = /^(?:ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH)$/;
/** It may have arrived. */
const BROKEN = /^(?:ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ERR_NETWORK|ERR_BAD_RESPONSE)$/;
/** A locked record is free again within two seconds. */
const LOCKED = 423;
const BUSY = [LOCKED, 502, 503, 504];

/** What HubSpot's client throws. */
interface Failure {
    readonly code?: string;
    readonly status?: number;
    readonly headers?: { readonly [name: string]: unknown };
    readonly data?: { readonly policyName?: string };
}

/** Whether it may pass by itself; a day's calls that are used up do not come back in time. */
export function isPassing(thrown: unknown): boolean {
    const { code = '', status, data } = thrown as Failure;
    if (status === 429) return data?.policyName !== 'DAILY';
    if (status !== undefined) return BUSY.includes(status);
    return NOT_SENT.test(code) || BROKEN.test(code);
}

/**
 * Tries again what failed for a passing reason, as long as HubSpot asks to wait or a little longer each
 * time. `isSafe`: it may be done twice; what may not is only sent again when it was not taken.
 */
export async function patiently<Result>(
    work: () => Promise<Result>,
    { isSafe }: { readonly isSafe: boolean }
): Promise<Result> {
    for (let tried = 1, wait = FIRST_WAIT; ; tried++, wait = Math.min(LONGEST_WAIT, wait * 2)) {
        try {
            return await work();
        } catch (thrown) {
            const { code = '', status } = thrown as Failure;
            const wasTaken = status !== 429 && status !== LOCKED && !NOT_SENT.test(code);
            if (tried === TRIES || !isPassing(thrown) || (wasTaken && !isSafe)) throw thrown;
            await pause(askedWait(thrown as Failure) ?? wait);
        }
    }
}

/** The Retry-After of an answer, in milliseconds. */
function askedWait({ headers }: Failure): number | null {
    const seconds = Number(headers?.['retry-after'] ?? NaN);
    return seconds >= 0 ? Math.min(seconds * 1000, LONGEST_WAIT) : null;
}
