/** From our files to a deployed build. Each may be run again after it was cut short anywhere. */
import {
    createProject,
    deployProjectV2,
    getBuildStatus,
    getDeployStatus,
    uploadProject
} from '@hubspot/local-dev-lib/api/projects';
import type { Build } from '@hubspot/local-dev-lib/types/Build';
import type { Deploy } from '@hubspot/local-dev-lib/types/Deploy';
import type { Project } from '@hubspot/local-dev-lib/types/Project';
import { isTranslationError, translate } from '@hubspot/project-parsing-lib/translate';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { growingWaits, pause } from '../salesforce/retry.ts';
import { called } from './api.ts';
import { withArchive, withFolder } from './archive.ts';
import { statusOf } from './errors.ts';
import { failureError, failuresIn } from './failures.ts';
import { hashIn, readRemoteProject, type LocalProject } from './project.ts';

/** Nobody waits longer for a build; HubSpot goes on with it, and the next run with us. */
const LONGEST = 20 * 60_000;

export type Report = (progress: string) => void;

export interface Target {
    readonly accountId: number;
    /** The origin of the account's pages. */
    readonly website: string;
    readonly local: LocalProject;
    /** Epoch ms. */
    readonly now: () => number;
}

/** What HubSpot makes of the config files, by its own schemas. Throws a CliError with what is wrong. */
export async function parse({ accountId, local }: Target): Promise<object> {
    const { files, platformVersion } = local;
    try {
        return await withFolder(files, async (projectSourceDir) => {
            const context = { projectSourceDir, platformVersion, accountId };
            const { intermediateRepresentation } = await called('the project’s schemas', true, () =>
                translate(context, { skipValidation: false })
            );
            return intermediateRepresentation;
        });
    } catch (thrown) {
        const error = thrown instanceof CliError ? thrown.cause : thrown;
        if (!isTranslationError(error)) throw thrown;
        const problem = {
            code: 'hubspot.project_invalid',
            message: 'HubSpot would not take the project’s config files.',
            where: error.toString(false).trim(),
            mend: 'npx handoff check'
        };
        throw new CliError(EXIT.usage, problem, thrown);
    }
}

/** Uploads, unless a build of the same files is there and has not failed; gives the build's number. */
export async function upload(target: Target): Promise<number> {
    const { accountId, local } = target;
    const project = await ensureProject(target);
    const latest = project.latestBuild;
    if (latest !== undefined && hashIn(latest) === local.hash && latest.status !== 'FAILURE') {
        return latest.buildId;
    }
    const parsed = await parse(target);
    const { name, message, platformVersion } = local;
    return await withArchive(local.files, (file) =>
        // Not safe to be sent twice: the next run finds what a broken one has begun.
        called('the upload', false, async () => {
            const { data } = await uploadProject(
                accountId,
                name,
                file,
                message,
                platformVersion,
                parsed,
                true
            );
            return data.buildId ?? 0;
        })
    );
}

async function ensureProject({ accountId, local: { name } }: Target): Promise<Project> {
    const found = await readRemoteProject(accountId, name);
    if (found !== null) return found;
    try {
        const asked = `the project ${name}`;
        return await called(asked, true, async () => (await createProject(accountId, name)).data);
    } catch (thrown) {
        const there = statusOf(thrown) === 409 ? await readRemoteProject(accountId, name) : null;
        if (there === null) throw thrown;
        return there;
    }
}

/** Waits for a build to end. Throws a CliError with what failed. */
export async function awaitBuild(target: Target, buildId: number, report: Report): Promise<Build> {
    const { accountId, local, now } = target;
    const until = now() + LONGEST;
    for (const wait of growingWaits()) {
        const build = await called(`build ${buildId}`, true, async () => {
            return (await getBuildStatus(accountId, local.name, buildId)).data;
        });
        const { status, subbuildStatuses } = build;
        if (status === 'SUCCESS') return build;
        if (status === 'FAILURE') {
            const tasks = subbuildStatuses.map((task) => ({ ...task, name: task.buildName }));
            throw failureError('build', failuresIn(tasks), local, pageOf(target));
        }
        report(progress(subbuildStatuses));
        if (now() > until) break;
        await pause(wait);
    }
    throw tooLong(`Build ${buildId}`, target);
}

/** Deploys a build and waits for it; a deploy that a run before has begun is only waited for. */
export async function deployBuild(target: Target, build: Build, report: Report): Promise<void> {
    const { accountId, local, now } = target;
    const project = await readRemoteProject(accountId, local.name);
    if (project?.deployedBuildId === build.buildId) return;
    const deployId = (await underWay(target, build)) ?? (await queue(target, build));
    const until = now() + LONGEST;
    for (const wait of growingWaits()) {
        const { status, subdeployStatuses } = await statusOfDeploy(target, deployId);
        if (status === 'SUCCESS' || status === 'FINISHED') return;
        if (status === 'FAILURE') {
            const tasks = subdeployStatuses.map((task) => ({ ...task, name: task.deployName }));
            throw failureError('deploy', failuresIn(tasks), local, pageOf(target));
        }
        report(progress(subdeployStatuses));
        if (now() > until) break;
        await pause(wait);
    }
    throw tooLong(`The deploy of build ${build.buildId}`, target);
}

async function statusOfDeploy({ accountId, local }: Target, deployId: number): Promise<Deploy> {
    return await called(`deploy ${deployId}`, true, async () => {
        return (await getDeployStatus(accountId, local.name, deployId)).data;
    });
}

/** The deploy of this build that HubSpot is at; null: none. */
async function underWay(target: Target, build: Build): Promise<number | null> {
    const begun = Number(build.deployStatusTaskLocator?.id ?? NaN);
    if (!Number.isInteger(begun)) return null;
    const { status } = await statusOfDeploy(target, begun);
    return status === 'PENDING' || status === 'DEPLOYING' ? begun : null;
}

async function queue(target: Target, { buildId }: Build): Promise<number> {
    const { accountId, local } = target;
    const answer = await called(`the deploy of build ${buildId}`, false, async () => {
        return (await deployProjectV2(accountId, local.name, buildId)).data;
    });
    if (answer.buildResultType === 'DEPLOY_QUEUED') return Number(answer.id);
    const failures = answer.issues.map(({ uid, errorMessages, blockingMessages }) => ({
        name: uid,
        messages: [
            ...new Set([...errorMessages, ...blockingMessages.map(({ message }) => message)])
        ]
    }));
    throw failureError('deploy', failures, local, pageOf(target));
}

/** "3 of 8 parts" */
function progress(tasks: readonly { readonly status: string }[]): string {
    const done = tasks.filter(({ status }) => status === 'SUCCESS').length;
    return tasks.length === 0 ? 'waiting for HubSpot' : `${done} of ${tasks.length} parts`;
}

function tooLong(what: string, target: Target): CliError {
    return new CliError(EXIT.remote, {
        code: 'hubspot.still_running',
        message: `${what} takes longer than ${LONGEST / 60_000} minutes, and HubSpot is still at it.`,
        where: pageOf(target),
        mend: 'Run the same command again: it waits for the same one.'
    });
}

function pageOf({ accountId, website, local: { name } }: Target): string {
    return `${website}/developer-projects/${accountId}/project/${encodeURIComponent(name)}`;
}
