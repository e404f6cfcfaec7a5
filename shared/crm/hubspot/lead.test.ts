import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lead } from '../../lead.ts';
import { AGREEMENT, HOUR, iso, object, recordsWith, T0 } from './records.testkit.ts';
import { leadFromHubSpot } from './lead.ts';
import { ownerIdOfUser } from './owners.ts';
import { hubspotProperties } from './properties.ts';
import type { HubSpotObject, HubSpotRecords } from './records.ts';

function leadOf(parts: Partial<HubSpotRecords>): Lead {
    return leadFromHubSpot(recordsWith(parts), AGREEMENT);
}
function contactOf(properties: { [name: string]: string | null }): Lead {
    return leadOf({ contact: object(properties) });
}

describe('the facts of a contact', () => {
    it('are read by the agreement’s names', () => {
        const lead = contactOf({
            firstname: ' Dana ',
            lastname: 'Reyes',
            email: 'dana@x.test',
            mobilephone: '+1 555',
            jobtitle: 'VP Ops',
            company: 'X',
            numemployees: '120',
            annualrevenue: '$5M',
            industry: 'COMPUTER_SOFTWARE',
            country: 'Canada',
            seats: '12',
            tools: 'a; b;',
            hs_analytics_source: 'paid_search',
            createdate: iso(T0),
            fit_score: '61.5'
        });
        expect(lead.facts).toEqual({
            name: 'Dana Reyes',
            email: 'dana@x.test',
            phone: '+1 555',
            title: 'VP Ops',
            company: 'X',
            employees: 120,
            revenue: 5_000_000,
            industry: 'COMPUTER_SOFTWARE',
            country: 'Canada',
            seats: 12,
            tools: ['a', 'b'],
            agency: null
        });
        expect(lead).toMatchObject({ source: 'paid', createdAt: T0, otherScore: 61.5 });
        expect(lead.unreadable).toEqual([]);
    });

    it('keep a band of employees as a range and name what makes no sense', () => {
        expect(contactOf({ numemployees: '51-200' }).facts.employees).toEqual({
            min: 51,
            max: 200
        });
        expect(contactOf({ numemployees: '1000+' }).facts.employees).toEqual({
            min: 1000,
            max: null
        });
        const odd = contactOf({ numemployees: 'many', createdate: 'soon' });
        expect(odd.facts.employees).toBeNull();
        expect(odd.unreadable.map(({ what, value }) => [what, value])).toEqual([
            ['employees', 'many'],
            ['creation date', 'soon']
        ]);
    });

    it('keep a source that the agreement does not know as it is', () => {
        expect(contactOf({ hs_analytics_source: 'AI_REFERRALS' }).source).toBe('AI_REFERRALS');
        expect(contactOf({}).source).toBeNull();
    });
});

