import { describe, expect, it } from 'vitest';
import { defaultAgreement } from '../../test/support/agreement.ts';
import {
    aLead,
    assignment,
    at,
    DAY,
    engagement,
    facts,
    HOUR,
    idealFacts,
    MINUTE,
    pageView,
    pastDecision,
    person,
    touch
} from '../../test/support/lead.ts';
import type { Lead, Section } from '../lead.ts';
import { leadPanel } from './leadPanel.ts';

const agreement = defaultAgreement();
/** Friday, 15:00 in New York. */
const NOW = at('2026-11-20T20:00:00Z');
const ana = person('ana', 'Ana Ortiz');
const viewer = { now: NOW, locale: 'en-US', timeZone: 'America/New_York' };

const hot: Partial<Lead> = {
    facts: idealFacts(),
    source: 'organic_search',
    mqlAt: NOW - HOUR,
    owner: ana,
    assignments: [assignment(NOW - 2 * MINUTE, ana)],
    engagements: [
        pageView(NOW - 3 * HOUR, 'Pricing', 'https://x.example/pricing?utm=1'),
        pageView(NOW - 2 * HOUR, 'Pricing', 'https://x.example/pricing#plans'),
        engagement('form', NOW - HOUR, 'Request a demo', {
            answers: [{ question: 'What for?', answer: 'Routing <b>leads</b>' }]
        })
    ]
};
const panel = (parts: Partial<Lead> = {}, own = agreement) =>
    leadPanel(aLead({ ...hot, ...parts }), own, viewer);

