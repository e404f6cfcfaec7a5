import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { styleFor } from './style.ts';
import { table } from './table.ts';
import { padded, widthOf, wrap } from './text.ts';

describe('the width of a text', () => {
    it('counts columns, not characters, and no colours', () => {
        expect(widthOf('abc')).toBe(3);
        expect(widthOf(styleFor(true).bad('abc'))).toBe(3);
        expect(widthOf('日本')).toBe(4);
        expect(widthOf('e\u0301')).toBe(1);
    });
});

describe('wrapping', () => {
    it('breaks at spaces, and indents what follows', () => {
        expect(wrap('one two three', 9, { first: '- ', rest: '  ' })).toBe('- one two\n  three');
    });

    it('keeps a word that is wider than the line whole', () => {
        expect(wrap('see shared/agreement/agreement.yaml now', 10)).toBe(
            'see\nshared/agreement/agreement.yaml\nnow'
        );
    });

    it('loses nothing and stays within the width wherever words allow it', () => {
        const word = fc.stringMatching(/^[a-zä]{1,9}$/);
        fc.assert(
            fc.property(
                fc.array(word, { minLength: 1 }),
                fc.integer({ min: 9, max: 40 }),
                (words, width) => {
                    const wrapped = wrap(words.join(' '), width);
                    expect(wrapped.split(/\s/)).toEqual(words);
                    expect(Math.max(...wrapped.split('\n').map(widthOf))).toBeLessThanOrEqual(
                        width
                    );
                }
            )
        );
    });
});

describe('a table', () => {
    it('lines its columns up, colours or not, and breaks the last', () => {
        const style = styleFor(false);
        const rows = [
            [styleFor(true).good('ok'), '7', 'short'],
            ['failed', '12', 'a text that needs more room']
        ];
        const columns = [
            { head: 'State' },
            { head: 'n', align: 'right' as const },
            { head: 'What' }
        ];
        expect(stripVTControlCharacters(table(columns, rows, { width: 28, style }))).toBe(
            [
                'State    n  What',
                'ok       7  short',
                'failed  12  a text that',
                '            needs more room'
            ].join('\n')
        );
    });

    it('pads to the left and to the right', () => {
        expect(padded('ab', 4) + '|').toBe('ab  |');
        expect(padded('ab', 4, 'right')).toBe('  ab');
        expect(padded('abcde', 4)).toBe('abcde');
    });
});
