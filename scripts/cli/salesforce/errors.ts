import { CliError } from '../output/errors.ts';
import { EXIT, type ExitCode } from '../output/exit.ts';
import { isHtml, loginPage } from './address.ts';
import { isPassing } from './retry.ts';

interface Known {
    readonly codes: RegExp;
    readonly exit: ExitCode;
    readonly code: string;
    readonly message: string;
    readonly mend: string;
}

const LOGIN_AGAIN =
    'sf org login web --alias NAME\nor a new token in SF_ACCESS_TOKEN; then run the same command again.';

const KNOWN: readonly Known[] = [
    {
        codes: /^(?:INVALID_SESSION_ID|sf:INVALID_SESSION_ID|ERROR_HTTP_401|INVALID_AUTH_HEADER|RefreshTokenAuthError)$/,
        exit: EXIT.access,
        code: 'salesforce.login_expired',
        message: 'Salesforce no longer takes this login: it has expired or was revoked.',
        mend: LOGIN_AGAIN
    },
    {
        codes: /^(?:API_DISABLED_FOR_ORG|API_CURRENTLY_DISABLED)$/,
        exit: EXIT.access,
        code: 'salesforce.no_api',
        message: 'This org has no API access, which its edition has to include.',
        mend: 'Use an org of Enterprise, Unlimited, Performance or Developer Edition.'
    },
    {
        codes: /^(?:INSUFFICIENT_ACCESS|INSUFFICIENT_ACCESS_OR_READONLY|INVALID_ID_FIELD_ACCESS|sf:INSUFFICIENT_ACCESS|INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY)$/,
        exit: EXIT.access,
        code: 'salesforce.not_allowed',
        message: 'This user may not do that in Salesforce.',
        mend: 'Log in as a user with the System Administrator profile, or one that has Modify Metadata, Author Apex, Assign Permission Sets and Customize Application.'
    },
    {
        codes: /^REQUEST_LIMIT_EXCEEDED$/,
        exit: EXIT.remote,
        code: 'salesforce.limit',
        message: 'The org has used up its API calls, and takes no more for now.',
        mend: 'Wait until Salesforce counts anew (Setup, System Overview shows the calls of the last 24 hours), then run the same command again: it goes on where it stopped.'
    }
];

/** What Salesforce or the way to it answered, as an error that says what to do. */
export function remoteError(thrown: unknown, instanceUrl: string | undefined): CliError {
    if (thrown instanceof CliError) return thrown;
    const error = thrown as Error & { code?: string; errorCode?: string };
    const code = error.errorCode ?? error.code ?? error.name;
    const where = instanceUrl === undefined ? {} : { where: instanceUrl };
    const known = KNOWN.find(({ codes }) => codes.test(code));
    if (known !== undefined) {
        const { exit, message, mend } = known;
        const said = error.message === '' ? message : `${message} It says: ${firstLine(error)}`;
        return new CliError(exit, { code: known.code, message: said, ...where, mend }, thrown);
    }
    if (!isPassing(error) && isHtml(error.message)) return loginPage(instanceUrl);
    if (isPassing(error)) {
        const problem = {
            code: 'salesforce.unreachable',
            message: `Salesforce did not answer: ${firstLine(error)}.`,
            mend: 'Run the same command again: it goes on where it stopped. status.salesforce.com tells of disturbances.'
        };
        return new CliError(EXIT.remote, { ...problem, ...where }, thrown);
    }
    const problem = {
        code: 'salesforce.refused',
        message: `Salesforce refused a request: ${code}: ${firstLine(error)}`,
        mend: 'Run the same command with --verbose for the details.'
    };
    return new CliError(EXIT.remote, { ...problem, ...where }, thrown);
}

function firstLine({ message, name }: Error): string {
    if (isHtml(message)) return `${name}, with a web page`;
    return (message.split('\n')[0] ?? '').replace(/\.$/, '');
}
