import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationProblem, formatDuration, parseDuration } from './duration.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('parseDuration', () => {
    it.each([
        ['PT5M', 5 * MINUTE],
        ['PT90S', 90_000],
        ['PT1H30M', 90 * MINUTE],
        ['P30D', 30 * DAY],
        ['P1W', 7 * DAY],
        ['P1DT12H', 36 * HOUR]
    ])('reads %s everywhere', (text, ms) => {
        for (const form of ['time', 'business', 'calendar'] as const) {
            expect(parseDuration(text, form)).toEqual({ ms, text });
        }
    });

    it('reads months and years only where a review or report hangs on it', () => {
        expect(parseDuration('P6M', 'calendar')).toEqual({ ms: 180 * DAY, text: 'P6M' });
        expect(parseDuration('P1Y', 'calendar')).toEqual({ ms: 365 * DAY, text: 'P1Y' });
        expect(parseDuration('P6M', 'time')).toBeNull();
        expect(parseDuration('P1Y', 'business')).toBeNull();
    });

    it('reads business days only where they make sense', () => {
        expect(parseDuration('2bd', 'business')).toEqual({ businessDays: 2, text: '2bd' });
        expect(parseDuration('2bd', 'time')).toBeNull();
        expect(parseDuration('2bd', 'calendar')).toBeNull();
    });

    it('reads "on the same business day" only as the length of a window', () => {
        expect(parseDuration('0bd', 'window')).toEqual({ businessDays: 0, text: '0bd' });
        expect(parseDuration('2bd', 'window')).toEqual({ businessDays: 2, text: '2bd' });
        expect(parseDuration('PT24H', 'window')).toEqual({ ms: DAY, text: 'PT24H' });
        expect(durationProblem('1.5bd', 'window')).toContain('0bd (the same business day)');
    });

    it.each([
        '',
        'P',
        'PT',
        'P1DT',
        '4h',
        'PT0S',
        '0bd',
        '-1bd',
        'PT-5M',
        'PT1.5H',
        'pt5m',
        ' PT5M',
        'PT5M\n',
        'P11Y',
        'P99999D',
        '1.5bd'
    ])('refuses %j and says how to write it', (text) => {
        for (const form of ['time', 'business', 'calendar'] as const) {
            expect(parseDuration(text, form)).toBeNull();
            expect(durationProblem(text, form)).not.toBe('');
        }
    });

    it('never throws and gives lengths that are whole and positive', () => {
        fc.assert(
            fc.property(
                fc.oneof(fc.string(), fc.stringMatching(/^P?T?[0-9WDHMSYbd]{0,9}$/)),
                (text) => {
                    const duration =
                        parseDuration(text, 'business') ?? parseDuration(text, 'calendar');
                    const length =
                        duration && ('ms' in duration ? duration.ms : duration.businessDays);
                    return length === null || (Number.isSafeInteger(length) && length > 0);
                }
            )
        );
    });

    it('reads back what formatDuration writes', () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 10 * 365 * 86_400 }), (seconds) => {
                const text = formatDuration(seconds * 1000);
                expect(parseDuration(text, 'time')).toEqual({ ms: seconds * 1000, text });
            })
        );
    });
});

describe('durationProblem', () => {
    it('tells minutes from months', () => {
        expect(durationProblem('P30M', 'time')).toContain('minutes are PT30M');
    });
    it('offers hours for business days on a clock', () => {
        expect(durationProblem('1bd', 'time')).toContain('PT8H on an open clock');
    });
    it('says when it is nothing or too much', () => {
        expect(durationProblem('PT0S', 'time')).toContain('more than nothing');
    });
});
