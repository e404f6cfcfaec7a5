/** What an org has of given components, read by one retrieve call. */
import { loginPage } from './address.ts';
import type { Api } from './api.ts';
import { project } from './api.ts';
import { componentsOf, keyOf, type Component } from './components.ts';
import { unzipped } from './package.ts';
import { growingWaits, pause } from './retry.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';

export interface LastChange {
    readonly by: string;
    /** ISO 8601. */
    readonly at: string;
}
export interface OrgComponents {
    /** By key; only what the org has. */
    readonly components: ReadonlyMap<string, Component>;
    /** By key. */
    readonly changes: ReadonlyMap<string, LastChange>;
}
type Named = Pick<Component, 'type' | 'fullName'>;

const LONGEST = 10 * 60_000;

interface Retrieved {
    readonly id: string;
    readonly done: boolean;
    readonly success: boolean;
    readonly errorMessage?: string | null;
    readonly zipFile: string;
    readonly fileProperties: readonly {
        readonly type: string;
        readonly fullName: string;
        readonly lastModifiedByName: string;
        readonly lastModifiedDate: string;
    }[];
}

/** @param now the clock, epoch ms */
export async function retrieve(
    { call, connection }: Api,
    wanted: Iterable<Named>,
    now: () => number
): Promise<OrgComponents> {
    const request = {
        apiVersion: project.sourceApiVersion,
        singlePackage: true,
        unpackaged: { types: typesOf(wanted), version: project.sourceApiVersion }
    };
    const begun = await call(
        async ({ metadata }) =>
            (await metadata.retrieve(request as never)) as unknown as Partial<Retrieved> | null,
        true
    );
    // The library takes a web page for an answer in which nothing stands.
    if (!begun?.id) throw loginPage(connection.instanceUrl);
    const { id } = begun;
    const end = now() + LONGEST;
    for (const wait of growingWaits()) {
        await pause(wait);
        const result = await call(
            async ({ metadata }) =>
                (await metadata.checkRetrieveStatus(id)) as unknown as Retrieved | null,
            true
        );
        if (result?.id !== id) throw loginPage(connection.instanceUrl);
        if (result.done) return read(result);
        if (now() > end) break;
    }
    throw new CliError(EXIT.remote, {
        code: 'salesforce.retrieve_slow',
        message: 'Salesforce did not hand out what the org has within 10 minutes.',
        mend: 'Run the same command again.'
    });
}

function typesOf(wanted: Iterable<Named>): { members: string[]; name: string }[] {
    const types = new Map<string, string[]>();
    for (const { type, fullName } of wanted) {
        types.set(type, [...(types.get(type) ?? []), fullName]);
    }
    return [...types].map(([name, members]) => ({ members, name }));
}

async function read({
    success,
    errorMessage,
    zipFile,
    fileProperties
}: Retrieved): Promise<OrgComponents> {
    if (!success) {
        throw new CliError(EXIT.remote, {
            code: 'salesforce.retrieve_failed',
            message: `Salesforce could not hand out what the org has: ${errorMessage ?? 'no reason given'}`,
            mend: 'Run the same command again.'
        });
    }
    const files = await unzipped(Buffer.from(zipFile, 'base64'));
    const inPackage = new Map(
        [...files].map(([name, text]) => [name.replace(/^unpackaged\//, ''), text])
    );
    const components = componentsOf(inPackage);
    const changes = fileProperties.map(
        (file) => [keyOf(file), { by: file.lastModifiedByName, at: file.lastModifiedDate }] as const
    );
    return { components, changes: new Map(changes) };
}
