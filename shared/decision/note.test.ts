import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanNote, lengthOf } from './note.ts';

describe('a note', () => {
    it('has one kind of line break and no blank ends', () => {
        expect(cleanNote('  a\r\nb\rc\u2028d\te \n')).toBe('a\nb\nc\nd e');
    });

    it('has no control characters and no half characters', () => {
        expect(cleanNote('a\u0000b\u001b[31mc\u007f\u009fd\ud83d')).toBe('ab[31mcd');
    });

    it('keeps every other character', () => {
        expect(cleanNote('Zoë 👩‍👩‍👧 価格 "=SUM(A1)" <b>')).toBe('Zoë 👩‍👩‍👧 価格 "=SUM(A1)" <b>');
    });

    it('is nothing when nothing is left', () => {
        expect(cleanNote(' \r\n\u0000\t ')).toBeNull();
    });

    it('is measured in characters', () => {
        expect(lengthOf('a😀é')).toBe(3);
    });

    it('does not change when it is cleaned again', () => {
        fc.assert(
            fc.property(fc.string({ unit: 'binary' }), (text) => {
                const once = cleanNote(text);
                expect(once === null ? null : cleanNote(once)).toBe(once);
            })
        );
    });
});
