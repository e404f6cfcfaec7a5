/** Which call of HubSpot's API does what, and what a token needs for it. */
import { readFileSync } from 'node:fs';
import { isObject } from '../../../../shared/crm/read.ts';
import { FEATURE_SCOPES } from '../../../../shared/crm/hubspot/scopes.ts';
import type { AccountTraits } from '../account.ts';
import { missingScopes, notFound, ok, refused, type Reply } from '../errors.ts';
import { answer as answerFunction } from '../api.ts';
import type { Contact, State } from '../store.ts';
import { archiveBatch, createBatch, search } from './contacts.ts';
import {
    archiveGroup,
    archiveProperty,
    createGroup,
    createProperty,
    getGroup,
    noProperty,
    schemaOf,
    updateGroup,
    updateProperty,
    type Definitions
} from './definitions.ts';
import {
    appOf,
    createProject,
    deleteProject,
    getProject,
    install,
    installInfo,
    lookAtBuild,
    lookAtDeploy,
    queueDeploy,
    requiredScopes,
    stageDeletion,
    upload,
    type Projects
} from './projects.ts';

/** How a login enters, and what it may do. */
export interface Access {
    /** A service key's or a private app's; null: there is none. */
    readonly token: string;
    readonly tokenScopes: readonly string[];
    /** The installed app's, which has the scopes that it was installed with. */
    readonly appToken: string;
    readonly key: string;
    /** What the key is exchanged for. */
    readonly keyToken: string;
    readonly keyScopes: readonly string[];
}
export interface Account {
    readonly portalId: number;
    readonly portalName: string;
    readonly accountType: string;
    /** `app-eu1.hubspot.com` in Europe. */
    readonly uiDomain: string;
    readonly dataHostingLocation: string;
}
export interface Portal {
    account: Account;
    /** What is special about it. */
    readonly traits: AccountTraits;
    readonly access: Access;
    readonly definitions: Definitions;
    readonly contacts: Contact[];
    /** What there is besides the contacts: activities, events, owners, lead pipelines. */
    records: State;
    readonly projects: Projects;
    readonly now: () => number;
}
export interface Call {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    /** JSON, or the parts of a form. */
    readonly body: unknown;
    readonly token: string | null;
}

type Answer = (portal: Portal, call: Call, parts: readonly string[]) => Reply | Promise<Reply>;
interface Route {
    readonly method: string;
    readonly path: RegExp;
    /** Null: no login is needed. `project`: only a personal access key's. */
    readonly needs: readonly string[] | 'project' | null;
    readonly answer: Answer;
}

const SCHEMAS = new URL('../../../../test/hubspot/schemas.json', import.meta.url);
const READ = ['crm.objects.contacts.read'];
const WRITE = ['crm.objects.contacts.write'];
const DEFINE = ['crm.schemas.contacts.write'];
const PROPERTIES = '/crm/properties/2026-09/contacts';
const OBJECTS = '/crm/objects/2026-09/contacts';

function route(method: string, path: string, needs: Route['needs'], answer: Answer): Route {
    const pattern = path.replaceAll('*', '([^/]+)');
    return { method, path: new RegExp(`^${pattern}$`), needs, answer };
}

const ROUTES: readonly Route[] = [
    route('POST', '/localdevauth/v1/auth/refresh', null, refresh),
    route('POST', '/oauth/v2/private-apps/get/access-token-info', null, tokenInfo),
    route('GET', '/account-info/2026-03/details', [], ({ account }) => ok(account)),
    route('GET', PROPERTIES, READ, ({ definitions }) =>
        ok({ results: [...definitions.properties.values()] })
    ),
    route('POST', PROPERTIES, DEFINE, ({ definitions }, { body }) =>
        createProperty(definitions, body)
    ),
    route('POST', `${PROPERTIES}/groups`, DEFINE, ({ definitions }, { body }) =>
        createGroup(definitions, body)
    ),
    route('GET', `${PROPERTIES}/groups/*`, READ, ({ definitions }, _call, [name = '']) =>
        getGroup(definitions, name)
    ),
    route('PATCH', `${PROPERTIES}/groups/*`, DEFINE, ({ definitions }, { body }, [name = '']) =>
        updateGroup(definitions, name, body)
    ),
    route('DELETE', `${PROPERTIES}/groups/*`, DEFINE, ({ definitions }, _call, [name = '']) =>
        archiveGroup(definitions, name)
    ),
    route('GET', `${PROPERTIES}/*`, READ, ({ definitions }, _call, [name = '']) => {
        const found = definitions.properties.get(name);
        return found === undefined ? noProperty(name) : ok(found);
    }),
    route('PATCH', `${PROPERTIES}/*`, DEFINE, ({ definitions }, { body }, [name = '']) =>
        updateProperty(definitions, name, body)
    ),
    route('DELETE', `${PROPERTIES}/*`, DEFINE, ({ definitions }, _call, [name = '']) =>
        archiveProperty(definitions, name)
    ),
    route('POST', `${OBJECTS}/search`, READ, ({ contacts, definitions }, { body }) =>
        search(contacts, body, schemaOf(definitions))
    ),
    route('POST', `${OBJECTS}/batch/create`, WRITE, ({ contacts, definitions, now }, { body }) =>
        createBatch(contacts, body, schemaOf(definitions), now())
    ),
    route('POST', `${OBJECTS}/batch/archive`, WRITE, ({ contacts }, { body }) =>
        archiveBatch(contacts, body)
    ),
    route('GET', '/project-components-external/project-schemas/v3/*', 'project', () =>
        ok(JSON.parse(readFileSync(SCHEMAS, 'utf8')))
    ),
    route(
        'GET',
        '/developer/projects/v1/by-name/*',
        'project',
        ({ projects }, _call, [name = '']) => getProject(projects, name)
    ),
    route('POST', '/developer/projects/v1', 'project', ({ projects }, { body }) =>
        createProject(projects, isObject(body) ? body.name : null)
    ),
    route('DELETE', '/developer/projects/v1/*', 'project', ({ projects }, _call, [name = '']) =>
        deleteProject(projects, name)
    ),
    route(
        'POST',
        '/project-components-external/v3/upload/new-api',
        'project',
        ({ projects, traits }, { body }) => upload(projects, traits, body as FormData)
    ),
    route('GET', '/dfs/v1/projects/*/builds/*/status', 'project', ({ projects }, _call, [, id]) =>
        lookAtBuild(projects, Number(id))
    ),
    route('POST', '/dfs/deploy/v3/deploys/queue/async', 'project', ({ projects }, { body }) =>
        queueDeploy(projects, isObject(body) ? body.targetBuildId : null)
    ),
    route('POST', '/dfs/deploy/v3/deploys/delete', 'project', ({ projects }, { body }) => {
        const { projectName, dryRun } = isObject(body) ? body : {};
        return stageDeletion(projects, projectName, dryRun);
    }),
    route(
        'GET',
        '/dfs/deploy/v1/deploy-status/projects/*/deploys/*',
        'project',
        ({ projects }, _call, [, id]) => lookAtDeploy(projects, Number(id))
    ),
    route(
        'GET',
        '/apps-dev/external/public/v3/project-id/*/source-id/*',
        'project',
        ({ projects }, _call, [, uid = '']) => appOf(projects, uid)
    ),
    route('GET', '/localdevauth/v1/auth/scope-groups/authorized', 'project', scopeGroups),
    route('POST', '/localdevauth/v1/auth/install-info', 'project', ({ projects }) =>
        installInfo(projects)
    ),
    route(
        'POST',
        '/apps-hublets/external/static-token/v3/current-account',
        'project',
        ({ projects, traits }, { body }) => install(projects, traits, isObject(body) ? body : {})
    )
];

