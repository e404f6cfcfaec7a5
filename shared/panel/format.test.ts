import { describe, expect, it } from 'vitest';
import { at, HOUR } from '../../test/support/lead.ts';
import { formatFor } from './format.ts';

const NOW = at('2026-11-20T20:00:00Z');
const DAY = 24 * HOUR;
const inZone = (timeZone: string, locale = 'en-US') => formatFor({ now: NOW, locale, timeZone });

describe('a calendar date', () => {
    it('is the same date in every zone', () => {
        for (const zone of ['Pacific/Kiritimati', 'Pacific/Auckland', 'Pacific/Pago_Pago', 'UTC']) {
            expect(inZone(zone).day('2026-10-01')).toBe('Thu, Oct 1');
        }
    });

    it('names a year that is not the viewer’s', () => {
        expect(inZone('Pacific/Kiritimati').day('2027-01-01')).toBe('Fri, Jan 1, 2027');
    });

    it('is said as it stands when there is no such date', () => {
        expect(inZone('UTC').day('soon')).toBe('soon');
    });
});

describe('how long ago', () => {
    const ago = (at: number) => inZone('UTC').ago(at);

    it('says this minute, not zero', () => {
        expect(ago(NOW)).toBe('this minute');
        expect(ago(NOW - 59_999)).toBe('this minute');
    });

    it('never calls something yesterday, last month or last year that was not', () => {
        expect(ago(NOW - 47 * HOUR)).toBe('1 day ago');
        expect(ago(NOW - 59 * DAY)).toBe('1 month ago');
        expect(ago(NOW - 700 * DAY)).toBe('1 year ago');
        expect(ago(NOW + 26 * HOUR)).toBe('in 1 day');
    });
});

describe('a viewer whose settings make no sense', () => {
    it('reads English and UTC, whatever the machine speaks', () => {
        const odd = [undefined, null, 5, '', 'no such locale', 'zz', 'constructor'];
        for (const locale of odd as string[]) {
            expect(inZone('UTC', locale).dateTime(NOW)).toBe('Fri, Nov 20, 8:00 PM');
        }
        for (const zone of [undefined, null, 5, '', 'Nope/Zone'] as string[]) {
            expect(inZone(zone).dateTime(NOW)).toBe('Fri, Nov 20, 8:00 PM');
        }
    });
});
