/** HubSpot's REST API: every answer is data, no token is ever in a message, and nothing waits forever. */
import { errorOf, noAnswer, retryAfterOf } from './apiError.ts';
import type { ApiError } from './apiError.ts';
import { cacheOf } from './cache.ts';
import type { Cache } from './cache.ts';

const HUBSPOT = 'https://api.hubapi.com';
/** One call may take this long, so that one that hangs leaves time for the others. */
const CALL_MS = 4000;
const RETRIES = 2;
const FIRST_WAIT_MS = 250;
/** Between two tries of a call that HubSpot's limits refused. */
const LONGEST_WAIT_MS = 2000;

export interface JsonObject {
    readonly [key: string]: unknown;
}
export type Answer =
    | { readonly ok: true; readonly body: JsonObject }
    | { readonly ok: false; readonly error: ApiError };

export interface Client {
    get(path: string, query?: { readonly [name: string]: string }): Promise<Answer>;
    post(path: string, body: JsonObject): Promise<Answer>;
    patch(path: string, body: JsonObject): Promise<Answer>;
    /** Calls made so far, a repeated one counted once. */
    calls(): number;
    /** What is known of the account already. */
    readonly cache: Cache;
}

/**
 * A client that gives up at `deadline` (milliseconds of `performance.now()`). It repeats a call that
 * HubSpot asks to repeat (423, 429, 5xx), after the time HubSpot names when that still fits; all our
 * writes set properties to given values, so a write may be repeated too. A call that the rolling limits
 * refuse was not done, and is tried until the deadline: other calls leave the window meanwhile.
 */
export function createClient(
    token: string,
    deadline: number,
    origin: string = apiOrigin()
): Client {
    let calls = 0;
    async function call(method: string, path: string, body?: JsonObject): Promise<Answer> {
        calls += 1;
        let end = Math.min(deadline, performance.now() + CALL_MS);
        for (let attempt = 0; ; attempt += 1) {
            const { answer, retryAfter } = await once(method, origin + path, token, end, body);
            if (answer.ok || retryAfter === null) return answer;
            const isLimited = answer.error.policy !== null || answer.error.status === 423;
            if (!isLimited && attempt === RETRIES) return answer;
            const grown = FIRST_WAIT_MS * 2 ** attempt;
            const wait = isLimited
                ? Math.max(retryAfter, Math.min(grown, LONGEST_WAIT_MS) + spread(path, attempt))
                : Math.max(retryAfter, grown);
            if (performance.now() + wait >= (isLimited ? deadline : end)) return answer;
            await new Promise((resolve) => setTimeout(resolve, wait));
            if (isLimited) end = Math.min(deadline, performance.now() + CALL_MS);
        }
    }
    return {
        get: (path, query = {}) => {
            const search = new URLSearchParams(query).toString();
            return call('GET', search === '' ? path : `${path}?${search}`);
        },
        post: (path, body) => call('POST', path, body),
        patch: (path, body) => call('PATCH', path, body),
        calls: () => calls,
        cache: cacheOf(token)
    };
}

/** Up to a first wait more, not the same for any two records, so that a burst does not come again as one. */
function spread(path: string, attempt: number): number {
    let hash = attempt;
    for (const letter of path) hash = (hash * 31 + letter.charCodeAt(0)) % 9973;
    return hash % FIRST_WAIT_MS;
}

/** HubSpot's API, or a sandbox on this very machine: the token goes nowhere else. */
function apiOrigin(): string {
    const other = process.env.HUBSPOT_API_ORIGIN ?? '';
    return /^http:\/\/127\.0\.0\.1:\d+$/.test(other) ? other : HUBSPOT;
}

interface Attempt {
    readonly answer: Answer;
    /** Milliseconds to wait at least before another attempt; null: another would not help. */
    readonly retryAfter: number | null;
}

async function once(
    method: string,
    url: string,
    token: string,
    end: number,
    body?: JsonObject
): Promise<Attempt> {
    const left = Math.floor(end - performance.now());
    if (left <= 0) return failed(noAnswer('HubSpot did not answer in time.'), null);
    try {
        const response = await fetch(url, {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
            signal: AbortSignal.timeout(left)
        });
        const read = await readBody(response);
        if (response.ok && read !== null) {
            return { answer: { ok: true, body: read }, retryAfter: null };
        }
        const error = errorOf(response.status, read, token);
        return failed(error, retryAfterOf(error, response.headers.get('retry-after')));
    } catch (error) {
        const name = error instanceof Error ? error.name : '';
        return name === 'TimeoutError' || name === 'AbortError'
            ? failed(noAnswer('HubSpot did not answer in time.'), null)
            : failed(noAnswer('HubSpot could not be reached.'), 0);
    }
}

function failed(error: ApiError, retryAfter: number | null): Attempt {
    return { answer: { ok: false, error }, retryAfter };
}

async function readBody(response: Response): Promise<JsonObject | null> {
    const text = await response.text();
    try {
        const body: unknown = JSON.parse(text);
        return typeof body === 'object' && body !== null && !Array.isArray(body)
            ? (body as JsonObject)
            : null;
    } catch {
        return null;
    }
}