/** The answer to one call. */
export async function answerTo(portal: Portal, call: Call): Promise<Reply> {
    for (const { method, path, needs, answer } of ROUTES) {
        const found = method === call.method ? path.exec(call.path) : null;
        if (found === null) continue;
        const refusal = needs === null ? null : refusalOf(portal, call.token, needs);
        return refusal ?? (await answer(portal, call, found.slice(1).map(decodeURIComponent)));
    }
    const { records, contacts, definitions, now } = portal;
    const state = { ...records, contacts };
    const asked = grantedTo(portal, call.token);
    const world = { state, schema: schemaOf(definitions), asked, now: now() };
    return refusalOf(portal, call.token, []) ?? answerFunction(world, call);
}

function refusalOf(portal: Portal, token: string | null, needs: Route['needs']): Reply | null {
    const { access, projects } = portal;
    const isKey = token === access.keyToken;
    const isApp = token === access.appToken && projects.installed !== null;
    if (token === null || (!isKey && !isApp && token !== access.token)) {
        return refused(401, 'INVALID_AUTHENTICATION', 'The access token is expired or invalid.');
    }
    if (needs === 'project') {
        return isKey ? null : refused(403, 'FORBIDDEN', 'This token may not use projects.');
    }
    const granted = grantedTo(portal, token);
    const missing = (needs ?? []).filter((scope) => !granted.includes(scope));
    return missing.length === 0 ? null : missingScopes(missing);
}

function grantedTo({ access, projects }: Portal, token: string | null): readonly string[] {
    if (token === access.appToken) return requiredScopes(projects);
    return token === access.keyToken ? access.keyScopes : access.tokenScopes;
}

/** All scopes that HubSpot knows, and whether this account's subscription has them. */
function scopeGroups({ traits }: Portal): Reply {
    const names = [...REQUIRED, ...Object.values(FEATURE_SCOPES).flat(), ...FUNCTION_SCOPES];
    return ok({
        results: names.map((name) => ({
            scopeGroup: { name, shortDescription: '', longDescription: '' },
            portalAuthorized: !traits.withoutScopes.includes(name),
            userAuthorized: !traits.withoutScopes.includes(name)
        }))
    });
}

const REQUIRED = [
    'oauth',
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.objects.owners.read',
    'crm.schemas.contacts.write'
];
const FUNCTION_SCOPES = ['developer.app_functions.read', 'developer.app_functions.write'];

function refresh({ access, account, now }: Portal, { body }: Call): Reply {
    const key = isObject(body) ? body.encodedOAuthRefreshToken : null;
    if (key !== access.key) {
        return refused(401, 'INVALID_AUTHENTICATION', 'The personal access key is not valid.');
    }
    return ok({
        hubId: account.portalId,
        userId: 1,
        oauthAccessToken: access.keyToken,
        expiresAtMillis: now() + 1_800_000,
        scopeGroups: access.keyScopes,
        encodedOAuthRefreshToken: access.key,
        hubName: account.portalName,
        accountType: account.accountType
    });
}

function tokenInfo({ access, account }: Portal, { body }: Call): Reply {
    const token = isObject(body) ? body.tokenKey : null;
    if (token !== access.token) return notFound();
    return ok({ userId: 1, hubId: account.portalId, appId: 1, scopes: access.tokenScopes });
}
