import type { Context } from '../context.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { apiOf, orNull, useApiOf, type Api } from './api.ts';
import { missingScopes } from './errors.ts';
import { findLogin, useKey, type KeyAccess, type Login } from './login.ts';

export interface Connection {
    readonly accountId: number;
    readonly name: string;
    /** "the developer test account Acme (123)" */
    readonly place: string;
    /** The origin of the account's own pages. */
    readonly website: string;
    /** Whether people work in it. */
    readonly isProduction: boolean;
    /** What the login for records and properties may do; null: HubSpot does not say. */
    readonly scopes: readonly string[] | null;
    readonly api: Api;
    /** For HubSpot's API alone: never printed, never kept. */
    readonly token: string;
    /** Whether there is a personal access key too, without which HubSpot takes no project. */
    readonly hasKey: boolean;
}

interface Details {
    readonly portalId: number;
    readonly portalName?: string;
    readonly accountType: string;
    /** Where the account’s pages stand: `app-eu1.hubspot.com` in Europe. */
    readonly uiDomain?: string;
}
interface TokenInfo {
    readonly hubId: number;
    readonly scopes?: readonly string[];
}

/** A type that is not here is taken for production: better asked once too often. */
const KINDS: { readonly [accountType: string]: string } = {
    DEVELOPER_TEST: 'developer test account',
    SANDBOX: 'sandbox account',
    STANDARD_SANDBOX: 'sandbox account',
    DEVELOPMENT_SANDBOX: 'development sandbox',
    APP_DEVELOPER: 'app developer account'
};

/** Enters an account by --account or the environment, and finds out what it is. Changes nothing. */
export async function connectHubSpot(context: Context, named?: string): Promise<Connection> {
    useApiOf(context.io.env);
    const login = findLogin(context, named);
    const key = login.key === null ? null : await useKey(login.key);
    if (key !== null) context.out.hide(key.accessToken);
    const token = login.token ?? key?.accessToken ?? '';
    const api = apiOf(token);
    const details = await api.get<Details>('/account-info/2026-03/details');
    const accountId = details.portalId;
    refuseOther(login, accountId);
    const scopes = login.token === null ? (key?.scopes ?? null) : await scopesOf(api, token);
    const name = nameOf(login, key, details);
    const kind = KINDS[details.accountType];
    return {
        accountId,
        name,
        place: `the ${kind ?? 'production account'} ${name === String(accountId) ? name : `${name} (${accountId})`}`,
        website: `https://${details.uiDomain ?? 'app.hubspot.com'}`,
        isProduction: kind === undefined,
        scopes,
        api,
        token,
        hasKey: key !== null
    };
}

/** Refuses, before anything is changed, a login that may not do what is about to be done. */
export function needScopes({ scopes, place }: Connection, needed: readonly string[]): void {
    const missing = scopes === null ? [] : needed.filter((scope) => !scopes.includes(scope));
    if (missing.length > 0) throw missingScopes(missing, place);
}

function nameOf(
    { key }: Login,
    access: KeyAccess | null,
    { portalName, portalId }: Details
): string {
    const names = [portalName, access?.accountName, key?.name].filter(
        (name) => typeof name === 'string' && name !== ''
    );
    return names[0] ?? String(portalId);
}

/** Null for a token that HubSpot says nothing about, such as a service key's. */
async function scopesOf(api: Api, tokenKey: string): Promise<readonly string[] | null> {
    try {
        const path = '/oauth/v2/private-apps/get/access-token-info';
        const info = await orNull(api.post<TokenInfo>(path, { tokenKey }, true));
        return info?.scopes ?? null;
    } catch (thrown) {
        if (thrown instanceof CliError && thrown.code === 'hubspot.refused') return null;
        throw thrown;
    }
}

function refuseOther({ accountId: meant }: Login, accountId: number): void {
    if (meant === null || meant === accountId) return;
    throw new CliError(EXIT.usage, {
        code: 'hubspot.other_account',
        message: `HUBSPOT_ACCESS_TOKEN is of the account ${accountId}, and ${meant} is meant.`,
        mend: 'Set HUBSPOT_ACCESS_TOKEN to a token of the account that is meant, or unset it.'
    });
}
