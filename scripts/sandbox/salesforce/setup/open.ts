import type { SandboxUser } from '../access.ts';
import { sandboxUserOf } from '../access.ts';
import type { Program } from '../apex/program.ts';
import { loadProgram } from '../apex/program.ts';
import type { Schema } from '../schema.ts';
import { loadSchema } from '../schema.ts';
import type { Store } from '../store.ts';
import { createStore } from '../store.ts';
import { PLAIN_SETUP } from '../traits/plain.ts';
import type { OrgSetup, OrgTrait } from '../traits/types.ts';
import { DEPLOYER_ID, setupRows } from './populate.ts';

/** What an org consists of, without a row. */
export interface BareOrg {
    readonly setup: OrgSetup;
    readonly schema: Schema;
    readonly program: Program;
    readonly store: Store;
}

/** An org with the package deployed, ready for statements, queries and Apex. */
export interface OpenOrg extends BareOrg {
    /** The admin who deploys, and as whom the Apex tests run. */
    readonly deployer: SandboxUser;
}

/**
 * Opens an org with these traits, which compose: later ones win where two set the same.
 *
 * @param forceApp the package's folder
 * @param now the org's clock: epoch milliseconds
 */
export function openOrg(
    forceApp: string,
    now: () => number,
    traits: readonly OrgTrait[] = []
): OpenOrg {
    const org = bareOrg(forceApp, now, traits);
    const { store, schema, setup } = org;
    store.seed(setupRows(forceApp, schema, setup));
    for (const { rows } of traits) if (rows !== undefined) store.seed(rows);
    return { ...org, deployer: sandboxUserOf(DEPLOYER_ID, org) };
}

/** The same without the rows of its setup, for cases that write every row themselves. */
export function bareOrg(
    forceApp: string,
    now: () => number,
    traits: readonly OrgTrait[] = []
): BareOrg {
    const setup = setupOf(traits);
    const folders = traits.flatMap(({ metadata }) => (metadata === undefined ? [] : [metadata]));
    const schema = loadSchema(forceApp, folders, setup);
    const program = loadProgram(forceApp, schema, folders);
    return { setup, schema, program, store: createStore(schema, now, setup) };
}

/** The setup that traits add up to; lists are joined, objects merged. */
export function setupOf(traits: readonly OrgTrait[]): OrgSetup {
    return traits.reduce<OrgSetup>(
        (sum, { setup }) => ({
            ...sum,
            ...setup,
            duplicateRules: [...sum.duplicateRules, ...(setup?.duplicateRules ?? [])],
            sharing: { ...sum.sharing, ...setup?.sharing },
            server: { ...sum.server, ...setup?.server }
        }),
        PLAIN_SETUP
    );
}
