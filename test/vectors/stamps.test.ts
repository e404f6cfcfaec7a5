/** HandoffStamps, run from its source on rows as a trigger gives them. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { serverRules } from '../../scripts/build/server-rules.ts';
import { ApexMap } from '../../scripts/sandbox/salesforce/apex/values.ts';
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { FieldValue } from '../../scripts/sandbox/salesforce/values.ts';
import type { SeedRows } from '../../scripts/sandbox/salesforce/store.ts';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { OTHER_REP, QUEUE, REP, record, transactionAt } from './apex.ts';

type Values = { readonly [field: string]: FieldValue };

const LEAD = makeId('00Q', 1);
/** A Friday afternoon in New York, with an hour left before the week ends. */
const NOW = '2026-11-20T21:00:00.000Z';
const EARLIER = '2026-11-20T15:00:00.000Z';
const usual = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'))
    .agreement as Agreement;

interface Save {
    readonly before?: Values | null;
    readonly after: Values;
    readonly agreement?: Partial<Agreement>;
    readonly rows?: SeedRows;
    readonly objectName?: string;
    readonly customPermissions?: readonly string[];
}

/** What is saved, field by field, when a row like `before` is about to become one like `after`. */
function saved(save: Save): Values {
    const { before = null, after, agreement, rows, objectName = 'Lead', customPermissions } = save;
    const apex = transactionAt(Date.parse(NOW), rows, customPermissions);
    const rules = JSON.stringify(serverRules({ ...usual, ...agreement }));
    apex.callStatic('HandoffAgreement', 'useForTest', rules);
    const row = record(objectName, { Id: before ? LEAD : null, OwnerId: REP, ...before, ...after });
    let old: ApexMap | null = null;
    if (before !== null) {
        old = new ApexMap();
        old.set(LEAD, record(objectName, { Id: LEAD, OwnerId: REP, ...before }));
    }
    apex.callStatic('HandoffStamps', 'beforeSave', [row], old);
    expect(apex.queries()).toBeLessThanOrEqual(1);
    return Object.fromEntries(
        [...row.fields.values()].map(({ name, value }) => [name, value])
    ) as Values;
}

const window = (id: string): Agreement['windows'][number] =>
    usual.windows.find((one) => one.id === id) as Agreement['windows'][number];

const RUNNING: Values = {
    Handoff_Mql_At__c: EARLIER,
    Handoff_Assigned_At__c: EARLIER,
    Handoff_Assigned_To__c: REP,
    Handoff_Window__c: 'standard',
    Handoff_Clock_Started_At__c: EARLIER,
    Handoff_Due_At__c: '2026-11-20T19:00:00.000Z',
    Handoff_Attempts__c: 0,
    Handoff_Next_Escalation_At__c: '2026-11-20T19:00:00.000Z'
};

