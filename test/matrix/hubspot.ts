/**
 * One HubSpot account through the whole of Handoff: deploy, verify, open a card, decide. Each account of
 * `ACCOUNTS`, and each that is combined from their traits, with each agreement.
 */
import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import type { HubSpotAccount } from '../../scripts/sandbox/hubspot/account.ts';
import { layOut, tearDown } from './project.ts';

export { ACCOUNTS } from '../../scripts/sandbox/hubspot/accounts.ts';

/** Accounts into which nothing can be deployed as they are, and what the person is told. */
export const REFUSALS: ReadonlyMap<string, RegExp> = new Map([
    ['daily-limit', /used up its API calls of today.*after midnight/s],
    ['wrong-hublet', /in a region where it is not.*hs account auth/s]
]);

export interface AccountRun {
    readonly account: string;
    /** The agreement's file. */
    readonly agreement: string;
    /** `refused`: nothing in the account was changed. */
    readonly outcome: 'deployed' | 'refused';
    /** What the person is told: notes of the plan, then drift; or why it was refused and what to do. */
    readonly words: readonly string[];
    readonly checks: {
        /** `verify` found all as agreed, or named what drifted. */
        readonly verified: boolean;
        /** Null: the account has no functions, so that the card reads by itself. */
        readonly opened: boolean | null;
        readonly stamped: boolean | null;
        readonly decided: boolean | null;
    };
    /** What the panel could not see: `emails no_access`. */
    readonly gaps: readonly string[];
    /** What a rep reads after the decision. */
    readonly notes: readonly string[];
}

type Told = { readonly run: AccountRun } | { readonly error: string };

interface Checkout {
    readonly root: string;
    readonly child: ChildProcess;
}

const checkouts = new Map<string, Checkout>();
/** One at a time: a process has one login. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Runs one account.
 *
 * @param agreement a file, from the project's root
 */
export function runAccount(account: HubSpotAccount, agreement: string): Promise<AccountRun> {
    const run = last.then(() => ask(checkoutOf(agreement).child, account, agreement));
    last = run.catch(() => undefined);
    return run;
}

/** Ends the processes that `runAccount` began, and removes their folders. */
export function closeRuns(): void {
    for (const { root, child } of checkouts.values()) {
        child.kill();
        tearDown(root);
    }
    checkouts.clear();
}

function checkoutOf(agreement: string): Checkout {
    const known = checkouts.get(agreement);
    if (known !== undefined) return known;
    const root = layOut(agreement);
    const types = pathToFileURL(path.resolve('scripts/setup/typescript.mjs')).href;
    const child = fork(path.resolve('test/matrix/hubspotProcess.ts'), {
        cwd: root,
        execArgv: ['--import', types],
        env: { PATH: process.env['PATH'], HOME: root, NO_COLOR: '1' }
    });
    const checkout = { root, child };
    checkouts.set(agreement, checkout);
    return checkout;
}

function ask(child: ChildProcess, account: HubSpotAccount, agreement: string): Promise<AccountRun> {
    return new Promise((resolve, reject) => {
        const ended = (code: number | null): void =>
            reject(new Error(`${account.name}: its process ended with ${String(code)}`));
        child.once('exit', ended);
        child.once('message', (told: Told) => {
            child.off('exit', ended);
            if ('run' in told) resolve({ ...told.run, agreement });
            else reject(new Error(`${account.name}: ${told.error}`));
        });
        child.send({ account });
    });
}
