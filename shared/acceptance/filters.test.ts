import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { parseFilters, passes } from './filters.ts';
import { anOutcome } from './outcomes.testkit.ts';

const agreement = defaultAgreement();

describe('filters', () => {
    it('take a source by its id, its label, or either CRM’s own value', () => {
        for (const source of ['paid_social', 'paid SOCIAL', 'Paid Social', ' PAID_SOCIAL ']) {
            expect(parseFilters({ source }, agreement)).toEqual({
                filters: { source: 'paid_social' },
                issues: []
            });
        }
        expect(parseFilters({ source: 'Zoom' }, agreement).filters).toEqual({ source: 'Zoom' });
    });

    it('take what a list of options gives', () => {
        const input = { source: '*', campaign: null, rep: '?', team: 'EMEA' };
        expect(parseFilters(input, agreement)).toEqual({
            filters: { rep: '', team: 'EMEA' },
            issues: []
        });
    });

    it('say which there are', () => {
        const { filters, issues } = parseFilters({ region: 'EMEA', rep: 7 }, agreement);
        expect(filters).toEqual({});
        expect(issues.map(({ message, path }) => [path, message])).toEqual([
            ['region', 'There is no filter "region". Filter by source, campaign, rep, team.'],
            ['rep', 'The rep to filter by must be a text. Filter by source, campaign, rep, team.']
        ]);
    });

    it('let pass what has all of their values', () => {
        const outcome = anOutcome({ mqlAt: 0, source: 'email', rep: 'Ana' });
        expect(passes(outcome, {})).toBe(true);
        expect(passes(outcome, { source: 'email', rep: 'Ana', team: '' })).toBe(true);
        expect(passes(outcome, { source: 'email', rep: 'Ben' })).toBe(false);
        expect(passes(outcome, { rep: '' })).toBe(false);
    });
});