describe('leadPanel', () => {
    it('says who, whether they are an MQL, and why now', () => {
        const shown = panel();
        expect(shown).toMatchObject({
            title: 'Maya Chen',
            subtitle: 'VP Marketing, Northwind Traders',
            mql: { text: 'MQL', tone: 'good' },
            hot: { text: 'Hot: Pricing page, 2 hours ago' },
            clockView: { state: 'waiting', headline: '3 m left' },
            warnings: []
        });
        expect(shown.whyNow.items.map(({ text }) => text).slice(0, 2)).toEqual([
            'Asked for a demo',
            'Pricing page twice or more'
        ]);
    });

    it('adds up: the lines of a part are its points, the parts are the total', () => {
        const { score } = panel();
        for (const part of score.parts) {
            const sum = part.lines
                .map(({ aside }) => Number((aside ?? '0').replace('−', '-')))
                .reduce((a, b) => a + b, 0);
            expect(sum).toBe(part.points);
        }
        expect(score.total).toBe(score.parts[0]!.points + score.parts[1]!.points);
    });

    it('has something to say of a person of whom nothing is known', () => {
        const shown = leadPanel(aLead(), agreement, viewer);
        expect(shown.title).toBe('No name');
        expect(shown.subtitle).toBeNull();
        expect(shown.content.empty).toBe('Nothing viewed, filled in or downloaded that we can see');
        expect(shown.touches.empty).not.toBeNull();
        expect(shown.whyNow.empty).not.toBeNull();
        expect(shown.warnings.map(({ text }) => text)).toEqual([
            'Thin data: no name, email, company, job title, company size, revenue',
            'Nothing is known of what this person did'
        ]);
        expect(shown.decision.closed).toBe(
            'There is nothing to decide until marketing hands this person over'
        );
    });

    it('makes one asset of a page whatever its query, and shows the form’s own text', () => {
        const { items } = panel().content;
        expect(items.map(({ title, summary }) => [title, summary])).toEqual([
            ['Request a demo', 'Form filled in'],
            ['Pricing', 'Viewed twice']
        ]);
        expect(items[0]!.answers).toEqual([
            { question: 'What for?', answer: 'Routing <b>leads</b>' }
        ]);
        expect(items[1]!.badge?.text).toBe('Pricing page');
    });

    it('shows sums where the pages themselves cannot be seen, and says so', () => {
        const { content, gaps } = panel({
            engagements: [],
            totals: { pageViews: 1204, visits: 9, forms: null, lastVisitAt: NOW - DAY },
            gaps: [{ section: 'page_views', why: 'no_tier', shown: null, total: null }]
        });
        expect(content.items[0]).toMatchObject({ summary: '1,204 page views, 9 visits' });
        const totals = { pageViews: 1, visits: 1, forms: 1, lastVisitAt: null };
        expect(panel({ totals }).content.items[0]?.summary).toBe('1 page view, 1 visit, 1 form');
        expect(content.gaps).toEqual(['Not part of this CRM subscription: page views']);
        expect(gaps).toEqual([]);
    });

    it('says a touch once where its subject is no more than its channel', () => {
        const touches = ['call', 'email', 'call'].map((channel, index) =>
            touch(NOW - (3 - index) * HOUR, channel as 'call', {
                subject: ['Call', 'EMAIL', 'Intro call'][index] as string
            })
        );
        expect(panel({ touches }).touches.items.map(({ text }) => text)).toEqual([
            'Call: Intro call',
            'Email',
            'Call'
        ]);
    });

    it('warns of another rep’s sequence, not of the owner’s own or an ended one', () => {
        const ben = person('ben', 'Ben Achebe');
        const sequence = { name: 'Q4 outbound', since: NOW - DAY, active: true };
        const texts = panel({
            sequences: [
                { ...sequence, by: ana },
                { ...sequence, by: ben },
                { ...sequence, by: ben, active: false }
            ]
        }).warnings.map(({ text }) => text);
        expect(texts).toEqual(["In another rep's sequence: Q4 outbound (Ben Achebe)"]);
    });

    it('warns of an earlier rejection with its reason and note, in the agreement’s words', () => {
        const before = pastDecision(NOW - 100 * DAY, 'rejected', {
            by: 'Ben Achebe',
            reason: 'icp_mismatch',
            detail: 'company_size',
            note: 'Twelve people'
        });
        expect(panel({ decisions: [before] }).warnings[0]).toMatchObject({
            text: 'Rejected before by Ben Achebe: Wrong company size (Not our customer)',
            detail: 'Twelve people'
        });
    });

    it('warns when the agreement itself would not call the person an MQL today', () => {
        const small = facts({ ...idealFacts(), employees: 5 });
        const texts = panel({ facts: small, engagements: [] }).warnings.map(({ text }) => text);
        expect(texts).toContain('By the agreement this is not an MQL today: score 28, 60 needed');
        expect(texts).toContain('Outside the ICP: Company size 50–500');
        expect(texts).toContain('By the agreement this is not an MQL today: 0 of 2 buying signals');
    });

    it('warns of stale signals', () => {
        const old = (hot.engagements ?? []).map((one) => ({ ...one, at: one.at - 60 * DAY }));
        const texts = panel({ engagements: old }).warnings.map(({ text }) => text);
        expect(texts.join('\n')).toContain('The buying signals are old');
    });

    it('keeps attempts apart from contacts, and shows how far the plan is', () => {
        const touches = [
            touch(NOW - MINUTE, 'call', { outcome: 'voicemail' }),
            touch(NOW - 30_000, 'email', { outcome: 'sent' })
        ];
        expect(panel({ touches }).attempts.value).toBe(
            '2 (1 call and 1 email), nobody reached; 2 of 8 planned in 21 days'
        );
    });

    it('says why a reason is not open yet, and flags one that the record contradicts', () => {
        const reject = panel().decision.choices.find(({ kind }) => kind === 'rejected');
        const reason = (code: string) => reject?.reasons.find((one) => one.code === code);
        expect(reason('unresponsive')).toMatchObject({
            open: false,
            why: '0 of 3 attempts in 10 business days'
        });
        expect(reason('icp_mismatch.company_size')).toMatchObject({
            group: 'Not our customer',
            evidence: 'Employees: 200',
            contradiction: 'The record says otherwise: 200 meets “Company size 50–500”'
        });
        expect(reason('no_budget')?.ask).toBe('What did they say about budget?');
        expect(panel().decision.choices[0]).toMatchObject({ kind: 'accepted', reasons: [] });
    });

    it('names the denominator and leaves the undecided out, or says that it is too few', () => {
        const counts = { accepted: 16, qualified: 2, recycled: 2, rejected: 5, undecided: 4 };
        const shown = panel({ sourceCounts: counts }).acceptance;
        expect(shown.source).toEqual({ text: 'Organic search: 72% accepted', tone: 'good' });
        expect(shown.basis).toBe(
            '18 of 25 decided, MQLs since Sat, Aug 22; likely 52% to 86%; 4 undecided left out'
        );
        const few = panel({ sourceCounts: { ...counts, accepted: 1, rejected: 0 } }).acceptance;
        expect(few.source?.text).toBe('Organic search: too few to say');
    });

    it('says what the rate of a source counts', () => {
        const counts = { accepted: 3, qualified: 1, recycled: 0, rejected: 2, undecided: 4 };
        const [metric] = agreement.metrics;
        const basis = (parts: object, sourceCounts = counts) =>
            panel(
                { sourceCounts },
                {
                    ...agreement,
                    metrics: [{ ...metric, ...parts }] as typeof agreement.metrics
                }
            ).acceptance.basis;
        expect(basis({ denominator: 'delivered' })).toBe(
            '4 of 10 delivered, MQLs since Sat, Aug 22; a rate needs 20'
        );
        expect(basis({ cohort: 'decision_date', denominator: 'accepted' })).toBe(
            '4 of 4 accepted, decisions since Sat, Aug 22; a rate needs 20; 4 undecided left out'
        );
        const none = { accepted: 0, qualified: 0, recycled: 0, rejected: 0, undecided: 0 };
        expect(basis({}, none)).toBe('No lead of this source decided, MQLs since Sat, Aug 22');
    });

    it('speaks of one thing and of many alike where a part cannot be seen', () => {
        const gaps = (
            ['not_synced', 'no_access', 'no_tier', 'no_functions', 'failed', 'truncated'] as const
        ).map((why) => ({ section: 'assignments', why, shown: null, total: null }) as const);
        expect(panel({ gaps }).gaps.map(({ text }) => text)).toEqual([
            'Not synced to this CRM: owner history',
            'You have no access to owner history',
            'Not part of this CRM subscription: owner history',
            'Only Handoff’s functions can read: owner history',
            'Could not be read just now: owner history',
            'Owner history: not all were read'
        ]);
    });

    it('says once what is missing for the same reason', () => {
        const gap = (section: Section, why: 'no_functions' | 'failed') =>
            ({ section, why, shown: null, total: null }) as const;
        const gaps = [
            gap('settings', 'no_functions'),
            gap('owners', 'no_functions'),
            gap('decisions', 'failed'),
            gap('sequences', 'no_functions'),
            gap('page_views', 'no_functions')
        ];
        const shown = panel({ gaps });
        expect(shown.gaps).toEqual([
            {
                section: null,
                text: 'Only Handoff’s functions can read: names of owners, sequences and this account’s settings, so the defaults count'
            },
            { section: 'decisions', text: 'Could not be read just now: earlier decisions' }
        ]);
        expect(shown.content.gaps).toEqual(['Only Handoff’s functions can read: page views']);
    });

    it('does not speak of another rep where nobody knows whose sequence it is', () => {
        const sequence = { name: 'Q4 outbound', by: null, since: null, active: true };
        const texts = panel({ sequences: [sequence] }).warnings.map(({ text }) => text);
        expect(texts).toEqual(['Already in a sequence: Q4 outbound']);
    });

    it('names what it could not read', () => {
        const { gaps } = panel({
            unreadable: [{ section: 'facts', what: 'employees', value: 'a lot' }]
        });
        expect(gaps).toEqual([{ section: 'facts', text: 'Employees could not be read: “a lot”' }]);
    });

    it('carries the agreement’s version, hash and date', () => {
        expect(panel().footer).toBe(
            `Marketing–sales agreement v1 · ${agreement.hash} · in force since Thu, Oct 1`
        );
        const old = { ...agreement, nextReview: '2026-11-01' };
        expect(panel({}, old).footer).toContain('its review was due Sun, Nov 1');
        const today = { ...agreement, nextReview: '2026-11-20' };
        expect(panel({}, today).footer).not.toContain('review');
    });

    it('shows the marketing tool’s own score where it differs', () => {
        expect(panel().score.beside).toBeNull();
        const { total } = panel().score;
        expect(panel({ otherScore: total }).score.beside).toBeNull();
        expect(panel({ otherScore: total - 15 }).score.beside).toContain(
            `${total - 15} (15 lower)`
        );
        expect(panel({ otherScore: total + 0.5 }).score.beside).toContain('(0.5 higher)');
    });

    it('shows the latest three changes of that score, and what moved it', () => {
        const changes = [4, 3, 2, 1].map((days) => ({
            at: NOW - days * DAY,
            from: days === 3 ? null : days,
            to: days + 10,
            causes: days === 1 ? ['Visited Pricing', 'industry: Software'] : []
        }));
        const { besideChanges } = panel({
            otherScoreChanges: [...changes, { at: NOW + DAY, from: 1, to: 2, causes: [] }]
        }).score;
        expect(besideChanges.map(({ text, detail, aside }) => [text, detail, aside])).toEqual([
            ['Its score went from 1 to 11', 'Visited Pricing · industry: Software', '1 day ago'],
            ['Its score went from 2 to 12', null, '2 days ago'],
            ['Its score became 13', null, '3 days ago']
        ]);
        expect(panel().score.besideChanges).toEqual([]);
    });

    it('holds for any locale and zone that a CRM may give', () => {
        const strange = { now: NOW, locale: 'xx-invalid-locale-name', timeZone: 'Mars/Olympus' };
        expect(leadPanel(aLead(hot), agreement, strange).title).toBe('Maya Chen');
        const nothing = { now: NOW } as typeof strange;
        expect(leadPanel(aLead(hot), agreement, nothing).title).toBe('Maya Chen');
    });

    it('does not change what it is given', () => {
        const frozen = deepFreeze(aLead(hot));
        expect(() => leadPanel(frozen, deepFreeze(defaultAgreement()), viewer)).not.toThrow();
    });
});

function deepFreeze<T>(value: T): T {
    if (typeof value === 'object' && value !== null) {
        Object.values(value).forEach(deepFreeze);
        Object.freeze(value);
    }
    return value;
}