describe('a new MQL', () => {
    it('is assigned to the person who gets it in the same save, and is due on the open clock', () => {
        for (const objectName of ['Lead', 'Contact']) {
            const after = { Handoff_Mql_At__c: EARLIER, Handoff_Marketing_Score__c: 71.5 };
            expect(saved({ after, objectName })).toMatchObject({
                Handoff_Assigned_At__c: NOW,
                Handoff_Assigned_To__c: REP,
                Handoff_Window__c: 'standard',
                Handoff_Clock_Started_At__c: NOW,
                Handoff_Due_At__c: '2026-11-23T17:00:00.000Z',
                Handoff_Next_Escalation_At__c: '2026-11-23T17:00:00.000Z',
                Handoff_Escalation_Step__c: null,
                Handoff_Attempts__c: 0,
                Handoff_Score_At_Mql__c: 71.5,
                Handoff_First_Attempt_At__c: null
            });
        }
    });

    it('of somebody who has the record already is assigned by the crossing', () => {
        expect(saved({ before: {}, after: { Handoff_Mql_At__c: EARLIER } })).toMatchObject({
            Handoff_Assigned_At__c: EARLIER,
            Handoff_Due_At__c: '2026-11-20T19:00:00.000Z'
        });
    });

    it('gets the window of what the person did by then', () => {
        const rows = {
            Handoff_Engagement__c: [
                {
                    Id: makeId('a00', 1),
                    Handoff_Lead__c: LEAD,
                    Handoff_Kind__c: 'form',
                    Handoff_Title__c: 'Request a demo',
                    Handoff_Occurred_At__c: EARLIER
                }
            ]
        };
        expect(saved({ before: {}, after: { Handoff_Mql_At__c: EARLIER }, rows })).toMatchObject({
            Handoff_Window__c: 'hand_raiser',
            Handoff_Due_At__c: '2026-11-20T15:05:00.000Z'
        });
    });

    it('in a queue waits for a person, whose clock then starts', () => {
        const queued = saved({ after: { OwnerId: QUEUE, Handoff_Mql_At__c: EARLIER } });
        expect(queued).toMatchObject({
            Handoff_Assigned_At__c: null,
            Handoff_Assigned_To__c: null,
            Handoff_Window__c: null,
            Handoff_Due_At__c: null,
            Handoff_Next_Escalation_At__c: null
        });
        expect(saved({ before: { ...queued, Id: LEAD }, after: { OwnerId: REP } })).toMatchObject({
            Handoff_Assigned_At__c: NOW,
            Handoff_Due_At__c: '2026-11-23T17:00:00.000Z'
        });
    });

    it('in a queue is on the clock where the window starts at the crossing', () => {
        const windows = [{ ...window('standard'), starts: 'mql' as const }];
        const after = { OwnerId: QUEUE, Handoff_Mql_At__c: EARLIER };
        const queued = saved({ after, agreement: { windows } });
        expect(queued).toMatchObject({
            Handoff_Assigned_At__c: null,
            Handoff_Clock_Started_At__c: EARLIER,
            Handoff_Due_At__c: '2026-11-20T19:00:00.000Z'
        });
        const before = { ...queued, Id: LEAD };
        expect(saved({ before, after: { OwnerId: REP }, agreement: { windows } })).toMatchObject({
            Handoff_Assigned_At__c: NOW,
            Handoff_Clock_Started_At__c: EARLIER,
            Handoff_Due_At__c: '2026-11-20T19:00:00.000Z'
        });
    });

    it('keeps what the sync brings along', () => {
        const given = {
            Handoff_Mql_At__c: EARLIER,
            Handoff_Assigned_At__c: '2026-11-20T16:00:00.000Z',
            Handoff_Score_At_Mql__c: 64,
            Handoff_Marketing_Score__c: 12,
            Handoff_Decision__c: 'accepted',
            Handoff_First_Attempt_At__c: '2026-11-20T16:30:00.000Z',
            Handoff_Attempts__c: 2
        };
        expect(saved({ after: given })).toMatchObject({
            ...given,
            Handoff_Due_At__c: '2026-11-20T20:00:00.000Z',
            Handoff_First_Attempt_Minutes__c: 30,
            Handoff_Next_Escalation_At__c: null
        });
    });

    it('is nothing to a record that is none, nor to an agreement without a window for it', () => {
        const blank = { Handoff_Assigned_At__c: null, Handoff_Window__c: null };
        expect(saved({ after: {} })).toMatchObject(blank);
        expect(saved({ before: {}, after: { OwnerId: OTHER_REP } })).toMatchObject(blank);
        const windows = [window('hand_raiser')];
        const after = { Handoff_Mql_At__c: EARLIER };
        expect(saved({ before: {}, after, agreement: { windows } })).toMatchObject({
            Handoff_Assigned_At__c: EARLIER,
            Handoff_Window__c: null,
            Handoff_Next_Escalation_At__c: null
        });
    });
});

