import { describe, expect, it } from 'vitest';
import { berlin, defaultAgreement } from '../../../test/support/agreement.ts';
import { at, DAY } from '../../../test/support/lead.ts';
import { parseFilters } from '../../acceptance/filters.ts';
import { anOutcome, generatedOutcomes } from '../../acceptance/outcomes.testkit.ts';
import type { Filters, LeadOutcome, Period } from '../../acceptance/outcomeTypes.ts';
import { overview } from '../../acceptance/overview.ts';
import { parsePeriod } from '../../acceptance/period.ts';
import { addOutcome, emptyTally } from '../../acceptance/tally.ts';
import type { Agreement } from '../../agreement/types.ts';
import type { Bar, OverviewPanel, OverviewSection } from '../overviewTypes.ts';
import type { Viewer } from '../types.ts';
import { overviewPanel } from './overviewPanel.ts';

const agreement = defaultAgreement();
const NOW = at('2026-11-20T15:00:00Z');
const viewer: Viewer = { now: NOW, locale: 'en-US', timeZone: 'America/New_York' };
const MID_OCTOBER = at('2026-10-15T12:00:00Z');

function panelOf(
    outcomes: Iterable<LeadOutcome>,
    period = '2026-10',
    filters: Filters = {},
    of: Agreement = agreement,
    by: Viewer = viewer
): OverviewPanel {
    const tally = emptyTally(of, parsePeriod(period, of, NOW).period as Period, filters);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    return overviewPanel(overview(tally, of, NOW), of, by);
}
const sections = (panel: OverviewPanel): OverviewSection[] =>
    panel.pages.flatMap((page) => page.sections);
const section = (panel: OverviewPanel, id: string): OverviewSection =>
    sections(panel).find((one) => one.id === id) as OverviewSection;
const texts = (panel: OverviewPanel, tableId: string): string[][] =>
    sections(panel)
        .flatMap(({ tables }) => tables)
        .filter(({ id }) => id === tableId)
        .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));

const some = (
    kind: LeadOutcome['kind'],
    count: number,
    parts: Partial<LeadOutcome> = {}
): LeadOutcome[] =>
    Array.from({ length: count }, () =>
        anOutcome({ mqlAt: MID_OCTOBER, decidedAt: MID_OCTOBER + DAY, kind, ...parts })
    );
/** As in the record's own badge: 18 of 25, 4 undecided. */
const BADGE = [
    ...some('accepted', 13),
    ...some('qualified', 5),
    ...some('recycled', 3, { reason: 'no_timeline' }),
    ...some('rejected', 4, { reason: 'icp_mismatch.company_size', contradicts: true }),
    ...some(null, 4, { decidedAt: null })
];

