import { describe, expect, it } from 'vitest';
import { leadFromSalesforce } from './lead.ts';
import { agreement, recordsOf } from './salesforce.testkit.ts';

const MONDAY = '2026-11-16T15:00:00.000Z';
const TUESDAY = '2026-11-17T15:00:00.000Z';
const NOW = {
    Handoff_Feedback__c: 'agree',
    Handoff_Feedback_At__c: TUESDAY,
    Handoff_Feedback_By__c: '005000000000003AAA',
    Handoff_Feedback_By__r: { Name: 'Nia Cole' },
    Handoff_Feedback_Note__c: 'Right'
};
const AGREED = { at: Date.parse(TUESDAY), by: 'Nia Cole', kind: 'agree', note: 'Right' };

const change = (field: string, when: string, before: unknown, after: unknown) => ({
    Field: field,
    OldValue: before,
    NewValue: after,
    CreatedDate: when,
    CreatedBy: { Name: 'Omar Haddad' }
});
const read = (person: object, history: ReturnType<typeof change>[] = []) =>
    leadFromSalesforce(recordsOf({ ...person }, { history }), agreement);

describe('what marketing answered', () => {
    it('is read from the record where no history is kept', () => {
        expect(read(NOW).feedback).toEqual([AGREED]);
        expect(read({}).feedback).toEqual([]);
    });

    it('keeps an earlier answer of which only the history is left', () => {
        const history = [
            change('Handoff_Feedback__c', MONDAY, null, 'We contest it'),
            change('Handoff_Feedback_Note__c', MONDAY, null, 'No'),
            change('Handoff_Feedback__c', '2026-11-16T20:00:00.000Z', 'We contest it', null),
            change('Handoff_Feedback_Note__c', '2026-11-16T20:00:00.000Z', 'No', null)
        ];
        const contested = {
            at: Date.parse(MONDAY),
            by: 'Omar Haddad',
            kind: 'contest',
            note: 'No'
        };
        expect(read({}, history).feedback).toEqual([contested]);
        // The record was saved a moment ago; its history was read before.
        expect(read(NOW, history).feedback).toEqual([contested, AGREED]);
        const later = [
            ...history,
            change('Handoff_Feedback__c', TUESDAY, null, 'agree'),
            change('Handoff_Feedback_Note__c', TUESDAY, null, 'Right')
        ];
        expect(read(NOW, later).feedback).toEqual([contested, AGREED]);
    });

    it('is named when it makes no sense', () => {
        const lead = read({ Handoff_Feedback__c: 'shrug' });
        expect(lead.feedback).toEqual([]);
        expect(lead.unreadable.map(({ what, value }) => [what, value])).toEqual([
            ['marketing’s answer', 'shrug']
        ]);
        expect(read({ ...NOW, Handoff_Feedback_At__c: 'soon' }).feedback).toEqual([]);
    });
});