describe('the stages of a contact', () => {
    it('take the MQL date that Handoff wrote before the lifecycle stage’s', () => {
        const entered = { hs_v2_date_entered_marketingqualifiedlead: iso(T0) };
        expect(contactOf(entered).mqlAt).toBe(T0);
        expect(contactOf({ ...entered, handoff_mql_at: String(T0 + HOUR) }).mqlAt).toBe(T0 + HOUR);
    });

    it('count a conversion only in the round of the last hand-off', () => {
        const converted = {
            hs_v2_date_entered_opportunity: iso(T0),
            handoff_mql_at: iso(T0 - HOUR)
        };
        expect(contactOf(converted).convertedAt).toBe(T0);
        expect(contactOf({ ...converted, handoff_mql_at: iso(T0 + HOUR) }).convertedAt).toBeNull();
    });

    it('replay who owned the record, an emptied owner parting two assignments', () => {
        const contact = object(
            { hubspot_owner_id: '71' },
            {
                hubspot_owner_id: [
                    [T0, '71'],
                    [T0 + 1, '71'],
                    [T0 + HOUR, ''],
                    [T0 + 2 * HOUR, '99'],
                    [T0 + 3 * HOUR, '71']
                ]
            }
        );
        const lead = leadOf({ contact });
        const sam = { id: '71', name: 'Sam Lee', kind: 'person' };
        expect(lead.owner).toEqual(sam);
        expect(lead.assignments).toEqual([
            { at: T0, to: sam },
            { at: T0 + 2 * HOUR, to: { id: '99', name: null, kind: 'person' } },
            { at: T0 + 3 * HOUR, to: sam }
        ]);
    });

    it('fall back to the last assignment when the history is not there', () => {
        const lead = contactOf({ hubspot_owner_id: '72', hubspot_owner_assigneddate: iso(T0) });
        const kim = { id: '72', name: 'kim@acme.test', kind: 'person' };
        expect(lead.assignments).toEqual([{ at: T0, to: kim }]);
        expect(contactOf({ hubspot_owner_id: '72' }).assignments).toEqual([]);
    });

    it('replay each decision with what was saved along with it', () => {
        const first = T0;
        const second = T0 + 30 * HOUR;
        const contact = object(
            {},
            {
                handoff_decided_at: [
                    [first + 300, iso(first)],
                    [second + 300, iso(second)]
                ],
                handoff_decision: [
                    [first + 300, 'rejected'],
                    [second + 900, 'accepted']
                ],
                handoff_reason: [
                    [first + 300, 'icp_mismatch'],
                    [second + 900, '']
                ],
                handoff_reason_detail: [[first + 310, 'company_size']],
                handoff_decided_by: [
                    [first + 300, 'Sam Lee'],
                    [second + 300, 'Kim Roe']
                ]
            }
        );
        expect(leadOf({ contact }).decisions).toEqual([
            {
                at: first,
                by: 'Sam Lee',
                kind: 'rejected',
                reason: 'icp_mismatch',
                detail: 'company_size',
                note: null
            },
            {
                at: second,
                by: 'Kim Roe',
                kind: 'accepted',
                reason: null,
                detail: 'company_size',
                note: null
            }
        ]);
    });

    it('let the later of two saves of one instant stand', () => {
        const contact = object(
            {},
            {
                handoff_decided_at: [[T0, iso(T0)]],
                handoff_decision: [
                    [T0, 'accepted'],
                    [T0, 'qualified']
                ]
            }
        );
        expect(leadOf({ contact }).decisions.map(({ kind }) => kind)).toEqual(['qualified']);
    });

    it('read a decision without a history from the values of now', () => {
        const lead = contactOf({
            handoff_decided_at: iso(T0),
            handoff_decision: 'recycled',
            handoff_reason: 'no_timeline',
            handoff_decision_note: 'Q1',
            handoff_decided_by: 'Sam Lee'
        });
        expect(lead.decisions).toEqual([
            {
                at: T0,
                by: 'Sam Lee',
                kind: 'recycled',
                reason: 'no_timeline',
                detail: null,
                note: 'Q1'
            }
        ]);
    });
});

