import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { berlin, defaultAgreement } from '../../test/support/agreement.ts';
import { at, DAY } from '../../test/support/lead.ts';
import type { Alarm } from '../agreement/types.ts';
import type { Period } from './outcomeTypes.ts';
import { parsePeriod } from './period.ts';

const agreement = defaultAgreement();
/** Friday morning in New York. */
const NOW = at('2026-11-20T15:00:00Z');
const period = (text: unknown, of = agreement, now = NOW): Period => {
    const parsed = parsePeriod(text, of, now);
    if (parsed.period === null) throw new Error(parsed.issues[0]?.message);
    return parsed.period;
};

describe('a period', () => {
    it('is a month of the agreement’s own zone, over a change of the clocks', () => {
        const november = period('2026-11');
        expect([november.from, november.to]).toEqual([
            at('2026-11-01T04:00:00Z'),
            at('2026-12-01T05:00:00Z')
        ]);
        expect(november.previous).toEqual({
            from: at('2026-10-01T04:00:00Z'),
            to: november.from
        });
        expect(period('2026-11', berlin()).from).toBe(at('2026-10-31T23:00:00Z'));
    });

    it('is a quarter, before which comes a quarter', () => {
        const { from, id, previous, to } = period('2026-q3');
        expect(id).toBe('2026-Q3');
        expect([previous.from, from, to]).toEqual([
            at('2026-04-01T04:00:00Z'),
            at('2026-07-01T04:00:00Z'),
            at('2026-10-01T04:00:00Z')
        ]);
        expect(period('2026-Q1').previous.from).toBe(at('2025-10-01T04:00:00Z'));
    });

    it('is so many days up to today, from the date that the record’s badge counts from', () => {
        const { from, previous, to } = period('last-90-days');
        expect([previous.from, from, to]).toEqual([
            at('2026-05-23T04:00:00Z'),
            at('2026-08-22T04:00:00Z'),
            at('2026-11-21T05:00:00Z')
        ]);
    });

    it('is the main metric’s own where nothing is said', () => {
        for (const nothing of ['', null, undefined])
            expect(period(nothing).id).toBe('last-90-days');
        expect(period('', { ...agreement, metrics: [] }).id).toBe('2026-11');
    });

    it('may be called by where it lies from today', () => {
        expect([period('this-month').id, period('last-month').id]).toEqual(['2026-11', '2026-10']);
        expect(period('last-month', agreement, at('2026-01-05T12:00:00Z')).id).toBe('2025-12');
    });

    it('knows the months that trends need, and which of them are over', () => {
        const { months, since } = period('last-90-days');
        expect(months.map(({ id, whole }) => [id, whole])).toEqual([
            ['2026-05', true],
            ['2026-06', true],
            ['2026-07', true],
            ['2026-08', true],
            ['2026-09', true],
            ['2026-10', true],
            ['2026-11', false]
        ]);
        expect(since).toBe(at('2026-05-01T04:00:00Z'));
        const slow: Alarm = { ...(agreement.alarms[0] as Alarm), months: 14 };
        expect(period('2026-10', { ...agreement, alarms: [slow] }).months).toHaveLength(15);
        expect(period('last-700-days').months).toHaveLength(24);
    });

    it('that has not begun, or that nobody can read, is said', () => {
        const future = parsePeriod('2026-12', agreement, NOW);
        expect(future.period).toBeNull();
        expect(future.issues[0]).toMatchObject({ code: 'period.future', path: 'period' });
        expect(future.issues[0]?.message).toContain(
            '2026-12 has not begun: it begins on 2026-12-01, and today is 2026-11-20'
        );
        for (const text of ['2026-13', '2026-00', 'October', 'last-0-days', 'last-999-days', 7, {}])
            expect(parsePeriod(text, agreement, NOW).issues[0]?.code).toBe('period.unknown');
    });
});

describe('any period', () => {
    it('holds together, at any time, in any zone', () => {
        const zones = ['America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Europe/Lisbon'];
        const text = fc.oneof(
            fc.constantFrom('this-month', 'last-month', '2026-02', '2024-Q4', '2026-Q1'),
            fc.integer({ min: 1, max: 731 }).map((days) => `last-${days}-days`)
        );
        const now = fc.integer({
            min: at('2026-03-01T00:00:00Z'),
            max: at('2031-01-01T00:00:00Z')
        });
        fc.assert(
            fc.property(text, fc.constantFrom(...zones), now, (written, zone, when) => {
                const own = { ...agreement, calendars: { office: { zone, week: {}, closed: [] } } };
                const { from, months, previous, since, to } = period(written, own, when);
                expect(previous.from).toBeLessThan(previous.to);
                expect(previous.to).toBe(from);
                expect(from).toBeLessThan(to);
                expect(since).toBeLessThanOrEqual(previous.from);
                for (const [i, month] of months.entries()) {
                    expect(month.from).toBe(months[i - 1]?.to ?? month.from);
                    expect(month.to - month.from).toBeGreaterThan(27 * DAY);
                }
                expect(months[0]?.from).toBeLessThanOrEqual(from);
                expect(months[months.length - 1]?.to).toBeGreaterThanOrEqual(to);
            })
        );
    });
});
