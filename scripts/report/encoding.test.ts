import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoder, encodingBy, mergeSeen, NOTHING_SEEN, seeEncoding } from './encoding.ts';

const seen = (...batches: Buffer[]) =>
    batches.reduce((sum, bytes, i) => seeEncoding(sum, bytes, 1 + 10 * i), NOTHING_SEEN);
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('the encoding of a file', () => {
    it('is UTF-8 for all that is', () => {
        fc.assert(
            fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
                expect(encodingBy(seen(...texts.map(utf8)), 'x.csv')).toBe('utf-8');
            })
        );
    });

    it('is Windows-1252 for what Western Europe writes in it', () => {
        const names = ['Jörg Müller\n', 'Jürg Möller\n', 'Zoë Ørsted\n', 'Ünal „Spaß“ Öz\n'];
        for (const name of names.slice(0, 3)) {
            expect(encodingBy(seen(utf8('a,b\n'), latin1(name)), 'x.csv')).toBe('windows-1252');
            expect(decoder('windows-1252')(latin1(name))).toBe(name);
        }
        const quoted = Buffer.from([0x84, 0x53, 0x70, 0x61, 0xdf, 0x93, 0x20, 0x80]);
        expect(encodingBy(seen(quoted), 'x.csv')).toBe('windows-1252');
        expect(decoder('windows-1252')(quoted)).toBe('„Spaß“ €');
    });

    it('is refused where two are mixed, and where it is neither', () => {
        const mixed = [utf8('a\nJörg\n'), latin1('b\nMüller\n')];
        expect(() => encodingBy(seen(...mixed), 'x.csv')).toThrow(
            'x.csv mixes encodings: it is UTF-8, except for line 12.'
        );
        expect(() => encodingBy(seen(Buffer.concat(mixed)), 'x.csv')).toThrow('line 4.');
        // Shift_JIS: two bytes a letter.
        const japanese = Buffer.from([0x61, 0x0a, 0x83, 0x89, 0x81, 0x5b, 0x0a]);
        expect(() => encodingBy(seen(japanese), 'x.csv')).toThrow(
            'x.csv is neither UTF-8 nor Windows-1252 (ISO-8859-1): see line 2.'
        );
    });

    it('does not depend on who saw which batch', () => {
        const batches = [utf8('plain\n'), latin1('Jürg\n'), utf8('Jörg\n')];
        const apart = batches.map((bytes, i) => seeEncoding(NOTHING_SEEN, bytes, 1 + 10 * i));
        expect(apart.reduceRight(mergeSeen)).toEqual(seen(...batches));
    });
});
