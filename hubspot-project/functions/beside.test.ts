/** What is done beside the decision itself: stamps, HubSpot's own lead, and who decided. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accountNamed } from '../../scripts/sandbox/hubspot/accounts.ts';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import type { DecideResult, Failure, ReadResult } from './lib/envelope.ts';

/** A Friday morning in New York. */
const NOW = Date.UTC(2026, 10, 20, 16);
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();
const MQL_AT = NOW - 26 * HOUR;

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW });
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

/** An MQL of yesterday, called once, with an open lead. */
function rowsWith(parts: Partial<PortalRows> = {}): PortalRows {
    return {
        contact: {
            id: '501',
            properties: {
                firstname: 'Dana',
                hs_analytics_source: 'PAID_SEARCH',
                hs_v2_date_entered_marketingqualifiedlead: iso(MQL_AT),
                lifecyclestage: 'marketingqualifiedlead',
                createdate: iso(NOW - 90 * HOUR)
            },
            history: { hubspot_owner_id: [{ value: '71', timestamp: iso(MQL_AT + HOUR) }] }
        },
        calls: [
            {
                id: '1',
                properties: {
                    hs_timestamp: iso(MQL_AT + 3 * HOUR),
                    hs_call_direction: 'OUTBOUND',
                    hs_call_title: 'First call'
                }
            }
        ],
        owners: [
            { id: '71', userId: 9001, email: 'sam@acme.test', firstName: 'Sam', lastName: 'Lee' },
            { id: '72', userId: 9002, email: 'kim@acme.test' }
        ],
        leads: [lead('8801')],
        ...parts
    };
}

function lead(id: string, properties: { [name: string]: string } = {}) {
    return {
        id,
        properties: {
            hs_pipeline: 'lead-pipeline-id',
            hs_pipeline_stage: 'attempting-stage-id',
            hs_lead_is_open_v2: 'true',
            ...properties
        }
    };
}

async function open(parameters: { [name: string]: unknown } = { mayEdit: true }) {
    const answer = await portal.runFunction('handoff-lead-context', {
        objectId: 501,
        ...parameters
    });
    return answer as ReadResult | Failure;
}
const REJECTION = {
    objectId: 501,
    kind: 'rejected',
    reason: 'icp_mismatch.persona',
    note: 'An intern',
    by: 'Sam Lee',
    byUserId: 9001,
    seenDecidedAt: null
};
async function decide(parameters: { [name: string]: unknown } = {}) {
    const given = { ...REJECTION, ...parameters };
    return (await portal.runFunction('handoff-decide', given)) as DecideResult | Failure;
}
async function decided(parameters: { [name: string]: unknown } = {}) {
    const result = await decide(parameters);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result;
}
const contact = (): { [name: string]: string } => portal.snapshot().contacts[0]?.properties ?? {};
const leadOf = (id = '8801') => portal.snapshot().leads.find((one) => one.id === id)?.properties;
const writes = () => portal.calls.filter(({ method }) => method === 'PATCH');

const STAMPS = {
    handoff_assigned_at: iso(MQL_AT + HOUR),
    handoff_window: 'standard',
    handoff_due_at: iso(MQL_AT + 5 * HOUR),
    handoff_first_attempt_at: iso(MQL_AT + 3 * HOUR),
    handoff_first_attempt_minutes: '120',
    handoff_attempts: '1'
};

