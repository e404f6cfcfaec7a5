/**
 * What each case is there for, worked out by hand from the agreement. Times are New York's; the office is
 * open 9:00–17:00. Engagement points halve every 45 days, so n days leave a factor of 0.5^(n/45).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { leadFromHubSpot } from '../../shared/crm/hubspot/lead.ts';
import { leadFromSalesforce } from '../../shared/crm/salesforce/lead.ts';
import { leadPanel } from '../../shared/panel/leadPanel.ts';
import type { LeadPanel, Line, ReasonChoice } from '../../shared/panel/types.ts';
import { loadCases } from '../cases/load.ts';
import { defaultAgreement } from '../support/agreement.ts';
import { openHubSpot, openSalesforce, viewerOf } from './chain.ts';

const agreement = defaultAgreement();
const panels: { [crm in 'salesforce' | 'hubspot']: Map<string, LeadPanel> } = {
    salesforce: new Map(),
    hubspot: new Map()
};

beforeAll(async () => {
    const salesforce = openSalesforce(agreement);
    const hubspot = await openHubSpot();
    for (const one of loadCases()) {
        const number = one.id.slice(0, 2);
        const viewer = viewerOf(one);
        const inSalesforce = leadFromSalesforce(salesforce.read(one), agreement);
        const inHubSpot = leadFromHubSpot(await hubspot.read(one), agreement);
        panels.salesforce.set(number, leadPanel(inSalesforce, agreement, viewer));
        panels.hubspot.set(number, leadPanel(inHubSpot, agreement, viewer));
    }
    await hubspot.close();
}, 60_000);
afterAll(() => {
    panels.salesforce.clear();
    panels.hubspot.clear();
});

const texts = (lines: readonly Line[]): string[] => lines.map(({ text }) => text);
const points = ({ score }: LeadPanel): { [rule: string]: string | null } =>
    Object.fromEntries(
        score.parts
            .flatMap(({ lines }) => lines)
            .filter(({ aside }) => aside !== '0')
            .map(({ id, aside }) => [id, aside])
    );
const steps = ({ clockView }: LeadPanel): (string | null)[] =>
    clockView.ladder.map(({ badge }) => badge?.text ?? null);
/** `Intl` sets thin spaces into ranges of time. */
const arithmetic = ({ clockView }: LeadPanel): string | undefined =>
    clockView.arithmetic?.replace(/\s/g, ' ');
const fact = ({ clockView }: LeadPanel, label: string): string | undefined =>
    clockView.facts.find((row) => row.label === label)?.value;
function reason({ decision }: LeadPanel, code: string): ReasonChoice | undefined {
    return decision.choices
        .find(({ kind }) => kind === 'rejected')
        ?.reasons.find((one) => one.code === code);
}
const ROUTING = 'Routing (MQL to owner)';
const FIT = { size: '+12', title: '+12', industry: '+8', country: '+8' };

