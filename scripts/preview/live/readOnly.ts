/** What the preview of a real org and portal may ask of them: reading, and nothing else. */
import type { Api } from '../../cli/salesforce/api.ts';
import { CliError } from '../../cli/output/errors.ts';
import { EXIT } from '../../cli/output/exit.ts';

/** What every attempt to save is told. */
export const NOTHING_SAVED = 'Read-only preview: nothing is saved.';

/** HubSpot's reads that are POSTs, since what they ask for does not fit into an address. */
const READING_POSTS = /^\/crm\/objects\/[\w-]+\/[a-z]+\/(?:search|batch\/read)$/;

/** Whether a request to HubSpot only reads. What is not known to be one does not. */
export function isReading(method: string, path: string): boolean {
    return method === 'GET' || (method === 'POST' && READING_POSTS.test(path));
}

export type OrgReader = Pick<Api, 'get' | 'query'>;

/** Takes all but GET from an org's connection, whoever else may hold it. */
export function readingOnly({ connection, get, query }: Api): OrgReader {
    // Below everything that jsforce offers, REST and SOAP alike.
    const transport = connection._transport;
    const send = transport.httpRequest.bind(transport);
    transport.httpRequest = (request, options) => {
        if (request.method !== 'GET') throw refused(request.method);
        return send(request, options);
    };
    return { get, query };
}

function refused(method: string): CliError {
    return new CliError(EXIT.internal, {
        code: 'preview.read_only',
        message: `${NOTHING_SAVED} A ${method} was about to be sent to Salesforce.`
    });
}
