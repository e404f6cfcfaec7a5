/** handoff preview: enters what is named, for reading alone, and serves the page. */
import { openOrg, type LiveOrg } from '../../preview/live/org.ts';
import { objectOf } from '../../preview/live/orgPeople.ts';
import { openPortal, type LivePortal } from '../../preview/live/portal.ts';
import { readingOnly } from '../../preview/live/readOnly.ts';
import { startLive } from '../../preview/live/server.ts';
import { loadAgreement } from '../agreement/load.ts';
import type { Context } from '../context.ts';
import type { AccountOption } from '../hubspot/options.ts';
import { CliError } from '../output/errors.ts';
import { EXIT } from '../output/exit.ts';
import type { TargetOrgOption } from '../salesforce/options.ts';

export interface PreviewOptions {
    readonly lead?: string;
    readonly contact?: string;
    readonly port: string;
}

type Options = TargetOrgOption & AccountOption & PreviewOptions;

const ORG_LOGINS = ['SF_ACCESS_TOKEN', 'SF_JWT_CLIENT_ID'];
const PORTAL_LOGINS = ['HUBSPOT_ACCESS_TOKEN', 'HUBSPOT_PERSONAL_ACCESS_KEY'];

/** Returns once the page can be opened; the process then lives until it is ended. */
export async function preview(context: Context, options: Options): Promise<void> {
    const port = portOf(options.port);
    const person = personOf(options);
    const { env, now } = context.io;
    const isNamed = (named: string | undefined, logins: readonly string[]): boolean =>
        named !== undefined || logins.some((name) => Boolean(env[name]));
    const readsOrg = isNamed(options.targetOrg, ORG_LOGINS);
    const readsPortal = isNamed(options.account, PORTAL_LOGINS);
    if (!readsOrg && !readsPortal) throw nothingNamed();
    const [org, portal] = await Promise.all([
        readsOrg ? enterOrg(context, options) : null,
        readsPortal ? enterPortal(context, options) : null
    ]);
    const origin = await startLive({ org, portal, now }, port).catch((error: unknown) => {
        throw unusablePort(error as NodeJS.ErrnoException, port);
    });
    const url =
        person === null ? `${origin}/` : `${origin}/#${new URLSearchParams({ person }).toString()}`;
    const places = [org?.place, portal?.place].filter((place) => place !== undefined);
    context.out.result({ url, reads: places }, () =>
        [
            ...places.map((place) => `Reads ${place}`),
            'Nothing is written: only reads are let through. Ctrl+C ends it.',
            `ready: ${url}`
        ].join('\n')
    );
}

async function enterOrg(context: Context, options: Options): Promise<LiveOrg> {
    const { connect } = await import('../salesforce/connect.ts');
    const { api, org } = await connect(context, options);
    return openOrg(readingOnly(api), org, context.io.now);
}

async function enterPortal(context: Context, { account }: Options): Promise<LivePortal> {
    const [{ connectHubSpot, needScopes }, { apiOrigin }] = await Promise.all([
        import('../hubspot/connect.ts'),
        import('../hubspot/api.ts')
    ]);
    const connection = await connectHubSpot(context, account);
    needScopes(connection, ['crm.objects.contacts.read']);
    const { token, place } = connection;
    return openPortal({
        target: apiOrigin(),
        token,
        place,
        agreement: loadAgreement(context, undefined),
        now: context.io.now
    });
}

/** The person whom the page opens at first; the other CRM's record is found by email. */
function personOf({ lead, contact }: Options): string | null {
    if (lead !== undefined && objectOf(lead) === null) {
        throw unusable('--lead takes the id of a Lead (00Q…) or a Contact (003…).');
    }
    if (contact !== undefined && !/^\d{1,19}$/.test(contact)) {
        throw unusable('--contact takes the number of a HubSpot contact.');
    }
    return [lead, contact].filter((id) => id !== undefined).join('~') || null;
}

function portOf(given: string): number {
    if (/^\d{1,5}$/.test(given) && Number(given) <= 65_535) return Number(given);
    throw unusable(`--port takes a number from 0 to 65535, not "${given}".`);
}

function unusable(message: string): CliError {
    return new CliError(EXIT.usage, {
        code: 'preview.option',
        message,
        mend: 'handoff preview --help'
    });
}

function nothingNamed(): CliError {
    return new CliError(EXIT.usage, {
        code: 'preview.nothing_named',
        message: 'Nothing is named that could be read: neither an org nor a portal.',
        mend: 'Pass --target-org, --account or both.'
    });
}

function unusablePort(error: NodeJS.ErrnoException, port: number): unknown {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return error;
    const message =
        error.code === 'EADDRINUSE' ? `Port ${port} is taken.` : `Port ${port} may not be used.`;
    return new CliError(
        EXIT.usage,
        { code: 'preview.port', message, mend: 'handoff preview --port 0' },
        error
    );
}