describe('opening a panel', () => {
    it('stamps the hand-over once, in one call more, for a user who may edit', async () => {
        portal.seed(rowsWith());
        expect(await open()).toMatchObject({ ok: true, notes: [] });
        expect(contact()).toMatchObject(STAMPS);
        expect(contact().handoff_decision).toBeUndefined();
        expect(contact().handoff_mql_at).toBeUndefined();
        expect(writes()).toHaveLength(1);
        expect(portal.calls.length).toBeLessThanOrEqual(13);
        portal.clearTraffic();
        expect(await open()).toMatchObject({ ok: true, notes: [] });
        expect(writes()).toEqual([]);
    });

    it.each([[{}], [{ mayEdit: false }], [{ mayEdit: 'true' }], [{ mayEdit: 1 }]])(
        'writes nothing for %j',
        async (parameters) => {
            portal.seed(rowsWith());
            expect(await open(parameters)).toMatchObject({ ok: true, notes: [] });
            expect(writes()).toEqual([]);
        }
    );

    it.each([
        [{ status: 400 }, /could not be stored for reports: sandbox fault/],
        [{ status: 403 }, /sandbox fault/],
        [{ status: 500, times: 9 }, /sandbox fault/],
        [{ hang: true, times: 9 }, /did not answer in time/]
    ])('shows the panel when the stamps fail with %j, and says so', async (fault, why) => {
        portal.seed(rowsWith());
        portal.intercept({ on: 'PATCH', ...fault });
        const answer = await open();
        if (!answer.ok) throw new Error(JSON.stringify(answer.error));
        expect(answer.records.gaps).toEqual([]);
        expect(answer.notes).toHaveLength(1);
        expect(answer.notes[0]).toMatch(why);
    });

    it('waits with the stamps while a part of the evidence cannot be read', async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: 'POST /crm/objects/2026-09/calls', status: 500, times: 9 });
        expect(await open()).toMatchObject({ ok: true, notes: [] });
        expect(writes()).toEqual([]);
    });

    it('is refused on a record that is no contact', async () => {
        portal.seed(rowsWith());
        expect(await open({ objectTypeId: '0-2' })).toMatchObject({
            ok: false,
            error: { code: 'bad_object_type' }
        });
        expect(portal.calls).toEqual([]);
        expect(await open({ objectTypeId: '0-1' })).toMatchObject({ ok: true });
        expect(await open({ objectId: 502 })).toMatchObject({
            ok: false,
            error: { code: 'not_found' }
        });
    });
});

describe('a decision', () => {
    it('is saved with the stamps in one call, and asks marketing for an answer', async () => {
        const { contact: row } = rowsWith();
        const properties = { ...row.properties, handoff_feedback: 'agree' };
        portal.seed(rowsWith({ contact: { ...row, properties }, leads: [] }));
        expect((await decided()).notes).toEqual([]);
        expect(contact()).toMatchObject({
            ...STAMPS,
            handoff_decision: 'rejected',
            handoff_feedback: '',
            handoff_feedback_due_at: '2026-11-30T22:00:00.000Z'
        });
        expect(writes()).toHaveLength(1);
    });

    it('is saved alone where the portal refuses the rest, which is said', async () => {
        const rules = [{ property: 'handoff_window', values: ['standard'], requires: ['company'] }];
        portal.seed(rowsWith({ leads: [], rules }));
        const { notes } = await decided();
        expect(notes).toEqual([expect.stringContaining('could not be stored for reports')]);
        expect(contact()).toMatchObject({
            handoff_decision: 'rejected',
            hs_lead_status: 'UNQUALIFIED'
        });
        expect(contact().handoff_window).toBeUndefined();
    });
});

