/** The preview's web server: this machine only, files and a small JSON API. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const HOST = '127.0.0.1';
const LARGEST_BODY = 1_000_000;
const TYPES: { readonly [extension: string]: string } = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.woff2': 'font/woff2'
};
/** Nothing is fetched from, sent to or framed by anywhere else. */
const POLICY = [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "worker-src 'self' blob:",
    "frame-ancestors 'self'"
].join('; ');

/** `drop` breaks the connection, as a network does. */
export type Answer =
    | { readonly status: number; readonly json: unknown }
    | { readonly html: string }
    | { readonly file: string }
    | 'drop';

export interface Asked {
    readonly method: string;
    readonly path: string;
    readonly query: URLSearchParams;
    readonly body: unknown;
}

/**
 * Listens on the loopback interface.
 * @returns the origin to be opened
 * Errors: rejects when the port is taken, or may not be used.
 */
export async function listen(
    port: number,
    answer: (asked: Asked) => Promise<Answer | null>
): Promise<string> {
    const server = createServer((request, response) => {
        handle(request, response).catch((error: unknown) => {
            const message = error instanceof Error ? error.message : String(error);
            send(response, { status: 500, json: { message } });
        });
    });

    async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const refusal = refused(request);
        if (refusal !== null) {
            send(response, { status: 403, json: { message: refusal } });
            return;
        }
        const url = new URL(request.url ?? '/', `http://${HOST}`);
        const method = request.method ?? 'GET';
        const text = await readBody(request);
        let body: unknown = null;
        try {
            body = text === '' ? null : JSON.parse(text);
        } catch {
            send(response, { status: 400, json: { message: 'The body is no JSON.' } });
            return;
        }
        const asked = { method, path: url.pathname, query: url.searchParams, body };
        const given = await answer(asked);
        send(
            response,
            given ?? { status: 404, json: { message: `No ${method} ${url.pathname}.` } }
        );
    }

    await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, resolve);
    });
    return `http://${HOST}:${(server.address() as AddressInfo).port}`;
}

/** Why a request is not for us: a foreign page that found the port, under its own name or another. */
function refused({ headers }: IncomingMessage): string | null {
    const name = (headers.host ?? '').replace(/:\d+$/, '');
    if (name !== HOST && name !== 'localhost') return `The preview does not answer to "${name}".`;
    const { origin } = headers;
    return origin === undefined || origin === `http://${headers.host}`
        ? null
        : `The preview does not answer pages of ${origin}.`;
}

async function readBody(request: IncomingMessage): Promise<string> {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
        size += chunk.byteLength;
        if (size > LARGEST_BODY) throw new Error(`A body holds at most ${LARGEST_BODY} bytes.`);
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
    if (answer === 'drop') {
        response.socket?.destroy();
        return;
    }
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cache-control', 'no-cache');
    if ('json' in answer) {
        response.writeHead(answer.status, { 'content-type': TYPES['.json'] });
        response.end(JSON.stringify(answer.json));
    } else if ('html' in answer) {
        response.writeHead(200, { 'content-type': TYPES['.html'] });
        response.end(answer.html);
    } else if (existsSync(answer.file) && statSync(answer.file).isFile()) {
        sendFile(response, answer.file);
    } else {
        send(response, { status: 404, json: { message: 'There is no such file.' } });
    }
}

function sendFile(response: ServerResponse, file: string): void {
    const { mtimeMs, size } = statSync(file);
    const etag = `"${mtimeMs.toString(36)}-${size.toString(36)}"`;
    response.setHeader('etag', etag);
    if (response.req.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
    }
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type });
    createReadStream(file).pipe(response);
}
