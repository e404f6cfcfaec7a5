import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_AGREEMENT, edit } from './edited.testkit.ts';
import { parseAgreement } from './parse.ts';
import type { Agreement } from './types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function parsed(text: string): Agreement {
    const { agreement, issues } = parseAgreement(text);
    expect(issues).toEqual([]);
    return agreement as Agreement;
}

function example(name: string): Agreement {
    const url = new URL(`../../test/agreements/${name}.yaml`, import.meta.url);
    return parsed(readFileSync(fileURLToPath(url), 'utf8'));
}

describe('parseAgreement on the default agreement', () => {
    const agreement = parsed(DEFAULT_AGREEMENT);

    it('keeps the author’s order of what was a map', () => {
        expect(agreement.signals.slice(0, 3).map(({ id }) => id)).toEqual([
            'pricing',
            'demo_request',
            'trial'
        ]);
        expect(agreement.reasons[0]?.details.map(({ code }) => code)).toEqual([
            'company_size',
            'revenue',
            'industry',
            'geography',
            'persona'
        ]);
    });

    it('reads durations, criteria and evidence', () => {
        expect(agreement.windows.map(({ within }) => within)).toEqual([
            { ms: 300_000, text: 'PT5M' },
            { ms: 4 * HOUR, text: 'PT4H' }
        ]);
        expect(agreement.attempts.beforeUnresponsive.within).toEqual({
            businessDays: 10,
            text: '10bd'
        });
        expect(agreement.icp[0]).toEqual({
            label: 'Company size 50–500',
            field: 'employees',
            test: { between: [50, 500] }
        });
        expect(agreement.reasons.find(({ code }) => code === 'unresponsive')?.evidence).toEqual([
            { kind: 'attempts' }
        ]);
        expect(agreement.reasons[0]?.details[0]?.evidence).toEqual([
            { kind: 'fact', field: 'employees' }
        ]);
        expect(agreement.reasons[1]?.evidence).toEqual([
            { kind: 'note', ask: 'Who decides instead?' }
        ]);
    });

    it('tells rules on facts from rules on behaviour', () => {
        expect(agreement.score.fit.rules[0]?.when).toEqual({
            fact: {
                label: 'Company size in range',
                field: 'employees',
                test: { between: [50, 500] }
            }
        });
        expect(agreement.score.engagement.rules[3]).toEqual({
            id: 'pricing_twice',
            label: 'Pricing page twice or more',
            points: 20,
            when: {
                signal: {
                    signal: 'pricing',
                    label: 'Pricing page twice or more',
                    atLeast: 2,
                    within: { ms: 30 * DAY, text: 'P30D' }
                }
            }
        });
    });

    it('reads who answers for what: stages, cover, disputes, calibration', () => {
        expect(agreement.stages.map(({ id, hubspot }) => `${id} ${hubspot}`)).toEqual([
            'lead lead',
            'mql marketingqualifiedlead',
            'sql salesqualifiedlead',
            'opportunity opportunity',
            'won customer'
        ]);
        expect(agreement.stages[1]).toMatchObject({
            criteria: [],
            owner: 'Marketing until assigned, then the rep',
            salesforce: { Lead: 'Open - Not Contacted', Contact: null }
        });
        expect(agreement.stages[2]?.criteria).toHaveLength(4);
        expect(agreement.coverage?.by).toBe('Diego Ramos, Sales Manager');
        expect(agreement.disputes?.mayEscalate).toEqual(['CMO', 'VP Sales']);
        expect(agreement.calibration).toEqual({
            score: { ms: 90 * DAY, text: 'P90D' },
            icp: { ms: 365 * DAY, text: 'P1Y' },
            signalsBefore: null
        });
    });

    it('tells metrics of decisions from metrics of answers', () => {
        expect(agreement.metrics.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
            'acceptance decision',
            'rejection decision',
            'mql_to_sql decision',
            'accepted_to_sql decision',
            'answered_24h response',
            'answered_48h response'
        ]);
        expect(agreement.metrics[2]?.baseline?.value).toBe(0.13);
        expect(agreement.metrics[4]).toEqual({
            kind: 'response',
            id: 'answered_24h',
            label: 'Answered within 24 open hours',
            within: { ms: DAY, text: 'PT24H' },
            clock: 'open',
            calendar: 'office',
            starts: 'assigned',
            stops: 'attempt',
            period: { ms: 30 * DAY, text: 'P30D' },
            smallestSample: 20,
            target: 0.8,
            baseline: null
        });
    });

    it('fills in what may be left out', () => {
        expect(agreement.windows[1]?.when).toBeNull();
        expect(agreement.windows.map(({ calendar }) => calendar)).toEqual(['office', 'office']);
        expect(agreement.routing.calendar).toBe('office');
        expect(agreement.windows[0]?.when?.any[0]?.label).toBe('Demo request');
        expect(agreement.mql.signals?.of.map(({ within }) => within?.text)).toEqual(
            Array(7).fill('P30D')
        );
        expect(agreement.signals.find(({ id }) => id === 'content')).toMatchObject({
            about: [],
            count: 'engagements'
        });
        expect(agreement.score.fit.halfLife).toBeNull();
        expect(agreement.score.beside).toEqual({
            salesforce: {
                Lead: 'Handoff_Marketing_Score__c',
                Contact: 'Handoff_Marketing_Score__c'
            },
            hubspot: 'hubspotscore'
        });
        expect(agreement.decision.labels.qualified.salesforce).toEqual({
            Lead: null,
            Contact: null
        });
        expect(agreement.decision.labels.accepted.hubspot).toEqual({
            leadStatus: 'IN_PROGRESS',
            lifecycleStage: null,
            leadStage: null
        });
        expect(agreement.decision.labels.rejected.hubspot.leadStage).toBe('unqualified-stage-id');
        expect(agreement.reasons[0]?.hubspot).toEqual({ leadReason: 'NOT_A_GOOD_FIT' });
        expect(agreement.reasons[0]?.details[0]?.hubspot).toEqual({ leadReason: null });
        expect(agreement.reasons[0]).toMatchObject({ for: ['rejected'], evidence: [] });
        expect(agreement.alarms[0]).toMatchObject({ below: 0.6, above: null, months: 1 });
        expect(agreement.fields).toEqual([]);
    });
});

