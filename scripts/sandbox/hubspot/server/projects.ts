/**
 * HubSpot's developer projects, as its own client asks for them: a project, its builds, their deploys,
 * and the app that comes of it. A build and a deploy move on with each look at them.
 */
import JSZip from 'jszip';
import type { AccountTraits } from '../account.ts';
import { badRequest, notFound, ok, refused, type Reply } from '../errors.ts';

type Status = 'PENDING' | 'BUILDING' | 'DEPLOYING' | 'SUCCESS' | 'FAILURE';

/** What goes wrong in the part of a project with this uid. */
export interface PartFailure {
    readonly uid: string;
    readonly message: string;
    readonly errors?: readonly string[];
}
/** How builds and deploys go; each of a number of looks finds them one step further. */
export interface Behaviour {
    /** Looks for which a build or a deploy is pending, and then under way. */
    readonly looks: number;
    readonly failedBuild: readonly PartFailure[];
    readonly failedDeploy: readonly PartFailure[];
    /** Why HubSpot does not begin a deploy; empty: it does. */
    readonly blockedDeploy: readonly PartFailure[];
}
export const SMOOTH: Behaviour = { looks: 1, failedBuild: [], failedDeploy: [], blockedDeploy: [] };

interface Node {
    readonly uid: string;
    readonly componentType: string;
    readonly metaFilePath: string;
}
interface Task {
    readonly id: number;
    looks: number;
}
interface Build extends Task {
    readonly message: string;
    readonly platformVersion: string;
    readonly nodes: readonly Node[];
    /** The archive's files with their texts. */
    readonly files: { readonly [file: string]: string };
    readonly behaviour: Behaviour;
    deployId: number | null;
}
interface Deploy extends Task {
    readonly buildId: number;
    readonly behaviour: Behaviour;
    /** Null: it takes the project's parts away. */
    readonly build: Build | null;
}
export interface Projects {
    project: { readonly id: number; readonly name: string } | null;
    readonly builds: Build[];
    readonly deploys: Deploy[];
    deployedBuildId: number | null;
    /** The scopes that the app was installed with; null: it is not installed. */
    installed: readonly number[] | null;
    behaviour: Behaviour;
}

const APP = 'app/app-hsmeta.json';
const FUNCTIONS = 'app/functions/';
const PROJECT_ID = 501;
const APP_ID = 7001;
const AT = '2026-11-19T15:00:00Z';

export function newProjects(): Projects {
    return {
        project: null,
        builds: [],
        deploys: [],
        deployedBuildId: null,
        installed: null,
        behaviour: SMOOTH
    };
}

/** The build that is deployed; null: none. */
export function deployedBuild({ builds, deployedBuildId }: Projects): Build | null {
    return builds.find(({ id }) => id === deployedBuildId) ?? null;
}

export function getProject(state: Projects, name: string): Reply {
    if (state.project?.name !== name) return notFound();
    const deployed = deployedBuild(state);
    const latest = state.builds.at(-1);
    return ok({
        ...state.project,
        portalId: 0,
        isLocked: state.deploys.some(({ looks, behaviour }) => looks < behaviour.looks * 2),
        ...(deployed === null
            ? {}
            : { deployedBuildId: deployed.id, deployedBuild: buildBody(deployed) }),
        ...(latest === undefined ? {} : { latestBuild: buildBody(latest) })
    });
}

export function createProject(state: Projects, name: unknown): Reply {
    if (typeof name !== 'string' || name === '') return badRequest('A project needs a name.');
    if (state.project !== null) {
        return refused(409, 'OBJECT_ALREADY_EXISTS', `A project named ${name} already exists.`);
    }
    state.project = { id: PROJECT_ID, name };
    return { status: 201, body: { ...state.project } };
}

/** The multipart parts of an upload. */
export async function upload(
    state: Projects,
    traits: AccountTraits,
    form: FormData
): Promise<Reply> {
    const request = JSON.parse(String(form.get('uploadRequest'))) as {
        projectName: string;
        buildMessage: string;
        skipAutoDeploy: boolean;
        intermediateNodesIndexedByUid: { readonly [uid: string]: Node };
    };
    if (state.project?.name !== request.projectName) return notFound();
    if (!request.skipAutoDeploy) return badRequest('The sandbox only takes skipAutoDeploy.');
    const zip = await JSZip.loadAsync(await (form.get('projectFilesZip') as File).arrayBuffer());
    const files: { [file: string]: string } = {};
    for (const file of Object.values(zip.files)) {
        if (!file.dir) files[file.name] = await file.async('string');
    }
    const build: Build = {
        id: state.builds.length + 1,
        looks: 0,
        message: request.buildMessage,
        platformVersion: String(form.get('platformVersion')),
        nodes: Object.values(request.intermediateNodesIndexedByUid),
        files,
        behaviour: {
            ...state.behaviour,
            failedBuild: [...state.behaviour.failedBuild, ...scopeFailures(files[APP], traits)]
        },
        deployId: null
    };
    state.builds.push(build);
    return { status: 201, body: { createdBuildId: build.id } };
}

