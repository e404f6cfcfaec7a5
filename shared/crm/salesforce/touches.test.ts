import { describe, expect, it } from 'vitest';
import { ANA, agreement, recordsOf } from './salesforce.testkit.ts';
import { leadFromSalesforce } from './lead.ts';
import type { SalesforceEmailRow, SalesforceTaskRow } from './records.ts';

const OWNER = { OwnerId: ANA, Owner: { Name: 'Ana Ruiz' } };
const task = (row: Partial<SalesforceTaskRow>): SalesforceTaskRow => ({
    Id: '00T000000000001AAA',
    Subject: 'Intro',
    IsClosed: true,
    CompletedDateTime: '2026-11-20T15:00:00.000Z',
    CreatedDate: '2026-11-19T15:00:00.000Z',
    ...OWNER,
    ...row
});
const email = (row: Partial<SalesforceEmailRow>): SalesforceEmailRow => ({
    Id: '02s000000000001AAA',
    Subject: 'Re: pricing',
    Status: '3',
    MessageDate: '2026-11-20T16:00:00.000Z',
    CreatedById: ANA,
    CreatedBy: { Name: 'Ana Ruiz' },
    ...row
});
const touches = (tasks: SalesforceTaskRow[], emails: SalesforceEmailRow[] = []) =>
    leadFromSalesforce(recordsOf({}, { tasks, emails }), agreement).touches;

describe('tasks', () => {
    it('reads a logged call', () => {
        const call = {
            TaskSubtype: 'Call',
            CallType: 'Outbound',
            CallDisposition: 'Left voicemail'
        };
        expect(touches([task(call)])).toEqual([
            {
                at: Date.UTC(2026, 10, 20, 15),
                channel: 'call',
                direction: 'outbound',
                by: { id: ANA, name: 'Ana Ruiz', kind: 'person' },
                subject: 'Intro',
                outcome: 'voicemail',
                outcomeText: null,
                automatic: false
            }
        ]);
    });

    it.each([
        [{ TaskSubtype: 'Call', CallType: 'Inbound' }, 'call', 'inbound', null],
        [{ TaskSubtype: 'Task', CallType: 'Internal' }, 'call', 'internal', null],
        [{ TaskSubtype: 'Task', Type: 'Call' }, 'call', 'outbound', null],
        [{ TaskSubtype: 'Email' }, 'email', 'outbound', 'sent'],
        [{ TaskSubtype: 'LinkedIn' }, 'linkedin', 'outbound', 'done'],
        [{ TaskSubtype: 'Task', Type: 'LinkedIn Message' }, 'linkedin', 'outbound', 'done'],
        [{ TaskSubtype: 'Task', Type: 'Send Letter' }, 'mail', 'outbound', 'done'],
        [{ TaskSubtype: 'Task' }, 'task', 'internal', 'done']
    ])('tells the channel of %o', (row, channel, direction, outcome) => {
        expect(touches([task(row)])).toMatchObject([{ channel, direction, outcome }]);
    });

    it.each([
        [{ TaskSubtype: 'Call' }, 'Call'],
        [{ TaskSubtype: 'Email' }, 'Email'],
        [{ TaskSubtype: 'LinkedIn' }, 'LinkedIn message'],
        [{ TaskSubtype: 'Task', Type: 'WhatsApp' }, 'WhatsApp message'],
        [{ TaskSubtype: 'Task' }, 'Task']
    ])('calls what has no subject by its channel: %o', (row, subject) => {
        expect(touches([task({ ...row, Subject: ' ' })])).toMatchObject([{ subject }]);
    });

    it("keeps an org's own call results in its own words", () => {
        const [call] = touches([task({ TaskSubtype: 'Call', CallDisposition: 'Gatekeeper' })]);
        expect(call).toMatchObject({ outcome: null, outcomeText: 'Gatekeeper' });
    });

    it('does not take a list email or a cadence step for a person at work', () => {
        const sent = touches([
            task({ TaskSubtype: 'ListEmail' }),
            task({ TaskSubtype: 'Cadence' })
        ]);
        expect(sent.map(({ automatic }) => automatic)).toEqual([true, true]);
    });

    it('reads open cadence steps as a sequence, and no other open task', () => {
        const open = { IsClosed: false, CompletedDateTime: null };
        const lead = leadFromSalesforce(
            recordsOf(
                {},
                {
                    tasks: [
                        task({ ...open, TaskSubtype: 'Cadence', Subject: 'Q4 outbound' }),
                        task({ ...open, TaskSubtype: 'Call' })
                    ]
                }
            ),
            agreement
        );
        expect(lead.touches).toEqual([]);
        expect(lead.sequences).toMatchObject([
            {
                name: 'Q4 outbound',
                by: { id: ANA },
                since: Date.UTC(2026, 10, 19, 15),
                active: true
            }
        ]);
    });
});

describe('emails', () => {
    it('tells sent, answered and bounced apart, and leaves drafts out', () => {
        const emails = [
            email({}),
            email({ Incoming: true, Status: '0' }),
            email({ IsBounced: true }),
            email({ Status: '5' })
        ];
        expect(touches([], emails).map(({ direction, outcome }) => [direction, outcome])).toEqual([
            ['outbound', 'sent'],
            ['inbound', 'replied'],
            ['outbound', 'bounced']
        ]);
    });

    it('counts an email once, though a task logs it too', () => {
        const logged = task({ Id: '00T000000000009AAA', TaskSubtype: 'ListEmail' });
        const found = touches([logged, task({})], [email({ ActivityId: '00T000000000009' })]);
        expect(found.map(({ channel }) => channel)).toEqual(['task', 'email']);
        expect(found[1]).toMatchObject({ automatic: true, subject: 'Re: pricing' });
    });
});

describe('events', () => {
    it('reads a meeting at its start', () => {
        const events = [{ Id: '00U1', Subject: 'Demo', StartDateTime: '2026-11-23T15:00:00.000Z' }];
        const lead = leadFromSalesforce(recordsOf({}, { events }), agreement);
        expect(lead.touches).toMatchObject([
            { at: Date.UTC(2026, 10, 23, 15), channel: 'meeting', outcome: 'held', by: null }
        ]);
    });

    it('notes one without a readable time', () => {
        const events = [{ Id: '00U1', Subject: 'Demo', StartDateTime: 'tomorrow' }];
        const lead = leadFromSalesforce(recordsOf({}, { events }), agreement);
        expect(lead.touches).toEqual([]);
        expect(lead.unreadable).toEqual([
            { section: 'meetings', what: 'meeting time', value: 'tomorrow' }
        ]);
    });
});
