/** The CLI against the sandbox's org, for tests. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
    startSalesforceServer,
    type SalesforceServer,
    type ServerOptions
} from '../../sandbox/salesforce/server/server.ts';
import { runHere, type Ran, type RunOptions } from '../testing/run.ts';

export interface TestOrg extends SalesforceServer {
    /** Where the CLI keeps what is under way. */
    readonly folder: string;
    /** `handoff …` with this org as the one that the environment names. */
    run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
    readonly env: NodeJS.ProcessEnv;
}

export const NOW = Date.UTC(2026, 10, 20, 12);

export async function testOrg(options: Partial<ServerOptions> = {}): Promise<TestOrg> {
    const server = await startSalesforceServer({
        forceApp: 'force-app',
        now: () => NOW,
        ...options
    });
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-org-'));
    const env = {
        SF_ACCESS_TOKEN: server.token,
        SF_ORG_INSTANCE_URL: server.url,
        HANDOFF_STATE: folder,
        HANDOFF_TIMEOUT: '3'
    };
    return {
        ...server,
        folder,
        env,
        run: (argv, more = {}) =>
            runHere(argv, { folder, now: NOW, ...more, env: { ...env, ...more.env } }),
        async close() {
            await server.close();
            rmSync(folder, { recursive: true, force: true });
        }
    };
}

/** Without what changes with the package: its counts, the lists of its components, and the port. */
export function stable(text: string): string {
    const kept = /custom metadata|record page|assignment|scheduled job/;
    const isListed = /^\s{2,9}(?:␛\[\d+m)?[+-] /;
    const lines = text.split('\n').filter((line) => !isListed.test(line) || kept.test(line));
    return lines
        .join('\n')
        .replace(/127\.0\.0\.1:\d{4,5}/g, '127.0.0.1:PORT')
        .replace(
            /\b\d+ (components?|tests?|test classes|the same|to create|to remove|items)/g,
            'NN $1'
        )
        .replace(/\b\d+ of (?=NN)/g, 'NN of ');
}