describe.each(['salesforce', 'hubspot'] as const)('the panel in %s', (crm) => {
    const panel = (number: string): LeadPanel => panels[crm].get(number) as LeadPanel;

    it('01: gives five minutes for a demo request; two of them are gone', () => {
        const shown = panel('01');
        expect(shown).toMatchObject({
            title: 'Dana Whitfield',
            subtitle: 'VP Operations, Northwind Traders',
            mql: { text: 'MQL', tone: 'good' },
            // Viewed at 9:52, now it is 10:05.
            hot: { text: 'Hot: Pricing page, 13 minutes ago' },
            clockView: {
                state: 'waiting',
                headline: '3 m left',
                due: 'Due Thu, Nov 19, 10:08 AM',
                progress: 40
            },
            attempts: { value: 'None yet' },
            warnings: []
        });
        expect(arithmetic(shown)).toBe('2 m used: Thu, 10:03 – 10:05 AM');
        // 10:01:40 to 10:03:00.
        expect(fact(shown, ROUTING)).toBe('1 m 20 s of 2 h');
        expect(steps(shown)).toEqual(['Next', null]);
        // All of today: nothing has faded; 72 points of engagement are cut to 60.
        expect(points(shown)).toEqual({
            ...FIT,
            demo_request: '+40',
            pricing_twice: '+20',
            high_intent: '+12',
            cap: '−12'
        });
        expect(shown.score.total).toBe(100);
        expect(shown.content.items[0]).toMatchObject({ title: 'Request a demo' });
        expect(shown.content.items[0]?.answers[0]?.answer).toMatch(/^We open a second warehouse/);
        // The day of the assignment does not count, and Thanksgiving is closed: Nov 20, 23, 24, 25, 27.
        expect(shown.decision.due?.text).toBe('Decision due Fri, Nov 27, 5:00 PM');
    });

    it('02: counts 11:18 to 13:30 of four hours', () => {
        const shown = panel('02');
        expect(shown.clockView).toMatchObject({
            state: 'waiting',
            headline: '1 h 48 m left',
            due: 'Due Wed, Nov 18, 3:18 PM',
            progress: 55
        });
        expect(shown.hot).toBeNull();
        // Pricing 1.9 days old: 20 × 0.97; the ROI page of today; the webinar 6.3 days old: 10 × 0.91.
        expect(points(shown)).toEqual({
            ...FIT,
            pricing_twice: '+19',
            high_intent: '+12',
            attended: '+9'
        });
        expect(shown.score.signalsHeading).toMatch(/^3 of 7 buying signals/);
        expect(shown.score.beside).toMatch(/own score is 71/);
    });

    it('03: warns two minutes before the end, and of a source that is mostly turned away', () => {
        const shown = panel('03');
        expect(shown.clockView).toMatchObject({
            state: 'due_soon',
            badge: { text: 'Due soon', tone: 'warn' },
            headline: '2 m left',
            due: 'Due Tue, Nov 17, 3:00 PM'
        });
        // 4 accepted and 1 qualified of 4 + 1 + 3 + 12 decided; the alarm is below 60%.
        expect(shown.acceptance).toMatchObject({
            source: { text: 'Paid social: 25% accepted', tone: 'bad' },
            numerator: 5,
            denominator: 20,
            alarm: 'Below what was agreed: Review the ICP (CMO and VP Sales)'
        });
        expect(shown.acceptance.basis).toMatch(/3 undecided left out$/);
    });

    it('04: counts ten minutes on Friday and two and a half hours on Monday', () => {
        const shown = panel('04');
        expect(shown.clockView).toMatchObject({
            state: 'overdue',
            headline: 'Overdue by 2 h 35 m',
            due: 'Was due Fri, Nov 13, 4:55 PM',
            progress: 100
        });
        expect(arithmetic(shown)).toBe('2 h 40 m used: Fri, 4:50 – 5:00 PM, Mon, 9:00 – 11:30 AM');
        // 30 minutes after the start is Monday 9:20, two hours after it Monday 10:50.
        expect(steps(shown)).toEqual(['Reached', 'Reached']);
        expect(shown.clockView.ladder.map(({ aside }) => aside)).toEqual([
            'Mon, Nov 16, 9:20 AM',
            'Mon, Nov 16, 10:50 AM'
        ]);
        // The newest pricing page is of Friday: no longer within 24 hours.
        expect(shown.hot).toBeNull();
        expect(shown.acceptance.source?.text).toBe('Referral: too few to say');
    });

    it('05: stops with the call, and calls "unresponsive" contradicted', () => {
        const shown = panel('05');
        expect(shown.clockView).toMatchObject({
            state: 'answered_in_time',
            headline: 'Answered after 2 h 15 m',
            redrawAfter: null
        });
        expect(shown.attempts).toMatchObject({ tone: 'good' });
        expect(shown.attempts.value).toMatch(/^1 \(1 call\), reached once/);
        expect(shown.touches.items[0]).toMatchObject({ badge: { text: 'Connected' } });
        expect(reason(shown, 'unresponsive')).toMatchObject({
            open: false,
            why: '1 of 3 attempts in 10 business days',
            contradiction: 'The record says otherwise: they were reached Tue, Nov 17, 12:10 PM'
        });
        // Two business days after the first attempt come before five after the assignment.
        expect(shown.decision.due?.text).toBe('Decision due Thu, Nov 19, 5:00 PM');
    });

    it('06: counts seven hours on Tuesday and half an hour on Wednesday', () => {
        const shown = panel('06');
        expect(shown.clockView).toMatchObject({
            state: 'answered_late',
            headline: 'Answered after 7 h 30 m, 3 h 30 m late'
        });
        // Six hours were over on Tuesday at 16:00, sixteen never came.
        expect(steps(shown)).toEqual(['Reached', null]);
        expect(shown.decision).toMatchObject({
            decided: true,
            state: { text: 'Accepted', tone: 'good' },
            due: null
        });
        expect(texts(shown.decision.history)).toEqual(['Accepted by Ana Ortiz']);
    });

    it('07: starts no clock without an owner, and counts the routing', () => {
        const shown = panel('07');
        expect(shown.clockView).toMatchObject({
            state: 'not_started',
            badge: { text: 'Not assigned', tone: 'bad' },
            headline: 'No owner yet, 4 h 20 m after MQL',
            due: null,
            ladder: []
        });
        expect(fact(shown, ROUTING)).toBe('4 h 20 m of 2 h, still without an owner');
        expect(shown.decision.due).toBeNull();
    });

    it('08: keeps "unresponsive" closed after two calls', () => {
        const shown = panel('08');
        expect(reason(shown, 'unresponsive')).toMatchObject({
            open: false,
            why: '2 of 3 attempts in 10 business days',
            contradiction: null
        });
        expect(shown.attempts.value).toMatch(/^2 \(2 calls\), nobody reached; 2 of 8 planned/);
        expect(shown.decision.due?.text).toBe('Decision due Tue, Nov 17, 5:00 PM');
    });

    it('09: opens "unresponsive" after two calls and an email', () => {
        const shown = panel('09');
        expect(reason(shown, 'unresponsive')).toMatchObject({ open: true, why: null });
        expect(shown.attempts.value).toMatch(/^3 \(2 calls and 1 email\), nobody reached/);
        // High-intent content 2.1 days old, 12 × 0.97; the webinar 6.2 days old, 10 × 0.91.
        expect(points(shown)).toEqual({ ...FIT, high_intent: '+12', attended: '+9' });
        expect(shown.score.counterfactual).toBe(
            'Without “Company size in range” this would be 49, below the 60 needed'
        );
    });

    it('10: warns of a colleague’s sequence, and counts none of their emails as an answer', () => {
        const shown = panel('10');
        expect(shown.warnings).toMatchObject([
            {
                text: "In another rep's sequence: Q4 outbound: publishing (Ben Carter)",
                tone: 'bad'
            }
        ]);
        expect(shown.clockView).toMatchObject({ state: 'waiting', headline: '3 h 30 m left' });
        expect(shown.attempts.value).toBe('None yet');
        expect(shown.touches.items).toHaveLength(2);
    });

    it('11: tells of the rejection in September, and is undecided all the same', () => {
        const shown = panel('11');
        expect(shown.warnings).toMatchObject([
            {
                text: 'Rejected before by Ben Carter: No timeline',
                detail: 'Budget opens in November, come back then.'
            }
        ]);
        expect(shown.decision).toMatchObject({ decided: false, state: { text: 'Undecided' } });
        expect(texts(shown.decision.history)).toEqual(['Rejected by Ben Carter']);
        // Ana has it since 10:15; the call in September is no attempt of this hand-off.
        expect(shown.clockView.headline).toBe('2 h 45 m left');
        expect(shown.attempts.value).toBe('None yet');
        // The contact form is 70 days old: 35 × 0.34.
        expect(points(shown).contact_sales).toBe('+12');
    });

    it('12: shows the recycling with its reason, and counts it among the decided', () => {
        const shown = panel('12');
        expect(shown.decision).toMatchObject({
            decided: true,
            state: { text: 'Recycled to nurture' }
        });
        expect(shown.decision.history[0]?.detail).toMatch(/No timeline.*February 2027/);
        expect(shown.acceptance).toMatchObject({ numerator: 5, denominator: 21 });
    });

    it('13: closes the decision of somebody who converted', () => {
        const shown = panel('13');
        expect(shown.decision.closed).toBe(
            'Converted Thu, Nov 12: there is nothing left to decide'
        );
        expect(texts(shown.decision.history).sort()).toEqual([
            'Accepted by Ana Ortiz',
            'Qualified by Ana Ortiz'
        ]);
        expect(shown.clockView).toMatchObject({
            state: 'answered_in_time',
            headline: 'Answered after 3 m'
        });
        // A call and a meeting, both with the person.
        expect(shown.attempts.value).toMatch(/^2 \(1 call and 1 meeting\), reached twice/);
    });

    it('14: folds a thousand page views and two hundred touches', () => {
        const shown = panel('14');
        // Five pages and the guide.
        expect(shown.content.items).toHaveLength(6);
        expect(shown.touches.items).toHaveLength(200);
        expect(shown.touches).toMatchObject({ shown: 5, more: 'Show all 200' });
        // A visit every other day since Oct 17, ten pages each.
        expect(shown.score.signalsHeading).toMatch(/^4 of 7 buying signals/);
        expect(shown.attempts.value).toBe('None yet');
        // HubSpot's function reads 300 events: the guide's download and 299 page views.
        expect(shown.content.gaps).toEqual(
            crm === 'hubspot' ? ['Page views: only the latest 299 of 1,000 were read'] : []
        );
    });

    it('15: says how thin the data is', () => {
        const shown = panel('15');
        expect(shown).toMatchObject({
            title: 'Jo Park',
            subtitle: null,
            mql: { text: 'Not an MQL' },
            score: { total: 0 },
            acceptance: { source: { text: 'No source known' }, basis: null, rate: null }
        });
        expect(texts(shown.warnings)).toEqual([
            'By the agreement this is not an MQL today: score 0, 60 needed',
            'By the agreement this is not an MQL today: 0 of 2 buying signals',
            'Thin data: no company, job title, company size, revenue',
            'Nothing is known of what this person did'
        ]);
        expect(shown.icp.items.map(({ badge }) => badge?.text)).toEqual(Array(5).fill('Not known'));
    });

    it('16: keeps every letter, and markup as text', () => {
        const shown = panel('16');
        expect(shown.title).toBe('فاطمة الزهراء بنت عبد الرحمن');
        expect(shown.subtitle).toContain('物流部長');
        const [form] = shown.content.items;
        expect(form?.title).toBe('Demo anfragen – 📦');
        expect(form?.answers[0]?.answer).toMatch(/^<b onmouseover=alert\(1\)>مرحبا<\/b>/);
        expect(form?.answers[0]?.answer).toMatch(/👩‍👩‍👧‍👦\nZweite Zeile: עברית$/);
        // Assigned 14:50, five minutes, now 15:00.
        expect(shown.clockView.headline).toBe('Overdue by 5 m');
        expect(shown.gaps).toEqual([]);
    });

    it('17: says what the person lacks, and that marketing’s own score differs', () => {
        const shown = panel('17');
        expect(shown.mql.text).toBe('Not an MQL');
        expect(texts(shown.warnings)).toEqual([
            'Outside the ICP: Company size 50–500, Revenue $5M–$100M, Country we sell in and VP, chief, head or director'
        ]);
        // The industry fits (8); 35 + 20 + 12 of today are cut to 60.
        expect(shown.score.total).toBe(68);
        expect(shown.score.beside).toBe(
            "The marketing tool's own score is 91 (23 higher); it counts by other rules"
        );
        expect(reason(shown, 'icp_mismatch.company_size')).toMatchObject({
            open: true,
            evidence: 'Employees: 12',
            contradiction: null
        });
        expect(reason(shown, 'icp_mismatch.industry')?.contradiction).toBe(
            'The record says otherwise: Software meets “Industry we serve”'
        );
    });

    it('18: reads the company of a Contact', () => {
        const shown = panel('18');
        expect(shown.subtitle).toBe('VP Claims Operations, Humongous Insurance');
        expect(shown.icp.items.every(({ badge }) => badge?.text === 'Met')).toBe(true);
        // Before the hand-off: a touch, not an attempt.
        expect(texts(shown.touches.items)).toEqual(['Meeting: Coffee at the trade show']);
        expect(shown.attempts.value).toBe('None yet');
        expect(shown.clockView.headline).toBe('2 h 30 m left');
    });

    it('19: shows what it can, and quotes what it cannot read', () => {
        const shown = panel('19');
        expect(shown.title).toBe('?');
        expect(shown.mql.text).toBe('Not an MQL');
        expect(shown.clockView).toMatchObject({
            state: 'not_started',
            headline: 'Marketing has not handed this person over yet'
        });
        expect(shown.decision.closed).toBe(
            'There is nothing to decide until marketing hands this person over'
        );
        expect(shown.decision.history).toEqual([]);
        const quoted = shown.gaps.map(({ text }) => text);
        expect(quoted).toEqual(
            expect.arrayContaining([
                crm === 'salesforce'
                    ? 'Employees could not be read: “-5”'
                    : 'Employees could not be read: “a few”',
                expect.stringMatching(/^Creation date could not be read: “9999-12-31/),
                expect.stringMatching(/^MQL date could not be read: “1970-01-01/),
                'Decided at could not be read: “tomorrow”'
            ])
        );
        expect(shown.touches.items.map(({ text, detail }) => [text, detail])).toEqual([
            ['Call', null]
        ]);
    });

    it('20: gives the second rep four hours of their own', () => {
        const shown = panel('20');
        expect(shown.clockView).toMatchObject({
            state: 'waiting',
            headline: '2 h 50 m left',
            // Three of the four hours are left on Tuesday at 14:00, the fourth is Wednesday's first.
            due: 'Due Wed, Nov 18, 10:00 AM'
        });
        // Routing ended with the first rep.
        expect(fact(shown, ROUTING)).toBe('10 m of 2 h');
        expect(shown.decision.due?.text).toBe('Decision due Tue, Nov 24, 5:00 PM');
    });

    it('21: does not take what it cannot see for something that never was', () => {
        const shown = panel('21');
        expect(shown.mql.text).toBe('Maybe an MQL');
        expect(shown.content.gaps).toEqual([
            crm === 'salesforce'
                ? 'Not synced to this CRM: page views'
                : 'Not part of this CRM subscription: page views'
        ]);
        const pricing = shown.score.signals.find(({ text }) => text === 'Pricing page 2+ times');
        expect(pricing).toMatchObject({ badge: { text: 'Not known' } });
        expect(shown.content.items.at(-1)?.answers[0]?.answer).toBe(
            'We compare three vendors this week.'
        );
        if (crm === 'hubspot') {
            expect(shown.content.items[0]?.summary).toBe('14 page views, 3 visits, 1 form');
        }
    });

    it('22: shows that the record contradicts the rejection', () => {
        const shown = panel('22');
        expect(shown.decision).toMatchObject({ decided: true, state: { text: 'Rejected' } });
        expect(shown.decision.history[0]?.detail).toBe(
            'Wrong company size (Not our customer) · Feels too small.'
        );
        expect(reason(shown, 'icp_mismatch.company_size')?.contradiction).toBe(
            'The record says otherwise: 200 meets “Company size 50–500”'
        );
        expect(shown.touches.items[0]?.badge).toEqual({ text: 'Bounced', tone: 'bad' });
    });

    it('23: shows the rep what marketing answered, and that it came in time', () => {
        // Rejected on Friday; answered on Monday, 1:05 PM.
        expect(panel('23').feedback).toMatchObject({
            state: { text: 'Fix promised', tone: 'good' },
            due: null,
            answer: {
                text: 'Marketing promises a fix (Nia Cole)',
                detail: 'We ask for the budget year in the form now',
                aside: '21 hours ago',
                badge: { text: 'In time', tone: 'good' }
            }
        });
    });

    it('24: keeps the answer to the first rejection in the history', () => {
        const shown = panel('24');
        expect(shown.feedback).toMatchObject({
            state: { text: 'Contested', tone: 'warn' },
            answer: { detail: 'Their budget opens in January: see the demo form' }
        });
        expect(shown.decision.history.map(({ text, detail }) => `${text}: ${detail}`)).toEqual([
            'Marketing contests it (Nia Cole): Their budget opens in January: see the demo form',
            'Rejected by Ben Carter: No budget · Frozen until March',
            'Marketing contests it (Nia Cole): A spreadsheet is why they came',
            'Rejected by Ben Carter: No need · They use a spreadsheet'
        ]);
    });

    it('25: says since when marketing owes an answer', () => {
        // Rejected on Thursday the 5th; five business days end on Thursday the 12th.
        expect(panel('25').feedback).toMatchObject({
            state: { text: 'Overdue', tone: 'bad' },
            due: { text: 'Answer was due Thu, Nov 12, 5:00 PM, 4 days ago', tone: 'bad' },
            answer: null
        });
    });
});