describe('another owner', () => {
    const after = { OwnerId: OTHER_REP };

    it('restarts an open clock where the agreement says so', () => {
        const before = { ...RUNNING, Handoff_Escalation_Step__c: 1 };
        expect(saved({ before, after })).toMatchObject({
            Handoff_Assigned_At__c: NOW,
            Handoff_Assigned_To__c: OTHER_REP,
            Handoff_Clock_Started_At__c: NOW,
            Handoff_Due_At__c: '2026-11-23T17:00:00.000Z',
            Handoff_Next_Escalation_At__c: '2026-11-23T17:00:00.000Z',
            Handoff_Escalation_Step__c: null
        });
    });

    it.each(['continue', 'split'] as const)('leaves it running with %s', (reassignment) => {
        expect(saved({ before: RUNNING, after, agreement: { reassignment } })).toMatchObject(
            RUNNING
        );
    });

    it('restarts nothing that was answered', () => {
        const before = { ...RUNNING, Handoff_First_Attempt_At__c: '2026-11-20T16:00:00.000Z' };
        expect(saved({ before, after })).toMatchObject(before);
    });

    it('restarts a clock that only a contact stops, for all attempts', () => {
        const windows = [{ ...window('standard'), stops: 'contact' as const }];
        const before = { ...RUNNING, Handoff_First_Attempt_At__c: '2026-11-20T16:00:00.000Z' };
        expect(saved({ before, after, agreement: { windows } })).toMatchObject({
            Handoff_Assigned_At__c: NOW
        });
        const reached = { ...before, Handoff_First_Contact_At__c: '2026-11-20T16:00:00.000Z' };
        expect(saved({ before: reached, after, agreement: { windows } })).toMatchObject(reached);
    });

    it('is none when the same person takes the record back from a queue', () => {
        const parked = saved({ before: RUNNING, after: { OwnerId: QUEUE } });
        expect(parked).toMatchObject(RUNNING);
        expect(saved({ before: parked, after: { OwnerId: REP } })).toMatchObject(RUNNING);
        expect(saved({ before: parked, after })).toMatchObject({ Handoff_Assigned_At__c: NOW });
    });
});

describe('an answer', () => {
    it('stops the escalation, and its minutes are counted whoever writes it', () => {
        const after = {
            Handoff_First_Attempt_At__c: '2026-11-20T15:20:59.000Z',
            Handoff_First_Contact_At__c: NOW
        };
        expect(saved({ before: RUNNING, after })).toMatchObject({
            Handoff_First_Attempt_Minutes__c: 20,
            Handoff_First_Contact_Minutes__c: 360,
            Handoff_Next_Escalation_At__c: null
        });
    });
});

describe('a new round', () => {
    it('clears the last one, and starts anew', () => {
        const last = {
            ...RUNNING,
            Handoff_First_Attempt_At__c: '2026-11-20T16:00:00.000Z',
            Handoff_First_Attempt_Minutes__c: 60,
            Handoff_First_Contact_At__c: '2026-11-20T16:00:00.000Z',
            Handoff_First_Contact_Minutes__c: 60,
            Handoff_Attempts__c: 4,
            Handoff_Escalation_Step__c: 2,
            Handoff_Score_At_Mql__c: 60,
            Handoff_Score_Breakdown__c: '[]',
            Handoff_Marketing_Score__c: 88,
            Handoff_Decision__c: 'rejected',
            Handoff_Reason__c: 'no_budget',
            Handoff_Decision_Note__c: 'Next year',
            Handoff_Decided_At__c: '2026-11-20T17:00:00.000Z',
            Handoff_Decided_By__c: REP,
            Handoff_Feedback__c: 'contest',
            Handoff_Feedback_At__c: '2026-11-20T18:00:00.000Z',
            Handoff_Feedback_Due_At__c: '2026-11-27T22:00:00.000Z'
        };
        const mqlAt = '2026-11-20T20:00:00.000Z';
        expect(saved({ before: last, after: { Handoff_Mql_At__c: mqlAt } })).toMatchObject({
            Handoff_Assigned_At__c: mqlAt,
            Handoff_Clock_Started_At__c: mqlAt,
            Handoff_Due_At__c: '2026-11-23T16:00:00.000Z',
            Handoff_First_Attempt_At__c: null,
            Handoff_First_Attempt_Minutes__c: null,
            Handoff_First_Contact_At__c: null,
            Handoff_First_Contact_Minutes__c: null,
            Handoff_Attempts__c: 0,
            Handoff_Escalation_Step__c: null,
            Handoff_Score_At_Mql__c: 88,
            Handoff_Score_Breakdown__c: null,
            Handoff_Decision__c: null,
            Handoff_Reason__c: null,
            Handoff_Decision_Note__c: null,
            Handoff_Decided_At__c: null,
            Handoff_Decided_By__c: null,
            Handoff_Feedback__c: null,
            Handoff_Feedback_At__c: null,
            Handoff_Feedback_Due_At__c: null
        });
    });

    it('has no clock when the MQL is taken back, and keeps the decision', () => {
        const before = { ...RUNNING, Handoff_Decision__c: 'accepted' };
        expect(saved({ before, after: { Handoff_Mql_At__c: null } })).toMatchObject({
            Handoff_Assigned_At__c: null,
            Handoff_Due_At__c: null,
            Handoff_Next_Escalation_At__c: null,
            Handoff_Decision__c: 'accepted'
        });
    });
});

