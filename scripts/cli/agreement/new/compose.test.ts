import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from '../../../../shared/agreement/parse.ts';
import { readAnswers } from './answers.ts';
import { compose, offeredReasons } from './compose.ts';
import { questions } from './questions.ts';

const QUESTIONS = questions(offeredReasons(), { zone: null, today: '2026-10-01' });
const NEEDED = {
    company: 'Nordlicht GmbH & Co',
    zone: 'Europe/Berlin',
    marketing: 'CMO: Jonas Weber',
    sales: 'VP Sales: Amara Okafor',
    manager: 'Diego Ramos, Sales Manager',
    owner: 'Priya Nair, RevOps'
};

async function agreementOf(answers: object) {
    const text = await compose(readAnswers(JSON.stringify(answers), 'answers.json', QUESTIONS));
    const { agreement, issues } = parseAgreement(text);
    expect(issues).toEqual([]);
    return { text, agreement: agreement! };
}

describe('a first agreement', () => {
    it('is one that can be used as it is, from the needed answers alone', async () => {
        const { text, agreement } = await agreementOf(NEEDED);
        expect(agreement.id).toBe('nordlicht-gmbh-co-mql');
        expect(agreement.effectiveFrom).toBe('2026-10-01');
        expect(agreement.nextReview).toBe('2027-04-01');
        expect(agreement.signedBy.map(({ name, on }) => [name, on])).toEqual([
            ['Jonas Weber', null],
            ['Amara Okafor', null]
        ]);
        expect(text).toContain('# The marketing–sales agreement of Nordlicht GmbH & Co.');
        expect(text.match(/^ *# /gm)?.length).toBeGreaterThan(10);
        expect(text).not.toMatch(/[«»]/);
    });

    it('says what was answered', async () => {
        const { agreement } = await agreementOf({
            ...NEEDED,
            hours: 'Mon-Thu 08:30-12:00 13:00-17:30, Fri 08:30-12:00',
            holidays: '2026-12-25',
            employees: '20+',
            countries: 'DE, AT',
            titles: '',
            fast: '45 min',
            standard: '1 day',
            reasons: 'No budget, Unresponsive, not our customer',
            from: '2026-08-31'
        });
        expect(agreement.calendars['office']).toEqual({
            zone: 'Europe/Berlin',
            week: {
                mon: ['08:30-12:00', '13:00-17:30'],
                tue: ['08:30-12:00', '13:00-17:30'],
                wed: ['08:30-12:00', '13:00-17:30'],
                thu: ['08:30-12:00', '13:00-17:30'],
                fri: ['08:30-12:00']
            },
            closed: ['2026-12-25']
        });
        expect(agreement.icp).toMatchObject([
            { field: 'employees', test: { atLeast: 20 } },
            { field: 'country', test: { in: ['DE', 'AT'] } }
        ]);
        expect(agreement.score.fit.max).toBe(20);
        expect(agreement.windows.map(({ within }) => within)).toMatchObject([
            { ms: 45 * 60_000 },
            { ms: 24 * 3_600_000 }
        ]);
        expect(agreement.windows[0]?.ladder.map(({ label }) => label)).toEqual([
            'Diego Ramos, Sales Manager',
            'VP Sales'
        ]);
        expect(agreement.reasons.map(({ code }) => code)).toEqual([
            'icp_mismatch',
            'no_budget',
            'unresponsive'
        ]);
        expect(agreement.reasons[0]?.details.map(({ code }) => code)).toEqual([
            'company_size',
            'geography'
        ]);
        // February has no 31st.
        expect(agreement.nextReview).toBe('2027-02-28');
    });

    it('keeps whatever people call themselves', async () => {
        const word = fc
            .stringMatching(/^[^\p{C}]{1,40}$/u)
            .map((text) => text.trim())
            .filter((text) => text !== '' && !text.includes(','));
        const name = word.filter((text) => !text.includes(':'));
        await fc.assert(
            fc.asyncProperty(word, name, name, word, async (company, role, person, owner) => {
                fc.pre(role.toLowerCase() !== 'vp sales');
                const { agreement } = await agreementOf({
                    ...NEEDED,
                    company,
                    owner,
                    manager: person,
                    marketing: `${role}: ${person}`
                });
                expect(agreement.title).toContain(company);
                expect(agreement.owner).toBe(owner);
                expect(agreement.signedBy[0]).toEqual({ role, name: person, on: null });
                expect(agreement.windows[0]?.ladder[0]?.label).toBe(person);
            }),
            { numRuns: 25 }
        );
    });

    it('takes any of the choices', async () => {
        const reasons = fc.subarray([...offeredReasons()], { minLength: 1 });
        const field = fc.boolean();
        await fc.assert(
            fc.asyncProperty(
                reasons,
                fc.record({ employees: field, revenue: field, industries: field, titles: field }),
                fc.integer({ min: 1, max: 3000 }),
                fc.integer({ min: 1, max: 3000 }),
                async (chosen, has, fast, standard) => {
                    await agreementOf({
                        ...NEEDED,
                        reasons: chosen.join(', '),
                        employees: has.employees ? '10-99' : '',
                        revenue: has.revenue ? '5M+' : '',
                        industries: has.industries ? 'Software' : '',
                        titles: has.titles ? 'Head' : '',
                        fast: `${fast} min`,
                        standard: `${standard} min`
                    });
                }
            ),
            { numRuns: 25 }
        );
    });
});