describe('an overview in words', () => {
    it('leaves out what the agreement said where nobody knows it of any lead', () => {
        const figures = (agreed: LeadOutcome['agreed']) =>
            section(panelOf(some('rejected', 4, { agreed })), 'disagreement').figures.map(
                ({ id }) => id
            );
        expect(figures(null)).toEqual(['contradicted']);
        expect(figures(true)).toEqual(['contradicted', 'agreed']);
    });

    it('says a rate with what it is of, how sure it is, and what was agreed', () => {
        const panel = panelOf(BADGE);
        expect(panel.subtitle).toBe('October 2026 · 29 MQLs');
        expect(panel.asOf).toBe('As of Fri, Nov 20, 10:00 AM');
        expect(panel.notes).toEqual([]);
        const [volume, acceptance, , toSql] = section(panel, 'metrics').figures;
        expect(volume).toMatchObject({ value: '29', basis: '4 not decided yet' });
        expect(acceptance).toMatchObject({
            label: 'Acceptance rate',
            value: '72%',
            tone: 'good',
            basis: '18 of 25 decided; likely 52% to 86%; 4 undecided left out',
            details: ['Target: at least 70%'],
            bar: { value: 0.72, target: 0.7 }
        });
        expect(toSql).toMatchObject({
            value: 'Too few to say',
            tone: 'neutral',
            basis: '5 of 29 delivered; a rate needs 50',
            bar: null
        });
        expect(toSql?.details).toContain(
            'Baseline: 13% (HubSpot report "MQL to SQL", March to August 2026)'
        );
    });

    it('says how a rate moved', () => {
        const before = some('rejected', 20, { mqlAt: MID_OCTOBER - 30 * DAY });
        const [, acceptance] = section(panelOf([...before, ...BADGE]), 'metrics').figures;
        expect(acceptance?.details[1]).toBe('Up 72 points from 0% in the month before');
    });

    it('says which alarm stands, since when, and who does what', () => {
        const outcomes = [0, 30].flatMap((days) =>
            some('rejected', 20, { mqlAt: MID_OCTOBER - days * DAY })
        );
        const panel = panelOf(outcomes);
        expect(section(panel, 'alarms').notes).toEqual([
            { text: '2 alarms are raised', tone: 'bad' }
        ]);
        expect(texts(panel, 'alarms').slice(0, 2)).toEqual([
            [
                'Acceptance rate below 60%',
                'Raised',
                'Since September 2026 (2 months)',
                'Review the ICP',
                'CMO and VP Sales'
            ],
            [
                'Rejection rate above 35% for 2 months',
                'Raised',
                'Since September 2026 (2 months)',
                'Revise the MQL definition',
                'RevOps'
            ]
        ]);
    });

    it('ranks reasons, and says which the record denies', () => {
        const panel = panelOf(BADGE);
        expect(section(panel, 'reasons').notes[0]?.text).toBe(
            '7 turned away: 4 rejected, 3 recycled'
        );
        expect(texts(panel, 'reasons')).toEqual([
            ['Wrong company size (Not our customer)', '57%', '–', '4', '0', '4 of 4'],
            ['No timeline', '43%', '–', '0', '3', '–']
        ]);
        expect(section(panel, 'disagreement').figures[0]).toMatchObject({
            value: '100%',
            tone: 'warn',
            basis: '4 of 4 reasons that the record could confirm or deny'
        });
        expect(texts(panel, 'rules')).toEqual([['Company size 50–500', '4', '4', '100%']]);
    });

    it('says who answered how fast, in the windows’ own words', () => {
        const answered = (minutes: number, inTime: boolean) =>
            some('accepted', 1, {
                rep: 'Ana Ortiz',
                window: 'standard',
                routingMinutes: 0,
                responseMinutes: minutes,
                inTime
            });
        const panel = panelOf([
            ...answered(12, true),
            ...answered(200, true),
            ...answered(500, false)
        ]);
        const [inTime, rep, routing] = section(panel, 'response').figures;
        expect(inTime).toMatchObject({ value: '67%' });
        expect(rep).toMatchObject({ value: '3 h 20 m', basis: '3 answered; 95% within 8 h 20 m' });
        expect(routing).toMatchObject({ value: 'under 1 m' });
        expect(texts(panel, 'windows')[1]).toEqual([
            'Every other MQL',
            '67%',
            '1',
            '3 h 20 m',
            '8 h 20 m'
        ]);
        expect(texts(panel, 'response-rep')).toEqual([
            ['Ana Ortiz', '3', '3 h 20 m', '8 h 20 m', '67%', '0']
        ]);
    });

    it('says what marketing answered', () => {
        const rejected = (feedback: LeadOutcome['feedback'], feedbackInTime: boolean | null) =>
            some('rejected', 1, { feedback, feedbackInTime });
        const panel = panelOf([
            ...rejected('contest', true),
            ...rejected('agree', false),
            ...rejected(null, null)
        ]);
        expect(section(panel, 'feedback').figures[0]).toMatchObject({
            value: '50%',
            basis: '1 of 2 due within 5 business days',
            details: ['1 not answered yet, with time left']
        });
        expect(texts(panel, 'feedback')).toEqual([
            ['Agreed', '1', '33%'],
            ['Contested', '1', '33%']
        ]);
    });

    it('says when there is nothing to say', () => {
        expect(panelOf([]).notes).toEqual([
            { text: 'No lead became an MQL in this period: October 2026', tone: 'warn' }
        ]);
        expect(panelOf(BADGE, '2026-11').notes[0]?.text).toContain('November 2026');
        const zoom = panelOf(some('accepted', 3, { source: 'email' }), '2026-10', {
            source: 'zoom'
        });
        expect(zoom.notes.map(({ text }) => text)).toEqual([
            'No lead of this period has the source “zoom”; there is: Email marketing',
            'No MQL of this period (October 2026) passes the filters: remove one'
        ]);
        const future = overview(
            emptyTally(agreement, parsePeriod('2026-11', agreement, NOW).period as Period),
            agreement,
            MID_OCTOBER
        );
        expect(overviewPanel(future, agreement, viewer).notes).toEqual([
            { text: 'November 2026 has not begun: there is nothing to show yet', tone: 'warn' }
        ]);
    });

    it('says that a month is not over', () => {
        const running = panelOf([anOutcome({ mqlAt: NOW - DAY })], '2026-11');
        expect(running.notes[0]?.text).toBe(
            'November 2026 is not over: leads still wait for their decision'
        );
        expect(panelOf([anOutcome({ mqlAt: NOW - DAY })], 'last-90-days').notes).toEqual([]);
    });
});

