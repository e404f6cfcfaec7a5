/** An org with a year of generated leads, the same as the portal's, whose nightly job has run. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { runApex } from '../sandbox/salesforce/apex/run.ts';
import type { Parameters } from '../sandbox/salesforce/apex/run.ts';
import { ApexException } from '../sandbox/salesforce/apex/values.ts';
import { makeId } from '../sandbox/salesforce/ids.ts';
import type { Row, Store } from '../sandbox/salesforce/store.ts';
import { CACHE } from '../build/cache.ts';
import { ACCEPTANCE_NOW } from './acceptance.ts';
import { uncountedOrg } from './acceptanceRows.ts';
import { cached, type Buildable } from './cached.ts';
import { inChild } from './child.ts';
import type { Answer } from './http.ts';

/** A marketer, who may have the leads counted. */
const USER = {
    id: makeId('005', 1),
    customPermissions: ['Handoff_Refresh_Acceptance']
};
/** Counting takes seconds, and Apex runs on one thread: a process of its own does it. */
const COUNT = 'scripts/preview/countLeads.ts';
const FILE = 'groups.json';
const COUNTS: Buildable = {
    name: 'acceptance',
    label: null,
    sources: [
        'force-app/main/default/classes',
        'force-app/main/default/objects/Handoff_Outcome__c',
        'force-app/main/agreement',
        'shared',
        'scripts/sandbox/salesforce',
        'test/support'
    ]
};

type Call = (className: string, method: string, params: Parameters) => unknown;

let counted: Promise<Row[]> | null = null;
let opened: Promise<Call> | null = null;

/** Has the leads counted, once for each state of its sources, before anybody asks for them. */
export function countAhead(): void {
    // Whoever asks is told what failed.
    countedGroups().catch(() => {});
}

/** Answers a call of Apex; the org is made at the first one. */
export async function acceptanceApex(
    className: string,
    method: string,
    params: Parameters
): Promise<Answer> {
    opened ??= openOrg();
    const call = await opened;
    try {
        return { status: 200, json: call(className, method, params) };
    } catch (error) {
        if (!(error instanceof ApexException)) throw error;
        const { message } = error;
        return { status: 500, json: { status: 500, ok: false, body: { message } } };
    }
}

function countedGroups(): Promise<Row[]> {
    counted ??= cached(COUNTS, (into) => inChild(COUNT, [path.join(into, FILE)])).then((folder) =>
        readGroups(path.join(folder, FILE))
    );
    return counted;
}

async function openOrg(): Promise<Call> {
    const groups = await countedGroups();
    const { program, store } = uncountedOrg();
    replaceGroups(store, groups);
    let isCounting = false;

    /** As the platform runs a batch: it says whether it starts one, and the counts change when it is done. */
    function countAgain(): boolean {
        if (isCounting) return false;
        isCounting = true;
        const file = path.join(CACHE, `groups-${process.pid}.json`);
        inChild(COUNT, [file])
            .then(() => replaceGroups(store, readGroups(file)))
            .catch((error: unknown) => console.error(error))
            .finally(() => {
                isCounting = false;
                rmSync(file, { force: true });
            });
        return true;
    }

    return (className, method, params) =>
        className === 'HandoffAcceptance' && method === 'refresh'
            ? countAgain()
            : runApex(className, method, params, {
                  program,
                  store,
                  user: USER,
                  now: () => ACCEPTANCE_NOW
              });
}

const readGroups = (file: string): Row[] => JSON.parse(readFileSync(file, 'utf8')) as Row[];

function replaceGroups(store: Store, groups: readonly Row[]): void {
    store.load({ ...store.dump(), Handoff_Outcome__c: groups });
}
