/** The ways into an org, and what has to be known of it before anything is changed. */
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { apiOf, project, quoted, type Api, type Row } from './api.ts';
import type { TargetOrgOption } from './options.ts';
import { logIn } from './ways.ts';

const USUAL_CALL = 2 * 60_000;

export interface OrgAccess {
    readonly api: Api;
    readonly org: OrgInfo;
}

export interface OrgInfo {
    readonly id: string;
    readonly name: string;
    /** "Enterprise Edition", as Organization.OrganizationType says it. */
    readonly edition: string;
    readonly kind: 'production' | 'sandbox' | 'scratch' | 'trial' | 'developer';
    readonly instanceUrl: string;
    readonly username: string;
    readonly userId: string;
    /** The newest API that it speaks. */
    readonly apiVersion: string;
}

/**
 * Logs in and looks who and where we are. Reads alone.
 *
 * @throws CliError (no way in, a login that is over, an org too old) with the command that mends it
 */
export async function connect(
    context: Context,
    { targetOrg }: TargetOrgOption
): Promise<OrgAccess> {
    const connection = await logIn(context, targetOrg);
    if (connection.accessToken) context.out.hide(connection.accessToken);
    const api = apiOf(connection, longestCall(context.io.env));
    const apiVersion = await newestVersion(api);
    const [who, organizations] = await Promise.all([
        api.get<{ user_id: string; preferred_username: string }>('/services/oauth2/userinfo'),
        api.query<OrganizationRow>(
            'SELECT Id, Name, OrganizationType, IsSandbox, TrialExpirationDate FROM Organization'
        )
    ]);
    const organization = organizations[0] as OrganizationRow;
    const org: OrgInfo = {
        id: organization.Id,
        name: organization.Name,
        edition: organization.OrganizationType,
        kind: kindOf(organization),
        instanceUrl: connection.instanceUrl,
        username: who.preferred_username,
        userId: who.user_id,
        apiVersion
    };
    return { api, org };
}

/** HANDOFF_TIMEOUT, in seconds: shorter where connections break often. */
function longestCall(env: NodeJS.ProcessEnv): number {
    const seconds = Number(env['HANDOFF_TIMEOUT']);
    return seconds > 0 ? seconds * 1000 : USUAL_CALL;
}

/** "the sandbox Acme UAT (https://…) as ann@acme.com" */
export function orgWords({ kind, name, instanceUrl, username }: OrgInfo): string {
    return `the ${KINDS[kind]} ${name} (${instanceUrl}) as ${username}`;
}

const KINDS: { readonly [kind in OrgInfo['kind']]: string } = {
    production: 'production org',
    sandbox: 'sandbox',
    scratch: 'scratch org',
    trial: 'trial org',
    developer: 'Developer Edition org'
};

interface OrganizationRow extends Row {
    readonly Id: string;
    readonly Name: string;
    readonly OrganizationType: string;
    readonly IsSandbox: boolean;
    readonly TrialExpirationDate: string | null;
}

function kindOf(row: OrganizationRow): OrgInfo['kind'] {
    if (row.IsSandbox) return row.TrialExpirationDate === null ? 'sandbox' : 'scratch';
    if (row.OrganizationType === 'Developer Edition') return 'developer';
    return row.TrialExpirationDate === null ? 'production' : 'trial';
}

async function newestVersion({ connection, get }: Api): Promise<string> {
    const versions = await get<{ version: string }[]>('/services/data');
    const newest = String(Math.max(...versions.map(({ version }) => Number(version))).toFixed(1));
    if (Number(newest) >= Number(project.sourceApiVersion)) return newest;
    throw new CliError(EXIT.access, {
        code: 'salesforce.api_too_old',
        message: `This org speaks Salesforce's API ${newest}, and the package needs ${project.sourceApiVersion}.`,
        where: connection.instanceUrl,
        mend: 'Wait for the org’s next release (status.salesforce.com names the day).'
    });
}

const NEEDED: { readonly [field: string]: string } = {
    PermissionsModifyMetadata: 'Modify Metadata Through Metadata API Functions',
    PermissionsCustomizeApplication: 'Customize Application',
    PermissionsAuthorApex: 'Author Apex',
    PermissionsAssignPermissionSets: 'Assign Permission Sets'
};

/** @throws CliError that names what the user lacks to change an org */
export async function requireAdmin({ api, org }: OrgAccess): Promise<void> {
    const fields = Object.keys(NEEDED);
    const [mine] = await api.query(`SELECT ${fields.join(', ')} FROM UserPermissionAccess LIMIT 1`);
    const lacking = fields.filter((field) => mine?.[field] !== true);
    if (lacking.length === 0) return;
    throw new CliError(EXIT.access, {
        code: 'salesforce.too_few_rights',
        message: `${org.username} lacks ${lacking.map((field) => `“${NEEDED[field]}”`).join(', ')}.`,
        where: org.instanceUrl,
        mend: 'Log in as a System Administrator, or have these permissions given by a permission set:\nsf org login web --alias NAME'
    });
}

/** Editions whose orgs hold no Apex of their own. */
const WITHOUT_APEX =
    /^(?:Team|Group|Professional|Personal|Contact Manager|Base|Essentials|Starter)\b/;

/** @throws CliError for an org of an edition that cannot take the package at all */
export function requireApex({ edition, name, instanceUrl }: OrgInfo): void {
    if (!WITHOUT_APEX.test(edition)) return;
    throw new CliError(EXIT.access, {
        code: 'salesforce.no_apex',
        message: `${name} is a ${edition} org, which takes no Apex code. Nothing was changed.`,
        where: instanceUrl,
        mend: 'Use an org of Enterprise, Unlimited, Performance or Developer Edition. Salesforce adds Apex to none of the smaller ones.'
    });
}

/** In which language Salesforce answers this user: "en_US", "de". */
export async function languageOf({ api, org }: OrgAccess): Promise<string> {
    const [me] = await api.query<Row & { LanguageLocaleKey: string | null }>(
        `SELECT LanguageLocaleKey FROM User WHERE Id = ${quoted(org.userId)}`
    );
    return me?.LanguageLocaleKey ?? 'en_US';
}
