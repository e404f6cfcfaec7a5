import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drillOf, paramsOf } from '../../hubspot-project/src/app/pages/drillParams.ts';
import { sorted } from '../../hubspot-project/src/app/pages/sorted.ts';
import { ticksOf } from '../../scripts/preview/hubspot/components/ticks.ts';
import type { Drill, TableRow } from '../../shared/panel/overviewTypes.ts';

const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>) =>
    fc.option(value, { nil: null }).map((one) => (one === null ? {} : { [key]: one }));
const filters = fc
    .tuple(...['source', 'campaign', 'rep', 'team'].map((name) => optional(name, fc.string())))
    .map((parts) => Object.assign({}, ...parts) as Drill['filters']);

describe('the address of the leads behind a row', () => {
    it('says the same drill again, empty values too', () => {
        fc.assert(
            fc.property(
                filters,
                optional('reason', fc.string()),
                optional('contradicts', fc.constant(true)),
                (chosen, reason, contradicts) => {
                    const drill: Drill = { filters: chosen, ...reason, ...contradicts };
                    expect(drillOf(paramsOf(drill))).toEqual(drill);
                }
            )
        );
    });

    it('takes what it does not know for nothing', () => {
        expect(drillOf({ rep: 'Ana', color: '=red' })).toEqual({ filters: {} });
    });
});

function row(id: string, text: string, order: number | null, bar: number | null = null): TableRow {
    const drawn = bar === null ? null : { value: bar, low: null, high: null, target: null };
    return { id, drill: null, cells: [{ text, tone: 'neutral', detail: null, bar: drawn, order }] };
}
const ids = (rows: readonly TableRow[]) => rows.map(({ id }) => id).join('');

describe('a sorted table', () => {
    const rows = [
        row('a', '9', 9),
        row('b', '–', null),
        row('c', '1,000', 1000),
        row('d', '50', 50)
    ];

    it('goes by amounts, not by how they are written, with what is not known last', () => {
        expect(ids(sorted(rows, { column: 0, direction: 'ascending' }))).toBe('adcb');
        expect(ids(sorted(rows, { column: 0, direction: 'descending' }))).toBe('cdab');
        expect(sorted(rows, null)).toBe(rows);
    });

    it('goes by bars, else by words', () => {
        const bars = [row('a', '9%', null, 0.09), row('b', '72%', null, 0.72)];
        expect(ids(sorted(bars, { column: 0, direction: 'descending' }))).toBe('ba');
        const words = [row('a', 'Paid', null), row('b', 'Email', null)];
        expect(ids(sorted(words, { column: 0, direction: 'ascending' }))).toBe('ba');
    });
});

describe('the steps of an axis', () => {
    it('are few, even, and reach the value', () => {
        fc.assert(
            fc.property(fc.double({ min: 1e-3, max: 1e7, noNaN: true }), (most) => {
                const ticks = ticksOf(most);
                expect(ticks[0]).toBe(0);
                expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(most * 0.99999);
                expect(ticks.length).toBeLessThanOrEqual(6);
            })
        );
        expect(ticksOf(0)).toEqual([0, 1]);
        expect(ticksOf(89)).toEqual([0, 20, 40, 60, 80, 100]);
    });
});