export function lookAtBuild({ builds }: Projects, id: number): Reply {
    const build = builds.find((one) => one.id === id);
    if (build === undefined) return notFound();
    build.looks += 1;
    return ok(buildBody(build));
}

export function queueDeploy(state: Projects, buildId: unknown): Reply {
    const build = state.builds.find(({ id }) => id === buildId);
    if (build === undefined) return notFound();
    if (statusOf(build, 'BUILDING', build.behaviour.failedBuild) !== 'SUCCESS') {
        return badRequest(`Build ${build.id} cannot be deployed.`);
    }
    const { blockedDeploy } = state.behaviour;
    if (blockedDeploy.length > 0) {
        const issues = blockedDeploy.map(({ uid, message }) => ({
            uid,
            componentTypeName: typeOf(build, uid),
            errorMessages: [message],
            blockingMessages: [{ message, isWarning: false }]
        }));
        return ok({ buildResultType: 'DEPLOY_BLOCKED', issues });
    }
    const deploy: Deploy = {
        id: state.deploys.length + 1,
        looks: 0,
        buildId: build.id,
        build,
        behaviour: state.behaviour
    };
    state.deploys.push(deploy);
    build.deployId = deploy.id;
    return ok({
        id: String(deploy.id),
        buildResultType: 'DEPLOY_QUEUED',
        links: { status: `dfs/deploy/v1/deploy-status/${deploy.id}` }
    });
}

export function lookAtDeploy(state: Projects, id: number): Reply {
    const deploy = state.deploys.find((one) => one.id === id);
    if (deploy === undefined) return notFound();
    deploy.looks += 1;
    const { failedDeploy } = deploy.behaviour;
    const status = statusOf(deploy, 'DEPLOYING', failedDeploy);
    if (status === 'SUCCESS') state.deployedBuildId = deploy.build?.id ?? null;
    return ok({
        buildId: deploy.buildId,
        deployId: deploy.id,
        enqueuedAt: AT,
        startedAt: AT,
        finishedAt: status === 'SUCCESS' || status === 'FAILURE' ? AT : null,
        portalId: 0,
        projectName: state.project?.name,
        status,
        subdeployStatuses: partsOf(deploy.build?.nodes ?? [], status, failedDeploy).map(
            ({ name, type, ...part }) => ({
                ...part,
                action: deploy.build === null ? 'REMOVE' : 'INSTALL',
                deployName: name,
                deployType: type
            })
        ),
        userId: 1,
        source: 'HUBSPOT_USER'
    });
}

/** Takes the project's parts away; the project itself goes by `deleteProject`. */
export function stageDeletion(state: Projects, name: unknown, dryRun: unknown): Reply {
    if (state.project?.name !== name) return notFound();
    const build = deployedBuild(state);
    const componentsToRemove = (build?.nodes ?? []).map(({ componentType, uid }) => ({
        componentType,
        componentId: uid
    }));
    const answer = { componentsToRemove, hasDeployedComponents: build !== null };
    if (dryRun === true || build === null) return ok(answer);
    const deploy: Deploy = {
        id: state.deploys.length + 1,
        looks: 0,
        buildId: build.id,
        build: null,
        behaviour: state.behaviour
    };
    state.deploys.push(deploy);
    return ok({ ...answer, deployId: deploy.id });
}

export function deleteProject(state: Projects, name: string): Reply {
    if (state.project?.name !== name) return notFound();
    if (state.deployedBuildId !== null) return badRequest('The project still has components.');
    state.project = null;
    state.builds.length = 0;
    state.installed = null;
    return { status: 204, body: '' };
}

/** The app's number and the numbers of its scopes, once it is deployed. */
export function appOf(state: Projects, uid: string): Reply {
    const scopes = scopesOf(state);
    const node = deployedBuild(state)?.nodes.find((one) => one.uid === uid);
    if (node === undefined) return notFound();
    return ok({ id: APP_ID, portalId: 0, name: 'Handoff', scopeGroupIds: scopes, sourceId: uid });
}

export function installInfo(state: Projects): Reply {
    if (deployedBuild(state) === null) return notFound();
    const asked = scopesOf(state);
    const { installed } = state;
    return ok({
        appId: APP_ID,
        isInstalledWithScopeGroups:
            installed !== null && asked.every((id) => installed.includes(id)),
        previouslyAuthorizedScopeGroups: (installed ?? []).map((id) => ({
            id,
            name: `scope ${id}`
        }))
    });
}

