import type { Connection } from '@jsforce/jsforce-node';
import { requireData } from './address.ts';
import { remoteError } from './errors.ts';
import { patiently, within } from './retry.ts';

/** The API that the package is written for; what an org must have at least. */
export { default as project } from '../../../sfdx-project.json' with { type: 'json' };

export type Row = { readonly [field: string]: unknown };

/** An org's REST API. Passing failures of what may be done twice are waited out; others are CliErrors. */
export interface Api {
    readonly connection: Connection;
    /** All pages of a query. */
    query<R extends Row>(soql: string): Promise<R[]>;
    toolingQuery<R extends Row>(soql: string): Promise<R[]>;
    get<R>(path: string): Promise<R>;
    /** Not tried again: who calls it looks first whether it was done. */
    post<R>(path: string, body: object): Promise<R>;
    delete(path: string): Promise<unknown>;
    /** Any call of the connection's, with our errors; `isSafe`: it may be done twice. */
    call<R>(work: (connection: Connection) => Promise<R>, isSafe: boolean): Promise<R>;
}

interface Page<R> {
    readonly records: R[];
    readonly nextRecordsUrl?: string;
}

/** @param longest how long to wait for an answer, ms */
export function apiOf(connection: Connection, longest: number): Api {
    const base = `${connection.instanceUrl}/services/data/v${connection.version}`;
    // Our own patience also covers what jsforce's does not, and is the only one.
    const once = { retry: { maxRetries: 0 } };
    const call = async <R>(
        work: (connection: Connection) => Promise<R>,
        isSafe: boolean
    ): Promise<R> => {
        try {
            const once = async (): Promise<R> =>
                requireData(await within(longest, work(connection)), connection.instanceUrl);
            return await (isSafe ? patiently(once) : once());
        } catch (error) {
            throw remoteError(error, connection.instanceUrl);
        }
    };
    const get = <R>(path: string): Promise<R> => {
        const url = path.startsWith('/services/') ? connection.instanceUrl + path : base + path;
        return call(async () => await connection.request<R>({ method: 'GET', url }, once), true);
    };
    const all = async <R>(path: string): Promise<R[]> => {
        const records: R[] = [];
        for (let at: string | undefined = path; at !== undefined;) {
            const page: Page<R> = await get<Page<R>>(at);
            records.push(...page.records);
            at = page.nextRecordsUrl;
        }
        return records;
    };
    return {
        connection,
        call,
        get,
        query: (soql) => all(`/query?q=${encodeURIComponent(soql)}`),
        toolingQuery: (soql) => all(`/tooling/query?q=${encodeURIComponent(soql)}`),
        post: <R>(path: string, body: object) =>
            call(
                async () =>
                    await connection.request<R>(
                        {
                            method: 'POST',
                            url: base + path,
                            body: JSON.stringify(body),
                            headers: { 'content-type': 'application/json' }
                        },
                        once
                    ),
                false
            ),
        delete: (path) =>
            call(
                async () => await connection.request({ method: 'DELETE', url: base + path }, once),
                true
            )
    };
}

/** A text in a query. */
export function quoted(text: string): string {
    return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
