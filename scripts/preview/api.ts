/** The JSON API over both sandboxes, as the record frames and the page call it. */
import { isObject } from '../../shared/crm/read.ts';
import { RequestFailure } from '../sandbox/salesforce/uiApi/failure.ts';
import type { FieldId } from '../sandbox/salesforce/uiApi/getRecord.ts';
import type { HubSpotPortal } from '../sandbox/hubspot/portal.ts';
import type { Org } from '../sandbox/salesforce/org.ts';
import { acceptanceFunction } from './acceptance.ts';
import { acceptanceApex } from './acceptanceOrg.ts';
import type { Answer, Asked } from './http.ts';
import type { Crm, People, Person } from './people.ts';
import { summaryOf } from './summary.ts';
import { RECORD_PAGE } from './recordPage.ts';
import { functionNotFound, isTrouble, TROUBLES } from './trouble.ts';

type Body = { readonly [key: string]: unknown };

const ROUTE = /^\/api\/(salesforce|hubspot|people)\/([^/]+)\/([a-z]+)$/;

/** Answers a request to the API, or null when it is none. */
export async function answerApi(people: People, asked: Asked): Promise<Answer | null> {
    const { method, path } = asked;
    if (!path.startsWith('/api/')) return null;
    const body: Body = isObject(asked.body) ? asked.body : {};
    if (method === 'GET' && path === '/api/people') return ok(people.all.map(summaryOf));
    if (method === 'POST' && path === '/api/reset') return reset(people, body);
    if (method === 'POST' && path === '/api/acceptance/hubspot') {
        return ok(await acceptanceFunction(text(body.uid), body.parameters));
    }
    if (method === 'POST' && path === '/api/acceptance/salesforce/apex') {
        return acceptanceApex(text(body.class), text(body.method), (body.params ?? {}) as Body);
    }
    const [, part, id = '', action = ''] = ROUTE.exec(path) ?? [];
    if (method !== 'POST' || part === undefined) return null;
    const person = people.find(decodeURIComponent(id));
    if (person === null) return failed(404, `There is no person "${id}".`);
    if (part === 'people') return action === 'clock' ? setClock(person, body) : null;
    if (action === 'trouble') return setTrouble(person, part as Crm, body);
    if (person.trouble[part as Crm] === 'offline') return 'drop';
    return part === 'salesforce' ? askOrg(person, action, body) : askPortal(person, action, body);
}

function askOrg(person: Person, action: string, body: Body): Answer | null {
    const user = { id: person.seen.salesforce.user };
    const requests: { readonly [action: string]: (org: Org) => unknown } = {
        apex: (org) =>
            org.apex(text(body.class), text(body.method), (body.params ?? {}) as Body, user),
        record: (org) =>
            org.getRecord(
                text(body.recordId),
                (body.fields ?? []) as FieldId[],
                (body.optionalFields ?? []) as FieldId[],
                user
            ),
        object: (org) => org.getObjectInfo(text(body.objectApiName), user),
        update: (org) => org.updateRecord({ fields: (body.fields ?? {}) as Body }, user)
    };
    const request = requests[action];
    if (request === undefined) return null;
    try {
        return ok(person.salesforce(request));
    } catch (error) {
        if (!(error instanceof RequestFailure)) throw error;
        return { status: error.response.status, json: error.response };
    }
}

async function askPortal(person: Person, action: string, body: Body): Promise<Answer | null> {
    const use = action === 'function' ? functionCall(person, body) : RECORD_PAGE[action]?.(body);
    if (use === undefined) return null;
    try {
        return ok((await person.portal(use)) ?? null);
    } catch (error) {
        return failed(500, (error as Error).message);
    }
}

function functionCall({ trouble }: Person, { uid, parameters }: Body) {
    return (portal: HubSpotPortal): Promise<unknown> => {
        if (trouble.hubspot === 'no-functions') throw new Error(functionNotFound(text(uid)));
        return portal.runFunction(text(uid), parameters);
    };
}

function setClock(person: Person, { offset }: Body): Answer {
    if (typeof offset !== 'number' || !Number.isFinite(offset)) {
        return failed(400, 'offset: the milliseconds by which to set the clock forward.');
    }
    person.setOffset(offset);
    return ok(summaryOf(person));
}

function setTrouble(person: Person, crm: Crm, { kind = null }: Body): Answer {
    if (kind !== null && !isTrouble(kind)) {
        return failed(400, `kind: null or one of ${TROUBLES.join(', ')}.`);
    }
    person.trouble[crm] = kind;
    return ok(null);
}

function reset(people: People, { person: id = null }: Body): Answer {
    const chosen = id === null ? people.all : people.all.filter(({ seen }) => seen.id === id);
    if (chosen.length === 0) return failed(404, `There is no person "${String(id)}".`);
    for (const person of chosen) person.reset();
    return ok(chosen.map(summaryOf));
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ok = (json: unknown): Answer => ({ status: 200, json });
const failed = (status: number, message: string): Answer => ({ status, json: { message } });
