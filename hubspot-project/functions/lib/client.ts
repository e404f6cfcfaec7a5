/** HubSpot's REST API: every answer is data, no token is ever in a message, and nothing waits forever. */

const HUBSPOT = 'https://api.hubapi.com';
/** One call may take this long, so that one that hangs leaves time for the others. */
const CALL_MS = 4000;
const RETRIES = 2;
const FIRST_WAIT_MS = 250;

export interface JsonObject {
    readonly [key: string]: unknown;
}
export interface ApiError {
    /** HTTP status; null: no answer at all. */
    readonly status: number | null;
    /** HubSpot's own word, such as `MISSING_SCOPES`. */
    readonly category: string | null;
    readonly message: string;
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
}

/**
 * A client that gives up at `deadline` (milliseconds of `performance.now()`). It repeats a call that
 * HubSpot asks to repeat (429, 5xx), after the time HubSpot names when that still fits; all our writes
 * set properties to given values, so a write may be repeated too.
 */
export function createClient(
    token: string,
    deadline: number,
    origin: string = apiOrigin()
): Client {
    let calls = 0;
    async function call(method: string, path: string, body?: JsonObject): Promise<Answer> {
        calls += 1;
        const end = Math.min(deadline, performance.now() + CALL_MS);
        for (let attempt = 0; ; attempt += 1) {
            const { answer, retryAfter } = await once(method, origin + path, token, end, body);
            if (answer.ok || retryAfter === null || attempt === RETRIES) return answer;
            const wait = Math.max(retryAfter, FIRST_WAIT_MS * 2 ** attempt);
            if (performance.now() + wait >= end) return answer;
            await new Promise((resolve) => setTimeout(resolve, wait));
        }
    }
    return {
        get: (path, query = {}) => {
            const search = new URLSearchParams(query).toString();
            return call('GET', search === '' ? path : `${path}?${search}`);
        },
        post: (path, body) => call('POST', path, body),
        patch: (path, body) => call('PATCH', path, body),
        calls: () => calls
    };
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
    if (left <= 0) return noAnswer('HubSpot did not answer in time.', null);
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
        const repeat = response.status === 429 || response.status >= 500;
        const seconds = Number(response.headers.get('retry-after') ?? '0');
        return {
            answer: { ok: false, error: errorOf(response.status, read, token) },
            retryAfter: repeat ? (Number.isFinite(seconds) ? Math.max(0, seconds) * 1000 : 0) : null
        };
    } catch (error) {
        const name = error instanceof Error ? error.name : '';
        return name === 'TimeoutError' || name === 'AbortError'
            ? noAnswer('HubSpot did not answer in time.', null)
            : noAnswer('HubSpot could not be reached.', 0);
    }
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

function errorOf(status: number, body: JsonObject | null, token: string): ApiError {
    const { message, category } = body ?? {};
    const text = typeof message === 'string' ? message : `HubSpot answered with status ${status}.`;
    return {
        status,
        category: typeof category === 'string' ? category : null,
        message: text.split(token).join('…').slice(0, 500)
    };
}

function noAnswer(message: string, retryAfter: number | null): Attempt {
    return { answer: { ok: false, error: { status: null, category: null, message } }, retryAfter };
}
