/** A HubSpot account for tests, and the command as it is typed against it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { contactWith } from '../../sandbox/hubspot/server/contacts.ts';
import { ACCESS, startAccount, type AccountServer } from '../../sandbox/hubspot/server/server.ts';
import { runChild, runHere, type Ran, type RunOptions } from '../testing/run.ts';

export interface TestAccount extends AccountServer {
    /** Where the command is typed; it goes when the account closes. */
    readonly folder: string;
    readonly env: { readonly [name: string]: string };
    run(argv: readonly string[], options?: RunOptions): Promise<Ran>;
    runChild(argv: readonly string[], options?: RunOptions): Promise<Ran>;
    /** Contacts with these properties are there. */
    add(...rows: readonly { readonly [property: string]: string }[]): void;
    /** What the account holds of ours, whatever the way to it. */
    endState(): object;
}

/** @param options as `startAccount` takes them */
export async function testAccount(
    options: Parameters<typeof startAccount>[0] = {}
): Promise<TestAccount> {
    const server = await startAccount(options);
    const closeServer = server.close;
    const folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
    const env = {
        HANDOFF_HUBSPOT_API: server.origin,
        HUBSPOT_CONFIG_PATH: path.join(folder, 'none.yml'),
        HUBSPOT_PERSONAL_ACCESS_KEY: ACCESS.key,
        HUBSPOT_ACCOUNT_ID: '4711'
    };
    const asked = (given: RunOptions): RunOptions => ({
        folder,
        now: server.portal.now(),
        ...given,
        env: { ...env, ...given.env }
    });
    const { definitions, projects, contacts } = server.portal;
    return Object.assign(server, {
        folder,
        env,
        run: (argv: readonly string[], given: RunOptions = {}) => runHere(argv, asked(given)),
        runChild: (argv: readonly string[], given: RunOptions = {}) => runChild(argv, asked(given)),
        add(...rows: readonly { readonly [property: string]: string }[]) {
            for (const row of rows) contacts.push(contactWith(String(101 + contacts.length), row));
        },
        endState: () => ({
            group: definitions.groups.get('handoff') ?? null,
            properties: [...definitions.properties.values()].filter(({ name }) =>
                name.startsWith('handoff_')
            ),
            project: projects.project,
            deployed: projects.builds.find(({ id }) => id === projects.deployedBuildId)?.files,
            isInstalled: projects.installed !== null
        }),
        close: async () => {
            rmSync(folder, { recursive: true });
            await closeServer();
        }
    });
}

/** What changes with every change of our files. */
export function stable(text: string): string {
    return text
        .replace(/files [0-9a-f]{12}/g, 'files ############')
        .replace(/\bagreement \d+/g, 'agreement n');
}
