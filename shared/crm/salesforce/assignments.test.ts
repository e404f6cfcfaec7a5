import { describe, expect, it } from 'vitest';
import { ANA, BEN, QUEUE, agreement, recordsOf } from './salesforce.testkit.ts';
import { leadFromSalesforce } from './lead.ts';
import type { SalesforceHistoryRow, SalesforceRecords } from './records.ts';

const CREATED = Date.UTC(2026, 10, 2, 8);
const MOVED = '2026-11-20T14:05:00.000Z';
const change = (
    OldValue: unknown,
    NewValue: unknown,
    CreatedDate = MOVED
): SalesforceHistoryRow => ({
    Field: 'Owner',
    OldValue,
    NewValue,
    CreatedDate
});
const assignments = (rest: Partial<SalesforceRecords>, person = {}) =>
    leadFromSalesforce(recordsOf(person, rest), agreement).assignments;

describe('assignments', () => {
    it('pair the ids and the names of one change, and begin with the first owner', () => {
        const history = [change('Inbound queue', 'Ana Ruiz'), change(QUEUE, ANA)];
        expect(assignments({ history })).toEqual([
            { at: CREATED, to: { id: QUEUE, name: 'Inbound queue', kind: 'queue' } },
            {
                at: Date.UTC(2026, 10, 20, 14, 5),
                to: { id: ANA, name: 'Ana Ruiz', kind: 'person' }
            }
        ]);
    });

    it('take names from the owners that were looked up', () => {
        const history = [change(BEN, ANA)];
        const owners = [{ Id: BEN, Name: 'Ben Okoro' }];
        expect(assignments({ history, owners }).map(({ to }) => to.name)).toEqual([
            'Ben Okoro',
            'Ana Ruiz'
        ]);
    });

    it('live with names alone', () => {
        const history = [change('Ben Okoro', 'Ana Ruiz')];
        expect(assignments({ history }).map(({ to }) => to)).toEqual([
            { id: 'Ben Okoro', name: 'Ben Okoro', kind: 'person' },
            { id: ANA, name: 'Ana Ruiz', kind: 'person' }
        ]);
    });

    it('do not claim to know the first owner of a history that was cut', () => {
        const history = [change(BEN, ANA)];
        const gaps = [{ section: 'history', why: 'truncated', shown: 500 }];
        expect(assignments({ history, gaps }).map(({ to }) => to.id)).toEqual([ANA]);
    });

    it('without a history begin when the handoff was stamped, else with the record', () => {
        expect(assignments({})).toMatchObject([{ at: CREATED, to: { id: ANA } }]);
        const stamped = { Handoff_Assigned_At__c: MOVED };
        expect(assignments({}, stamped)).toMatchObject([{ at: Date.UTC(2026, 10, 20, 14, 5) }]);
    });

    it('end with the owner of now when the stamp tells since when', () => {
        const history = [change(BEN, QUEUE)];
        const stamped = { Handoff_Assigned_At__c: '2026-11-21T09:00:00.000Z' };
        expect(assignments({ history }, stamped).map(({ to }) => to.id)).toEqual([BEN, QUEUE, ANA]);
    });
});
