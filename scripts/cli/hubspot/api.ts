/** HubSpot's API, asked through HubSpot's own client, which knows about proxies. */
import { httpClient } from '@hubspot/local-dev-lib/http/client';
import { getAxiosConfig } from '@hubspot/local-dev-lib/http/getAxiosConfig';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { remoteError, statusOf } from './errors.ts';
import { patiently } from './patience.ts';

export interface Api {
    get<R>(path: string, params?: Params): Promise<R>;
    /** The same, with null where there is no such thing. */
    find<R>(path: string, params?: Params): Promise<R | null>;
    /** `isSafe`: it only reads, or may be done twice. */
    post<R>(path: string, body: object, isSafe?: boolean): Promise<R>;
    patch<R>(path: string, body: object): Promise<R>;
    delete(path: string): Promise<void>;
}

interface Params {
    readonly [name: string]: string | number | boolean;
}

/** Set for tests alone: where HubSpot's API stands. */
const ORIGIN = 'HANDOFF_HUBSPOT_API';

let origin: string | null = null;
httpClient.interceptors.request.use((config) =>
    origin === null ? config : Object.assign(config, { baseURL: origin })
);

/** Sends all calls of this process to the API that the environment names; without one, to HubSpot. */
export function useApiOf(env: NodeJS.ProcessEnv): void {
    const named = env[ORIGIN] ?? '';
    if (named !== '' && !/^http:\/\/127\.0\.0\.1:\d+$/.test(named)) {
        throw new CliError(EXIT.usage, {
            code: 'hubspot.api_elsewhere',
            message: `${ORIGIN} names ${named}; tokens go to HubSpot or to this machine only.`,
            mend: `unset ${ORIGIN}`
        });
    }
    origin = named === '' ? null : named;
}

/** Where HubSpot's API stands for this process. */
export function apiOrigin(): string {
    return origin ?? 'https://api.hubapi.com';
}

/** The API as a token may use it. Passing failures are waited out where it is safe; others are CliErrors. */
export function apiOf(token: string): Api {
    const ask = async <R>(
        method: string,
        url: string,
        { data, params, isSafe }: { data?: object; params?: Params; isSafe: boolean }
    ): Promise<R> => {
        const request = getAxiosConfig({
            env: 'prod',
            url,
            headers: { Authorization: `Bearer ${token}` },
            ...(data === undefined ? {} : { data }),
            ...(params === undefined ? {} : { params })
        });
        return await called(`${method} ${url}`, isSafe, async () => {
            const answer = await httpClient<R>({ ...request, method });
            return answer.data;
        });
    };
    const get = <R>(path: string, params: Params = {}): Promise<R> =>
        ask('GET', path, { params, isSafe: true });
    return {
        get,
        find: <R>(path: string, params?: Params) => orNull(get<R>(path, params)),
        post: (path, data, isSafe = false) => ask('POST', path, { data, isSafe }),
        patch: (path, data) => ask('PATCH', path, { data, isSafe: true }),
        delete: async (path) => void (await orNull(ask('DELETE', path, { isSafe: true })))
    };
}

/** Any call of HubSpot's client, with our patience and our errors; `asked` is what it is called in them. */
export async function called<Result>(
    asked: string,
    isSafe: boolean,
    work: () => Promise<Result>
): Promise<Result> {
    try {
        return await patiently(work, { isSafe });
    } catch (thrown) {
        throw remoteError(thrown, asked);
    }
}

/** Null in the place of something that is not there. */
export async function orNull<Result>(asked: Promise<Result>): Promise<Result | null> {
    try {
        return await asked;
    } catch (thrown) {
        if (statusOf(thrown) === 404) return null;
        throw thrown;
    }
}

/** Creates what has a name of its own: where it is already there, it was created by a call that broke. */
export async function createOnce(api: Api, path: string, body: object): Promise<void> {
    try {
        await api.post(path, body, true);
    } catch (thrown) {
        if (statusOf(thrown) !== 409) throw thrown;
    }
}
