/**
 * What is the same for every contact of an account, kept between the calls of one process: HubSpot keeps
 * a function's process for the calls that follow. Another process has its own, so that a change made
 * elsewhere is seen when the time of an entry is over.
 */
import type { Answer } from './client.ts';

const SECOND = 1000;
/** How long each kind of thing is kept, in milliseconds. */
export const KEEP = {
    settings: 60 * SECOND,
    owners: 300 * SECOND,
    definitions: 300 * SECOND,
    acceptance: 300 * SECOND,
    refusals: 300 * SECOND,
    /** Shared by those who ask at the same time, and not kept. */
    search: 0
} as const;
export type Kind = keyof typeof KEEP;

/** Names one thing of a kind: `acceptance PAID_SEARCH`. */
type Key = Kind | `${Kind} ${string}`;

interface Entry {
    readonly until: number;
    readonly value: unknown;
}

export interface Cache {
    /** What is kept; undefined: nothing, or its time is over. */
    get<Value>(key: Key): Value | undefined;
    set(key: Key, value: unknown): void;
    /** Forgets all of a kind. */
    forget(kind: Kind): void;
    /**
     * An answer that is kept, or is read now. Callers at the same time share one reading; what fails is
     * not kept, and whoever only shared it tries for themselves.
     */
    read(key: Key, load: () => Promise<Answer>): Promise<Answer>;
}

/** In the process and not in the module: a runtime may load a function's file again for each call. */
const KEY = Symbol.for('handoff.caches');
const caches = ((globalThis as { [KEY]?: Map<string, Cache> })[KEY] ??= new Map<string, Cache>());

/** The cache of the account whose token this is. */
export function cacheOf(token: string): Cache {
    const found = caches.get(token) ?? createCache();
    caches.set(token, found);
    return found;
}

export function createCache(): Cache {
    const entries = new Map<string, Entry>();
    const loading = new Map<string, Promise<Answer>>();
    const kindOf = (key: string): Kind => key.split(' ')[0] as Kind;

    function get<Value>(key: Key): Value | undefined {
        const entry = entries.get(key);
        return entry !== undefined && performance.now() < entry.until
            ? (entry.value as Value)
            : undefined;
    }
    function set(key: Key, value: unknown): void {
        entries.set(key, { value, until: performance.now() + KEEP[kindOf(key)] });
    }
    async function load(key: Key, read: () => Promise<Answer>): Promise<Answer> {
        const reading = read();
        loading.set(key, reading);
        try {
            const answer = await reading;
            // Forgotten meanwhile: it may be of before the change.
            if (answer.ok && loading.get(key) === reading) set(key, answer);
            return answer;
        } finally {
            if (loading.get(key) === reading) loading.delete(key);
        }
    }
    return {
        get,
        set,
        forget(kind) {
            for (const map of [entries, loading]) {
                for (const key of map.keys()) if (kindOf(key) === kind) map.delete(key);
            }
        },
        async read(key, read) {
            const kept = get<Answer>(key);
            if (kept !== undefined) return kept;
            const reading = loading.get(key);
            // A first caller's reading begins at once: whoever counts its calls sees it.
            const shared = reading === undefined ? null : await reading;
            return shared?.ok ? shared : await load(key, read);
        }
    };
}
