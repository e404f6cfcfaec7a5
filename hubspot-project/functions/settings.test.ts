import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { HubSpotPortal } from '../../scripts/sandbox/hubspot/portal.ts';
import type { PortalRows } from '../../scripts/sandbox/hubspot/seed.ts';
import type {
    PortalSettings,
    SavedSettings,
    TestedSettings
} from '../../shared/crm/hubspot/settingsAnswers.ts';
import type { Failure, ReadResult } from './lib/envelope.ts';

const NOW = Date.UTC(2026, 10, 20, 15);
const HOUR = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

let portal: HubSpotPortal;
beforeAll(async () => {
    portal = await createPortal({ project: 'hubspot-project', now: () => NOW });
});
afterAll(() => portal.close());
beforeEach(() => portal.clearTraffic());

const SCORING = [
    {
        timestamp: iso(NOW - HOUR),
        delta: 20,
        propertyValue: '45',
        renderedEvents: [{ heading: 'Visited Pricing' }],
        resolvedProperties: {}
    }
];

/** A portal that keeps the size, the score and the branch in properties of its own. */
function seed(parts: Partial<PortalRows> = {}) {
    portal.seed({
        contact: {
            id: '501',
            properties: {
                firstname: 'Dana',
                lastname: 'Reyes',
                email: 'dana@northwind.test',
                jobtitle: 'CFO',
                staff: '51-200',
                lead_score_b2b: '45',
                birthday: '1990-01-01',
                createdate: iso(NOW - 90 * HOUR),
                hs_v2_date_entered_salesqualifiedlead: iso(NOW - 3 * HOUR)
            }
        },
        definitions: [
            {
                name: 'staff',
                label: 'Staff',
                type: 'enumeration',
                options: [
                    { value: '1-50', label: 'Small' },
                    { value: '51-200', label: 'Medium' }
                ]
            },
            { name: 'lead_score_b2b', label: 'B2B score', type: 'number' },
            { name: 'birthday', label: 'Birthday', type: 'date' }
        ],
        scoreChanges: SCORING,
        ...parts
    });
}
const OWN = {
    score: 'lead_score_b2b',
    employees: 'staff',
    revenue: 'annualrevenue',
    industry: 'industry',
    title: 'jobtitle',
    mqlStage: 'salesqualifiedlead'
};

async function run<T>(parameters: object): Promise<T | Failure> {
    return (await portal.runFunction('handoff-settings', parameters)) as T | Failure;
}
async function done<T extends { readonly ok: true }>(parameters: object): Promise<T> {
    const result = await run<T>(parameters);
    if (!result.ok) throw new Error(result.error.message);
    return result;
}
async function refused(parameters: object): Promise<Failure> {
    const result = await run<PortalSettings>(parameters);
    if (result.ok) throw new Error('It was not refused.');
    return result;
}
const read = () => done<PortalSettings>({ action: 'read' });
const save = (settings: object) => done<SavedSettings>({ action: 'save', settings });

describe('reading the settings', () => {
    it('gives the defaults and what the portal offers, in three rounds', async () => {
        seed();
        const { defaults, issues, properties, settings, stages } = await read();
        expect(settings).toEqual(defaults);
        expect(issues).toEqual([]);
        const fits = (name: string) => properties.find(({ value }) => value === name)?.fits;
        expect(fits('staff')).toContain('employees');
        expect(fits('lead_score_b2b')).toContain('score');
        expect(fits('lifecyclestage')).not.toContain('employees');
        expect(fits('birthday')).toBeUndefined();
        expect(stages).toContainEqual({
            value: 'salesqualifiedlead',
            label: 'Sales qualified lead'
        });
        expect(portal.rounds).toBeLessThanOrEqual(3);
    });

    it('says which reads this portal answers', async () => {
        seed({
            scopes: ['oauth', 'crm.objects.contacts.read', 'crm.objects.owners.read'],
            tiers: { events: false }
        });
        const { features } = await read();
        expect(Object.fromEntries(features.map(({ id, state }) => [id, state]))).toMatchObject({
            owners: 'answers',
            emails: 'no_access',
            page_views: 'no_tier',
            sequences: 'no_access'
        });
    });

    it('takes a contact in no sequence for an answer', async () => {
        seed();
        portal.intercept({ on: '/enrollments/', status: 404 });
        expect((await read()).features).toContainEqual({ id: 'sequences', state: 'answers' });
    });

    it('names what is wrong with what is stored', async () => {
        const description = JSON.stringify({
            score: 'birthday',
            employees: 'Staff',
            title: 'gone'
        });
        seed({
            definitions: [
                { name: 'handoff_settings', type: 'string', description },
                { name: 'birthday', label: 'Birthday', type: 'date' }
            ],
            contact: { id: '501', properties: {} }
        });
        const { issues } = await read();
        expect(issues.map(({ code, path }) => [code, path])).toEqual([
            ['settings.name', 'employees'],
            ['settings.property', 'score'],
            ['settings.property', 'title']
        ]);
    });

    it('says which scope is missing when the properties cannot be read', async () => {
        seed({ scopes: ['oauth'] });
        expect((await refused({ action: 'read' })).error).toMatchObject({ code: 'no_access' });
    });
});

