/**
 * The only way from the preview to a HubSpot account: a server on this machine that passes reads on and
 * refuses everything else. It alone knows the account's token; who asks it has one of its own.
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isReading, NOTHING_SAVED } from './readOnly.ts';

export interface Gate {
    readonly origin: string;
    /** What this gate wants to see; no other server takes it. */
    readonly token: string;
    close(): Promise<void>;
}

/** @param target where HubSpot's API stands */
export async function openGate(target: string, accountToken: string): Promise<Gate> {
    const token = randomBytes(24).toString('hex');

    async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
        const method = request.method ?? 'GET';
        const url = new URL(request.url ?? '/', target);
        if (request.headers.authorization !== `Bearer ${token}`) {
            return refuse(response, 401, 'INVALID_AUTHENTICATION', 'This is not for you.');
        }
        if (url.origin !== target || !isReading(method, url.pathname)) {
            return refuse(response, 403, 'READ_ONLY', NOTHING_SAVED);
        }
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        const answer = await fetch(url, {
            method,
            headers: {
                authorization: `Bearer ${accountToken}`,
                'content-type': 'application/json'
            },
            redirect: 'error',
            ...(method === 'GET' ? {} : { body: Buffer.concat(chunks) })
        });
        const body = Buffer.from(await answer.arrayBuffer());
        const retryAfter = answer.headers.get('retry-after');
        response.writeHead(answer.status, {
            'content-type': 'application/json',
            ...(retryAfter === null ? {} : { 'retry-after': retryAfter })
        });
        response.end(body);
    }

    const server = createServer((request, response) => {
        // As when HubSpot cannot be reached: its client tries again, and then says so.
        pass(request, response).catch(() => request.socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return {
        origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        token,
        close: () =>
            new Promise((resolve) => {
                server.close(() => resolve());
                server.closeAllConnections();
            })
    };
}

function refuse(response: ServerResponse, status: number, category: string, message: string): void {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: 'error', category, message }));
}