describe('a decision', () => {
    it('is stamped with who and when, and marketing’s answer is due in business days', () => {
        const after = { Handoff_Decision__c: 'rejected', Handoff_Reason__c: 'no_budget' };
        expect(saved({ before: RUNNING, after })).toMatchObject({
            Handoff_Decided_At__c: NOW,
            Handoff_Decided_By__c: REP,
            // Thanksgiving lies between.
            Handoff_Feedback_Due_At__c: '2026-11-30T22:00:00.000Z',
            Handoff_Next_Escalation_At__c: null
        });
    });

    const BACKDATED: Values = {
        Handoff_Decision__c: 'rejected',
        Handoff_Reason__c: 'no_budget',
        Handoff_Decided_At__c: '2026-11-18T15:00:00.000Z',
        Handoff_Decided_By__c: OTHER_REP
    };

    it.each([null, RUNNING])(
        'was made when the server says, not when its writer does',
        (before) => {
            expect(saved({ before, after: { ...RUNNING, ...BACKDATED } })).toMatchObject({
                Handoff_Decision__c: 'rejected',
                Handoff_Decided_At__c: NOW,
                Handoff_Decided_By__c: REP,
                Handoff_Feedback_Due_At__c: '2026-11-30T22:00:00.000Z'
            });
        }
    );

    it('keeps when it was made, whatever its writer says, until it is made anew', () => {
        const before = {
            ...RUNNING,
            ...BACKDATED,
            Handoff_Decided_At__c: EARLIER,
            Handoff_Decided_By__c: REP,
            Handoff_Feedback__c: 'contest'
        };
        expect(saved({ before, after: BACKDATED })).toEqual(saved({ before, after: {} }));
        expect(saved({ before, after: BACKDATED })).toMatchObject(before);
        for (const changed of ['Handoff_Reason__c', 'Handoff_Decision_Note__c']) {
            expect(saved({ before, after: { [changed]: 'no_authority' } })).toMatchObject({
                Handoff_Decided_At__c: NOW,
                Handoff_Feedback__c: null
            });
        }
    });

    it('was made when an admin says who may correct decisions, and is answered from then', () => {
        const customPermissions = ['Handoff_Correct_Decisions'];
        for (const before of [
            null,
            RUNNING,
            { ...RUNNING, ...BACKDATED, Handoff_Decided_At__c: NOW }
        ]) {
            const after = { ...RUNNING, ...BACKDATED };
            expect(saved({ before, after, customPermissions })).toMatchObject({
                ...BACKDATED,
                Handoff_Feedback_Due_At__c: '2026-11-25T22:00:00.000Z'
            });
        }
        expect(
            saved({
                before: RUNNING,
                after: { Handoff_Decision__c: 'accepted' },
                customPermissions
            })
        ).toMatchObject({ Handoff_Decided_At__c: NOW, Handoff_Decided_By__c: REP });
    });

    it('needs no answer unless it is a rejection', () => {
        const after = { Handoff_Decision__c: 'accepted' };
        expect(saved({ before: RUNNING, after })).toMatchObject({
            Handoff_Decided_At__c: NOW,
            Handoff_Feedback_Due_At__c: null
        });
    });

    it('of the last round takes nothing of the new one', () => {
        const before = { ...RUNNING, ...BACKDATED, Handoff_Decision_Note__c: 'Next year' };
        const after = { Handoff_Mql_At__c: NOW, Handoff_Decision_Note__c: null };
        expect(saved({ before, after })).toMatchObject({
            Handoff_Decision__c: null,
            Handoff_Reason__c: null,
            Handoff_Decided_At__c: null,
            Handoff_Decided_By__c: null
        });
    });

    it('that is taken back lets the clock run again', () => {
        const before = {
            ...RUNNING,
            Handoff_Decision__c: 'accepted',
            Handoff_Decided_At__c: EARLIER,
            Handoff_Decided_By__c: REP,
            Handoff_Escalation_Step__c: 0,
            Handoff_Next_Escalation_At__c: null
        };
        expect(saved({ before, after: { Handoff_Decision__c: null } })).toMatchObject({
            Handoff_Decided_At__c: null,
            Handoff_Decided_By__c: null,
            Handoff_Next_Escalation_At__c: '2026-11-20T21:00:00.000Z'
        });
    });

    it('that marketing answers is stamped with when and by whom', () => {
        const before = {
            ...RUNNING,
            Handoff_Decision__c: 'rejected',
            Handoff_Reason__c: 'no_need'
        };
        const answered = saved({ before, after: { Handoff_Feedback__c: 'agree' } });
        expect(answered).toMatchObject({
            Handoff_Feedback_At__c: NOW,
            Handoff_Feedback_By__c: expect.stringMatching(/^005/)
        });
        expect(saved({ before: answered, after: { Handoff_Feedback__c: null } })).toMatchObject({
            Handoff_Feedback_At__c: null,
            Handoff_Feedback_By__c: null
        });
    });

    it('keeps its answer’s time and author while only the note changes', () => {
        const before = {
            ...RUNNING,
            Handoff_Decision__c: 'rejected',
            Handoff_Reason__c: 'no_need',
            Handoff_Feedback__c: 'agree',
            Handoff_Feedback_At__c: EARLIER,
            Handoff_Feedback_By__c: REP
        };
        const after = { Handoff_Feedback_Note__c: 'Thanks' };
        expect(saved({ before, after })).toMatchObject({
            Handoff_Feedback_At__c: EARLIER,
            Handoff_Feedback_By__c: REP
        });
    });
});

