/** The preview of a real org and portal: it shows what is there before anything is deployed, and writes nothing. */
import { request } from 'node:http';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { contextOf, type Context } from '../../scripts/cli/context.ts';
import { apiOrigin } from '../../scripts/cli/hubspot/api.ts';
import { connectHubSpot } from '../../scripts/cli/hubspot/connect.ts';
import { printer } from '../../scripts/cli/output/output.ts';
import { connect } from '../../scripts/cli/salesforce/connect.ts';
import type { Api } from '../../scripts/cli/salesforce/api.ts';
import { readAgreement } from '../../scripts/build/read-agreement.ts';
import { answerLiveApi } from '../../scripts/preview/live/api.ts';
import { openGate } from '../../scripts/preview/live/gate.ts';
import { openOrg } from '../../scripts/preview/live/org.ts';
import type { LivePerson, Sources } from '../../scripts/preview/live/people.ts';
import { openPortal } from '../../scripts/preview/live/portal.ts';
import { isReading, NOTHING_SAVED, readingOnly } from '../../scripts/preview/live/readOnly.ts';
import { loadCase } from '../cases/load.ts';
import { startWorld, type World } from './live.testkit.ts';

const CASE = loadCase('02-mid-window');
const LEAD = CASE.salesforce.recordId;
const CONTACT = CASE.hubspot.objectId;
const agreement = readAgreement();

let world: World;
let api: Api;
let sources: Sources;

beforeAll(async () => {
    world = await startWorld(CASE.id);
    const context = contextFor(world.env);
    const access = await connect(context, {});
    ({ api } = access);
    const account = await connectHubSpot(context);
    const now = (): number => Date.parse(CASE.now);
    sources = {
        now,
        org: await openOrg(readingOnly(api), access.org, now),
        portal: await openPortal({ ...account, target: apiOrigin(), agreement, now })
    };
}, 60_000);
afterAll(async () => {
    await sources.portal?.close();
    await world.close();
});
beforeEach(() => world.account.clearTraffic());

describe('the people', () => {
    it('are the newest leads and MQLs, one person of both CRMs once', async () => {
        const people = await get<readonly LivePerson[]>('/api/people');
        const ids = people.map(({ id }) => id);
        expect(ids).toContain(`${LEAD}~${CONTACT}`);
        expect(new Set(ids).size).toBe(ids.length);
    });

    it('are found by a part of a name or a company, whatever it holds', async () => {
        expect((await get<LivePerson[]>('/api/people?q=lindq')).map(({ name }) => name)).toEqual([
            'Marcus Lindqvist'
        ]);
        expect(await get('/api/people?q=Contoso%20Parts')).toMatchObject([
            { name: 'Marcus Lindqvist' }
        ]);
        expect(await get("/api/people?q=O'%25_%5C")).toEqual([]);
    });

    it('are found in the other CRM by their email address', async () => {
        for (const id of [LEAD, CONTACT, `${LEAD}~${CONTACT}`]) {
            expect(await get(`/api/people/${id}`)).toMatchObject({
                crms: ['Salesforce', 'HubSpot']
            });
        }
        expect(await get(`/api/people/00Q999999999999AAA`, 404)).toBeTruthy();
        expect(await get(`/api/people/nobody`, 404)).toBeTruthy();
    });

    it('are shown by either side alone', async () => {
        const alone = { ...sources, org: null };
        const people = await get<LivePerson[]>('/api/people?q=lindq', 200, alone);
        expect(people).toMatchObject([{ id: CONTACT, crms: ['HubSpot'] }]);
        const other = { ...sources, portal: null };
        expect(await get('/api/people?q=lindq', 200, other)).toMatchObject([{ id: LEAD }]);
    });
});

