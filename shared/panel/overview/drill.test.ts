import { describe, expect, it } from 'vitest';
import { at, DAY } from '../../../test/support/lead.ts';
import { defaultAgreement } from '../../../test/support/agreement.ts';
import { anOutcome, generatedOutcomes } from '../../acceptance/outcomes.testkit.ts';
import { overview } from '../../acceptance/overview.ts';
import { parsePeriod } from '../../acceptance/period.ts';
import { addOutcome, emptyTally } from '../../acceptance/tally.ts';
import type { Filters, LeadOutcome } from '../../acceptance/outcomeTypes.ts';
import type { Drill, OverviewSection } from '../overviewTypes.ts';
import { overviewPanel } from './overviewPanel.ts';
import { drillSection } from './drill.ts';

const agreement = defaultAgreement();
const NOW = at('2026-11-22T15:00:00Z');
const viewer = { now: NOW, locale: 'en', timeZone: 'UTC' };

function behind(outcomes: readonly LeadOutcome[], drill: Drill, filters: Filters = {}) {
    const { period } = parsePeriod('last-90-days', agreement, NOW);
    if (period === null) throw new Error('no period');
    const tally = emptyTally(agreement, period, filters);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    const numbers = overview(tally, agreement, NOW);
    const named = outcomes.map((outcome) => ({ outcome, name: `Person ${outcome.id}` }));
    return {
        numbers,
        panel: overviewPanel(numbers, agreement, viewer),
        section: drillSection(named, drill, numbers, agreement, viewer)
    };
}
const rowsOf = ({ tables }: OverviewSection) => tables[0]?.rows ?? [];
const idsOf = (section: OverviewSection) => rowsOf(section).map(({ id }) => id);

describe('the leads behind a row', () => {
    const outcomes = [...generatedOutcomes(agreement, 1500, 3, NOW)];

    it('are as many as the row counts, whatever the row', () => {
        const { numbers } = behind(outcomes, { filters: {} });
        for (const dimension of ['source', 'campaign', 'rep', 'team'] as const) {
            for (const { delivered, key } of numbers.groups[dimension]) {
                const { section } = behind(outcomes, { filters: { [dimension]: key } });
                expect(section.notes[0]?.text).toMatch(new RegExp(`^${delivered} leads?\\b`));
            }
        }
        for (const { code, contradicted, recycled, rejected } of numbers.reasons) {
            const count = (drill: Drill) => behind(outcomes, drill).section.notes[0]?.text ?? '';
            expect(parseInt(count({ filters: {}, reason: code }))).toBe(rejected + recycled);
            const denied = { filters: {}, reason: code, contradicts: true };
            expect(parseInt(count(denied))).toBe(contradicted);
        }
    }, 60_000);

    it('are listed newest first, a hundred at most, by name and with the way to their record', () => {
        const { section } = behind(outcomes, { filters: {} });
        const rows = rowsOf(section);
        expect(rows).toHaveLength(100);
        expect(section.notes[0]?.text).toMatch(
            /^[\d,]+ leads, of which the newest 100 are listed$/
        );
        const dates = rows.map(({ cells }) => cells[1]?.order ?? 0);
        expect(dates).toEqual([...dates].sort((a, b) => b - a));
        expect(rows[0]?.cells[0]?.text).toBe(`Person ${rows[0]?.id}`);
        expect(rows[0]?.drill).toEqual({ filters: {}, record: rows[0]?.id });
    });

    it('pass the overview’s own filters too', () => {
        const source = 'paid_social';
        const two = [
            anOutcome({ id: 'a', mqlAt: NOW - DAY, source, rep: 'Ana' }),
            anOutcome({ id: 'b', mqlAt: NOW - DAY, source, rep: 'Ben' }),
            anOutcome({ id: 'c', mqlAt: NOW - DAY, rep: 'Ana' })
        ];
        const { section } = behind(two, { filters: { rep: 'Ana' } }, { source });
        expect(idsOf(section)).toEqual(['a']);
        expect(section.heading).toBe('Ana');
        expect(rowsOf(section)[0]?.cells.map(({ text }) => text)).toEqual([
            'Person a',
            'Sat, Nov 21',
            'Undecided',
            '–',
            'Ana'
        ]);
    });

    it('say so when there are none', () => {
        const { section } = behind([], { filters: { team: '' }, reason: 'no_budget' });
        expect(section.tables[0]?.empty).toBe('No lead in this period');
        expect(section.heading).toBe('No team · No budget');
    });
});
