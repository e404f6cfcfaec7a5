/** A deployment while Salesforce carries it out. */
import { count } from '../output/text.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { Api } from './api.ts';
import { project } from './api.ts';
import { zipped, type Files } from './package.ts';
import { growingWaits, pause } from './retry.ts';

export interface Message {
    readonly fullName: string;
    readonly fileName: string;
    readonly componentType?: string | null;
    readonly problem?: string | null;
    readonly problemType?: string | null;
    readonly lineNumber?: number | null;
    readonly columnNumber?: number | null;
}
export interface TestFailure {
    readonly name: string;
    readonly methodName: string | null;
    readonly message: string;
    readonly stackTrace?: string | null;
}
export interface CoverageWarning {
    readonly name: string | null;
    readonly message: string;
}
/** DeployResult of the Metadata API, as far as it is read here. */
export interface DeployStatus {
    readonly id: string;
    readonly done: boolean;
    readonly status: string;
    readonly success: boolean;
    readonly numberComponentsTotal: number;
    readonly numberComponentsDeployed: number;
    readonly numberComponentErrors: number;
    readonly numberTestsTotal: number;
    readonly numberTestsCompleted: number;
    readonly numberTestErrors: number;
    readonly errorMessage?: string | null;
    readonly stateDetail?: string | null;
    readonly details?: {
        readonly componentFailures?: readonly Message[];
        readonly runTestResult?: {
            readonly failures?: readonly TestFailure[];
            readonly codeCoverageWarnings?: readonly CoverageWarning[];
        };
    };
}

export interface DeployOptions {
    readonly checkOnly?: boolean;
    /** Absent: the org's own choice, which for a deployment without Apex is none; production refuses NoTestRun. */
    readonly testLevel?: 'NoTestRun' | 'RunSpecifiedTests' | 'RunLocalTests';
    readonly runTests?: readonly string[];
    readonly purgeOnDelete?: boolean;
}

/** Sends an archive. @returns the deployment's id */
export async function send({ call }: Api, files: Files, options: DeployOptions): Promise<string> {
    const archive = await zipped(files);
    const all = { rollbackOnError: true, singlePackage: true, ...options };
    // Salesforce does one deployment after another: a second one of the same archive changes nothing.
    const { id } = await call(
        async (connection) =>
            await connection.request<{ id: string }>(
                form(
                    `/services/data/v${project.sourceApiVersion}/metadata/deployRequest`,
                    archive,
                    all
                ),
                { retry: { maxRetries: 0 } }
            ),
        true
    );
    return id;
}

/** Deploys what was validated, without running the tests again. @returns the deployment's id */
export async function quickDeploy({ post }: Api, validationId: string): Promise<string> {
    const body = { validatedDeployRequestId: validationId };
    return (await post<{ id: string }>('/metadata/deployRequest', body)).id;
}

/** Where a deployment stands; null when the org knows none of this id. */
export async function statusOf({ get }: Api, id: string): Promise<DeployStatus | null> {
    try {
        const path = `/metadata/deployRequest/${id}?includeDetails=true`;
        return (await get<{ deployResult: DeployStatus }>(path)).deployResult;
    } catch (error) {
        const { errorCode = '' } = ((error as CliError).cause ?? {}) as { errorCode?: string };
        if (/NOT_FOUND|INVALID_ID|INVALID_CROSS_REFERENCE|ERROR_HTTP_404/.test(errorCode))
            return null;
        throw error;
    }
}

export interface Waiting {
    readonly now: () => number;
    /** Epoch ms: how long to wait. */
    readonly until: number;
    readonly report: (progress: string) => void;
}

/** Waits for the end of a deployment. @throws CliError when it takes longer; it then goes on by itself */
export async function finished(
    api: Api,
    id: string,
    { now, until, report }: Waiting
): Promise<DeployStatus> {
    for (const wait of growingWaits()) {
        const status = await statusOf(api, id);
        if (status === null) throw vanished(id);
        if (status.done) return status;
        report(progressOf(status));
        if (now() >= until) break;
        await pause(wait);
    }
    throw new CliError(EXIT.remote, {
        code: 'salesforce.still_running',
        message: `The deployment ${id} has not ended yet. It goes on in Salesforce without us.`,
        where: 'Setup, Deployment Status',
        mend: 'Run the same command again: it waits for this deployment and goes on from there. --wait MINUTES waits longer.'
    });
}

export function progressOf(status: DeployStatus): string {
    if (status.status === 'Pending') return 'waiting for its turn in the org';
    const { numberComponentsDeployed: done, numberComponentsTotal: all } = status;
    const components = `${done} of ${count(all, 'component')}`;
    if (status.numberTestsTotal === 0) return components;
    return `${components}, ${status.numberTestsCompleted} of ${count(status.numberTestsTotal, 'test')}`;
}

function vanished(id: string): CliError {
    return new CliError(EXIT.remote, {
        code: 'salesforce.deployment_gone',
        message: `The org knows no deployment ${id} any more.`,
        mend: 'Run the same command again: it starts a new one.'
    });
}

const BOUNDARY = 'handoff-deployment';

/** As multipart, which the Metadata REST API asks for. */
function form(
    url: string,
    archive: Buffer,
    deployOptions: object
): { method: 'POST'; url: string; headers: { [name: string]: string }; body: Buffer } {
    const head = (name: string, type: string, file = ''): string =>
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\nContent-Type: ${type}\r\n\r\n`;
    return {
        method: 'POST',
        url,
        headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
        body: Buffer.concat([
            Buffer.from(head('entity_content', 'application/json')),
            Buffer.from(`${JSON.stringify({ deployOptions })}\r\n`),
            Buffer.from(head('file', 'application/zip', '; filename="deploy.zip"')),
            archive,
            Buffer.from(`\r\n--${BOUNDARY}--\r\n`)
        ])
    };
}
