import { describe, expect, it } from 'vitest';
import {
    readDays,
    readHours,
    readLength,
    readName,
    readPerson,
    readRange,
    readZone,
    type Reader
} from './readers.ts';

const MINUTE = 60_000;

function value<T>(reader: Reader<T>, answer: string): T {
    const read = reader(answer);
    if ('problem' in read) throw new Error(read.problem);
    return read.value;
}

describe('answers', () => {
    it('say hours', () => {
        expect(value(readHours, 'Mon-Tue 08:30-12:00 13:00-17:30; fri 08:30-12:00')).toEqual({
            mon: ['08:30-12:00', '13:00-17:30'],
            tue: ['08:30-12:00', '13:00-17:30'],
            fri: ['08:30-12:00']
        });
    });

    it('say ranges', () => {
        expect(value(readRange, '50-500')).toEqual({ between: [50, 500] });
        expect(value(readRange, '$5M – 100M')).toEqual({ between: [5_000_000, 100_000_000] });
        expect(value(readRange, '1.5k+')).toEqual({ atLeast: 1500 });
        expect(value(readRange, '1,000-2,000')).toEqual({ between: [1000, 2000] });
        expect(value(readRange, '')).toBeNull();
    });

    it('say lengths of time', () => {
        expect(value(readLength, '5 min')).toBe(5 * MINUTE);
        expect(value(readLength, '1.5 hours')).toBe(90 * MINUTE);
        expect(value(readLength, 'PT4H')).toBe(240 * MINUTE);
        expect(value(readLength, '2 days')).toBe(48 * 60 * MINUTE);
    });

    it('say dates and people', () => {
        expect(value(readDays, '2027-01-01, 2026-12-25 2027-01-01')).toEqual([
            '2026-12-25',
            '2027-01-01'
        ]);
        expect(value(readPerson, 'VP Sales : Amara: Okafor')).toEqual({
            role: 'VP Sales',
            name: 'Amara: Okafor'
        });
    });

    it.each<[string, Reader<unknown>, string]>([
        ['no day', readHours, 'Someday 09:00-17:00'],
        ['a day without hours', readHours, 'Mon'],
        ['a week backwards', readHours, 'Fri-Mon 09:00-17:00'],
        ['no hours', readHours, ''],
        ['a time that is none', readHours, 'Mon 25:00-26:00'],
        ['a range backwards', readRange, '500-50'],
        ['half a range', readRange, '50'],
        ['words for a range', readRange, 'many'],
        ['both ends open', readRange, '5-9+'],
        ['no unit', readLength, '5'],
        ['no time at all', readLength, '0 min'],
        ['no date', readDays, '2026-02-30'],
        ['no zone', readZone, 'Berlin'],
        ['a name without a role', readPerson, 'Jonas Weber'],
        ['nothing', readName, ''],
        ['a line break', readName, 'a\nb'],
        ['a book', readName, 'x'.repeat(201)]
    ])('are refused with a way to mend them: %s', (_name, reader, answer) => {
        expect(reader(answer)).toEqual({ problem: expect.stringMatching(/\S.*\.$/) });
    });
});
