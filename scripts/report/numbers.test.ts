import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceIn, notationBy, NOTATIONS, numberText, plainNumbers } from './numbers.ts';

const notationOf = (texts: readonly string[], isWhole = false) =>
    notationBy(texts.reduce((sum, text) => sum | evidenceIn(text, isWhole), 0));

describe('the notation of a column', () => {
    it.each([
        [['1.160', '2.400,00'], 'comma'],
        [['12.000.000', '80.000'], 'comma'],
        [['1,5', '1.200'], 'comma'],
        [['€ 12.000,50'], 'comma'],
        [['1 200,50', '1.200'], 'comma'],
        [['1,160', '2,400.00'], 'point'],
        [['12,000,000', '80,000'], 'point'],
        [['12,34,567'], 'point'],
        [['1’200.50', '1.200'], 'point'],
        [['0.123', '1.200'], 'point'],
        [['1234.567'], 'point'],
        [['$1.5M - $5M'], 'point'],
        [['1.200', '80.000', '200'], null],
        [['200', '51-200', 'no'], null],
        [['1.5', '1,5', '1.200'], null],
        [['05.10.2026', '1.2.3', '1 200'], null]
    ])('is found from all of it: %j', (texts, notation) => {
        expect(notationOf(texts)).toBe(notation);
    });

    it('is that in which whole numbers are whole', () => {
        expect(notationOf(['1.200', '80.000', '200'], true)).toBe('comma');
        expect(notationOf(['10,001+ employees'], true)).toBe('point');
        expect(notationOf(['80.000'], true)).toBeNull();
        expect(notationOf(['1.160', '1,160'], true)).toBeNull();
        // Decimals that are there weigh more.
        expect(notationOf(['1.160', '0.5'], true)).toBe('point');
    });

    it('gives each number back that a language writes', () => {
        const locales = {
            en: NOTATIONS.en,
            de: NOTATIONS.de,
            'de-CH': NOTATIONS.en,
            fr: NOTATIONS.de,
            'en-IN': NOTATIONS.en
        };
        fc.assert(
            fc.property(
                fc.constantFrom(...Object.entries(locales)),
                fc.integer({ min: -1e12, max: 1e12 }),
                fc.integer({ min: 0, max: 3 }),
                ([locale, notation], units, digits) => {
                    const number = units / 10 ** digits;
                    const text = new Intl.NumberFormat(locale, {
                        minimumFractionDigits: digits,
                        maximumFractionDigits: digits
                    }).format(number);
                    const read = plainNumbers(text.replace('−', '-'), notation);
                    expect(Number(read)).toBeCloseTo(number, digits);
                    // Without its column it is read right, or not at all.
                    const alone = plainNumbers(text.replace('−', '-'), null);
                    if (alone !== null) expect(alone).toBe(read);
                }
            ),
            { numRuns: 3000 }
        );
    });
});

describe('a text with numbers', () => {
    it.each([
        ['1.200', 'comma', '1200'],
        ['1.200', 'point', '1.200'],
        ['1,200', 'point', '1200'],
        ['1.000-5.000', 'comma', '1000-5000'],
        ['1.000-5.000', null, null],
        ['$1.5M', null, '$1.5M'],
        ['12.000.000,00', null, '12000000.00'],
        ['2026-10-05', null, '2026-10-05'],
        ['1.2.3', 'comma', '1.2.3'],
        ['Software', null, 'Software'],
        ['', null, '']
    ] as const)('is plain: %s, %s', (text, notation, plain) => {
        expect(plainNumbers(text, notation)).toBe(plain);
    });

    it('is never made from a JSON number so that it could be read in two ways', () => {
        fc.assert(
            fc.property(
                fc.oneof(
                    fc.double({ noNaN: true, noDefaultInfinity: true }),
                    fc.integer({ min: 0, max: 1e6 }).map((thousandths) => thousandths / 1000),
                    fc.integer({ min: 1000, max: 9999 }).map((digits) => digits / 1e12)
                ),
                (number) => {
                    expect(Number(plainNumbers(numberText(number), null)) === number).toBe(true);
                }
            )
        );
    });
});