describe('a decision in an account that changed what is HubSpot’s own', () => {
    it('is saved without a lead status that the account does not have, and the note says which it has', async () => {
        const here = await createPortal({
            project: 'hubspot-project',
            now: () => NOW,
            account: accountNamed('lead-status-changed'),
            delay: 0
        });
        here.seed(rowsWith({ leads: [] }));
        const answer = (await here.runFunction('handoff-decide', REJECTION)) as DecideResult;
        const { properties } = here.snapshot().contacts[0] ?? {};
        await here.close();
        expect(answer).toMatchObject({ ok: true, decided: { kind: 'rejected' } });
        expect(properties).toMatchObject({ ...STAMPS, handoff_decision: 'rejected' });
        expect(properties?.hs_lead_status).toBeUndefined();
        expect(answer.notes).toEqual([
            'The decision is saved, but the lead status stays as it is. This account has no lead status “UNQUALIFIED”. It has New (NEW), Open (OPEN), In progress (IN_PROGRESS), Disqualified by sales (DISQUALIFIED_BY_SALES), Connected (CONNECTED). Decisions are saved without it. A HubSpot admin can add it (Settings, Properties, Lead Status), or whoever owns the agreement can change decision.labels.rejected.hubspot.leadStatus.'
        ]);
        expect(answer.records.contact.properties.handoff_decision).toBe('rejected');
    });

    it('is saved, with what the account takes, without a lifecycle stage that was deleted', async () => {
        const here = await createPortal({
            project: 'hubspot-project',
            now: () => NOW,
            account: accountNamed('stages-changed'),
            delay: 0
        });
        here.seed(rowsWith({ leads: [] }));
        const parameters = { ...REJECTION, kind: 'qualified', reason: null };
        const answer = (await here.runFunction('handoff-decide', parameters)) as DecideResult;
        const { properties } = here.snapshot().contacts[0] ?? {};
        await here.close();
        expect(properties).toMatchObject({
            handoff_decision: 'qualified',
            hs_lead_status: 'OPEN_DEAL',
            lifecyclestage: 'marketingqualifiedlead'
        });
        expect(answer.notes).toEqual([
            expect.stringMatching(
                /^The decision is saved, but the lifecycle stage stays as it is\. This account has no lifecycle stage “salesqualifiedlead”\..*decision\.labels\.qualified\.hubspot\.lifecycleStage\.$/
            )
        ]);
    });

    it('is saved where a rule requires more for the lead status, and the note names what', async () => {
        const rules = [
            { property: 'hs_lead_status', values: ['UNQUALIFIED'], requires: ['country'] }
        ];
        portal.seed(rowsWith({ leads: [], rules }));
        expect((await decided()).notes).toEqual([
            'The decision is saved, but the lead status stays as it is: this account requires “Country/region” with “UNQUALIFIED”. Fill it in on the record, then set the lead status there.'
        ]);
        expect(contact()).toMatchObject({ ...STAMPS, handoff_decision: 'rejected' });
        expect(contact().hs_lead_status).toBeUndefined();
    });

    it('is refused in plain words where a rule is about the decision itself', async () => {
        const rules = [
            { property: 'handoff_decision', values: ['rejected'], requires: ['country'] }
        ];
        portal.seed(rowsWith({ leads: [], rules }));
        const result = await decide();
        expect(result).toMatchObject({
            ok: false,
            error: {
                code: 'required_by_rule',
                message:
                    'The decision could not be saved: a rule in this account requires “country”.'
            }
        });
        expect(JSON.stringify(result)).not.toContain('isValid');
        expect(contact().handoff_decision).toBeUndefined();
    });

    it('moves no lead where a rule requires more with the stage, and the note names what', async () => {
        const leadRules = [
            {
                property: 'hs_pipeline_stage',
                values: ['unqualified-stage-id'],
                requires: ['hs_lead_disqualification_note']
            }
        ];
        portal.seed(rowsWith({ leadRules }));
        expect((await decided()).notes).toEqual([
            'The decision is saved, but the lead stays where it is: this account requires “hs_lead_disqualification_note” with “Disqualified”. Fill it in on the lead, and move it by hand.'
        ]);
        expect(contact().handoff_decision).toBe('rejected');
    });
});