describe('parseAgreement on other agreements', () => {
    it('reads split shifts, nested criteria, custom fields and reasons for recycling', () => {
        const berlin = example('berlin');
        expect(berlin.calendars['buero']?.week.mon).toEqual(['08:30-12:00', '13:00-17:30']);
        expect(berlin.calendars['buero']?.week).not.toHaveProperty('sat');
        expect(berlin.fields[2]).toEqual({
            id: 'sites',
            label: 'Number of plants',
            salesforce: { Lead: null, Contact: null },
            hubspot: 'plant_count'
        });
        // A nested criterion without a label takes that of the group.
        expect(berlin.icp[1]).toEqual({
            label: 'Budget in sight',
            any: [
                { label: 'Budget in sight', field: 'revenue', test: { atLeast: 8_000_000 } },
                {
                    label: 'Budget in sight',
                    all: [
                        { label: 'Budget in sight', field: 'project_lead', test: { is: true } },
                        { label: 'Knows the systems', field: 'erp', test: { known: true } }
                    ]
                }
            ]
        });
        expect(berlin.score.fit.rules[2]?.when).toMatchObject({
            fact: {
                label: 'Decides on projects',
                any: [{ field: 'project_lead' }, { field: 'title' }]
            }
        });
        expect(berlin.mql.signals?.of.map(({ within }) => within?.text)).toEqual([
            'P60D',
            'P120D',
            'P60D'
        ]);
        expect(berlin.windows[1]).toMatchObject({
            calendar: 'hotline',
            stops: 'contact',
            warn: { ms: 1.5 * HOUR, text: 'PT1H30M' },
            ladder: []
        });
        expect(berlin.attempts.planned).toBeNull();
        expect(berlin.reasons[1]).toMatchObject({
            for: ['recycled'],
            details: [{ code: 'frozen' }, { code: 'relocating' }]
        });
        expect(berlin.metrics[1]).toMatchObject({
            cohort: 'decision_date',
            period: { ms: 365 * DAY },
            target: null
        });
        expect(berlin.metrics[2]).toMatchObject({
            within: { businessDays: 1 },
            calendar: 'hotline',
            stops: 'contact',
            baseline: { value: 0.45 }
        });
        expect(berlin.coverage?.procedure.split('\n')).toHaveLength(2);
    });

    it('reads an agreement on behaviour alone', () => {
        const desk = example('always-on');
        expect(desk).toMatchObject({
            icp: [],
            hot: [],
            sources: [],
            mql: { icp: false, signals: null },
            reassignment: 'split'
        });
        expect(desk.score.beside).toEqual({
            salesforce: { Lead: null, Contact: null },
            hubspot: null
        });
        expect(desk.score.engagement.rules[2]?.when).toMatchObject({ signal: { within: null } });
    });

    it('reads one that leaves out whatever may be left out', () => {
        const parts = ['stages', 'coverage', 'calibration', 'disputes', 'alarms'];
        const text = parts.reduce(
            (rest, part) => rest.replace(new RegExp(`^${part}:.*\\n(?:[ -].*\\n)*`, 'm'), ''),
            DEFAULT_AGREEMENT
        );
        expect(parsed(text)).toMatchObject({
            stages: [],
            coverage: null,
            calibration: null,
            disputes: null,
            alarms: []
        });
    });

    it('takes a value from an anchor', () => {
        const text = edit(
            DEFAULT_AGREEMENT,
            'title: Marketing–sales agreement',
            'title: &name Marketing–sales agreement'
        );
        expect(parsed(edit(text, 'owner: Priya Nair, RevOps', 'owner: *name')).owner).toBe(
            'Marketing–sales agreement'
        );
    });
});

describe('the hash', () => {
    const { hash } = parsed(DEFAULT_AGREEMENT);

    it('stays when only comments, quotes and the order of fixed keys change', () => {
        let text = edit(DEFAULT_AGREEMENT, '\nversion: 1', '\nversion: 1 # first');
        text = edit(text, 'title: Marketing–sales agreement', 'title: "Marketing–sales agreement"');
        text = edit(
            text,
            'routing: { within: PT2H, clock: open }',
            'routing:\n    clock: open\n    within: PT2H'
        );
        expect(parsed(text.replace(/\n/g, '\r\n')).hash).toBe(hash);
    });

    it.each([
        ['version: 1', 'version: 2'],
        ['warn: PT2M', 'warn: PT1M'],
        ['label: No budget,', 'label: No money,']
    ])('changes with %s', (from, to) => {
        expect(parsed(edit(DEFAULT_AGREEMENT, from, to)).hash).not.toBe(hash);
    });
});

describe('parseAgreement on what is no text', () => {
    it('reports it like any other', () => {
        for (const value of [null, undefined, 5, {}, []] as unknown as string[]) {
            const { agreement, issues } = parseAgreement(value);
            expect([agreement, issues.length > 0]).toEqual([null, true]);
        }
    });
});

describe('a response window', () => {
    it('may last until the close of a business day', () => {
        const text = edit(DEFAULT_AGREEMENT, 'within: PT4H', 'within: 0bd');
        expect(parseAgreement(text).agreement?.windows[1]?.within).toEqual({
            businessDays: 0,
            text: '0bd'
        });
    });
});
