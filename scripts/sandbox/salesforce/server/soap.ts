/** The Metadata API's SOAP: what jsforce and source-deploy-retrieve ask of it. */
import JSZip from 'jszip';
import { XMLParser } from 'fast-xml-parser';
import { makeId } from '../ids.ts';
import { archiveOf, fileOf, type OrgMetadata } from './metadata.ts';

const METADATA = 'http://soap.sforce.com/2006/04/metadata';
const parser = new XMLParser({
    parseTagValue: false,
    removeNSPrefix: true,
    ignoreAttributes: true,
    isArray: (name) => ['types', 'members', 'queries'].includes(name)
});

export interface SoapReply {
    readonly status: number;
    readonly body: string;
}
interface Named {
    readonly name: string;
    readonly members: readonly string[];
}
interface Body {
    readonly retrieve?: { readonly request: { readonly unpackaged: { readonly types: Named[] } } };
    readonly checkRetrieveStatus?: { readonly asyncProcessId: string };
    readonly listMetadata?: { readonly queries: readonly { readonly type: string }[] };
    readonly describeMetadata?: object;
}
interface Envelope {
    readonly Envelope: {
        readonly Header?: { readonly SessionHeader?: { readonly sessionId: string } };
        readonly Body: Body;
    };
}
export interface Soap {
    answer(xml: string, isToken: (token: string) => boolean): Promise<SoapReply>;
}

export function createSoap(metadata: OrgMetadata): Soap {
    const retrievals = new Map<string, { keys: string[]; looks: number }>();
    return {
        async answer(xml, isToken) {
            const { Header, Body } = (parser.parse(xml) as Envelope).Envelope;
            if (!isToken(Header?.SessionHeader?.sessionId ?? '')) {
                return fault('sf:INVALID_SESSION_ID', 'Invalid Session ID found in SessionHeader');
            }
            if (Body.retrieve !== undefined) {
                const id = makeId('09S', retrievals.size + 1);
                const { types } = Body.retrieve.request.unpackaged;
                const keys = types.flatMap(({ name, members }) =>
                    members.map((member) => `${name}:${member}`)
                );
                retrievals.set(id, { keys, looks: 0 });
                return reply('retrieve', { done: 'false', id, state: 'Queued' });
            }
            if (Body.checkRetrieveStatus !== undefined) {
                const id = Body.checkRetrieveStatus.asyncProcessId;
                const retrieval = retrievals.get(id);
                if (retrieval === undefined) return fault('sf:INVALID_ID_FIELD', 'invalid id');
                retrieval.looks++;
                if (retrieval.looks === 1) {
                    return reply('checkRetrieveStatus', {
                        done: 'false',
                        id,
                        status: 'Pending',
                        success: 'false',
                        zipFile: ''
                    });
                }
                return reply('checkRetrieveStatus', await retrieved(metadata, id, retrieval.keys));
            }
            if (Body.listMetadata !== undefined) {
                const types = Body.listMetadata.queries.map(({ type }) => type);
                const keys = [...metadata.keys()].filter((key) =>
                    types.includes(key.split(':')[0] ?? '')
                );
                return reply('listMetadata', ...keys.flatMap((key) => properties(metadata, key)));
            }
            if (Body.describeMetadata !== undefined) {
                return reply('describeMetadata', {
                    organizationNamespace: '',
                    partialSaveAllowed: 'true',
                    testRequired: 'false'
                });
            }
            return fault(
                'soapenv:Client',
                `the sandbox does not do ${Object.keys(Body).join(', ')}`
            );
        }
    };
}

async function retrieved(metadata: OrgMetadata, id: string, keys: string[]): Promise<Fields> {
    const zip = new JSZip();
    for (const [name, text] of archiveOf(metadata, keys)) zip.file(name, text);
    const lacking = keys.filter((key) => !metadata.has(key));
    return {
        done: 'true',
        fileProperties: keys.flatMap((key) => properties(metadata, key)),
        id,
        messages: lacking.map((key) => {
            const [type = '', name = ''] = key.split(/:(.*)/s);
            const problem = `Entity of type '${type}' named '${name}' cannot be found`;
            return { fileName: 'unpackaged/package.xml', problem };
        }),
        status: 'Succeeded',
        success: 'true',
        zipFile: await zip.generateAsync({ type: 'base64' })
    };
}

function properties(metadata: OrgMetadata, key: string): Fields[] {
    const stored = metadata.get(key);
    if (stored === undefined) return [];
    const { component, by, at } = stored;
    return [
        {
            createdById: makeId('005', 1),
            createdByName: by,
            createdDate: at,
            fileName: `unpackaged/${fileOf(component)}`,
            fullName: component.fullName,
            id: '',
            lastModifiedById: makeId('005', 1),
            lastModifiedByName: by,
            lastModifiedDate: at,
            manageableState: 'unmanaged',
            type: component.type
        }
    ];
}

interface Fields {
    readonly [name: string]: string | readonly Fields[] | Fields;
}

function reply(method: string, ...results: readonly Fields[]): SoapReply {
    const body = results.map((result) => element('result', result)).join('');
    return {
        status: 200,
        body: envelope(`<${method}Response xmlns="${METADATA}">${body}</${method}Response>`)
    };
}

function fault(code: string, message: string): SoapReply {
    const body = `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${code.replace(/^sf:/, '')}: ${escaped(message)}</faultstring></soapenv:Fault>`;
    return { status: 500, body: envelope(body) };
}

function envelope(body: string): string {
    return `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:sf="${METADATA}"><soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`;
}

function element(name: string, value: string | readonly Fields[] | Fields): string {
    if (typeof value === 'string') return `<${name}>${escaped(value)}</${name}>`;
    if (Array.isArray(value)) return value.map((one: Fields) => element(name, one)).join('');
    const inner = Object.entries(value as Fields).map(([tag, one]) => element(tag, one));
    return `<${name}>${inner.join('')}</${name}>`;
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
