import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    at,
    DAY,
    engagement,
    facts,
    HOUR,
    idealFacts,
    pageView
} from '../../test/support/lead.ts';
import type { Agreement } from '../agreement/types.ts';
import { ENGAGEMENT_KINDS } from '../lead.ts';
import type { Engagement, Gap, Lead } from '../lead.ts';
import { scoreLead } from './score.ts';
import type { Dimension, Score, ScoreLine } from './types.ts';

const now = at('2026-11-20T15:00:00Z');
const agreement = defaultAgreement();
const demo = (when = now - HOUR): Engagement => engagement('form', when, 'Request a demo');
const pricing = (when: number): Engagement => pageView(when, 'Pricing', '/pricing');

function lineOf(dimension: Dimension, ruleId: string): ScoreLine {
    const line = dimension.lines.find((one) => one.ruleId === ruleId);
    if (!line) throw new Error(`no rule ${ruleId}`);
    return line;
}

describe('the breakdown', () => {
    it('gives each rule its points, state and evidence', () => {
        const score = scoreLead(
            aLead({ facts: idealFacts(), engagements: [demo(now)] }),
            agreement,
            now
        );
        expect(score.fit.points).toBe(40);
        expect(lineOf(score.fit, 'size')).toEqual({
            ruleId: 'size',
            label: 'Company size in range',
            full: 12,
            points: 12,
            state: 'met',
            decay: 1,
            evidence: { kind: 'fact', field: 'employees', value: 200 }
        });
        expect(lineOf(score.engagement, 'demo_request')).toMatchObject({
            points: 40,
            state: 'met',
            evidence: { kind: 'engagements', count: 1, atLeast: 1, within: null, newest: demo(now) }
        });
        expect(lineOf(score.engagement, 'trial')).toMatchObject({ points: 0, state: 'not_met' });
        expect(score.total).toBe(80);
    });

    it('halves points with each half-life since the latest evidence, and rounds each line', () => {
        const points = (age: number): number =>
            scoreLead(aLead({ engagements: [demo(now - age)] }), agreement, now).engagement.points;
        expect(points(45 * DAY)).toBe(20);
        expect(points(90 * DAY)).toBe(10);
        expect(points(20 * DAY)).toBe(Math.round(40 * 0.5 ** (20 / 45)));
    });

    it('caps a dimension and names what was cut off', () => {
        const engagements = [
            engagement('form', now, 'Start trial'),
            engagement('form', now, 'Request a demo')
        ];
        const { engagement: part } = scoreLead(aLead({ engagements }), agreement, now);
        expect([part.points, part.capped]).toEqual([60, 20]);
    });

    it('keeps a dimension at 0 and names what was lifted', () => {
        const lead = aLead({ facts: facts({ title: 'Student' }) });
        const { fit, total } = scoreLead(lead, agreement, now);
        expect(lineOf(fit, 'student').points).toBe(-30);
        expect([fit.points, fit.capped, total]).toEqual([0, -30, 0]);
    });

    it('takes points away for a negative rule', () => {
        const lead = aLead({ facts: { ...idealFacts(), title: 'Director of the student union' } });
        expect(scoreLead(lead, agreement, now).fit.points).toBe(10);
    });
});

describe('the line', () => {
    const enough = [demo(now - HOUR), pricing(now - 3 * HOUR), pricing(now - 2 * HOUR)].sort(
        (a, b) => a.at - b.at
    );

    it('is crossed by ICP, signals and threshold together', () => {
        const score = scoreLead(
            aLead({ facts: idealFacts(), engagements: enough }),
            agreement,
            now
        );
        expect([score.mql, score.signals?.met, score.icp.state]).toEqual(['yes', 2, 'met']);
    });

    it('is not crossed when one signal is missing', () => {
        const score = scoreLead(
            aLead({ facts: idealFacts(), engagements: [demo()] }),
            agreement,
            now
        );
        expect([score.mql, score.total >= score.threshold]).toEqual(['no', true]);
    });

    it('is unknown when only a missing fact stands between', () => {
        const known = { ...idealFacts(), revenue: null };
        const score = scoreLead(aLead({ facts: known, engagements: enough }), agreement, now);
        expect([score.mql, score.icp.state]).toEqual(['unknown', 'unknown']);
    });

    it('is not crossed when a fact speaks against, whatever else is missing', () => {
        const known = { ...idealFacts(), revenue: null, employees: 9 };
        expect(scoreLead(aLead({ facts: known, engagements: enough }), agreement, now).mql).toBe(
            'no'
        );
    });

    it('is unknown when page views that are not synced could make up for it', () => {
        const gaps: Gap[] = [
            { section: 'page_views', why: 'not_synced', shown: null, total: null }
        ];
        const lead = aLead({ facts: idealFacts(), engagements: [demo()], gaps });
        const score = scoreLead(lead, agreement, now);
        expect([score.mql, score.signals?.met]).toEqual(['unknown', 1]);
    });

    it('asks only for what the agreement asks for', () => {
        const bare = defaultAgreement({ mql: { icp: false, score: false, signals: null } });
        const score = scoreLead(aLead(), bare, now);
        expect([score.mql, score.signals]).toEqual(['yes', null]);
    });
});

