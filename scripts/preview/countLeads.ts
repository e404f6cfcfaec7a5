/** Counts the leads of the overview's org by the package's own Apex, and writes the groups to the file that is named. */
import { writeFileSync } from 'node:fs';
import process from 'node:process';
import { countOutcomes } from '../sandbox/salesforce/acceptance.ts';
import { ACCEPTANCE_NOW } from './acceptance.ts';
import { uncountedOrg } from './acceptanceRows.ts';

const [file = ''] = process.argv.slice(2);
const org = uncountedOrg();
countOutcomes(org, ACCEPTANCE_NOW);
writeFileSync(file, JSON.stringify(org.store.dump().Handoff_Outcome__c));