describe('a lead of an org without Handoff', () => {
    it('is read by the package’s own Apex, and what is not there is told', async () => {
        const records = await load(LEAD);
        const lead = leadFromSalesforce(records as never, agreement);
        expect(lead.facts.company).toBe('Contoso Parts');
        expect(lead.owner?.name).toBe('ann');
        expect(lead.assignments.length).toBeGreaterThan(0);
        expect(lead.touches.length).toBe(CASE.salesforce.rows.Task?.length ?? 0);
        expect(lead.gaps.map(({ section, why }) => `${section} ${why}`).sort()).toEqual([
            'acceptance not_synced',
            'decisions not_synced',
            'engagements not_synced'
        ]);
        expect(lead.unreadable).toEqual([]);
    });

    it('gives its live fields without those that are not there', async () => {
        const optionalFields = [
            'Lead.Title',
            'Lead.Handoff_Decision__c',
            'Lead.Owner.Name',
            'Lead.x)'
        ];
        const body = { recordId: LEAD, optionalFields };
        const record = await post(`/api/salesforce/${LEAD}/record`, body);
        expect(record).toMatchObject({
            id: LEAD,
            fields: { Title: { value: 'Head of Supply Chain' }, Owner: { value: {} } }
        });
        expect((record as { fields: object }).fields).not.toHaveProperty('Handoff_Decision__c');
    });
});

describe('an org with Handoff', () => {
    it('gives what the sandbox gives, row by row', async () => {
        const deployed = await startWorld(CASE.id);
        try {
            for (const name of ['Lead.Handoff_Mql_At__c', 'Lead.Handoff_Decision__c']) {
                deployed.org.metadata.set(`CustomField:${name}`, {} as never);
            }
            deployed.org.rows.seed({
                Lead: [
                    {
                        Id: '00Q000000000777AAA',
                        LastName: 'Mql',
                        Company: 'Acme',
                        LeadSource: 'Organic Search',
                        Handoff_Mql_At__c: '2026-11-01T00:00:00Z',
                        Handoff_Decision__c: 'accepted',
                        OwnerId: '005000000000001AAA'
                    }
                ]
            });
            const { api, org } = await connect(contextFor(deployed.env), {});
            const opened = await openOrg(readingOnly(api), org, sources.now);
            const params = { recordId: LEAD, acceptanceSince: '2026-09-01', cohort: 'mql_date' };
            const records = await opened.apex('HandoffLeadContext', 'load', params);
            expect(records).toMatchObject({ acceptance: [{ decision: 'accepted', total: 1 }] });
            expect(opened.lacking).toMatch(/^\d+ of Handoff’s own fields$/);
            expect(sources.org?.lacking).toBe('Handoff’s own fields');
        } finally {
            await deployed.close();
        }
    });
});

describe('a contact of a portal without Handoff', () => {
    it('is read by the real function, and what is not there is told', async () => {
        const answer = await readContact();
        const lead = leadFromHubSpot((answer as { records: never }).records, agreement);
        expect(lead.facts.name).toBe('Marcus Lindqvist');
        const told = lead.gaps.map(({ section, why }) => `${section} ${why}`);
        expect(told).toContain('decisions not_synced');
        expect(told).toContain('acceptance not_synced');
        expect(told.filter((one) => one.endsWith('failed'))).toEqual([]);
    });
});