describe('why now', () => {
    it('names the latest causes first, with their assets', () => {
        const engagements = [
            engagement('webinar', now - 9 * DAY, 'SLA workshop'),
            pricing(now - 3 * DAY),
            demo(now - 2 * DAY),
            pageView(now - DAY, 'Pricing for teams')
        ];
        const { causes } = scoreLead(aLead({ facts: idealFacts(), engagements }), agreement, now);
        expect(causes.map(({ ruleId, at: when, titles }) => [ruleId, when, titles])).toEqual([
            ['pricing_twice', now - DAY, ['Pricing for teams', 'Pricing']],
            ['demo_request', now - 2 * DAY, ['Request a demo']],
            ['attended', now - 9 * DAY, ['SLA workshop']]
        ]);
    });

    it('is filled up with fit to three', () => {
        const lead = aLead({ facts: idealFacts(), engagements: [demo()] });
        const { causes } = scoreLead(lead, agreement, now);
        expect(causes.map(({ ruleId, at: when }) => [ruleId, when])).toEqual([
            ['demo_request', now - HOUR],
            ['size', null],
            ['title', null]
        ]);
    });

    it('names five at most', () => {
        const kinds = ['Request a demo', 'Start trial', 'Contact sales'];
        const engagements = [
            ...kinds.map((title, i) => engagement('form', now - 9 * DAY + i, title)),
            engagement('webinar', now - 2 * DAY, 'Webinar'),
            engagement('download', now - DAY, 'Buyer guide')
        ];
        const { causes } = scoreLead(aLead({ engagements }), agreement, now);
        expect(causes).toHaveLength(5);
        expect(causes[0]).toMatchObject({ ruleId: 'high_intent', at: now - DAY });
    });

    it('does not name what earned nothing', () => {
        const lead = aLead({ engagements: [engagement('download', now - 400 * DAY, 'Ebook')] });
        expect(scoreLead(lead, agreement, now).causes).toEqual([]);
    });
});

describe('what the crossing hangs on', () => {
    it('names each single rule without which it would fail', () => {
        const lead = aLead({ facts: idealFacts(), engagements: [demo(now)] });
        expect(scoreLead(lead, agreement, now).drops).toEqual([
            { ruleId: 'demo_request', label: 'Asked for a demo', totalWithout: 40 }
        ]);
    });

    it('is nothing single when the cap hides spare points', () => {
        const engagements = [demo(now), engagement('form', now, 'Start trial')];
        const score = scoreLead(aLead({ facts: idealFacts(), engagements }), agreement, now);
        expect([score.total, score.drops]).toEqual([100, []]);
    });

    it('is nothing when the threshold was not reached', () => {
        expect(scoreLead(aLead({ facts: idealFacts() }), agreement, now).drops).toEqual([]);
    });
});

describe('age', () => {
    it('calls a lead hot by what was just done, in the order of the agreement', () => {
        const hot = (engagements: Engagement[]): Score['hot'] =>
            scoreLead(aLead({ engagements }), agreement, now).hot;
        expect(hot([pricing(now - 25 * HOUR)])).toBeNull();
        expect(hot([pricing(now - 2 * HOUR), demo(now - HOUR)])).toEqual({
            signal: 'pricing',
            label: 'Pricing page',
            at: now - 2 * HOUR
        });
    });

    it('calls qualifying evidence stale once the latest is older than agreed', () => {
        const open = defaultAgreement({ mql: { icp: false, score: false, signals: null } });
        const stale = (age: number): Score['stale'] =>
            scoreLead(aLead({ engagements: [demo(now - age)] }), open, now).stale;
        expect(stale(30 * DAY)).toBeNull();
        expect(stale(30 * DAY + 1)).toEqual({ newestAt: now - 30 * DAY - 1 });
    });

    it('says so too when age is what cost the person the MQL', () => {
        const lead = aLead({ engagements: [demo(now - 99 * DAY)] });
        expect(scoreLead(lead, agreement, now)).toMatchObject({
            mql: 'no',
            stale: { newestAt: now - 99 * DAY }
        });
    });
});

