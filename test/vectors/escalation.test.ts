/** HandoffEscalationPass, run from its source: which steps of the ladder a record reaches, and when. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serverRules } from '../../scripts/build/server-rules.ts';
import { ApexObject } from '../../scripts/sandbox/salesforce/apex/values.ts';
import { makeId } from '../../scripts/sandbox/salesforce/ids.ts';
import type { FieldValue } from '../../scripts/sandbox/salesforce/values.ts';
import { instantText } from '../../scripts/sandbox/salesforce/values.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { responseClock } from '../../shared/response/clock.ts';
import { alwaysOn, berlin, defaultAgreement } from '../support/agreement.ts';
import { aLead, assignment, at, DAY, HOUR, MINUTE } from '../support/lead.ts';
import { OTHER_REP, QUEUE, REP, record, transactionAt } from './apex.ts';

type Values = { readonly [field: string]: FieldValue };

const LEAD = makeId('00Q', 1);
/** A Friday with an hour left before the office of the default agreement closes. */
const START = at('2026-11-20T21:00:00Z');
const STEP = 'Handoff_Escalation_Step__c';
const NEXT = 'Handoff_Next_Escalation_At__c';

interface Told {
    readonly recipient: unknown;
    readonly minutesOver: unknown;
    readonly ownerId: unknown;
}

interface Climbed {
    readonly told: readonly Told[];
    readonly step: FieldValue;
    readonly next: FieldValue;
}

/** A pass over a record at an instant, as a transaction of its own. */
function climbed(
    now: number,
    values: Values = {},
    agreement: Agreement = defaultAgreement()
): Climbed {
    const apex = transactionAt(now);
    apex.callStatic('HandoffAgreement', 'useForTest', JSON.stringify(serverRules(agreement)));
    const person = record('Lead', {
        Id: LEAD,
        Name: 'Dana Moss',
        OwnerId: REP,
        Handoff_Assigned_To__c: REP,
        Handoff_Window__c: agreement.windows[agreement.windows.length - 1]?.id ?? null,
        Handoff_Clock_Started_At__c: iso(START),
        ...values
    });
    const rules = apex.callStatic('HandoffAgreement', 'current');
    const notices = apex.callStatic('HandoffEscalationPass', 'climb', rules, person);
    const field = (name: string): FieldValue =>
        person.fields.get(name.toLowerCase())?.value as FieldValue;
    return { told: (notices as ApexObject[]).map(toldBy), step: field(STEP), next: field(NEXT) };
}

function toldBy({ fields }: ApexObject): Told {
    return {
        recipient: fields.get('recipient'),
        minutesOver: fields.get('minutesover'),
        ownerId: fields.get('ownerid')
    };
}

function iso(instant: number): string {
    return instantText(new Date(instant).toISOString()) as string;
}

/** The deadline and the steps after it, as the panel shows them. */
function instantsOf(agreement: Agreement): number[] {
    const lead = aLead({ mqlAt: START, assignments: [assignment(START)] });
    const { dueAt, ladder } = responseClock(lead, agreement, START);
    return [dueAt as number, ...ladder.map((step) => step.at)];
}

const recipientsOf = (agreement: Agreement): string[] => [
    'owner',
    ...(agreement.windows[agreement.windows.length - 1]?.ladder ?? []).map(({ to }) => to)
];

describe.each([defaultAgreement(), berlin(), alwaysOn()])('the ladder of $id', (agreement) => {
    const instants = instantsOf(agreement);

    it('is climbed at the instants that the panel shows', () => {
        let before: Values = {};
        for (const instant of [...new Set(instants)]) {
            expect(climbed(instant - 1, before, agreement).told).toEqual([]);
            const { told, step, next } = climbed(instant, before, agreement);
            const reached = recipientsOf(agreement).filter((_, i) => instants[i] === instant);
            expect(told.map(({ recipient }) => recipient)).toEqual(reached);
            const last = instants.lastIndexOf(instant);
            expect(step).toBe(last);
            const later = instants[last + 1];
            expect(next).toBe(later === undefined ? null : iso(later));
            before = { [STEP]: step, [NEXT]: next };
        }
    });

    it('tells each step once, however often and however late the job runs', () => {
        const minutes = fc.integer({ min: 0, max: (10 * DAY) / MINUTE });
        fc.assert(
            fc.property(fc.array(minutes, { minLength: 1, maxLength: 5 }), (runs) => {
                let before: Values = {};
                const told: unknown[] = [];
                for (const minute of runs.sort((a, b) => a - b)) {
                    const now = START + minute * MINUTE;
                    const found = climbed(now, before, agreement);
                    told.push(...found.told.map(({ recipient }) => recipient));
                    before = { [STEP]: found.step, [NEXT]: found.next };
                }
                const last = START + Math.max(...runs) * MINUTE;
                const reached = instants.filter((instant) => instant <= last).length;
                expect(told).toEqual(recipientsOf(agreement).slice(0, reached));
            }),
            { numRuns: 25 }
        );
    });
});

describe('a handoff that nobody answers', () => {
    const [due = 0] = instantsOf(defaultAgreement());

    it('says by how much it is over, on the window’s own clock', () => {
        expect(climbed(due + HOUR).told[0]?.minutesOver).toBe(60);
        // Over night, and then one hour of the next day.
        expect(climbed(due + DAY).told[0]?.minutesOver).toBe(8 * 60);
    });

    it('is told to its owner, and while a queue holds it to whom it was assigned', () => {
        const values = { Handoff_Assigned_To__c: OTHER_REP };
        expect(climbed(due, values).told[0]?.ownerId).toBe(REP);
        expect(climbed(due, { ...values, OwnerId: QUEUE }).told[0]?.ownerId).toBe(OTHER_REP);
    });
});

describe('nobody is told', () => {
    const late = START + 30 * DAY;

    it.each<[string, Values]>([
        ['that was answered', { Handoff_First_Attempt_At__c: iso(START + HOUR) }],
        ['whose clock never started', { Handoff_Clock_Started_At__c: null }],
        ['whose window the agreement has no more', { Handoff_Window__c: 'gone' }]
    ])('of a handoff %s, and it is looked at no more', (_, values) => {
        const { told, next } = climbed(late, { ...values, [NEXT]: iso(START) });
        expect(told).toEqual([]);
        expect(next).toBeNull();
    });

    it('of one that only a contact answers, until there is one', () => {
        const usual = defaultAgreement();
        const windows = usual.windows.map((window) => ({ ...window, stops: 'contact' as const }));
        const agreement = { ...usual, windows };
        const attempted = { Handoff_First_Attempt_At__c: iso(START + HOUR) };
        expect(climbed(late, attempted, agreement).told).not.toEqual([]);
        const reached = { ...attempted, Handoff_First_Contact_At__c: iso(START + HOUR) };
        expect(climbed(late, reached, agreement).told).toEqual([]);
    });
});