describe('the filters of an overview', () => {
    const outcomes = [...generatedOutcomes(agreement, 2000, 1, NOW)];

    it('give back what was chosen, and every choice can be read', () => {
        const chosen = { source: '?', rep: 'Rep 1' };
        const { filters } = parseFilters(chosen, agreement);
        const panel = panelOf(outcomes, '2026-Q3', filters);
        const values = Object.fromEntries(panel.filters.map(({ id, value }) => [id, value]));
        expect(values).toEqual({
            period: '2026-Q3',
            source: '?',
            campaign: '*',
            rep: 'Rep 1',
            team: '*'
        });
        expect(panel.subtitle).toMatch(/^Q3 2026 · No source known · Rep 1 · \d+ MQLs?$/);
        for (const { id, options, value } of panel.filters) {
            expect(options.map((option) => option.value)).toContain(value);
            expect(new Set(options.map((option) => option.value)).size).toBe(options.length);
            for (const option of options) {
                if (id === 'period') {
                    expect(parsePeriod(option.value, agreement, NOW).period?.id).toBe(option.value);
                } else {
                    expect(parseFilters({ [id]: option.value }, agreement).issues).toEqual([]);
                }
            }
        }
    });
});

describe('any overview', () => {
    it('has words for everything, bars within 0 and 1, and a cell for each column', () => {
        for (const of of [agreement, berlin(), { ...agreement, metrics: [], alarms: [] }]) {
            for (const [count, period] of [
                [0, '2026-10'],
                [40, '2026-10'],
                [3000, 'last-90-days']
            ] as const) {
                const outcomes = generatedOutcomes(of, count, 9, NOW);
                const panel = panelOf(outcomes, period, {}, of);
                const said = JSON.stringify(panel);
                expect(said).not.toMatch(/undefined|NaN|Infinity|\[object|"text":""/);
                const ids = sections(panel).map(({ id }) => id);
                expect(new Set(ids).size).toBe(ids.length);
                for (const one of sections(panel)) expectSound(one);
            }
        }
    });

    function expectSound({ charts, figures, tables }: OverviewSection): void {
        const isShare = (value: number | null): boolean =>
            value === null || (value >= 0 && value <= 1);
        const isBar = (bar: Bar | null): boolean =>
            bar === null || [bar.value, bar.low, bar.high, bar.target].every(isShare);
        expect(figures.every(({ bar }) => isBar(bar))).toBe(true);
        for (const { empty, points } of charts) {
            expect(empty === null).toBe(points.length > 0);
            expect(points.every(({ value, low, high }) => [value, low, high].every(isShare))).toBe(
                true
            );
        }
        for (const { columns, empty, rows } of tables) {
            expect(empty === null).toBe(rows.length > 0);
            for (const { cells } of rows) {
                expect(cells).toHaveLength(columns.length);
                expect(cells.every(({ bar }) => isBar(bar))).toBe(true);
            }
            expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        }
    }

    it('is drawn for a viewer whose locale and zone make no sense', () => {
        const odd = { now: NOW, locale: 'not a locale', timeZone: 'Nowhere' };
        expect(panelOf(BADGE, '2026-10', {}, agreement, odd).subtitle).toBe(
            'October 2026 · 29 MQLs'
        );
    });
});
