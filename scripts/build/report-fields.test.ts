import { readFileSync, readdirSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import sformula from 'sformula';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../shared/agreement/parse.ts';
import type { Agreement } from '../../shared/agreement/types.ts';
import { reportFields, STEPS } from './report-fields.ts';

const parsed = parseAgreement(readFileSync('shared/agreement/agreement.yaml', 'utf8'));
const agreement = parsed.agreement as Agreement;
const DAY = 86_400_000;
const text = (path: string) => readFileSync(path, 'utf8');

interface Stamps {
    readonly mql?: number;
    readonly assigned?: number;
    readonly due?: number;
    readonly attempt?: number;
    readonly contact?: number;
    readonly decision?: string;
    readonly decided?: number;
    readonly converted?: boolean;
    readonly window?: string;
}

/** The value of a formula field on a lead whose stamps lie so many days from now (below 0: in the past). */
function valueOf(xml: string, stamps: Stamps): unknown {
    const { CustomField } = new XMLParser().parse(xml) as {
        CustomField: { formula: string; type: string };
    };
    const at = (days: number | undefined) =>
        days === undefined ? null : new Date(Date.now() + days * DAY).toISOString();
    const values = {
        Handoff_Mql_At__c: at(stamps.mql),
        Handoff_Assigned_At__c: at(stamps.assigned),
        Handoff_Due_At__c: at(stamps.due),
        Handoff_First_Attempt_At__c: at(stamps.attempt),
        Handoff_First_Contact_At__c: at(stamps.contact),
        Handoff_Decided_At__c: at(stamps.decided),
        Handoff_Decision__c: stamps.decision ?? '',
        Handoff_Window__c: stamps.window ?? null,
        IsConverted: stamps.converted ?? false
    };
    const inputTypes = Object.fromEntries(
        Object.keys(values).map((name) => [name, { type: typeOf(name) }])
    );
    return sformula
        .parseSync(CustomField.formula, {
            inputTypes: {
                ...inputTypes,
                Handoff_Decision__c: {
                    type: 'picklist',
                    picklistValues: ['accepted', 'qualified', 'recycled', 'rejected']
                }
            } as never,
            returnType: CustomField.type === 'Text' ? 'string' : 'number'
        })
        .evaluate(values);
}

function typeOf(name: string): string {
    if (name === 'IsConverted') return 'boolean';
    return name === 'Handoff_Window__c' ? 'string' : 'datetime';
}

function field(name: string, of: Agreement = agreement): string {
    const path = `force-app/main/agreement/objects/Lead/fields/${name}.field-meta.xml`;
    return reportFields(of).find((file) => file.path === path)?.text ?? '';
}

describe('the step of a handoff', () => {
    const open = { mql: -1, assigned: -1, due: 1 };
    it.each<[string, Stamps, string | null]>([
        ['no MQL', { assigned: -1 }, ''],
        ['an MQL without a person', { mql: -1 }, 'Unassigned'],
        ['time left', open, 'First attempt due'],
        ['no deadline', { mql: -1, assigned: -1 }, 'First attempt due'],
        ['no time left', { ...open, due: -0.1 }, 'Overdue'],
        ['an attempt', { ...open, attempt: -0.5 }, 'Decision due'],
        ['an attempt too late', { ...open, due: -0.9, attempt: -0.5 }, 'Decision due'],
        ['an attempt long ago', { ...open, assigned: -6, attempt: -5.1 }, 'Stalled'],
        ['nothing for long', { mql: -9, assigned: -8.1, due: -8 }, 'Stalled'],
        ['almost as long', { mql: -9, assigned: -7.9, due: -7.8 }, 'Overdue'],
        ['a decision', { ...open, decision: 'rejected', decided: -0.1 }, 'Decided'],
        [
            'a decision of an earlier time',
            { ...open, decision: 'recycled', decided: -30 },
            'First attempt due'
        ],
        ['a conversion', { ...open, converted: true }, 'Decided']
    ])('with %s', (_, stamps, step) => {
        expect(valueOf(field('Handoff_Step__c'), stamps) ?? '').toBe(step);
    });

    it('follows the stamp that the window in force stops at', () => {
        const windows = agreement.windows.map((window) =>
            window.id === 'hand_raiser' ? { ...window, stops: 'contact' as const } : window
        );
        const mixed = field('Handoff_Step__c', { ...agreement, windows });
        const attempted = { ...open, attempt: -0.5 };
        expect(valueOf(mixed, { ...attempted, window: 'standard' })).toBe('Decision due');
        expect(valueOf(mixed, { ...attempted, window: 'hand_raiser' })).toBe('First attempt due');
        expect(valueOf(mixed, { ...attempted, contact: -0.1, window: 'hand_raiser' })).toBe(
            'Decision due'
        );
    });

    it('takes the days from the agreement', () => {
        const [first] = agreement.decision.due;
        const due = [{ after: 'assigned' as const, within: { ms: 2 * DAY, text: 'P2D' } }];
        const other = { ...agreement, decision: { ...agreement.decision, due } };
        expect(first).not.toEqual(due[0]);
        expect(valueOf(field('Handoff_Step__c', other), { ...open, assigned: -2.1 })).toBe(
            'Stalled'
        );
        expect(valueOf(field('Handoff_Step__c', other), { ...open, assigned: -1.9 })).toBe(
            'First attempt due'
        );
    });
});

describe('the share answered in time', () => {
    it.each<[string, Stamps, number | null]>([
        ['no deadline', { attempt: -1 }, null],
        ['an attempt in time', { due: -1, attempt: -2 }, 1],
        ['an attempt too late', { due: -2, attempt: -1 }, 0],
        ['time left', { due: 1 }, null],
        ['no time left', { mql: -2, due: -1 }, 0],
        ['a decision without an attempt', { mql: -2, due: -1, decision: 'rejected' }, null]
    ])('with %s', (_, stamps, share) => {
        expect(valueOf(field('Handoff_In_Time__c'), stamps)).toBe(share);
    });
});

describe('the acceptance of a lead', () => {
    it.each<[string, number | null]>([
        ['accepted', 1],
        ['qualified', 1],
        ['recycled', 0],
        ['rejected', 0],
        ['', null]
    ])('with the decision "%s"', (decision, share) => {
        expect(valueOf(field('Handoff_Accepted__c'), { mql: -2, decided: -1, decision })).toBe(
            share
        );
    });

    it('counts the undecided where the agreement does', () => {
        const metrics = agreement.metrics.map((metric) => ({
            ...metric,
            denominator: 'delivered' as const
        }));
        const other = field('Handoff_Accepted__c', { ...agreement, metrics });
        expect(valueOf(other, { mql: -2 })).toBe(0);
        expect(valueOf(other, {})).toBe(null);
    });
});

describe('what reports and list views filter by', () => {
    const folders = ['reports/Handoff', 'objects/Lead/listViews', 'objects/Contact/listViews'].map(
        (folder) => `force-app/main/default/${folder}`
    );
    const filters = folders.flatMap((folder) =>
        readdirSync(folder).flatMap((file) =>
            [
                ...text(`${folder}/${file}`).matchAll(
                    /<(?:column|field)>(?:\w+\$)?Handoff_Step__c<(?:(?!<value)[^])*?<value>(.+)<\/value>/g
                )
            ].map(([, steps]) => ({ file, steps: String(steps).split(',') }))
        )
    );

    it.each(filters)('is a step that the field can have: $file', ({ steps }) => {
        expect(Object.values(STEPS)).toEqual(expect.arrayContaining(steps));
    });

    it('leaves no step unwatched but the first and the last', () => {
        const watched = filters.flatMap(({ steps }) => steps);
        expect(watched).toEqual(
            expect.arrayContaining([STEPS.attempt, STEPS.overdue, STEPS.decision, STEPS.stalled])
        );
    });

    it('is on leads and contacts alike', () => {
        const [lead, contact] = ['Lead', 'Contact'].map((object) =>
            reportFields(agreement)
                .filter(({ path }) => path.includes(`/${object}/`))
                .map(({ path }) => path.replace(`/${object}/`, '/'))
        );
        expect(contact).toEqual(lead);
        const steps =
            'force-app/main/agreement/objects/Contact/fields/Handoff_Step__c.field-meta.xml';
        expect(text(steps)).not.toContain('IsConverted');
    });
});
