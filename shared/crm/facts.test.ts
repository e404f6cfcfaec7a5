import { describe, expect, it } from 'vitest';
import { berlin, defaultAgreement } from '../../test/support/agreement.ts';
import type { Unreadable } from '../lead.ts';
import { customFact, sourceIn } from './facts.ts';

const read = (value: unknown) => customFact(value, 'Sites', []);

describe('a fact that the agreement adds', () => {
    it('is the same whether a CRM sends it typed or as text', () => {
        expect([read(true), read('true'), read('false')]).toEqual([true, true, false]);
        expect([read(1200), read('1200'), read('1,200')]).toEqual([1200, 1200, 1200]);
    });

    it('is a band or a list where the text is one', () => {
        expect(read('51-200')).toEqual({ min: 51, max: 200 });
        expect(read('SAP; Oracle;')).toEqual(['SAP', 'Oracle']);
    });

    it('stays text where a number would lose something', () => {
        expect(read('02134')).toBe('02134');
        expect(read('SAP')).toBe('SAP');
    });

    it('is noted by the agreement’s label when it makes no sense', () => {
        const notes: Unreadable[] = [];
        expect([customFact({}, 'Sites', notes), customFact(NaN, 'Sites', notes)]).toEqual([
            null,
            null
        ]);
        expect(notes.map(({ what, value }) => [what, value])).toEqual([
            ['Sites', 'an object'],
            ['Sites', 'NaN']
        ]);
        expect([read(null), read(undefined), read(' ')]).toEqual([null, null, null]);
    });
});

describe('a lead source', () => {
    it('is the agreement’s own where it lists the CRM’s value, else that value', () => {
        const agreement = defaultAgreement();
        expect(sourceIn(agreement, 'salesforce', 'organic search')).toBe('organic_search');
        expect(sourceIn(agreement, 'hubspot', 'organic_search')).toBe('organic_search');
        expect(sourceIn(agreement, 'hubspot', 'Organic Search')).toBe('Organic Search');
        expect(sourceIn(berlin(), 'hubspot', null)).toBeNull();
    });
});