describe('nothing is written', () => {
    it('by anything that a page can ask for', async () => {
        const orgBefore = JSON.stringify(world.org.rows.list('Lead'));
        const portalBefore = JSON.stringify(world.account.portal.contacts);
        const asked = world.org.requests.length;
        await load(LEAD);
        await readContact({ mayEdit: true });
        for (const uid of [
            'handoff-decide',
            'handoff-answer',
            'handoff-settings',
            'handoff-outcomes'
        ]) {
            const parameters = { objectId: Number(CONTACT), kind: 'accept', mayEdit: true };
            const answer = await post(`/api/hubspot/${CONTACT}/function`, { uid, parameters });
            expect(answer).toMatchObject({ ok: false, error: { message: NOTHING_SAVED } });
        }
        const fields = { Id: LEAD, Handoff_Decision__c: 'accepted' };
        const update = await post(`/api/salesforce/${LEAD}/update`, { fields }, 403);
        expect(update).toMatchObject({ status: 403, body: { message: NOTHING_SAVED } });
        const other = { class: 'HandoffOutcomeJob', method: 'start' };
        await post(`/api/salesforce/${LEAD}/apex`, other, 403);
        await post(`/api/hubspot/${CONTACT}/edit`, { values: { firstname: 'X' } }, 403);

        expect(world.org.requests.slice(asked).filter((line) => !line.startsWith('GET '))).toEqual(
            []
        );
        expect(world.account.calls.length).toBeGreaterThan(0);
        for (const { method, path } of world.account.calls) {
            expect(isReading(method, path), `${method} ${path}`).toBe(true);
        }
        expect(JSON.stringify(world.org.rows.list('Lead'))).toBe(orgBefore);
        expect(JSON.stringify(world.account.portal.contacts)).toBe(portalBefore);
    });

    it('by the org’s connection, whoever holds it', async () => {
        const asked = world.org.requests.length;
        const sobjects = { records: [{ attributes: { type: 'Lead' }, LastName: 'X' }] };
        await expect(api.post('/composite/sobjects', sobjects)).rejects.toThrow(NOTHING_SAVED);
        await expect(api.delete('/sobjects/Lead/1')).rejects.toThrow(NOTHING_SAVED);
        const { connection } = api;
        await expect(connection.sobject('Lead').create({ LastName: 'X' })).rejects.toThrow(
            NOTHING_SAVED
        );
        await expect(connection.metadata.list({ type: 'ApexClass' })).rejects.toThrow(
            NOTHING_SAVED
        );
        expect(world.org.requests.slice(asked)).toEqual([]);
    });

    it('through the gate to HubSpot, which lets reads pass alone', async () => {
        const gate = await openGate(world.account.origin, 'pat-na1-sandbox-token');
        const base = '/crm/objects/2026-09/contacts';
        const refused: readonly (readonly [string, string])[] = [
            ['PATCH', `${base}/${CONTACT}`],
            ['POST', base],
            ['POST', `${base}/batch/create`],
            ['POST', `${base}/batch/archive`],
            ['POST', `${base}/search/../batch/create`],
            ['POST', `${base}/batch/read/../create`],
            ['POST', `//evil.example${base}/search`],
            ['PUT', `${base}/search`],
            ['DELETE', `${base}/${CONTACT}`],
            ['POST', '/crm/properties/2026-09/contacts']
        ];
        for (const [method, path] of refused) {
            expect(await through(gate.origin, method, path, gate.token), `${method} ${path}`).toBe(
                403
            );
        }
        expect(
            await through(gate.origin, 'GET', `${base}/${CONTACT}`, 'pat-na1-sandbox-token')
        ).toBe(401);
        expect(world.account.calls).toEqual([]);
        expect(await through(gate.origin, 'GET', `${base}/${CONTACT}`, gate.token)).toBe(200);
        await gate.close();
    });
});

/** As it stands, dots and all: fetch would tidy the path first. */
function through(origin: string, method: string, path: string, token: string): Promise<number> {
    const { hostname, port } = new URL(origin);
    const body = method === 'GET' ? '' : '{}';
    const headers = { authorization: `Bearer ${token}`, 'content-length': body.length };
    return new Promise((resolve, reject) => {
        const asked = request({ hostname, port, path, method, headers }, (response) => {
            response.resume();
            resolve(response.statusCode ?? 0);
        });
        asked.on('error', (error) => reject(new Error(`${method} ${path}: ${error.message}`)));
        asked.end(body);
    });
}

async function load(recordId: string): Promise<unknown> {
    const params = { recordId, acceptanceSince: '2026-09-01', cohort: 'mql_date' };
    return post(`/api/salesforce/${recordId}/apex`, {
        class: 'HandoffLeadContext',
        method: 'load',
        params
    });
}

function readContact(more: object = {}): Promise<unknown> {
    const parameters = { objectId: Number(CONTACT), ...more };
    return post(`/api/hubspot/${CONTACT}/function`, { uid: 'handoff-lead-context', parameters });
}

async function get<T>(address: string, status = 200, from = sources): Promise<T> {
    return (await ask('GET', address, null, status, from)) as T;
}

function post(path: string, body: object, status = 200): Promise<unknown> {
    return ask('POST', path, body, status, sources);
}

async function ask(
    method: string,
    address: string,
    body: unknown,
    status: number,
    from: Sources
): Promise<unknown> {
    const { pathname: path, searchParams: query } = new URL(address, 'http://preview');
    const answer = await answerLiveApi(from, { method, path, query, body });
    if (answer === null || typeof answer === 'string' || !('json' in answer))
        throw new Error(address);
    expect(answer.status, JSON.stringify(answer.json)).toBe(status);
    return answer.json;
}

function contextFor(env: NodeJS.ProcessEnv): Context {
    const stream = (): PassThrough => new PassThrough();
    const io = {
        stdin: stream(),
        stdout: stream(),
        stderr: stream(),
        env,
        folder: '.',
        now: () => 0
    };
    const options = { json: false, quiet: true, verbose: false, color: false, yes: false };
    return contextOf(io, printer(io, options).output, options);
}
