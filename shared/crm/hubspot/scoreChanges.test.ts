import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadFromHubSpot } from './lead.ts';
import type { HubSpotScoreChange } from './records.ts';
import { AGREEMENT, HOUR, iso, object, recordsWith, T0 } from './records.testkit.ts';

function changes(parts: Parameters<typeof recordsWith>[0]) {
    return leadFromHubSpot(recordsWith(parts), AGREEMENT).otherScoreChanges;
}
function change(at: number, parts: Partial<HubSpotScoreChange> = {}): HubSpotScoreChange {
    return {
        timestamp: iso(at),
        delta: 5,
        propertyValue: '45',
        renderedEvents: [],
        resolvedProperties: {},
        ...parts
    };
}
const history = object(
    { fit_score: '40' },
    {
        fit_score: [
            [T0, '10'],
            [T0 + HOUR, '10'],
            [T0 + 2 * HOUR, '40']
        ]
    }
);

describe('changes of the portal’s own score', () => {
    it('come from lead scoring with their causes, oldest first', () => {
        const events = [{ heading: 'Visited Pricing' }, { heading: 'Visited Pricing' }];
        const found = changes({
            contact: history,
            scoreChanges: [
                change(T0 + HOUR, { renderedEvents: events, resolvedProperties: { industry: {} } }),
                change(T0, {
                    delta: -10,
                    propertyValue: '40',
                    resolvedProperties: { hs_industry: { presentValue: 'Software' } }
                })
            ]
        });
        expect(found).toEqual([
            { at: T0, from: 50, to: 40, causes: ['industry: Software'] },
            { at: T0 + HOUR, from: 40, to: 45, causes: ['Visited Pricing'] }
        ]);
    });

    it('come from the property’s history where lead scoring says nothing', () => {
        const expected = [{ at: T0 + 2 * HOUR, from: 10, to: 40, causes: [] }];
        expect(changes({ contact: history })).toEqual(expected);
        expect(changes({ contact: history, scoreChanges: [] })).toEqual(expected);
        expect(changes({ contact: history, scoreChanges: null })).toEqual(expected);
    });

    it('are none where no score is shown', () => {
        expect(changes({ contact: history, settings: { score: null } })).toEqual([]);
    });

    it('are left out where they cannot be read, with a note', () => {
        const records = recordsWith({ scoreChanges: [change(T0, { propertyValue: 'high' })] });
        const lead = leadFromHubSpot(records, AGREEMENT);
        expect(lead.otherScoreChanges).toEqual([]);
        expect(lead.unreadable).toMatchObject([{ what: 'score history', value: 'high' }]);
    });

    it('never throw, and stay in order', () => {
        fc.assert(
            fc.property(fc.array(fc.oneof(fc.anything(), fc.constant(change(T0)))), (rows) => {
                const found = changes({ scoreChanges: rows as HubSpotScoreChange[] });
                const at = found.map((one) => one.at);
                expect(at).toEqual([...at].sort((a, b) => a - b));
            })
        );
    });
});
