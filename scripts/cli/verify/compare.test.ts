import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { ReadBack } from './lines.ts';

const ORG: ReadBack = {
    target: 'salesforce',
    place: 'the org',
    decisions: { accepted: 'Accepted' },
    reasons: { no_budget: 'No budget', no_need: 'No need' },
    details: { student: 'Student' },
    decided: { accepted: 3, rejected: 2 }
};
const PORTAL: ReadBack = { ...ORG, target: 'hubspot', place: 'the account' };

describe('Salesforce held against HubSpot', () => {
    it('finds two that offer the same alike', () => {
        const lines = compare(ORG, PORTAL);
        expect(lines.map(({ state }) => state)).toEqual([
            'agreed',
            'agreed',
            'agreed',
            'told',
            'told'
        ]);
        expect(lines.at(-1)).toMatchObject({ name: 'rejected', why: '2 in both' });
    });

    it.each<[string, Partial<ReadBack>, string, string]>([
        [
            'a reason that one lacks',
            { reasons: { no_budget: 'No budget' } },
            'reasons',
            'no_need is only in the org'
        ],
        [
            'a reason that one has besides',
            { reasons: { ...ORG.reasons, mood: 'Mood' } },
            'reasons',
            'mood is only in the account'
        ],
        [
            'another label',
            { details: { student: 'Pupil' } },
            'reason details',
            'student is “Student” in the org, “Pupil” in the account'
        ],
        ['another decision', { decisions: {} }, 'decisions', 'accepted is only in the org']
    ])('sees %s', (_what, changes, what, why) => {
        const found = compare(ORG, { ...PORTAL, ...changes }).filter(
            ({ state }) => state === 'drift'
        );
        expect(found).toMatchObject([{ what, why }]);
    });

    it('tells counts that differ without calling it drift', () => {
        const lines = compare(ORG, { ...PORTAL, decided: { accepted: 1 } });
        expect(lines.filter(({ state }) => state === 'drift')).toEqual([]);
        expect(lines.filter(({ state }) => state === 'told').map(({ why }) => why)).toEqual([
            '3 in the org, 1 in the account',
            '2 in the org, 0 in the account'
        ]);
    });

    it('says when one could not be counted', () => {
        expect(compare({ ...ORG, decided: null }, PORTAL).at(-1)).toMatchObject({
            state: 'unseen',
            why: 'the org may not be counted with this login'
        });
    });
});
