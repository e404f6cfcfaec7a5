/** The JSON API over a real org and portal: it reads, and answers every save with a refusal. */
import { isObject } from '../../../shared/crm/read.ts';
import { RequestFailure } from '../../sandbox/salesforce/uiApi/failure.ts';
import type { Answer, Asked } from '../http.ts';
import type { LiveOrg } from './org.ts';
import { recordOf } from './orgRecord.ts';
import { listPeople, openPerson, personOf } from './people.ts';
import type { Sources } from './people.ts';
import type { LivePortal } from './portal.ts';
import { NOTHING_SAVED } from './readOnly.ts';

type Body = { readonly [key: string]: unknown };

const ROUTE = /^\/api\/(salesforce|hubspot)\/[^/]+\/([a-z]+)$/;
const PERSON = /^\/api\/people\/([^/]+)$/;
/** The only method of the package that a record page calls. */
const READS = ['HandoffLeadContext', 'load'];

/** Answers a request to the API, or null when it is none. */
export async function answerLiveApi(sources: Sources, asked: Asked): Promise<Answer | null> {
    const { method, path, query } = asked;
    const body: Body = isObject(asked.body) ? asked.body : {};
    try {
        if (method === 'GET') return await answerGet(sources, path, query);
        const [, crm, action = ''] = ROUTE.exec(path) ?? [];
        if (method !== 'POST' || crm === undefined) return null;
        if (crm === 'hubspot')
            return sources.portal && (await askPortal(sources.portal, action, body));
        return sources.org && (await askOrg(sources.org, action, body));
    } catch (error) {
        return { status: 502, json: { message: (error as Error).message } };
    }
}

async function answerGet(
    sources: Sources,
    path: string,
    query: URLSearchParams
): Promise<Answer | null> {
    if (path === '/api/places') {
        return ok({
            salesforce: sources.org?.place ?? null,
            hubspot: sources.portal?.place ?? null
        });
    }
    if (path === '/api/people') return ok(await listPeople(sources, (query.get('q') ?? '').trim()));
    const [, id] = PERSON.exec(path) ?? [];
    if (id === undefined) return null;
    const pair = await openPerson(sources, decodeURIComponent(id));
    if (pair !== null) return ok({ ...personOf(pair), id: decodeURIComponent(id) });
    return { status: 404, json: { message: `There is no person ${decodeURIComponent(id)}.` } };
}

async function askOrg(org: LiveOrg, action: string, body: Body): Promise<Answer | null> {
    try {
        if (action === 'apex') {
            const isRead = body.class === READS[0] && body.method === READS[1];
            if (!isRead) throw notSaved();
            return ok(await org.apex('HandoffLeadContext', 'load', (body.params ?? {}) as Body));
        }
        if (action === 'record') {
            const fields = [body.fields, body.optionalFields].flatMap((list) =>
                Array.isArray(list) ? (list as unknown[]) : []
            );
            return ok(await recordOf(org, String(body.recordId), fields));
        }
        if (action === 'update') throw notSaved();
        return null;
    } catch (error) {
        const { response } =
            error instanceof RequestFailure
                ? error
                : new RequestFailure(500, 'Server Error', { message: (error as Error).message });
        return { status: response.status, json: response };
    }
}

async function askPortal(portal: LivePortal, action: string, body: Body): Promise<Answer | null> {
    if (action === 'function')
        return ok(await portal.runFunction(String(body.uid), body.parameters));
    return action === 'edit' ? { status: 403, json: { message: NOTHING_SAVED } } : null;
}

function notSaved(): RequestFailure {
    const body = { message: NOTHING_SAVED, statusCode: 403, errorCode: 'READ_ONLY_PREVIEW' };
    return new RequestFailure(403, 'Forbidden', body);
}

const ok = (json: unknown): Answer => ({ status: 200, json: json ?? null });
