import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentHash } from './hash.ts';

describe('contentHash', () => {
    it('is 32-bit FNV-1a over UTF-8 JSON with sorted keys', () => {
        // Reference values: FNV-1a of the bytes of `"a"`, `{"a":"é","b":2}` and of an emoji in quotes.
        const fnv = (text: string): string => {
            let hash = 0x811c9dc5n;
            for (const byte of Buffer.from(text)) {
                hash = ((hash ^ BigInt(byte)) * 0x01000193n) & 0xffffffffn;
            }
            return hash.toString(16).padStart(8, '0');
        };
        expect(contentHash('a')).toBe(fnv('"a"'));
        expect(contentHash({ b: 2, a: 'é' })).toBe(fnv('{"a":"é","b":2}'));
        expect(contentHash(['😀', '–', null])).toBe(fnv('["😀","–",null]'));
    });
    it('does not hang on the order of keys, and does on the order of lists', () => {
        expect(contentHash({ a: 1, b: [1, 2] })).toBe(contentHash({ b: [1, 2], a: 1 }));
        expect(contentHash([1, 2])).not.toBe(contentHash([2, 1]));
    });
    it('is eight hex digits for any data', () => {
        fc.assert(fc.property(fc.jsonValue(), (data) => /^[0-9a-f]{8}$/.test(contentHash(data))));
    });
});
