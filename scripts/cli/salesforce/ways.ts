/** OAuth alone: a login of the sf CLI, a token in the environment, or a certificate (JWT). */
import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { Connection } from '@jsforce/jsforce-node';
import type { Context } from '../context.ts';
import { readText } from '../files.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { isHtml, loginPage, requireApiAddress } from './address.ts';
import { project } from './api.ts';
import { remoteError } from './errors.ts';

const version = project.sourceApiVersion;
const LOGIN_URL = 'https://login.salesforce.com';
const JWT_LIFE = 180;

/** The alias, else the environment, else the sf CLI's own default org. */
export async function logIn(context: Context, alias: string | undefined): Promise<Connection> {
    const { env } = context.io;
    if (alias !== undefined) return byAlias(context, alias);
    const token = env['SF_ACCESS_TOKEN'];
    const instanceUrl = env['SF_ORG_INSTANCE_URL'];
    if (token) return byToken(context, token, instanceUrl);
    if (env['SF_JWT_CLIENT_ID']) return byJwt(context);
    return byAlias(context, undefined);
}

function byToken({ out }: Context, accessToken: string, instanceUrl?: string): Connection {
    out.hide(accessToken);
    if (!instanceUrl) throw incomplete('SF_ACCESS_TOKEN', 'SF_ORG_INSTANCE_URL');
    if (!URL.canParse(instanceUrl)) {
        throw new CliError(EXIT.usage, {
            code: 'salesforce.bad_url',
            message: 'SF_ORG_INSTANCE_URL is no address.',
            mend: 'Set it to something like https://acme--uat.sandbox.my.salesforce.com'
        });
    }
    requireApiAddress(instanceUrl, 'SF_ORG_INSTANCE_URL');
    return new Connection({ instanceUrl: new URL(instanceUrl).origin, accessToken, version });
}

async function byAlias({ out }: Context, alias: string | undefined): Promise<Connection> {
    const { Org } = await import('@salesforce/core');
    try {
        const org = await Org.create(alias === undefined ? {} : { aliasOrUsername: alias });
        const connection = org.getConnection(version);
        if (connection.accessToken) out.hide(connection.accessToken);
        return connection;
    } catch (error) {
        const named = alias ?? 'the sf CLI’s default org';
        const { name, message } = error as Error;
        const isUnknown = /NoUsernameFound|NamedOrgNotFound|NoAuthInfoFound|NoAuthFound/.test(name);
        if (!isUnknown) throw remoteError(error, undefined);
        throw new CliError(
            EXIT.access,
            {
                code: 'salesforce.no_login',
                message:
                    alias === undefined
                        ? 'No org is named: neither by --target-org nor by SF_ACCESS_TOKEN, SF_JWT_CLIENT_ID or a default org of the sf CLI.'
                        : `The sf CLI knows no login for ${named}. ${message.split('\n')[0]}`,
                mend: `sf org login web --alias ${alias ?? 'NAME'}\nthen pass --target-org ${alias ?? 'NAME'}`
            },
            error
        );
    }
}

/** The bearer flow of RFC 7523; nothing of it is kept. */
async function byJwt(context: Context): Promise<Connection> {
    const { env, now } = context.io;
    const need = (name: string): string => {
        const value = env[name];
        if (!value) throw incomplete('SF_JWT_CLIENT_ID', name);
        return value;
    };
    const loginUrl = env['SF_LOGIN_URL'] || LOGIN_URL;
    const claims = {
        iss: need('SF_JWT_CLIENT_ID'),
        sub: need('SF_JWT_USERNAME'),
        aud: loginUrl,
        exp: Math.floor(now() / 1000) + JWT_LIFE
    };
    const key = privateKey(context, need('SF_JWT_KEY_FILE'));
    const connection = new Connection({ loginUrl, version });
    try {
        await connection.authorize({
            grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
            assertion: signed(claims, key)
        });
    } catch (error) {
        const { message, name } = error as Error;
        // The library reads an answer that is no JSON as undefined.
        if (error instanceof TypeError || isHtml(message))
            throw loginPage(loginUrl, 'SF_LOGIN_URL');
        if ('code' in (error as object)) throw remoteError(error, loginUrl);
        throw new CliError(
            EXIT.access,
            {
                code: 'salesforce.jwt_refused',
                message: `Salesforce refused the certificate’s login: ${name}: ${message}`,
                where: `${claims.sub} at ${loginUrl}`,
                mend: 'Check in Setup, External Client App Manager, that the app has this certificate, the scopes “api” and “refresh_token”, and this user pre-authorised. A sandbox needs SF_LOGIN_URL=https://test.salesforce.com'
            },
            error
        );
    }
    if (connection.accessToken) context.out.hide(connection.accessToken);
    return connection;
}

function privateKey(context: Context, named: string): KeyObject {
    const pem = readText(context, named);
    try {
        return createPrivateKey(pem);
    } catch (error) {
        const problem = {
            code: 'salesforce.bad_key',
            message: 'SF_JWT_KEY_FILE holds no private key in PEM form.',
            where: named,
            mend: 'Name the key that belongs to the app’s certificate (server.key).'
        };
        throw new CliError(EXIT.usage, problem, error);
    }
}

function signed(claims: object, key: KeyObject): string {
    const part = (value: object): string =>
        Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256' })}.${part(claims)}`;
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), key).toString('base64url')}`;
}

function incomplete(given: string, lacking: string): CliError {
    return new CliError(EXIT.usage, {
        code: 'salesforce.incomplete_login',
        message: `${given} is set, and ${lacking} is not.`,
        mend: `export ${lacking}=…`
    });
}
