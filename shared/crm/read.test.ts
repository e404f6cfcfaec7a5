import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unreadable } from '../lead.ts';
import { cut, readInstant, readNumber, readOneOf, readRange, readRows, readText } from './read.ts';

function reading<T>(read: (notes: Unreadable[]) => T): { value: T; notes: Unreadable[] } {
    const notes: Unreadable[] = [];
    return { value: read(notes), notes };
}
const instant = (value: unknown) =>
    reading((notes) => readInstant('calls', 'call time', value, notes));
const range = (value: unknown) => reading((notes) => readRange('facts', 'employees', value, notes));
const number = (value: unknown) => reading((notes) => readNumber('facts', 'score', value, notes));

describe('readInstant', () => {
    it.each([
        ['2026-11-20T14:03:00.000+0000', Date.UTC(2026, 10, 20, 14, 3)],
        ['2026-11-20T14:03:00.123Z', Date.UTC(2026, 10, 20, 14, 3, 0, 123)],
        ['2026-11-20T14:03:00.123456Z', Date.UTC(2026, 10, 20, 14, 3, 0, 123)],
        ['2026-11-20T14:03Z', Date.UTC(2026, 10, 20, 14, 3)],
        ['2026-11-20T14:03:00-05:00', Date.UTC(2026, 10, 20, 19, 3)],
        ['2026-11-20T14:03:00+0530', Date.UTC(2026, 10, 20, 8, 33)],
        ['2026-11-20', Date.UTC(2026, 10, 20, 12)],
        ['1763647380000', 1763647380000],
        [1763647380000, 1763647380000]
    ])('reads %s', (value, expected) => {
        expect(instant(value)).toEqual({ value: expected, notes: [] });
    });

    it.each([
        '2026-02-30',
        '2026-13-01',
        '2026-11-20T25:00:00Z',
        '2026-11-20T14:03:00',
        '9999-12-31',
        'yesterday',
        '20.11.2026',
        true,
        {},
        [],
        NaN,
        12
    ])('notes %s instead of guessing', (value) => {
        const { value: read, notes } = instant(value);
        expect(read).toBeNull();
        expect(notes).toHaveLength(1);
        expect(notes[0]).toMatchObject({ section: 'calls', what: 'call time' });
    });

    it('agrees with the ISO form of any millisecond', () => {
        fc.assert(
            fc.property(
                fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2199, 11, 31) }),
                (at) => {
                    expect(instant(new Date(at).toISOString()).value).toBe(at);
                }
            )
        );
    });

    it('has nothing to say about a missing value', () => {
        for (const value of [null, undefined, '', '  ']) {
            expect(instant(value)).toEqual({ value: null, notes: [] });
        }
    });
});

describe('readRange', () => {
    it.each([
        ['51-200', { min: 51, max: 200 }],
        ['51 – 200 employees', { min: 51, max: 200 }],
        ['1,001-5,000', { min: 1001, max: 5000 }],
        ['$1M - $5M', { min: 1e6, max: 5e6 }],
        ['$1-5M', { min: 1e6, max: 5e6 }],
        ['10,001+', { min: 10001, max: null }],
        ['500 or more', { min: 500, max: null }],
        ['240', 240],
        ['5000000.5', 5000000.5],
        ['$25M', 25e6],
        [0, 0]
    ])('reads %s', (value, expected) => {
        expect(range(value)).toEqual({ value: expected, notes: [] });
    });

    it.each(['about 200', '200-51', '-5', -5, 'Infinity', '1,23', false])('notes %s', (value) => {
        const { value: read, notes } = range(value);
        expect(read).toBeNull();
        expect(notes).toHaveLength(1);
    });
});

describe('readNumber', () => {
    it('reads numbers and their text', () => {
        expect(number(12.5).value).toBe(12.5);
        expect(number('-3').value).toBe(-3);
        expect(number('1.5E6').value).toBe(1.5e6);
    });

    it('notes what is not finite', () => {
        for (const value of [NaN, Infinity, 'NaN', '1e999', '0x10', {}]) {
            expect(number(value)).toMatchObject({ value: null, notes: [{ what: 'score' }] });
        }
    });
});

describe('readText and cut', () => {
    it('cuts huge text and never splits a character', () => {
        const { value } = reading((notes) => readText('calls', 'subject', 'x'.repeat(1e6), notes));
        expect(value).toHaveLength(500);
        expect(cut('a😀', 2)).toBe('a');
    });

    it('notes what is not text, cut to 80 characters', () => {
        expect(reading((notes) => readText('calls', 'subject', 7, notes)).notes[0]?.value).toBe(
            '7'
        );
        const { notes } = reading((list) =>
            readOneOf('calls', 'kind', 'x'.repeat(200), ['a'], list)
        );
        expect(notes[0]?.value).toHaveLength(80);
    });
});

describe('notes', () => {
    it('keeps the first 20', () => {
        const { notes } = reading((list) => {
            for (let i = 0; i < 50; i++) readText('calls', 'subject', i, list);
        });
        expect(notes.map((note) => note.value)).toEqual(
            Array.from({ length: 20 }, (_, i) => `${i}`)
        );
    });
});

describe('readRows', () => {
    it('keeps objects and notes the rest', () => {
        const rows = [{ Id: '1' }, null, 'x', ['y']] as unknown as { Id: string }[];
        const { value, notes } = reading((list) => readRows('tasks', 'task', rows, list));
        expect(value).toEqual([{ Id: '1' }]);
        expect(notes).toHaveLength(3);
    });
});