describe('the touches of a contact', () => {
    const at = iso(T0);
    function touchOf(list: keyof HubSpotRecords, properties: { [name: string]: string | null }) {
        const rows: HubSpotObject[] = [object({ hs_timestamp: at, ...properties })];
        return leadOf({ [list]: rows }).touches[0];
    }

    it('read a call’s outcome from HubSpot’s own ids, then from its status', () => {
        const connected = 'f240bbac-87c9-4f6e-bf70-924b57d47db7';
        expect(
            touchOf('calls', {
                hs_call_disposition: connected,
                hs_call_direction: 'INBOUND',
                hs_call_title: 'Intro',
                hubspot_owner_id: '71'
            })
        ).toEqual({
            at: T0,
            channel: 'call',
            direction: 'inbound',
            by: { id: '71', name: 'Sam Lee', kind: 'person' },
            subject: 'Intro',
            outcome: 'connected',
            outcomeText: null,
            automatic: false
        });
        const own = { hs_call_disposition: '00000000-0000-0000-0000-000000000000' };
        expect(touchOf('calls', own)).toMatchObject({ outcome: null, outcomeText: null });
        expect(touchOf('calls', { ...own, hs_call_status: 'NO_ANSWER' })?.outcome).toBe(
            'no_answer'
        );
        expect(
            touchOf('calls', { hs_call_disposition: 'a4c4c377-d246-4b32-a13b-75a56a4cd0ff' })
        ).toMatchObject({ outcome: null, outcomeText: 'Left live message' });
    });

    it('tell sent, bounced, unsent and answered emails apart', () => {
        const emails: { [name: string]: string }[] = [
            { hs_email_direction: 'EMAIL', hs_email_status: 'SENT' },
            { hs_email_direction: 'EMAIL', hs_email_status: 'BOUNCED' },
            { hs_email_direction: 'EMAIL', hs_email_status: 'FAILED' },
            { hs_email_direction: 'INCOMING_EMAIL', hubspot_owner_id: '71' },
            { hs_email_direction: 'FORWARDED_EMAIL' }
        ];
        const touches = emails.map((properties) => touchOf('emails', properties));
        expect(touches.map((touch) => [touch?.direction, touch?.outcome, touch?.by])).toEqual([
            ['outbound', 'sent', null],
            ['outbound', 'bounced', null],
            ['outbound', 'canceled', null],
            ['inbound', 'replied', null],
            ['inbound', null, null]
        ]);
    });

    it('put a meeting at its start and a task at its completion, and leave open tasks out', () => {
        expect(
            touchOf('meetings', {
                hs_meeting_start_time: iso(T0 + HOUR),
                hs_meeting_outcome: 'NO_SHOW'
            })
        ).toMatchObject({ at: T0 + HOUR, outcome: 'no_show' });
        expect(touchOf('tasks', { hs_task_status: 'NOT_STARTED' })).toBeUndefined();
        expect(
            touchOf('tasks', {
                hs_task_status: 'COMPLETED',
                hs_task_type: 'LINKED_IN_MESSAGE',
                hs_task_completion_date: iso(T0 + HOUR)
            })
        ).toMatchObject({ at: T0 + HOUR, channel: 'linkedin', direction: 'outbound' });
    });

    it('show the first words of a note without its markup', () => {
        const body = `<p>Spoke to&nbsp;<b>IT</b>.</p>${'x'.repeat(100)}<a href="`;
        const subject = touchOf('notes', { hs_note_body: body })?.subject;
        expect(subject).toMatch(/^Spoke to IT \. x+$/);
        expect(subject).toHaveLength(80);
    });

    it('know LinkedIn, WhatsApp and SMS messages, and no other channel', () => {
        const channels = ['LINKEDIN_MESSAGE', 'WHATS_APP', 'SMS', 'CUSTOM', 'constructor'].map(
            (type) => touchOf('communications', { hs_communication_channel_type: type })?.channel
        );
        expect(channels).toEqual(['linkedin', 'whatsapp', 'sms', undefined, undefined]);
    });

    it('are named when they have no time', () => {
        const lead = leadOf({ calls: [object({ hs_timestamp: 'noon' })] });
        expect(lead.touches).toEqual([]);
        expect(lead.unreadable).toEqual([{ section: 'calls', what: 'call time', value: 'noon' }]);
    });
});

