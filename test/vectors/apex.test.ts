/** The calendar and the windows in Apex against the core: the vectors, through the real source. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ApexObject } from '../../scripts/sandbox/salesforce/apex/values.ts';
import { calendarVectors } from '../../scripts/build/vectors/calendars.ts';
import { vectorFiles } from '../../scripts/build/vectors/files.ts';
import { windowVectors } from '../../scripts/build/vectors/windows.ts';
import { instant, millisOf, record, transactionAt } from './apex.ts';

const NOW = Date.parse('2026-11-20T14:03:00Z');

describe('the vectors', () => {
    it('are committed as npm run build writes them', () => {
        for (const file of vectorFiles()) {
            expect(readFileSync(file.path, 'utf8'), file.path).toBe(file.text);
        }
    });
});

describe('HandoffCalendar', () => {
    const vectors = calendarVectors();
    const apex = transactionAt(NOW);
    const rules = JSON.stringify({ calendar: 'office', calendars: vectors.calendars });
    const agreement = apex.callStatic('HandoffAgreement', 'parse', rules);
    const calendar = (name: string): unknown => apex.callOn(agreement, 'calendarNamed', name);

    it.each(vectors.openMillis)('%s: from %d to %d are %d open', (name, from, to, answer) => {
        expect(apex.callOn(calendar(name), 'openMillis', instant(from), instant(to))).toBe(answer);
    });

    it.each(vectors.addOpen)('%s: from %d on, %d are used up at %d', (name, from, ms, answer) => {
        expect(millisOf(apex.callOn(calendar(name), 'addOpen', instant(from), ms))).toBe(answer);
    });

    it.each(vectors.addBusinessDays)(
        '%s: from %d on, %d days end at %d',
        (name, from, n, answer) => {
            const found = apex.callOn(calendar(name), 'addBusinessDays', instant(from), n);
            expect(millisOf(found)).toBe(answer);
        }
    );
});

describe('HandoffWindows and HandoffClock', () => {
    const { agreements, cases } = windowVectors();
    const apex = transactionAt(NOW);
    const parsed = new Map(
        Object.entries(agreements).map(([name, rules]) => [
            name,
            apex.callStatic('HandoffAgreement', 'parse', JSON.stringify(rules))
        ])
    );

    it.each(cases.map((one, index) => ({ ...one, index })))(
        '$index: $agreement, $window',
        (one) => {
            const agreement = parsed.get(one.agreement);
            const engagements = one.engagements.map(({ kind, title, url, occurred }) =>
                record('Handoff_Engagement__c', {
                    Handoff_Kind__c: kind,
                    Handoff_Title__c: title,
                    Handoff_Url__c: url,
                    Handoff_Occurred_At__c: new Date(occurred).toISOString()
                })
            );
            const assigned = instant(one.assignedAt);
            const window = apex.callStatic(
                'HandoffWindows',
                'choose',
                agreement,
                engagements,
                assigned
            );
            expect((window as ApexObject).fields.get('id')).toBe(one.window);

            const started = instant(one.startedAt);
            const next = (step: number | null): number | null =>
                millisOf(
                    apex.callStatic(
                        'HandoffClock',
                        'nextEscalation',
                        agreement,
                        window,
                        started,
                        step
                    )
                );
            expect(next(null), 'due').toBe(one.dueAt);
            expect(one.ladder.map((_, step) => next(step))).toEqual(one.ladder);
            expect(next(one.ladder.length), 'after the ladder').toBeNull();
            const answered = instant(one.answeredAt);
            expect(
                apex.callStatic('HandoffClock', 'minutes', agreement, window, started, answered)
            ).toBe(one.minutes);
        }
    );
});
