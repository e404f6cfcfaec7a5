/** The rows of an org with a year of generated leads, the same as the portal's, none of them counted yet. */
import { generatedStampedLeads } from '../../test/support/stampedLeads.ts';
import { orgOf } from '../../test/support/salesforceLeads.ts';
import { readAgreement } from '../build/read-agreement.ts';
import type { CountedOrg } from '../sandbox/salesforce/acceptance.ts';
import { loadProgram } from '../sandbox/salesforce/apex/program.ts';
import { loadSchema } from '../sandbox/salesforce/schema.ts';
import { createStore } from '../sandbox/salesforce/store.ts';
import { ACCEPTANCE_NOW, LEADS, SEED } from './acceptance.ts';

export function uncountedOrg(): CountedOrg {
    const agreement = readAgreement();
    const schema = loadSchema('force-app');
    const program = loadProgram('force-app', schema);
    const store = createStore(schema, () => ACCEPTANCE_NOW);
    store.seed(orgOf(generatedStampedLeads(agreement, LEADS, SEED, ACCEPTANCE_NOW), agreement));
    return { program, schema, store };
}
