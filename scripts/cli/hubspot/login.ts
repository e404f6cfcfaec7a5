/** The ways into a HubSpot account: a token, a personal access key, or what the hs CLI knows. */
import process from 'node:process';
import {
    configFileExists,
    getAllConfigAccounts,
    getConfigAccountIfExists,
    getConfigDefaultAccountIfExists
} from '@hubspot/local-dev-lib/config';
import { getAccessToken } from '@hubspot/local-dev-lib/personalAccessKey';
import type { HubSpotConfigAccount } from '@hubspot/local-dev-lib/types/Accounts';
import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { called } from './api.ts';
import { LOGIN } from './errors.ts';

/** A personal access key, which alone may upload projects. */
export interface Key {
    readonly accountId: number;
    /** What hs calls the account; null: it does not know it. */
    readonly name: string | null;
    readonly secret: string;
    readonly env: string;
}
export interface Login {
    /** Of a service key or a private app; it goes before the key where both may do something. */
    readonly token: string | null;
    readonly key: Key | null;
    /** The account that the person named; null: whichever the login is for. */
    readonly accountId: number | null;
}

/** HubSpot's library reads these from the process. */
const LIBRARY = [
    'HUBSPOT_CONFIG_PATH',
    'HUBSPOT_PERSONAL_ACCESS_KEY',
    'HUBSPOT_ACCOUNT_ID',
    'HUBSPOT_ENVIRONMENT',
    'USE_ENVIRONMENT_HUBSPOT_CONFIG'
];

/** Finds the login, by --account or the environment. Throws a CliError that says how to get one. */
export function findLogin({ io, out }: Context, named: string | undefined): Login {
    // It is the process's own, which `enter` changes.
    const env = { ...io.env };
    enter({ HUBSPOT_CONFIG_PATH: env['HUBSPOT_CONFIG_PATH'] });
    const token = env['HUBSPOT_ACCESS_TOKEN'] ?? '';
    const account = named ?? (env['HUBSPOT_ACCOUNT_ID'] || undefined);
    const key = keyOfEnvironment(env, named) ?? keyOfHs(account, token === '');
    out.hide(token);
    out.hide(key?.secret ?? '');
    const accountId = key?.accountId ?? (account === undefined ? null : Number(account));
    // A name that hs does not know could be of any account.
    if ((token === '' && key === null) || Number.isNaN(accountId)) throw noLogin(account);
    return { token: token === '' ? null : token, key, accountId };
}

function keyOfEnvironment(env: NodeJS.ProcessEnv, named: string | undefined): Key | null {
    const secret = env['HUBSPOT_PERSONAL_ACCESS_KEY'] ?? '';
    const accountId = Number(env['HUBSPOT_ACCOUNT_ID']);
    if (secret === '' || (named !== undefined && Number(named) !== accountId)) return null;
    if (Number.isInteger(accountId) && accountId > 0) {
        return { accountId, name: null, secret, env: env['HUBSPOT_ENVIRONMENT'] ?? 'prod' };
    }
    throw new CliError(EXIT.usage, {
        code: 'hubspot.no_account_id',
        message: 'HUBSPOT_PERSONAL_ACCESS_KEY is set without the number of its account.',
        mend: 'export HUBSPOT_ACCOUNT_ID=12345678'
    });
}

/** What hs knows; its default account only where nothing else says which one is meant. */
function keyOfHs(named: string | undefined, mayBeDefault: boolean): Key | null {
    if (!configFileExists()) return null;
    const account =
        named === undefined
            ? mayBeDefault
                ? getConfigDefaultAccountIfExists()
                : undefined
            : getConfigAccountIfExists(named);
    return account === undefined ? null : keyOf(account);
}

function keyOf(account: HubSpotConfigAccount): Key {
    const { accountId, name, env } = account;
    if (account.authType === 'personalaccesskey') {
        return { accountId, name, secret: account.personalAccessKey, env: env || 'prod' };
    }
    throw new CliError(EXIT.access, {
        code: 'hubspot.login_kind',
        message: `hs knows the account ${name} (${accountId}) by ${account.authType}, which takes no projects.`,
        mend: 'hs account auth'
    });
}

function noLogin(account: string | undefined): CliError {
    const known = configFileExists()
        ? getAllConfigAccounts().map(({ name, accountId }) => `${name} (${accountId})`)
        : [];
    return new CliError(EXIT.access, {
        code: 'hubspot.no_login',
        message:
            account === undefined
                ? 'There is no way into a HubSpot account.'
                : `There is no way into the HubSpot account ${account}.`,
        ...(known.length === 0 ? {} : { where: `hs knows ${known.join(', ')}` }),
        mend: LOGIN
    });
}

/** What a personal access key is exchanged for. */
export interface KeyAccess {
    readonly accessToken: string;
    readonly scopes: readonly string[];
    readonly accountName: string;
}

/**
 * Exchanges a key for a token, and lets HubSpot's library use the key for the rest of this process:
 * from the environment, so that it writes no token into a file.
 */
export async function useKey({ secret, accountId, env }: Key): Promise<KeyAccess> {
    enter({
        USE_ENVIRONMENT_HUBSPOT_CONFIG: 'true',
        HUBSPOT_PERSONAL_ACCESS_KEY: secret,
        HUBSPOT_ACCOUNT_ID: String(accountId),
        HUBSPOT_ENVIRONMENT: env
    });
    const access = await called('the login with a personal access key', true, () =>
        getAccessToken(secret, env === 'qa' ? 'qa' : 'prod', accountId)
    );
    const { accessToken, scopeGroups, hubName } = access;
    return { accessToken, scopes: scopeGroups, accountName: hubName };
}

function enter(values: { readonly [name: string]: string | undefined }): void {
    for (const name of LIBRARY) {
        const value = values[name];
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
    }
}
