/** One org on 127.0.0.1 that speaks Salesforce's wire, with the package not yet deployed. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDeployments, type Deployments } from './deployments.ts';
import { factsOf, mirrorSetup } from './facts.ts';
import { newMetadata, type OrgMetadata } from './metadata.ts';
import { answerRest, type RestWorld } from './rest.ts';
import { createRows, type Rows } from './rows.ts';
import { seedSetup, trackedFields, type OrgFlavour } from './setup.ts';
import { createSoap } from './soap.ts';
import type { OrgTrait } from '../traits/types.ts';
import { mirrorTooling } from './tooling.ts';
import { setupOf } from '../setup/open.ts';
import { deployedBefore, hasHistory } from './before.ts';
import { foldersOf, storeOwn } from './traits.ts';
import { testRunner } from './testRun.ts';
import { noTrouble, type Disturbance, type Trouble } from './trouble.ts';

export interface SalesforceServer {
    readonly url: string;
    readonly token: string;
    readonly rows: Rows;
    readonly metadata: OrgMetadata;
    readonly deployments: Deployments;
    readonly trouble: Trouble;
    /** "GET /services/…", oldest first. */
    readonly requests: readonly string[];
    close(): Promise<void>;
}

export interface ServerOptions extends OrgFlavour {
    /** The package whose fields and objects the org could have. */
    readonly forceApp: string;
    readonly now: () => number;
    /** PEM: whose signature a JWT login must bear. */
    readonly publicKey?: string;
    /** The newest API that it speaks. */
    readonly apiVersion?: string;
    /** In what it differs from an empty org. */
    readonly traits?: readonly OrgTrait[];
    /** Whether a deployment's Apex tests are really run, which takes its time; else they pass. */
    readonly runsTests?: boolean;
}

const TOKEN = '00D000000000001!sandbox.token.of.the.local.org';

export async function startSalesforceServer(options: ServerOptions): Promise<SalesforceServer> {
    const { traits = [] } = options;
    const setup = setupOf(traits);
    const folders = foldersOf(traits);
    const rows = createRows(options.forceApp, options.now, folders, setup);
    seedSetup(rows, options, setup);
    for (const trait of traits) rows.seed(trait.rows ?? {});
    const at = new Date(options.now()).toISOString();
    const metadata = newMetadata(at);
    await storeOwn(metadata, folders, at);
    const trouble = noTrouble();
    const requests: string[] = [];
    const org = {
        ...options,
        rows,
        metadata,
        setup,
        tracked: (object: string) => trackedFields(rows, object, setup)
    };
    if (hasHistory(setup.server)) await deployedBefore(org, setup.server, at);
    mirrorSetup(org);
    const deployments = createDeployments({
        metadata,
        trouble,
        now: options.now,
        runTests: options.runsTests
            ? testRunner({ metadata, traits, now: options.now, language: setup.language })
            : null,
        facts: () => {
            mirrorTooling('ApexClass', org);
            return factsOf(org);
        },
        deployed: () => mirrorSetup(org)
    });
    const soap = createSoap(metadata);
    const server = createServer((request, response) => void handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const world: RestWorld = { ...org, deployments, token: TOKEN, url: () => url };

    async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const body = await bodyOf(request);
        const line = `${request.method} ${request.url ?? ''}`;
        requests.push(line);
        const disturbance = next(trouble.disturbances, line);
        if (disturbance === 'cut') return void request.socket.destroy();
        if (disturbance !== null && typeof disturbance === 'object') {
            if ('text' in disturbance)
                return send(response, disturbance.status, disturbance.type, disturbance.text);
            const { status, errorCode, message } = disturbance;
            return send(response, status, JSON_TYPE, JSON.stringify([{ errorCode, message }]));
        }
        const [status, type, text] = await answer(request, body).catch(broken);
        if (disturbance === 'cut-answer') return cutShort(response, text);
        send(response, status, type, text);
    }

    async function answer(
        request: IncomingMessage,
        body: Buffer
    ): Promise<[number, string, string]> {
        const asked = new URL((request.url ?? '').replace(/^\/+/, '/'), url);
        if (asked.pathname.startsWith('/services/Soap/m/')) {
            const reply = await soap.answer(body.toString(), (token) => token === TOKEN);
            return [reply.status, 'text/xml; charset=UTF-8', reply.body];
        }
        const { status, json } = await answerRest(world, {
            method: request.method ?? 'GET',
            url: asked,
            authorization: request.headers.authorization ?? '',
            body
        });
        return [status, JSON_TYPE, JSON.stringify(json)];
    }

    return {
        url,
        token: TOKEN,
        rows,
        metadata,
        deployments,
        trouble,
        requests,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

const JSON_TYPE = 'application/json;charset=UTF-8';

function send(response: ServerResponse, status: number, type: string, text: string): void {
    response.writeHead(status, { 'content-type': type, 'sforce-limit-info': 'api-usage=25/15000' });
    response.end(text);
}

/** A mistake of the sandbox's own is shown as one. */
function broken(error: Error): [number, string, string] {
    const json = [{ errorCode: 'SANDBOX', message: error.stack ?? error.message }];
    return [500, JSON_TYPE, JSON.stringify(json)];
}

function cutShort(response: ServerResponse, text: string): void {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
    response.write(text.slice(0, Math.floor(text.length / 2)), () => response.destroy());
}

function next(disturbances: readonly Disturbance[], line: string): Disturbance['answer'] | null {
    const one = disturbances.find(({ matches, times }) => times > 0 && matches.test(line));
    if (one === undefined) return null;
    if ((one.after ?? 0) > 0) {
        one.after = (one.after ?? 0) - 1;
        return null;
    }
    one.times--;
    return one.answer;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
}