export function install(
    state: Projects,
    { hasEnterprise }: AccountTraits,
    { appId, scopeGroupIds }: { [key: string]: unknown }
): Reply {
    const build = deployedBuild(state);
    if (appId !== APP_ID || build === null) return notFound();
    const hasFunctions = Object.keys(build.files).some((file) => file.startsWith(FUNCTIONS));
    if (hasFunctions && !hasEnterprise) {
        const message =
            'An Enterprise subscription is required to install an app with serverless functions.';
        return refused(403, 'FORBIDDEN', message);
    }
    state.installed = scopeGroupIds as number[];
    return ok({});
}

/** The scopes that the deployed app asks for. */
export function requiredScopes(state: Projects): readonly string[] {
    const app = deployedBuild(state)?.files[APP];
    return app === undefined ? [] : (authOf(app).requiredScopes ?? []);
}

/** What HubSpot's build has against the scopes of an app. */
function scopeFailures(app: string | undefined, { withoutScopes }: AccountTraits): PartFailure[] {
    if (app === undefined) return [];
    const { type, requiredScopes: asked = [], optionalScopes = [] } = authOf(app);
    const { uid } = JSON.parse(app) as { uid: string };
    const messages = asked
        .filter((scope) => withoutScopes.includes(scope))
        .map((scope) => `The scope ${scope} could not be recognized.`);
    if (type === 'static' && optionalScopes.length > 0) {
        messages.push('Apps configured with static auth can only define required scopes.');
    }
    return messages.map((message) => ({ uid, message }));
}

interface Auth {
    readonly type?: string;
    readonly requiredScopes?: readonly string[];
    readonly optionalScopes?: readonly string[];
}

function authOf(app: string): Auth {
    return (JSON.parse(app) as { config: { auth: Auth } }).config.auth;
}

/** A number for each scope that the deployed app asks for. */
function scopesOf(state: Projects): number[] {
    return requiredScopes(state).map(
        (scope) => [...scope].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 100_003
    );
}

function statusOf(
    task: Task & { readonly behaviour: Behaviour },
    busy: Status,
    failed: readonly PartFailure[]
): Status {
    if (task.looks <= task.behaviour.looks) return 'PENDING';
    if (task.looks <= task.behaviour.looks * 2) return busy;
    return failed.length > 0 ? 'FAILURE' : 'SUCCESS';
}

interface Part {
    readonly id: string;
    readonly name: string;
    readonly type: string;
    readonly status: Status;
    readonly errorMessage: string;
    readonly standardError: object | null;
    readonly visible: boolean;
    readonly startedAt: string;
    readonly finishedAt: string | null;
}

function partsOf(
    nodes: readonly Node[],
    status: Status,
    failed: readonly PartFailure[]
): readonly Part[] {
    const isDone = status === 'SUCCESS' || status === 'FAILURE';
    return nodes.map(({ uid, componentType }, index) => {
        const failure = failed.find((one) => one.uid === uid);
        const isEarly = status === 'BUILDING' && index % 2 === 0;
        const own: Status = isDone
            ? failure
                ? 'FAILURE'
                : 'SUCCESS'
            : isEarly
              ? 'SUCCESS'
              : status;
        return {
            id: uid,
            name: uid,
            type: componentType,
            status: own,
            errorMessage: isDone ? (failure?.message ?? '') : '',
            standardError:
                isDone && failure?.errors
                    ? {
                          status: 'error',
                          category: 'VALIDATION_ERROR',
                          message: failure.message,
                          errors: failure.errors.map((message) => ({ message, context: {} })),
                          context: {},
                          links: {}
                      }
                    : null,
            visible: true,
            startedAt: AT,
            finishedAt: isDone ? AT : null
        };
    });
}

function buildBody(build: Build): object {
    const { failedBuild } = build.behaviour;
    const status = statusOf(build, 'BUILDING', failedBuild);
    return {
        buildId: build.id,
        status,
        uploadMessage: build.message,
        platformVersion: build.platformVersion,
        projectName: 'handoff',
        portalId: 0,
        createdAt: AT,
        enqueuedAt: AT,
        startedAt: AT,
        finishedAt: status === 'SUCCESS' || status === 'FAILURE' ? AT : null,
        isAutoDeployEnabled: false,
        deployableState: 'DEPLOYABLE',
        ...(build.deployId === null
            ? {}
            : { deployStatusTaskLocator: { id: String(build.deployId), links: [] } }),
        subbuildStatuses: partsOf(build.nodes, status, failedBuild).map(
            ({ name, type, ...part }) => ({
                ...part,
                buildName: name,
                buildType: type,
                rootPath: build.nodes.find(({ uid }) => uid === name)?.metaFilePath ?? ''
            })
        )
    };
}

function typeOf(build: Build, uid: string): string {
    return build.nodes.find((node) => node.uid === uid)?.componentType ?? '';
}