describe('any lead under any points', () => {
    const engagements = fc
        .array(
            fc.record({
                at: fc.integer({ min: now - 120 * DAY, max: now + DAY }),
                kind: fc.constantFrom(...ENGAGEMENT_KINDS),
                title: fc.constantFrom(
                    'Pricing',
                    'Demo',
                    'Trial',
                    'Case study',
                    'Contact sales',
                    'x'
                ),
                url: fc.constantFrom(null, '/pricing', '/blog')
            }),
            { maxLength: 60 }
        )
        .map((list): Engagement[] =>
            list.map((one) => ({ ...one, campaign: null, answers: [] })).sort((a, b) => a.at - b.at)
        );
    const leads: fc.Arbitrary<Lead> = fc
        .record({
            engagements,
            title: fc.constantFrom(null, 'VP', 'Student', 'Student VP', 'Clerk'),
            employees: fc.constantFrom(null, 10, 200, { min: 11, max: 50 }, { min: 51, max: 200 })
        })
        .map(({ engagements: done, ...known }) =>
            aLead({ facts: { ...idealFacts(), ...known }, engagements: done })
        );
    const agreements: fc.Arbitrary<Agreement> = fc
        .record({
            points: fc.array(fc.integer({ min: -50, max: 60 }), { minLength: 14, maxLength: 14 }),
            fitMax: fc.integer({ min: 0, max: 100 }),
            engagementMax: fc.integer({ min: 0, max: 100 }),
            threshold: fc.integer({ min: 0, max: 120 })
        })
        .map(({ points, fitMax, engagementMax, threshold }) => {
            const { score } = agreement;
            const rules = (dimension: typeof score.fit, from: number): typeof score.fit.rules =>
                dimension.rules.map((rule, i) => ({ ...rule, points: points[from + i] as number }));
            return {
                ...agreement,
                score: {
                    ...score,
                    threshold,
                    fit: { ...score.fit, max: fitMax, rules: rules(score.fit, 0) },
                    engagement: {
                        ...score.engagement,
                        max: engagementMax,
                        rules: rules(score.engagement, score.fit.rules.length)
                    }
                }
            };
        });

    it('adds up, in whole numbers, within the caps', () => {
        fc.assert(
            fc.property(leads, agreements, (lead, terms) => {
                const score = scoreLead(lead, terms, now);
                for (const part of [score.fit, score.engagement]) {
                    const sum = part.lines.reduce((total, { points }) => total + points, 0);
                    expect(sum - part.capped).toBe(part.points);
                    expect(part.points).toBeGreaterThanOrEqual(0);
                    expect(part.points).toBeLessThanOrEqual(part.max);
                    for (const line of part.lines) {
                        expect(Number.isInteger(line.points)).toBe(true);
                        expect(Object.is(line.points, -0)).toBe(false);
                        expect(Math.abs(line.points)).toBeLessThanOrEqual(Math.abs(line.full));
                        if (line.state !== 'met') expect(line.points).toBe(0);
                    }
                }
                expect(score.total).toBe(score.fit.points + score.engagement.points);
            })
        );
    });

    it('drops below the threshold without each rule it is said to hang on, and only those', () => {
        fc.assert(
            fc.property(leads, agreements, (lead, terms) => {
                const score = scoreLead(lead, terms, now);
                const without = (ruleId: string): number => {
                    const cut = (part: Agreement['score']['fit']): Agreement['score']['fit'] => ({
                        ...part,
                        rules: part.rules.filter(({ id }) => id !== ruleId)
                    });
                    const { fit, engagement: done } = terms.score;
                    const less = { ...terms.score, fit: cut(fit), engagement: cut(done) };
                    return scoreLead(lead, { ...terms, score: less }, now).total;
                };
                const expected = [...score.fit.lines, ...score.engagement.lines]
                    .filter(({ points }) => points > 0 && score.total >= score.threshold)
                    .map(({ ruleId }) => ({ ruleId, totalWithout: without(ruleId) }))
                    .filter(({ totalWithout }) => totalWithout < score.threshold);
                const drops = score.drops.map(({ ruleId, totalWithout }) => ({
                    ruleId,
                    totalWithout
                }));
                const byId = (a: { ruleId: string }, b: { ruleId: string }): number =>
                    a.ruleId < b.ruleId ? -1 : 1;
                expect([...drops].sort(byId)).toEqual([...expected].sort(byId));
            })
        );
    });

    it('gives three to five causes where there are as many, latest first', () => {
        fc.assert(
            fc.property(leads, agreements, (lead, terms) => {
                const { causes, fit, engagement: done } = scoreLead(lead, terms, now);
                const earning = [...fit.lines, ...done.lines].filter(({ points }) => points > 0);
                expect(causes.length).toBeLessThanOrEqual(5);
                expect(causes.length).toBeGreaterThanOrEqual(Math.min(3, earning.length));
                const times = causes.map(({ at: when }) => when ?? -Infinity);
                expect(times).toEqual([...times].sort((a, b) => b - a));
            })
        );
    });

    it('does not see what comes after now', () => {
        fc.assert(
            fc.property(leads, (lead) => {
                const seen = lead.engagements.filter(({ at: when }) => when <= now);
                expect(scoreLead(lead, agreement, now)).toEqual(
                    scoreLead({ ...lead, engagements: seen }, agreement, now)
                );
            })
        );
    });
});
