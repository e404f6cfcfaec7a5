/**
 * The two deployments. What people work with is validated with our tests, then deployed without running them
 * again; what shows it follows, so that a report which an org refuses holds up nothing else.
 */
import type { ComponentSet } from '@salesforce/source-deploy-retrieve';
import { CliError } from '../output/errors.ts';
import { count } from '../output/text.ts';
import type { Step } from '../steps.ts';
import type { Api } from './api.ts';
import { deployError } from './failures.ts';
import { hashOf, testClasses, type Files } from './package.ts';
import {
    finished,
    quickDeploy,
    send,
    statusOf,
    type DeployOptions,
    type DeployStatus
} from './running.ts';
import type { DeployState, StateFile } from './state.ts';
import type { Surroundings } from './surroundings.ts';

export interface Deploying {
    readonly api: Api;
    readonly orgId: string;
    readonly files: Files;
    /** For mapping what an org says back to our source files. */
    readonly components: ComponentSet;
    /** What the org's own automation is, for the words of a test that fails. */
    readonly surroundings: Surroundings | null;
    readonly state: StateFile;
    readonly now: () => number;
    /** How long to wait for each deployment, ms. */
    readonly patience: number;
    /** Told once each: coverage warnings of a deployment that succeeded. */
    readonly warn: (text: string) => void;
}

const UNCHANGED = 'Nothing was changed.';
const BASE_STANDS =
    'The first deployment (schema, code and permission sets) is in force; reports, dashboards and pages are not deployed.';

/** Schema, code and permission sets. */
export function baseSteps(deploying: Deploying): Step[] {
    const runTests = testClasses(deploying.files);
    const deploy = { title: 'Deploy schema and code' };
    if (runTests.length === 0) {
        const options = { testLevel: 'NoTestRun' } as const;
        return [{ ...deploy, run: deployStep(deploying, options, UNCHANGED) }];
    }
    const options = { testLevel: 'RunSpecifiedTests', runTests } as const;
    return [
        {
            title: 'Validate schema and code, with our tests',
            run: validateStep(deploying, options)
        },
        { ...deploy, run: deployStep(deploying, options, UNCHANGED) }
    ];
}

/** Reports, dashboards, list views, pages and tabs: no Apex, so that an org runs no tests for them. */
export function screenSteps(deploying: Deploying): Step[] {
    return [
        {
            title: 'Deploy reports, dashboards and pages',
            run: deployStep(deploying, {}, BASE_STANDS)
        }
    ];
}

/**
 * Each step writes down what is under way before it waits, so that whoever runs it again, in this process or
 * another, takes up the same validation and the same deployment.
 */
function validateStep(deploying: Deploying, options: DeployOptions): Step['run'] {
    const { api, files, state } = deploying;
    const hash = hashOf(files);
    return async (report) => {
        const known = state.read(hash);
        if (known?.deploymentId) return 'done before';
        let id = known?.validationId ?? null;
        if (id === null || (await isOver(api, id))) {
            id = await send(api, files, { ...options, checkOnly: true });
            state.write({ ...fresh(deploying), validationId: id });
        }
        const status = await wait(deploying, id, report, UNCHANGED);
        warnOfCoverage(status, deploying);
        return doneWords(status);
    };
}

function deployStep(deploying: Deploying, options: DeployOptions, standing: string): Step['run'] {
    const { api, files, state } = deploying;
    return async (report) => {
        const known = state.read(hashOf(files)) ?? fresh(deploying);
        let id = known.deploymentId;
        if (id === null || (await isOver(api, id))) {
            id = await begin(api, files, options, known.validationId);
            state.write({ ...known, deploymentId: id });
        }
        const status = await wait(deploying, id, report, standing);
        state.remove();
        return doneWords(status);
    };
}

/** An org forgets a validation when something else was deployed meanwhile: then with the tests again. */
async function begin(
    api: Api,
    files: Files,
    options: DeployOptions,
    validationId: string | null
): Promise<string> {
    if (validationId === null) return send(api, files, options);
    try {
        return await quickDeploy(api, validationId);
    } catch (error) {
        if (!(error instanceof CliError) || error.code !== 'salesforce.refused') throw error;
        return send(api, files, options);
    }
}

async function wait(
    { api, now, patience, state, components, surroundings }: Deploying,
    id: string,
    report: (text: string) => void,
    standing: string
): Promise<DeployStatus> {
    const status = await finished(api, id, { now, until: now() + patience, report });
    if (status.success) return status;
    state.remove();
    throw deployError(status, { components, surroundings, standing });
}

function fresh({ orgId, files, now }: Deploying): DeployState {
    return {
        orgId,
        hash: hashOf(files),
        validationId: null,
        deploymentId: null,
        startedAt: new Date(now()).toISOString()
    };
}

/** Whether it ended without success, or is not known any more: waiting for it would lead nowhere. */
async function isOver(api: Api, id: string): Promise<boolean> {
    const status = await statusOf(api, id);
    return status === null || (status.done && !status.success);
}

function doneWords(status: DeployStatus): string {
    const components = count(status.numberComponentsTotal, 'component');
    const tests = status.numberTestsTotal;
    return tests === 0 ? components : `${components}, ${count(tests, 'test')} passed`;
}

function warnOfCoverage({ details }: DeployStatus, { warn }: Deploying): void {
    const { codeCoverageWarnings = [] } = details?.runTestResult ?? {};
    for (const { name, message } of [codeCoverageWarnings].flat()) {
        warn(name === null ? message : `${name}: ${message}`);
    }
}
