/** Takes the project with its app away, as `hs project delete` does. */
import {
    deleteProject,
    getDeployStatus,
    stageProjectForDeletion
} from '@hubspot/local-dev-lib/api/projects';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { growingWaits, pause } from '../salesforce/retry.ts';
import { called, orNull } from './api.ts';
import type { Connection } from './connect.ts';

const LONGEST = 10 * 60_000;

/** A project's parts go first, then the project; what is gone already stays so. */
export async function removeProject(
    { accountId, website }: Pick<Connection, 'accountId' | 'website'>,
    name: string,
    now: () => number
): Promise<void> {
    const staged = await orNull(
        called('the removal of the app', true, async () => {
            return (await stageProjectForDeletion(accountId, name, false)).data;
        })
    );
    if (staged === null) return;
    if (staged.deployId !== undefined)
        await awaitRemoval({ accountId, website }, name, staged.deployId, now);
    await orNull(
        called('the removal of the project', true, async () => {
            await deleteProject(accountId, name);
        })
    );
}

async function awaitRemoval(
    { accountId, website }: Pick<Connection, 'accountId' | 'website'>,
    name: string,
    deployId: number,
    now: () => number
): Promise<void> {
    const until = now() + LONGEST;
    for (const wait of growingWaits()) {
        const { status } = await called('the removal of the app', true, async () => {
            return (await getDeployStatus(accountId, name, deployId)).data;
        });
        if (status === 'SUCCESS' || status === 'FINISHED') return;
        if (status === 'FAILURE' || now() > until) break;
        await pause(wait);
    }
    throw new CliError(EXIT.remote, {
        code: 'hubspot.not_removed',
        message: 'HubSpot did not take the app’s parts away.',
        where: `${website}/developer-projects/${accountId}/project/${encodeURIComponent(name)}`,
        mend: 'Uninstall the app there, then run the same command again.'
    });
}
