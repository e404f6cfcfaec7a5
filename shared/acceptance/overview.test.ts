import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { at, DAY } from '../../test/support/lead.ts';
import type { Agreement, Alarm } from '../agreement/types.ts';
import type { LeadOutcome, Period } from './outcomeTypes.ts';
import { anOutcome, generatedOutcomes } from './outcomes.testkit.ts';
import { overview } from './overview.ts';
import type { AcceptanceOverview, AlarmResult } from './overviewTypes.ts';
import { parsePeriod } from './period.ts';
import { addOutcome, emptyTally } from './tally.ts';

const agreement = defaultAgreement();
const NOW = at('2026-11-20T15:00:00Z');
const periodOf = (text: string, of = agreement): Period =>
    parsePeriod(text, of, NOW).period as Period;

function overviewOf(
    outcomes: Iterable<LeadOutcome>,
    period = periodOf('2026-10'),
    of: Agreement = agreement
): AcceptanceOverview {
    const tally = emptyTally(of, period);
    for (const outcome of outcomes) addOutcome(tally, outcome);
    return overview(tally, of, NOW);
}

/** So many decided in the middle of a month. */
function decided(month: string, kind: LeadOutcome['kind'], count: number): LeadOutcome[] {
    const mqlAt = at(`${month}-15T12:00:00Z`);
    return Array.from({ length: count }, () => anOutcome({ mqlAt, decidedAt: mqlAt + DAY, kind }));
}

describe('an overview', () => {
    it('says the same as counting each lead by hand', () => {
        const period = periodOf('last-90-days');
        const outcomes = [...generatedOutcomes(agreement, 4000, 11, NOW)];
        const found = overviewOf(outcomes, period);
        const mqls = outcomes.filter(({ mqlAt }) => mqlAt >= period.from && mqlAt < period.to);
        const before = outcomes.filter(
            ({ mqlAt }) => mqlAt >= period.previous.from && mqlAt < period.from
        );
        const count = (wanted: (one: LeadOutcome) => boolean): number => mqls.filter(wanted).length;
        expect([found.delivered, found.deliveredBefore]).toEqual([mqls.length, before.length]);

        const isDecided = ({ kind }: LeadOutcome): boolean => kind !== null;
        const isTaken = ({ kind }: LeadOutcome): boolean =>
            kind === 'accepted' || kind === 'qualified';
        const isTurnedAway = ({ kind }: LeadOutcome): boolean =>
            kind === 'rejected' || kind === 'recycled';
        expect(found.metrics[0]).toMatchObject({
            metric: 'acceptance',
            numerator: count(isTaken),
            denominator: count(isDecided),
            previous: {
                numerator: before.filter(isTaken).length,
                denominator: before.filter(isDecided).length
            }
        });
        const change =
            count(isTaken) / count(isDecided) -
            before.filter(isTaken).length / before.filter(isDecided).length;
        expect(found.metrics[0]?.change).toBeCloseTo(change, 12);
        expect(found.metrics[5]).toMatchObject({
            metric: 'answered_48h',
            numerator: count(({ answers }) => answers[1] === true),
            denominator: count(({ answers }) => answers[1] !== null)
        });

        const email = found.groups.source.find(({ key }) => key === 'email');
        expect(email).toMatchObject({
            delivered: count(({ source }) => source === 'email'),
            stalled: count(({ source, stalled }) => source === 'email' && stalled !== null)
        });
        expect(email?.metrics[0]).toMatchObject({
            numerator: count((one) => one.source === 'email' && isTaken(one)),
            denominator: count((one) => one.source === 'email' && isDecided(one))
        });
        expect(found.groups.source[found.groups.source.length - 1]?.key).toBe('');

        const budget = found.reasons.find(({ code }) => code === 'no_budget');
        expect(budget?.rejected).toBe(
            count(({ kind, reason }) => kind === 'rejected' && reason === 'no_budget')
        );
        expect(budget?.share).toBeCloseTo(
            count((one) => isTurnedAway(one) && one.reason === 'no_budget') / count(isTurnedAway)
        );
        expect(budget?.before).toBe(
            before.filter((one) => isTurnedAway(one) && one.reason === 'no_budget').length
        );
        const shares = found.reasons.map(({ share }) => share);
        expect(shares).toEqual([...shares].sort((a, b) => b - a));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1);

        const minutes = mqls
            .map(({ responseMinutes }) => responseMinutes)
            .filter((value) => value !== null)
            .sort((a, b) => a - b);
        expect(found.response.rep).toEqual({
            count: minutes.length,
            median:
                ((minutes[Math.ceil(minutes.length / 2) - 1] as number) +
                    (minutes[Math.floor(minutes.length / 2)] as number)) /
                2,
            p95: minutes[Math.ceil(minutes.length * 0.95) - 1]
        });
        const [hot] = found.response.windows;
        expect(hot).toMatchObject({
            window: 'hand_raiser',
            inTime: count((one) => one.window === 'hand_raiser' && one.inTime === true),
            late: count((one) => one.window === 'hand_raiser' && one.inTime === false)
        });

        expect(found.disagreement.agreed).toEqual({
            yes: count((one) => isTurnedAway(one) && one.agreed === true),
            no: count((one) => isTurnedAway(one) && one.agreed === false),
            unknown: count((one) => isTurnedAway(one) && one.agreed === null)
        });
        expect(found.disagreement.contradicted).toBe(
            count((one) => isTurnedAway(one) && one.contradicts === true)
        );
        expect(found.feedback).toMatchObject({
            rejected: count(({ kind }) => kind === 'rejected'),
            due: count(({ feedbackInTime }) => feedbackInTime !== null),
            inTime: count(({ feedbackInTime }) => feedbackInTime === true)
        });
        expect(found.feedback.answers.contest).toBe(
            count(({ feedback }) => feedback === 'contest')
        );
        expect(found.quality).toMatchObject({
            complete: count(({ complete }) => complete === true),
            incomplete: count(({ complete }) => complete === false)
        });
        const since = found.stalled.leads.map(({ stalledSince }) => stalledSince ?? 0);
        expect(since).toEqual([...since].sort((a, b) => a - b));
        expect(since).toHaveLength(Math.min(50, found.stalled.count));
    });

    it('names the rules that reasons deny although the record meets them', () => {
        const mqlAt = at('2026-10-15T12:00:00Z');
        const rejected = (reason: string, contradicts: boolean | null) =>
            anOutcome({ mqlAt, decidedAt: mqlAt, kind: 'rejected', reason, contradicts });
        const { rules } = overviewOf([
            rejected('icp_mismatch.company_size', false),
            rejected('icp_mismatch.industry', true),
            rejected('icp_mismatch.industry', true),
            rejected('icp_mismatch.industry', false),
            rejected('unresponsive', true),
            rejected('icp_mismatch.persona', null)
        ]).disagreement;
        expect(rules).toEqual([
            { label: 'Industry we serve', field: 'industry', checked: 3, contradicted: 2 },
            { label: 'Company size 50–500', field: 'employees', checked: 1, contradicted: 0 }
        ]);
    });

    it('says whether the period is over', () => {
        expect(overviewOf([]).state).toBe('over');
        expect(overviewOf([], periodOf('2026-11')).state).toBe('running');
        const tally = emptyTally(agreement, periodOf('2026-11'));
        expect(overview(tally, agreement, at('2026-10-01T00:00:00Z')).state).toBe('future');
    });

    it('has something to say of no lead at all', () => {
        const { alarms, delivered, feedback, metrics, quality, response } = overviewOf([]);
        expect(delivered).toBe(0);
        expect(metrics.map(({ rate, change }) => [rate, change])).toEqual(
            agreement.metrics.map(() => [null, null])
        );
        expect(alarms.map(({ state }) => state)).toEqual(agreement.alarms.map(() => 'too_few'));
        expect([feedback.share, quality.share, response.inTime.share]).toEqual([null, null, null]);
    });
});

