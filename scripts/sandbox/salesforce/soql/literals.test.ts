import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likePattern } from './literals.ts';

/** LIKE by trying every split: slow, and obviously right. */
function matches(pattern: string, text: string): boolean {
    if (pattern === '') return text === '';
    if (pattern.startsWith('%')) {
        const rest = pattern.slice(1);
        return matches(rest, text) || (text !== '' && matches(pattern, text.slice(1)));
    }
    const escaped = /^\\[%_]/.test(pattern);
    const wanted = escaped ? pattern.charAt(1) : pattern.charAt(0);
    const isAny = wanted === '_' && !escaped;
    const fits = text !== '' && (isAny || text.charAt(0).toLowerCase() === wanted.toLowerCase());
    return fits && matches(pattern.slice(escaped ? 2 : 1), text.slice(1));
}

describe('a LIKE pattern', () => {
    it('matches what trying every split matches', () => {
        const part = fc.constantFrom('%', '_', '\\%', '\\_', 'a', 'B', '.', '(', '$', '\n');
        const pattern = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''));
        const letter = fc.constantFrom('a', 'A', 'b', '%', '_', '.', '(', '$', '\n');
        const text = fc.array(letter, { maxLength: 6 }).map((letters) => letters.join(''));
        fc.assert(
            fc.property(pattern, text, (like, value) => {
                expect(likePattern(like).test(value)).toBe(matches(like, value));
            }),
            { numRuns: 2000 }
        );
    });
});
