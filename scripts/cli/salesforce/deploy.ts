/** Validated with our tests first, then deployed without running them again. */
import { CliError } from '../output/errors.ts';
import { count } from '../output/text.ts';
import type { Step } from '../steps.ts';
import type { Api } from './api.ts';
import { deployError } from './failures.ts';
import { hashOf, testClasses, type Package } from './package.ts';
import { finished, quickDeploy, send, statusOf, type DeployStatus } from './running.ts';
import type { DeployState, StateFile } from './state.ts';

export interface Deploying {
    readonly api: Api;
    readonly orgId: string;
    readonly pack: Package;
    readonly state: StateFile;
    readonly now: () => number;
    /** How long to wait for each deployment, ms. */
    readonly patience: number;
    /** Told once each: coverage warnings of a deployment that succeeded. */
    readonly warn: (text: string) => void;
}

/**
 * Two steps. Each writes down what is under way before it waits, so that whoever runs them again, in this
 * process or another, takes up the same validation and the same deployment.
 */
export function deploySteps(deploying: Deploying): Step[] {
    const { api, pack, state } = deploying;
    const hash = hashOf(pack.files);
    const runTests = testClasses(pack.files);
    const options = { testLevel: 'RunSpecifiedTests', runTests } as const;
    const fresh = (): DeployState => ({
        orgId: deploying.orgId,
        hash,
        validationId: null,
        deploymentId: null,
        startedAt: new Date(deploying.now()).toISOString()
    });
    const wait = async (id: string, report: (text: string) => void): Promise<DeployStatus> => {
        const { now, patience } = deploying;
        const status = await finished(api, id, { now, until: now() + patience, report });
        if (status.success) return status;
        state.remove();
        throw deployError(status, pack.components);
    };
    const validate = async (report: (text: string) => void): Promise<string> => {
        const known = state.read(hash);
        if (known?.deploymentId) return 'done before';
        let id = known?.validationId ?? null;
        if (id === null || (await isOver(api, id))) {
            id = await send(api, pack.files, { ...options, checkOnly: true });
            state.write({ ...fresh(), validationId: id });
        }
        const status = await wait(id, report);
        warnOfCoverage(status, deploying);
        return doneWords(status);
    };
    const deploy = async (report: (text: string) => void): Promise<string> => {
        const known = state.read(hash) ?? fresh();
        let id = known.deploymentId;
        if (id === null || (await isOver(api, id))) {
            id = await begin(known.validationId);
            state.write({ ...known, deploymentId: id });
        }
        const status = await wait(id, report);
        state.remove();
        return doneWords(status);
    };
    /** An org forgets a validation when something else was deployed meanwhile: then with the tests again. */
    const begin = async (validationId: string | null): Promise<string> => {
        if (validationId === null) return send(api, pack.files, options);
        try {
            return await quickDeploy(api, validationId);
        } catch (error) {
            if (!(error instanceof CliError) || error.code !== 'salesforce.refused') throw error;
            return send(api, pack.files, options);
        }
    };
    return [
        { title: 'Validate in Salesforce, with our tests', run: validate },
        { title: 'Deploy to Salesforce', run: deploy }
    ];
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
