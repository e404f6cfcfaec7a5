import { describe, expect, it } from 'vitest';
import { footerStart } from './footer.ts';

const shape = { width: 4, dates: [1], zone: 'Europe/Berlin' };
const lead = ['00Q1', '2026-10-05', 'accepted', 'Ana'];
const start = (...after: string[][]): number => footerStart([lead, lead, ...after], shape) - 2;
const blank = [''];

describe('a report’s footer', () => {
    it.each([
        ['English', 'Copyright (c) 2000-2026 salesforce.com, inc.', 'Confidential Information'],
        ['German', 'Vertrauliche Informationen – nicht weitergeben', 'Erstellt von: Jo, 2.11.2026'],
        ['Japanese', '社外秘', '作成者: 田中 2026/11/02'],
        ['numbers', '2026', '17']
    ])('is the lone cells after a blank line, in any language: %s', (_, ...texts) => {
        expect(start(blank, blank, ...texts.map((text) => [text]))).toBe(0);
        // Saved again by a spreadsheet, each row is as wide as the header.
        expect(start(['', '', '', ''], ...texts.map((text) => [text, '', '', '']))).toBe(0);
        expect(start(...texts.map((text) => [text]))).toBe(2);
    });

    it('begins with the totals', () => {
        expect(start(['Grand Totals (2 records)', '', '', ''], blank, ['Name'])).toBe(0);
        expect(start(['Gesamtsumme', '', '', '1.200,50 €'], blank, ['Name'])).toBe(0);
        expect(start(['Total', '', '', 'USD 20'], ['Count', '', '', '2'])).toBe(0);
    });

    it.each([
        [['00Q3', '', '', '']],
        [['00Q3', '', '', '12']],
        [['', '2026-10-05', '', '']],
        [['00Q3', '2026-10-05']],
        [['Kim Sand', '', '', 'Ana Ortiz']]
    ])('is no lead that lacks something: %j', (row) => {
        expect(start(row)).toBe(1);
        expect(start(row, blank, blank)).toBe(3);
        expect(start(row, blank, ['Name of the report'])).toBe(1);
    });

    it('is no lead that follows a blank line', () => {
        expect(start(blank, lead)).toBe(2);
        expect(start(blank, ['', '2026-10-05', '', ''])).toBe(2);
        expect(start(blank, ['00Q3', '2026-10-05'])).toBe(2);
    });

    it('is not made of what cannot be read', () => {
        const dates = { ...shape, dates: [0] };
        expect(footerStart([['Oct 5, 2026', '', '', '5']], dates)).toBe(1);
        expect(
            footerStart(
                [
                    ['soon', '', '', ''],
                    ['soon', '', '', '']
                ],
                dates
            )
        ).toBe(2);
    });
});
