/** Calling again what HubSpot's limits kept back: a burst of opened cards is spread over some seconds. */
import type { Answer } from './callFunction.ts';

/** HubSpot's window is ten seconds long: in this time many windows pass. */
const TRIES = 6;
/** Cards that were opened together do not come back together. */
const SPREAD_MS = 6000;

export interface Patience {
    readonly call: () => Promise<Answer>;
    /** Takes each answer that shows something, or that will not change. */
    readonly take: (answer: Answer) => void;
    /** Whether anybody still waits for it. */
    readonly isWanted: () => boolean;
    readonly pause: (ms: number) => Promise<void>;
    /** A number of the record, which spreads the calls of several. */
    readonly record: number;
}

/**
 * Calls a function; again, after the time that it names, while its answer says that HubSpot's limits kept
 * something back. What is there meanwhile is taken at once.
 */
export async function patiently({ call, take, isWanted, pause, record }: Patience): Promise<void> {
    for (let tried = 1; ; tried += 1) {
        const answer = await call();
        if (!isWanted()) return;
        const { retryAfter } = answer;
        const isLast = retryAfter === undefined || tried === TRIES;
        if (answer.ok || isLast) take(answer);
        if (isLast) return;
        await pause(retryAfter + ((record * 37 * tried) % SPREAD_MS));
        if (!isWanted()) return;
    }
}

export function pauseFor(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, ms));
}
