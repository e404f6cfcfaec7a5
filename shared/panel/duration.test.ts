import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../test/support/lead.ts';
import { durationText } from './duration.ts';
import { wordsFor } from './words/index.ts';

const words = wordsFor('en-US');
const text = (ms: number, clock?: 'open' | 'elapsed') => durationText(ms, words, clock);

describe('durationText', () => {
    it('shows seconds only under an hour', () => {
        expect(text(0)).toBe('0 s');
        expect(text(59_999)).toBe('59 s');
        expect(text(4 * MINUTE + 5000)).toBe('4 m 05 s');
        expect(text(5 * MINUTE)).toBe('5 m');
        expect(text(3 * HOUR + 12 * MINUTE + 59_000)).toBe('3 h 12 m');
        expect(text(2 * HOUR)).toBe('2 h');
    });

    it('speaks of days on an elapsed clock alone, where a day is 24 hours', () => {
        expect(text(3 * DAY + 2 * HOUR, 'elapsed')).toBe('3 d 2 h');
        expect(text(3 * DAY + 2 * HOUR, 'open')).toBe('74 h');
    });

    it('says how long, whatever the direction', () => {
        expect(text(-2 * HOUR)).toBe('2 h');
    });
});