describe('HubSpot’s own lead', () => {
    it('moves with the decision, and gets the portal’s own reason', async () => {
        portal.seed(rowsWith());
        expect((await decided()).notes).toEqual([]);
        expect(leadOf()).toMatchObject({
            hs_pipeline_stage: 'unqualified-stage-id',
            hs_lead_disqualification_reason: 'NOT_A_GOOD_FIT',
            hs_lead_is_open_v2: 'false'
        });
        expect(writes().map(({ path }) => path)).toEqual([
            '/crm/objects/2026-09/contacts/501',
            '/crm/objects/2026-09/leads/8801'
        ]);
        expect(portal.calls.length).toBeLessThanOrEqual(19);
    });

    it('is the newest open one, and keeps its reason when the agreement names none', async () => {
        const leads = [
            lead('99'),
            lead('1001', { hs_lead_disqualification_reason: 'UNRESPONSIVE' }),
            lead('1002', { hs_lead_is_open_v2: 'false', hs_pipeline_stage: 'qualified-stage-id' })
        ];
        portal.seed(rowsWith({ leads }));
        expect((await decided({ kind: 'qualified', reason: null })).notes).toEqual([]);
        expect(leadOf('1001')).toMatchObject({
            hs_pipeline_stage: 'qualified-stage-id',
            hs_lead_disqualification_reason: 'UNRESPONSIVE'
        });
        expect(leadOf('99')?.hs_pipeline_stage).toBe('attempting-stage-id');
    });

    it('is not read where the agreement moves none', async () => {
        portal.seed(rowsWith());
        expect((await decided({ kind: 'accepted', reason: null })).notes).toEqual([]);
        expect(portal.calls.some(({ path }) => path.includes('lead'))).toBe(false);
    });

    const ABSENT: readonly [string, Partial<PortalRows>][] = [
        ['the contact has none', { leads: [] }],
        ['none is open', { leads: [lead('1', { hs_lead_is_open_v2: 'false' })] }],
        ['the subscription has none', { tiers: { events: true, leads: false } }],
        [
            'the app was not granted them',
            {
                scopes: [
                    'oauth',
                    'crm.objects.contacts.read',
                    'crm.objects.contacts.write',
                    'crm.objects.owners.read'
                ]
            }
        ]
    ];
    it.each(ABSENT)('is not missed when %s', async (_what, parts) => {
        portal.seed(rowsWith(parts));
        expect((await decided()).notes).toEqual([]);
        expect(contact().handoff_decision).toBe('rejected');
    });

    it('stays when its pipeline has not the agreed stage, and the note says what there is', async () => {
        const stages = [
            { id: '11', label: 'Fresh' },
            { id: '12', label: 'Lost' }
        ];
        const leadPipelines = [
            { id: 'lead-pipeline-id', label: 'Leads', stages },
            { id: '2', label: 'Other', stages: [{ id: 'unqualified-stage-id', label: 'Gone' }] }
        ];
        portal.seed(
            rowsWith({ leadPipelines, leads: [lead('8801', { hs_pipeline_stage: '11' })] })
        );
        const { notes } = await decided();
        expect(notes).toEqual([
            'The decision is saved, but the lead stays where it is: its pipeline has no stage “unqualified-stage-id”, which the agreement names. It has Fresh (11), Lost (12). Ask whoever keeps the agreement to correct its leadStage.'
        ]);
        expect(leadOf()?.hs_pipeline_stage).toBe('11');
    });

    it('moves without a reason that the portal does not have, and the note says which it has', async () => {
        portal.seed(rowsWith({ leadReasons: [{ value: 'OTHER', label: 'Something else' }] }));
        const { notes } = await decided();
        expect(notes).toEqual([
            'The decision is saved, but the lead got no disqualification reason: this account has no “NOT_A_GOOD_FIT”, which the agreement names. It has Something else (OTHER). Ask whoever keeps the agreement to correct its leadReason.'
        ]);
        expect(leadOf()).toMatchObject({ hs_pipeline_stage: 'unqualified-stage-id' });
        expect(leadOf()?.hs_lead_disqualification_reason).toBeUndefined();
    });

    const BROKEN: readonly [string, string, RegExp][] = [
        ['the lead', 'POST /crm/objects/2026-09/leads', /could not be read/],
        ['the pipelines', 'GET /crm/pipelines', /could not be read/],
        ['the reasons', 'GET /crm/properties/2026-09/leads', /reasons could not be read/],
        ['the move', 'PATCH /crm/objects/2026-09/leads', /may not have moved to “Disqualified”/]
    ];
    it.each(BROKEN)('costs no decision when %s fails', async (_what, on, why) => {
        portal.seed(rowsWith());
        portal.intercept({ on, status: 500, times: 9 });
        const { notes } = await decided();
        expect(notes).toHaveLength(1);
        expect(notes[0]).toMatch(/^The decision is saved, but /);
        expect(notes[0]).toMatch(why);
        expect(contact().handoff_decision).toBe('rejected');
    });

    it('may be read and not edited', async () => {
        portal.seed(rowsWith());
        portal.intercept({ on: 'PATCH /crm/objects/2026-09/leads', status: 403 });
        expect((await decided()).notes[0]).toMatch(/the Handoff app may not edit leads/);
    });
});

describe('who decided', () => {
    it('is the user of the account whom the card names, by the account’s own name', async () => {
        portal.seed(rowsWith());
        expect((await decided({ by: 'The Queen' })).decided.by).toBe('Sam Lee');
        portal.seed(rowsWith());
        expect((await decided({ byUserId: '9002', by: 'Kim' })).decided.by).toBe('kim@acme.test');
        expect(contact().handoff_decided_by).toBe('kim@acme.test');
    });

    it.each([[4711], [null], [undefined], [''], ['Sam'], [{ id: 9001 }], [[9001]]])(
        'is nobody of this account: %j',
        async (byUserId) => {
            portal.seed(rowsWith());
            expect(await decide({ byUserId })).toMatchObject({
                ok: false,
                error: { code: 'unknown_author' },
                records: { contact: { id: '501' } }
            });
            expect(writes()).toEqual([]);
        }
    );

    it('is whom the card names where the users cannot be read, if it names anybody', async () => {
        const owners = { on: 'GET /crm/owners', status: 500, times: 9 };
        portal.seed(rowsWith());
        portal.intercept(owners);
        expect((await decided({ by: 'Kim', byUserId: 4711 })).decided.by).toBe('Kim');
        portal.clearTraffic();
        portal.seed(rowsWith());
        portal.intercept(owners);
        expect(await decide({ by: 7, byUserId: 4711 })).toMatchObject({
            ok: false,
            issues: [{ path: 'by' }]
        });
    });
});
