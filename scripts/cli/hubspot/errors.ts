import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import { isPassing } from './patience.ts';

/** What HubSpot's client throws, as far as it is used here. */
interface Failure extends Error {
    readonly status?: number;
    readonly method?: string;
    readonly data?: {
        readonly message?: string;
        readonly category?: string;
        readonly correlationId?: string;
        readonly policyName?: string;
        readonly errors?: readonly {
            readonly context?: { readonly requiredGranularScopes?: readonly string[] };
        }[];
    };
}

export const LOGIN =
    'hs account auth\nor set HUBSPOT_ACCESS_TOKEN and HUBSPOT_ACCOUNT_ID; then run the same command again.';

/** The status of an answer; undefined: there was none. */
export function statusOf(thrown: unknown): number | undefined {
    const error = thrown instanceof CliError ? thrown.cause : thrown;
    return (error as Failure | undefined)?.status;
}

/** What HubSpot or the way to it answered to `asked` ("GET /crm/…"), as an error that says what to do. */
export function remoteError(thrown: unknown, asked: string): CliError {
    if (thrown instanceof CliError) return thrown;
    const error = thrown as Failure;
    const { status, data } = error;
    const where = `HubSpot, ${asked}`;
    if (status === 401) {
        const problem = {
            code: 'hubspot.login_expired',
            message: 'HubSpot does not take this login: it has expired or was revoked.',
            where,
            mend: LOGIN
        };
        return new CliError(EXIT.access, problem, thrown);
    }
    if (status === 403) return forbidden(error, where);
    if (status === 429 && data?.policyName === 'DAILY') {
        const problem = {
            code: 'hubspot.limit',
            message: 'The account has used up its API calls of today.',
            where,
            mend: 'Run the same command again after midnight of the account’s time zone: it goes on where it stopped.'
        };
        return new CliError(EXIT.remote, problem, thrown);
    }
    if (status === 488) {
        const problem = {
            code: 'hubspot.wrong_region',
            message: 'HubSpot looked for this account in a region where it is not.',
            where,
            mend: 'Log in again, to the account that is meant: hs account auth. If it stays so, ask HubSpot support where the account is hosted.'
        };
        return new CliError(EXIT.access, problem, thrown);
    }
    if (isPassing(error)) {
        const problem = {
            code: 'hubspot.unreachable',
            message: `HubSpot did not answer: ${firstLine(data?.message ?? error.message)}.`,
            where,
            mend: 'Run the same command again: it goes on where it stopped. status.hubspot.com tells of disturbances.'
        };
        return new CliError(EXIT.remote, problem, thrown);
    }
    const problem = {
        code: 'hubspot.refused',
        message: `HubSpot refused a request: ${firstLine(data?.message ?? error.message)}.`,
        where,
        mend: 'Run the same command with --verbose for the details.'
    };
    return new CliError(EXIT.remote, problem, thrown);
}

function forbidden(error: Failure, where: string): CliError {
    const scopes = (error.data?.errors ?? []).flatMap(
        ({ context }) => context?.requiredGranularScopes ?? []
    );
    if (scopes.length > 0) return missingScopes(scopes, where, error);
    const problem = {
        code: 'hubspot.not_allowed',
        message: `HubSpot does not allow this: ${firstLine(error.data?.message ?? error.message)}.`,
        where,
        mend: 'Log in as a super admin: hs account auth'
    };
    return new CliError(EXIT.access, problem, error);
}

export function missingScopes(scopes: readonly string[], where: string, cause?: unknown): CliError {
    const problem = {
        code: 'hubspot.scopes',
        message: `The login lacks the ${scopes.length === 1 ? 'scope' : 'scopes'} ${scopes.join(', ')}.`,
        where,
        mend: 'Set HUBSPOT_ACCESS_TOKEN to the token of a service key or private app that has them (Settings, Integrations), or choose them in a new personal access key: hs account auth'
    };
    return new CliError(EXIT.access, problem, cause);
}

function firstLine(text: string): string {
    return (text.split('\n')[0] ?? '').replace(/\.$/, '');
}
