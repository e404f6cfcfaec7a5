/**
 * A HubSpot account on the loopback interface for the command line: HubSpot's real paths and answers over
 * a portal in memory into which nothing is deployed yet. What it does not know it answers with 404.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountWith, rowsOf, type AccountTraits } from '../account.ts';
import { refused, type Reply } from '../errors.ts';
import { limiterOf } from '../limits.ts';
import { stateOf } from '../store.ts';
import { Traffic, type Fault, type Recorded } from '../traffic.ts';
import { newDefinitions } from './definitions.ts';
import { newProjects } from './projects.ts';
import { answerTo, type Access, type Portal } from './routes.ts';

const CATEGORIES: { readonly [status: number]: string } = {
    401: 'INVALID_AUTHENTICATION',
    403: 'FORBIDDEN',
    429: 'RATE_LIMITS',
    503: 'SERVICE_UNAVAILABLE'
};

const SCOPES = [
    'crm.objects.contacts.read',
    'crm.objects.contacts.write',
    'crm.schemas.contacts.read',
    'crm.schemas.contacts.write'
];

export const ACCESS: Access = {
    token: 'pat-na1-sandbox-token',
    tokenScopes: SCOPES,
    appToken: 'pat-na1-sandbox-app-token',
    key: 'sandbox-personal-access-key',
    keyToken: 'sandbox-access-token-of-the-key',
    keyScopes: [
        ...SCOPES,
        'crm.objects.leads.read',
        'crm.objects.leads.write',
        'developer.projects.write'
    ]
};

export interface AccountServer {
    readonly origin: string;
    readonly portal: Portal;
    /** Makes calls fail, until the next `clearTraffic`. */
    intercept(fault: Fault): void;
    /**
     * Breaks the connection at this call, before or after it was done, and takes no other until `mend`:
     * what a command that was killed leaves behind.
     */
    cutAt(on: string, applied: boolean): void;
    mend(): void;
    readonly calls: readonly Recorded[];
    clearTraffic(): void;
    close(): Promise<void>;
}

const USUAL = accountWith('plain', 'Everything that HubSpot sells, and nothing changed.');

/** Starts an account with its traits; a test account unless `accountType` says otherwise. */
export async function startAccount({
    project = 'hubspot-project',
    traits = USUAL,
    accountType = 'DEVELOPER_TEST',
    access = {},
    now = () => Date.parse('2026-11-19T15:05:00Z')
}: {
    readonly project?: string;
    readonly traits?: AccountTraits;
    readonly accountType?: string;
    readonly access?: Partial<Access>;
    readonly now?: () => number;
} = {}): Promise<AccountServer> {
    const portal: Portal = {
        account: {
            portalId: 4711,
            portalName: 'Acme',
            accountType,
            uiDomain:
                traits.region === 'na1' ? 'app.hubspot.com' : `app-${traits.region}.hubspot.com`,
            dataHostingLocation: traits.region
        },
        traits,
        access: { ...ACCESS, ...access },
        definitions: newDefinitions(project, traits.properties),
        contacts: [],
        records: stateOf(rowsOf(traits, { contact: { id: '0', properties: {} } }), null),
        projects: newProjects(),
        now
    };
    const traffic = new Traffic();
    const limiter = traits.limits && limiterOf(traits.limits);
    switchOnFaults();

    function switchOnFaults(): void {
        for (const one of traits.faults) traffic.intercept(one);
    }
    let cut: { readonly on: string; readonly applied: boolean } | null = null;
    let isCut = false;

    async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '/', 'http://account');
        const method = request.method ?? 'GET';
        const { fault, leave } = traffic.arrive(method, url);
        const body = await bodyOf(request);
        const answered = async (): Promise<Reply> =>
            await answerTo(portal, {
                method,
                path: url.pathname,
                query: url.searchParams,
                body,
                token: /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null
            });
        if (fault?.hang) return;
        const isHere = `${method} ${url.pathname}` === cut?.on;
        if (isHere && !isCut && cut?.applied) await answered();
        if (fault?.drop || (isHere && !isCut)) {
            isCut ||= isHere;
            leave(null);
            request.socket.destroy();
            return;
        }
        const limited = limiter?.refuse(url.pathname, performance.now()) ?? null;
        const reply = isCut
            ? faulty({ status: 401 })
            : fault
              ? faulty(fault)
              : (limited ?? (await answered()));
        leave(reply, body instanceof FormData ? null : body);
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
        response.end(reply.body === '' ? '' : JSON.stringify(reply.body));
    }

    const server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        portal,
        intercept: (fault) => traffic.intercept(fault),
        cutAt(on, applied) {
            cut = { on, applied };
        },
        mend() {
            cut = null;
            isCut = false;
        },
        get calls() {
            return traffic.calls;
        },
        clearTraffic() {
            traffic.clear();
            switchOnFaults();
        },
        async close() {
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}

function faulty({ status = 500, headers = {}, body }: Fault): Reply {
    const category = CATEGORIES[status] ?? 'INTERNAL_ERROR';
    return { status, headers, body: body ?? refused(status, category, 'sandbox fault').body };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const type = request.headers['content-type'] ?? '';
    if (bytes.length === 0) return null;
    if (type.startsWith('multipart/form-data')) {
        return await new Response(bytes, { headers: { 'content-type': type } }).formData();
    }
    try {
        return JSON.parse(bytes.toString('utf8')) as unknown;
    } catch {
        return null;
    }
}