describe('a save that changes nothing of the handoff', () => {
    it('starts no round by the milliseconds of the same second, which Salesforce does not keep', () => {
        const before: Values = { ...RUNNING, Handoff_Attempts__c: 2 };
        const after = { Handoff_Mql_At__c: EARLIER.replace('.000Z', '.731Z') };
        expect(saved({ before, after })).toMatchObject({
            Handoff_Attempts__c: 2,
            Handoff_Due_At__c: before.Handoff_Due_At__c
        });
    });

    it.each<[string, Values]>([
        ['an MQL', RUNNING],
        ['a record that is none', { OwnerId: QUEUE }]
    ])('reads no agreement for %s', (_, values) => {
        const apex = transactionAt(Date.parse(NOW));
        const old = new ApexMap();
        old.set(LEAD, record('Lead', { Id: LEAD, OwnerId: REP, ...values, Title: 'VP' }));
        const row = record('Lead', { Id: LEAD, OwnerId: REP, ...values, Title: 'CFO' });
        apex.callStatic('HandoffStamps', 'beforeSave', [row], old);
        apex.callStatic('HandoffStamps', 'beforeSave', [record('Lead', { OwnerId: REP })], null);
        expect(apex.queries()).toBe(0);
        expect(row.fields.get('handoff_due_at__c')?.value).toBe(values.Handoff_Due_At__c ?? null);
    });
});