describe('sequences, owners, gaps and counts', () => {
    it('call only the newest enrollment active, and only when the contact is enrolled', () => {
        const enrollments = [
            { sequenceName: 'Old', enrolledAt: iso(T0), enrolledByEmail: 'SAM@acme.test' },
            { sequenceName: 'New', enrolledAt: iso(T0 + HOUR), enrolledByEmail: 'x@acme.test' }
        ];
        const contact = object({ hs_sequences_is_enrolled: 'true' });
        expect(leadOf({ contact, enrollments }).sequences).toEqual([
            {
                name: 'New',
                by: { id: 'x@acme.test', name: 'x@acme.test', kind: 'person' },
                since: T0 + HOUR,
                active: true
            },
            {
                name: 'Old',
                by: { id: '71', name: 'Sam Lee', kind: 'person' },
                since: T0,
                active: false
            }
        ]);
        expect(leadOf({ enrollments }).sequences.some(({ active }) => active)).toBe(false);
    });

    it('find the owner id of a user', () => {
        const { owners } = recordsWith({});
        expect(ownerIdOfUser(owners, { id: 9001, email: null })).toBe('71');
        expect(ownerIdOfUser(owners, { id: 1, email: 'Kim@acme.test' })).toBe('72');
        expect(ownerIdOfUser(owners, { id: null, email: null })).toBeNull();
    });

    it('give sums only where the events could not be read', () => {
        const contact = object({
            hs_analytics_num_page_views: '14',
            hs_analytics_num_visits: '3',
            hs_analytics_last_visit_timestamp: iso(T0)
        });
        const lead = leadOf({
            contact,
            events: null,
            gaps: [{ section: 'page_views', why: 'no_tier' }]
        });
        expect(lead.totals).toEqual({ pageViews: 14, visits: 3, forms: null, lastVisitAt: T0 });
        expect(lead.gaps).toEqual([
            { section: 'page_views', why: 'no_tier', shown: null, total: null }
        ]);
        expect(leadOf({ contact }).totals).toBeNull();
        expect(leadOf({ events: null }).gaps[0]).toMatchObject({ why: 'failed' });
    });

    it('count a decision that is not named as none', () => {
        expect(
            leadOf({ acceptance: { accepted: 3, undecided: 1, other: 9 } }).sourceCounts
        ).toEqual({
            accepted: 3,
            qualified: 0,
            recycled: 0,
            rejected: 0,
            undecided: 1
        });
        expect(leadOf({ acceptance: null }).sourceCounts).toBeNull();
    });
});

describe('whatever HubSpot sends', () => {
    const names = [...hubspotProperties(AGREEMENT).plain, 'hs_timestamp', 'hs_task_status'];
    const text = fc.oneof(
        fc.string(),
        fc.constantFrom('COMPLETED', 'SMS', 'constructor', '__proto__', iso(T0), '51-200', '')
    );
    const value = fc.oneof(text, fc.anything());
    const properties = fc.dictionary(fc.constantFrom(...names), value);
    const entry = fc.oneof(fc.anything(), fc.record({ value, timestamp: value }));
    const row = fc.oneof(
        fc.anything(),
        fc.record({
            id: value,
            properties,
            propertiesWithHistory: fc.dictionary(fc.constantFrom(...names), fc.array(entry)),
            eventType: fc.oneof(text, fc.constantFrom('e_visited_page', 'pe1_webinar')),
            occurredAt: value,
            sequenceName: value,
            enrolledByEmail: value,
            section: value,
            why: value
        })
    );
    const lists = Object.keys(recordsWith({})).map((key) => [
        key,
        key === 'contact' ? row : fc.oneof(fc.array(row), fc.anything())
    ]);
    const garbage = fc.oneof(
        fc.anything(),
        fc.record(Object.fromEntries(lists) as { [key: string]: fc.Arbitrary<unknown> })
    );

    it('becomes a lead: never an error, lists in order, at most 20 complaints', () => {
        fc.assert(
            fc.property(garbage, (records) => {
                const lead = leadFromHubSpot(records as HubSpotRecords, AGREEMENT);
                expect(lead.unreadable.length).toBeLessThanOrEqual(20);
                for (const list of [lead.engagements, lead.touches, lead.decisions]) {
                    const times = list.map(({ at }) => at);
                    expect(times).toEqual([...times].sort((a, b) => a - b));
                }
                expect(lead.engagements.every(({ title }) => title !== '')).toBe(true);
                expect(JSON.parse(JSON.stringify(lead))).toEqual(lead);
            }),
            { numRuns: 200 }
        );
    });
});
