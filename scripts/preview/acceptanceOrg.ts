/** An org with a year of generated leads, the same as the portal's, whose nightly job has run. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';
import { orgOf } from '../../test/support/salesforceLeads.ts';
import { readAgreement } from '../build/read-agreement.ts';
import { countOutcomes } from '../sandbox/salesforce/acceptance.ts';
import { loadProgram } from '../sandbox/salesforce/apex/program.ts';
import { runApex } from '../sandbox/salesforce/apex/run.ts';
import type { Parameters } from '../sandbox/salesforce/apex/run.ts';
import { ApexException } from '../sandbox/salesforce/apex/values.ts';
import { makeId } from '../sandbox/salesforce/ids.ts';
import { loadSchema } from '../sandbox/salesforce/schema.ts';
import { createStore } from '../sandbox/salesforce/store.ts';
import type { Row } from '../sandbox/salesforce/store.ts';
import { ACCEPTANCE_NOW, LEADS, SEED } from './acceptance.ts';
import { cached } from './cached.ts';
import type { Answer } from './http.ts';

/** A marketer, who may have the leads counted. */
const USER = {
    id: makeId('005', 1),
    customPermissions: ['Handoff_Refresh_Acceptance']
};

/** Answers a call of Apex; the org is made, and its leads counted, at the first one. */
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

const FILE = 'groups.json';
const SOURCES = [
    'force-app/main/default/classes',
    'force-app/main/default/objects/Handoff_Outcome__c',
    'force-app/main/agreement',
    'shared',
    'scripts/sandbox/salesforce',
    'test/support'
];

type Call = (className: string, method: string, params: Parameters) => unknown;

let opened: Promise<Call> | null = null;

async function openOrg(): Promise<Call> {
    const agreement = readAgreement();
    const schema = loadSchema('force-app');
    const program = loadProgram('force-app', schema);
    const now = (): number => ACCEPTANCE_NOW;
    const store = createStore(schema, now);
    store.seed(orgOf(generatedStampedLeads(agreement, LEADS, SEED, ACCEPTANCE_NOW), agreement));
    const org = { program, schema, store };
    // Apex is slow here: some 20 seconds, once for each state of its sources.
    const folder = await cached('acceptance', 'Counting leads by Apex', SOURCES, (into) => {
        countOutcomes(org, ACCEPTANCE_NOW);
        writeFileSync(path.join(into, FILE), JSON.stringify(store.dump().Handoff_Outcome__c));
        return Promise.resolve();
    });
    const groups = JSON.parse(readFileSync(path.join(folder, FILE), 'utf8')) as Row[];
    store.load({ ...store.dump(), Handoff_Outcome__c: groups });
    return (className, method, params) => {
        // The platform runs a batch by itself: here it is run at once.
        if (className === 'HandoffAcceptance' && method === 'refresh') {
            return countOutcomes(org, ACCEPTANCE_NOW) > 0;
        }
        return runApex(className, method, params, { program, store, user: USER, now });
    };
}