describe('an alarm', () => {
    const alarmOf = (
        parts: Partial<Alarm>,
        outcomes: readonly LeadOutcome[],
        period = '2026-10'
    ): AlarmResult => {
        const [first] = agreement.alarms as [Alarm];
        const of = { ...agreement, alarms: [{ ...first, ...parts }] };
        return overviewOf(outcomes, periodOf(period, of), of).alarms[0] as AlarmResult;
    };
    const bad = (month: string) => [
        ...decided(month, 'accepted', 10),
        ...decided(month, 'rejected', 20)
    ];
    const good = (month: string) => decided(month, 'accepted', 30);
    const months = (...all: LeadOutcome[][]): LeadOutcome[] => all.flat();

    it('of one month is raised by the period, and says since when it has stood', () => {
        expect(
            alarmOf({}, months(good('2026-07'), bad('2026-08'), bad('2026-09'), bad('2026-10')))
        ).toMatchObject({ state: 'raised', standing: 3, since: '2026-08', rate: 1 / 3 });
        expect(alarmOf({}, good('2026-10'))).toMatchObject({ state: 'quiet', since: null });
        expect(alarmOf({}, decided('2026-10', 'rejected', 19)).state).toBe('too_few');
    });

    it('of a period that no month was alone is this period’s own', () => {
        const few = months(decided('2026-09', 'rejected', 15), decided('2026-10', 'rejected', 15));
        const found = alarmOf({}, few, 'last-90-days');
        expect(found).toMatchObject({ state: 'raised', standing: 0, since: null });
    });

    it('of several months is raised by so many in a row', () => {
        const two = { months: 2 };
        expect(alarmOf(two, months(bad('2026-09'), bad('2026-10')))).toMatchObject({
            state: 'raised',
            standing: 2,
            since: '2026-09'
        });
        expect(alarmOf(two, months(good('2026-09'), bad('2026-10')))).toMatchObject({
            state: 'building',
            standing: 1
        });
        expect(alarmOf(two, months(bad('2026-08'), good('2026-09'), bad('2026-10'))).state).toBe(
            'building'
        );
        expect(alarmOf(two, months(bad('2026-09'), good('2026-10'))).state).toBe('quiet');
    });

    it('of several months ends where too few were decided', () => {
        const gap = months(bad('2026-08'), decided('2026-09', 'rejected', 5), bad('2026-10'));
        expect(alarmOf({ months: 2 }, gap)).toMatchObject({ state: 'building', standing: 1 });
    });

    it('of several months does not judge a month that is not over', () => {
        const running = months(bad('2026-09'), good('2026-10'), bad('2026-11'));
        expect(alarmOf({ months: 2 }, running, '2026-11')).toMatchObject({
            state: 'quiet',
            rate: 1
        });
    });

    it('stands first when it is raised', () => {
        const { alarms } = overviewOf(months(bad('2026-09'), bad('2026-10')));
        const states = alarms.map(({ state }) => state);
        expect(states[0]).toBe('raised');
        expect(states.lastIndexOf('raised')).toBeLessThan(states.indexOf('too_few'));
        expect(alarms.find(({ metric }) => metric === 'rejection')).toMatchObject({
            state: 'raised',
            action: 'Revise the MQL definition',
            owner: 'RevOps',
            since: '2026-09'
        });
    });
});
