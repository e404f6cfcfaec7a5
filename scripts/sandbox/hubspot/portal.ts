/** A HubSpot portal in memory, with this project deployed into it. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { accountWith, grantableScopes, rowsOf } from './account.ts';
import type { HubSpotAccount } from './account.ts';
import { answer } from './api.ts';
import { refused } from './errors.ts';
import type { Reply } from './errors.ts';
import { projectFunctions, startFunctions } from './functions.ts';
import { limiterOf } from './limits.ts';
import { readSchema } from './schema.ts';
import type { Schema } from './schema.ts';
import type { PortalRows } from './seed.ts';
import { EMPTY, patchContact, stateOf } from './store.ts';
import type { State } from './store.ts';
import { Traffic } from './traffic.ts';
import type { Fault, Recorded } from './traffic.ts';

/** Time is stepped when all calls hang for so long; the functions' own thread knows whether it waits. */
const STUCK_MS = 10;
const TOKEN = 'pat-sandbox';
const IS_TOKEN = /^Bearer pat-sandbox(-\d+)?$/;

export interface HubSpotPortal {
    readonly origin: string;
    /** Replaces all that the portal holds; throws on a property that it does not have. */
    seed(rows: PortalRows): void;
    snapshot(): State;
    restore(state: State): void;
    readonly schema: Schema;
    /** A user edits the contact on HubSpot's own page; throws what HubSpot refuses. */
    edit(values: { readonly [name: string]: string }): void;
    /** Makes calls fail, until the next `clearTraffic`. */
    intercept(fault: Fault): void;
    /** The calls since `clearTraffic`, and in how many rounds they were made. */
    readonly calls: readonly Recorded[];
    readonly rounds: number;
    clearTraffic(): void;
    /** Runs the real app function with HubSpot's own executor, at the portal's now. */
    runFunction(uid: string, parameters: unknown): Promise<unknown>;
    /** How long the function that ended last took on its own clock, in milliseconds. */
    readonly took: number;
    close(): Promise<void>;
}

const USUAL = accountWith('plain', 'Everything that HubSpot sells, and nothing changed.');

/**
 * Starts a portal on the loopback interface. `now` is its clock; `account` says what is special about
 * it. With `delay`, each call is answered so
 * many milliseconds after it came. With `steppedTime`, the functions' own clock stands still until all
 * that they wait for is a timer, or calls that hang: then it moves on to that timer at once.
 */
export async function createPortal({
    project,
    now,
    account = USUAL,
    delay = null,
    steppedTime = false
}: {
    readonly project: string;
    readonly now: () => number;
    readonly account?: HubSpotAccount;
    readonly delay?: number | null;
    readonly steppedTime?: boolean;
}): Promise<HubSpotPortal> {
    const schema = readSchema(project, account.properties);
    // As `deploy` would choose them here.
    const asked = [...requiredScopes(project), ...grantableScopes(account)];
    const limiter = account.limits && limiterOf(account.limits);
    const traffic = new Traffic();
    let state = EMPTY;
    /** How often the portal was filled: each is an account that no function knows anything of yet. */
    let fillings = 0;
    switchOnFaults();

    function switchOnFaults(): void {
        for (const fault of account.faults) traffic.intercept(fault);
    }

    async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const url = new URL(request.url ?? '/', 'http://portal');
        const method = request.method ?? 'GET';
        const { fault, leave } = traffic.arrive(method, url);
        const body = await readBody(request);
        if (fault?.hang) {
            response.on('close', () => leave(null));
            return;
        }
        // Calls made together are one round: none is answered before the last of them is there.
        await (delay === null ? traffic.whole(functions.areAll) : setTimeout(delay));
        if (fault?.drop) {
            leave(null);
            request.socket.destroy();
            return;
        }
        const limited = limiter?.refuse(url.pathname, performance.now()) ?? null;
        const reply = fault
            ? faulty(fault)
            : limited !== null
              ? limited
              : !IS_TOKEN.test(request.headers.authorization ?? '')
                ? refused(401, 'INVALID_AUTHENTICATION', 'Authentication credentials not found.')
                : answer(
                      { state, schema, asked, now: now() },
                      { method, path: url.pathname, query: url.searchParams, body }
                  );
        leave(reply, body);
        response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
        response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
    }

    const server = createServer((request, response) => void serve(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const functions = await startFunctions(await projectFunctions(project), {
        origin,
        token: () => `${TOKEN}-${String(fillings)}`,
        steppedTime
    });
    const stepIfStuck = (): void => {
        const hanging = functions.running > 0 ? traffic.stuckFor(STUCK_MS) : null;
        if (hanging !== null) functions.step(hanging);
    };
    const steps = steppedTime ? setInterval(stepIfStuck, STUCK_MS) : null;
    return {
        origin,
        seed(rows) {
            state = stateOf(rowsOf(account, rows), schema);
            fillings += 1;
        },
        snapshot: () => structuredClone(state),
        restore(saved) {
            state = structuredClone(saved);
            fillings += 1;
        },
        schema,
        edit(values) {
            const contact = state.contacts.find(({ id }) => id === state.contactId);
            const [refusal] = contact
                ? patchContact(contact, values, schema, now(), state.rules)
                : [];
            if (refusal) throw new Error(refusal.message);
        },
        intercept: (fault) => traffic.intercept(fault),
        get calls() {
            return traffic.calls;
        },
        get rounds() {
            return traffic.rounds;
        },
        clearTraffic() {
            traffic.clear();
            switchOnFaults();
        },
        runFunction: (uid, parameters) => functions.run(uid, parameters, now()),
        get took() {
            return functions.took;
        },
        async close() {
            if (steps !== null) clearInterval(steps);
            await functions.close();
            server.closeAllConnections();
            await new Promise((resolve) => server.close(resolve));
        }
    };
}

/** What the app always asks for: a private app with static authentication gets these alone. */
function requiredScopes(project: string): string[] {
    const file = path.join(project, 'src/app/app-hsmeta.json');
    const { config } = JSON.parse(readFileSync(file, 'utf8')) as {
        config: { auth: { requiredScopes: string[] } };
    };
    return config.auth.requiredScopes;
}

function faulty({ status = 500, headers = {}, body }: Fault): Reply {
    const reply = refused(
        status,
        status === 429 ? 'RATE_LIMITS' : 'INTERNAL_ERROR',
        'sandbox fault'
    );
    return { status, headers, body: body ?? reply.body };
}

async function readBody(request: IncomingMessage): Promise<unknown> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    if (text === '') return null;
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return null;
    }
}
