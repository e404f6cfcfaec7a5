/** The process in which accounts are run, in a checkout where one agreement is in force. */
import process from 'node:process';
import type { HubSpotAccount } from '../../scripts/sandbox/hubspot/account.ts';
import { runHere } from './hubspotRun.ts';
import { buildHere } from './project.ts';

const built = buildHere();

process.on('message', ({ account }: { account: HubSpotAccount }) => {
    built
        .then(() => runHere(account))
        .then((run) => process.send?.({ run }))
        .catch((error: unknown) =>
            process.send?.({ error: error instanceof Error ? error.stack : String(error) })
        );
});
