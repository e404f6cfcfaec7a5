/** HandoffAttempts and HandoffMeetings, run from their source: what counts, and that it counts once. */
import { describe, expect, it } from 'vitest';
import { serverRules } from '../../scripts/build/server-rules.ts';
import type { ApexTransaction } from '../../scripts/sandbox/salesforce/apex/run.ts';
import { ApexMap } from '../../scripts/sandbox/salesforce/apex/values.ts';
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { SObjectRecord } from '../../scripts/sandbox/salesforce/soql/record.ts';
import type { FieldValue } from '../../scripts/sandbox/salesforce/values.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { instant, record, transactionAt } from './apex.ts';

const LEAD = makeId('00Q', 1);
const SYNC = makeId('005', 9);
const STARTED = '2026-11-20T15:00:00.000Z';
const BEGAN = '2026-11-20T16:00:00.000Z';
const NOW = Date.parse('2026-11-20T21:00:00Z');

type Values = { readonly [field: string]: FieldValue };

const onTheClock = (values: Values = {}): SObjectRecord =>
    record('Lead', {
        Id: LEAD,
        Handoff_Clock_Started_At__c: STARTED,
        Handoff_Attempts__c: 0,
        ...values
    });

const meetingAt = (start: string, n = 1, values: Values = {}): SObjectRecord =>
    record('Event', { Id: makeId('00U', n), WhoId: LEAD, StartDateTime: start, ...values });

function touchOf(apex: ApexTransaction, meeting: SObjectRecord): unknown {
    return apex.callStatic('HandoffTouch', 'ofMeeting', meeting);
}

const stamped = (apex: ApexTransaction, person: SObjectRecord, touches: unknown[]): unknown =>
    apex.callStatic('HandoffAttempts', 'stamp', person, touches);

const valueOf = (person: SObjectRecord, field: string): unknown =>
    person.fields.get(field.toLowerCase())?.value;

describe('a meeting', () => {
    it('is an attempt and a contact at its start', () => {
        const apex = transactionAt(NOW);
        const person = onTheClock();
        expect(stamped(apex, person, [touchOf(apex, meetingAt(BEGAN))])).toBe(true);
        expect(valueOf(person, 'Handoff_Attempts__c')).toBe(1);
        expect(valueOf(person, 'Handoff_First_Attempt_At__c')).toBe(BEGAN);
        expect(valueOf(person, 'Handoff_First_Contact_At__c')).toBe(BEGAN);
    });

    it('of an earlier round changes nothing', () => {
        const apex = transactionAt(NOW);
        const person = onTheClock();
        const earlier = touchOf(apex, meetingAt('2026-11-20T14:59:59.000Z'));
        expect(stamped(apex, person, [earlier])).toBe(false);
        expect(valueOf(person, 'Handoff_Attempts__c')).toBe(0);
    });

    it('that the escalation counted is not counted again when it is next saved', () => {
        const later = transactionAt(NOW);
        const counted = onTheClock({
            Handoff_Attempts__c: 1,
            Handoff_First_Attempt_At__c: BEGAN,
            Handoff_First_Contact_At__c: BEGAN
        });
        expect(stamped(later, counted, [touchOf(later, meetingAt(BEGAN))])).toBe(false);
        const another = touchOf(later, meetingAt('2026-11-20T18:00:00.000Z', 2));
        expect(stamped(later, counted, [another])).toBe(true);
        expect(valueOf(counted, 'Handoff_Attempts__c')).toBe(2);
    });
});

describe('a call of which the triggers are told twice in one transaction', () => {
    const call = (n: number): SObjectRecord =>
        record('Task', {
            Id: makeId('00T', n),
            WhoId: LEAD,
            TaskSubtype: 'Call',
            CompletedDateTime: BEGAN
        });

    const agreed = (): ApexTransaction => {
        const apex = transactionAt(NOW);
        const rules = JSON.stringify(serverRules(defaultAgreement()));
        apex.callStatic('HandoffAgreement', 'useForTest', rules);
        return apex;
    };

    it('counts once, by a workflow’s field update', () => {
        const apex = agreed();
        const person = onTheClock();
        const calls = [1, 2].map((n) => apex.callStatic('HandoffOutreach', 'touchOf', call(n)));
        expect(stamped(apex, person, calls)).toBe(true);
        expect(valueOf(person, 'Handoff_Attempts__c')).toBe(2);
        expect(stamped(apex, person, calls)).toBe(false);
        expect(valueOf(person, 'Handoff_Attempts__c')).toBe(2);
    });

    it('counts after all where a partial save rolled the first count back', () => {
        const apex = agreed();
        const [first, second] = [1, 2].map((n) =>
            apex.callStatic('HandoffOutreach', 'touchOf', call(n))
        );
        stamped(apex, onTheClock(), [first, second]);
        const rolledBack = onTheClock();
        expect(stamped(apex, rolledBack, [second])).toBe(true);
        expect(valueOf(rolledBack, 'Handoff_Attempts__c')).toBe(1);
    });
});

describe('the meetings that the escalation looks for', () => {
    const rows = (meetings: readonly object[]): { Event: object[] } => ({
        Event: meetings.map((values, n) => ({
            Id: makeId('00U', n + 1),
            WhoId: LEAD,
            IsChild: false,
            StartDateTime: BEGAN,
            ...values
        }))
    });
    const ofPerson = (values: object): number =>
        (
            transactionAt(NOW, rows([values]) as never).callStatic(
                'HandoffSystem',
                'meetingsBegun',
                [LEAD],
                instant(Date.parse(STARTED))
            ) as unknown[]
        ).length;

    it('have begun, since the clock started', () => {
        expect(ofPerson({})).toBe(1);
        expect(ofPerson({ StartDateTime: '2026-11-20T21:00:00.000Z' })).toBe(1);
        expect(ofPerson({ StartDateTime: '2026-11-20T21:00:01.000Z' })).toBe(0);
        expect(ofPerson({ StartDateTime: '2026-11-20T14:59:59.000Z' })).toBe(0);
    });

    it('are this person’s own, and no copy for somebody invited', () => {
        expect(ofPerson({ IsChild: true })).toBe(0);
        expect(ofPerson({ WhoId: makeId('00Q', 2) })).toBe(0);
    });

    it('are the first of each round that no marketing sync wrote', () => {
        const apex = transactionAt(NOW);
        const starts = new ApexMap();
        starts.set(LEAD, instant(Date.parse(STARTED)));
        const meetings = [
            meetingAt('2026-11-20T14:00:00.000Z', 1),
            meetingAt('2026-11-20T15:30:00.000Z', 2, { CreatedById: SYNC }),
            meetingAt(BEGAN, 3),
            meetingAt('2026-11-20T17:00:00.000Z', 4)
        ];
        const found = apex.callStatic('HandoffMeetings', 'firstOf', meetings, starts, [
            SYNC
        ]) as ApexMap;
        const person = onTheClock();
        stamped(apex, person, [found.get(LEAD)]);
        expect(valueOf(person, 'Handoff_First_Contact_At__c')).toBe(BEGAN);
    });
});