describe('saving the settings', () => {
    it('creates the property once, hidden, and changes it from then on', async () => {
        seed();
        await save(OWN);
        const calls = () => portal.calls.map(({ method, status }) => `${method} ${status}`);
        const first = calls();
        portal.clearTraffic();
        await save({ ...OWN, score: null });
        expect(calls()).toEqual(['GET 200', 'PATCH 200']);
        expect(first).toContain('GET 200');
        expect((await read()).settings).toEqual({ ...OWN, score: null });
    });

    it('creates property and group in a portal that has neither', async () => {
        seed();
        portal.intercept({ on: 'PATCH /crm/properties/', status: 404 });
        await save(OWN);
        expect((await read()).settings).toEqual(OWN);
    });

    it.each([
        [{ ...OWN, score: 'birthday' }, 'score'],
        [{ ...OWN, employees: 'jobless' }, 'employees'],
        [{ ...OWN, mqlStage: 'almost' }, 'mqlStage'],
        [{ ...OWN, title: 'Job title' }, 'title'],
        [{ ...OWN, staff: 'x' }, 'staff'],
        ['all', '']
    ])('stores nothing of %j', async (settings, path) => {
        seed();
        const { issues } = await refused({ action: 'save', settings });
        expect(issues?.map((issue) => issue.path)).toEqual([path]);
        expect(portal.calls.every(({ method }) => method === 'GET')).toBe(true);
    });

    it('names the scope that it lacks', async () => {
        seed({ scopes: ['oauth', 'crm.objects.contacts.read'] });
        const { error } = await refused({ action: 'save', settings: OWN });
        expect(error.mend).toContain('crm.schemas.contacts.write');
    });
});

describe('testing the settings on a contact', () => {
    it.each(['501', 501, ' dana@northwind.test '])(
        'reads %j as the panel would',
        async (contact) => {
            seed();
            const tested = await done<TestedSettings>({ action: 'test', settings: OWN, contact });
            expect(tested.contact).toEqual({ id: '501', name: 'Dana Reyes' });
            expect(
                Object.fromEntries(tested.rows.map((row) => [row.setting, row.understood]))
            ).toEqual({
                score: 45,
                employees: { min: 51, max: 200 },
                revenue: null,
                industry: null,
                title: 'CFO',
                mqlStage: NOW - 3 * HOUR
            });
            expect(tested.rows[2]).toMatchObject({ property: 'staff', raw: '51-200' });
            expect(tested.score).toEqual({ changes: 1, from: 'lead_scoring' });
        }
    );

    it('falls back to the property’s history where lead scoring does not answer', async () => {
        seed();
        portal.intercept({ on: '/lead-scoring/', status: 403 });
        const tested = await done<TestedSettings>({
            action: 'test',
            settings: OWN,
            contact: '501'
        });
        expect(tested.score).toEqual({ changes: 0, from: 'property_history' });
    });

    it.each([
        ['', 'bad_contact'],
        ['Dana', 'bad_contact'],
        ['501/associations', 'bad_contact'],
        ['a@b/../c', 'bad_contact'],
        ['502', 'not_found'],
        ['nobody@northwind.test', 'not_found']
    ])('says what is wrong with %j', async (contact, code) => {
        seed();
        const { error } = await refused({ action: 'test', settings: OWN, contact });
        expect(error.code).toBe(code);
    });
});

describe('the panel', () => {
    async function records() {
        const answer = await portal.runFunction('handoff-lead-context', { objectId: 501 });
        if (!(answer as ReadResult | Failure).ok) throw new Error('The panel failed.');
        return (answer as ReadResult).records;
    }

    it('reads what the settings name, within three rounds', async () => {
        seed();
        await save(OWN);
        portal.clearTraffic();
        const { contact, gaps, scoreChanges, settings } = await records();
        expect(contact.properties).toMatchObject({ staff: '51-200', lead_score_b2b: '45' });
        expect(settings).toMatchObject({ employees: 'staff' });
        expect(scoreChanges).toMatchObject([{ renderedEvents: [{ heading: 'Visited Pricing' }] }]);
        expect(gaps).toEqual([]);
        expect(portal.rounds).toBeLessThanOrEqual(3);
    });

    it.each([401, 403, 404])('does without lead scoring when it answers %i', async (status) => {
        seed();
        await save(OWN);
        portal.clearTraffic();
        portal.intercept({ on: '/lead-scoring/', status });
        const { gaps, scoreChanges } = await records();
        expect([scoreChanges, gaps]).toEqual([null, []]);
    });

    it('says that settings could not be read, and uses the defaults', async () => {
        seed();
        await save(OWN);
        portal.clearTraffic();
        portal.intercept({ on: '/crm/properties/', status: 403, times: 9 });
        const { contact, gaps } = await records();
        expect(gaps).toMatchObject([{ section: 'settings', why: 'no_access' }]);
        expect(contact.properties.jobtitle).toBe('CFO');
    });

    it('makes no more than twelve calls with settings, a sequence and every kind of activity', async () => {
        const activity = (id: string) => [{ id, properties: { hs_timestamp: iso(NOW - HOUR) } }];
        const parts = {
            calls: activity('1'),
            emails: activity('2'),
            meetings: activity('3'),
            tasks: activity('4'),
            notes: activity('5'),
            communications: activity('6')
        };
        const properties = { hs_sequences_is_enrolled: 'true', hs_analytics_source: 'PAID_SEARCH' };
        const enrollments = [{ id: '81', sequenceName: 'Nurture', enrolledAt: iso(NOW - HOUR) }];
        seed({ ...parts, enrollments, contact: { id: '501', properties } });
        await save(OWN);
        portal.clearTraffic();
        const { gaps } = await records();
        expect(portal.calls.length).toBeLessThanOrEqual(12);
        expect(gaps).toMatchObject([{ section: 'acceptance', why: 'truncated' }]);
    });
});

describe('any other call', () => {
    it.each([undefined, null, {}, { action: 'drop' }])('is refused: %j', async (parameters) => {
        const answer = await run<SavedSettings>(parameters as object);
        expect(answer).toMatchObject({ ok: false, error: { code: 'bad_action' } });
    });
});
