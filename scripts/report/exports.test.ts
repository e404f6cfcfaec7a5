/** Exports that are not as tidy as ours: numbers, letters, dates and rows as people really send them. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { reportOn } from './testing.testkit.ts';

const OCTOBER = ['--month', '2026-10'];
const file = (name: string): Buffer => readFileSync(`test/report/${name}`);
const flat = (text: string): string => text.replace(/\n\s*/g, ' ');

describe('numbers', () => {
    it('of a German export are those that its writer meant', async () => {
        const { code, numbers } = await reportOn(file('german-numbers.csv'), OCTOBER);
        expect(code).toBe(0);
        const { disagreement, response } = numbers().overview;
        expect(response.rep).toMatchObject({ count: 3, median: 1160, p95: 2400 });
        // 1,200 employees are outside the ICP, as the rep said.
        expect(disagreement).toMatchObject({ checked: 1, contradicted: 0 });
    });

    const revenue = (...values: string[]): string =>
        [
            'Id;MQL Since;Handoff Decision;Annual Revenue;Revenue',
            ...values.map((value, i) => `${i};2026-10-05T14:30:00Z;accepted;;${value}`)
        ].join('\n');

    it('that can be read in two ways are refused by name, with the way out', async () => {
        const text = revenue('850.000', '900.000', '17');
        const { code, numbers, page, stderr } = await reportOn(text, OCTOBER);
        expect(code).toBe(1);
        expect(flat(stderr)).toContain(
            'line 2: Revenue “850.000” can be 850.000 or 850000, and its column does not tell: pass --numbers en or --numbers de'
        );
        expect(numbers().reading).toMatchObject({ rows: 3, brokenCount: 2 });
        expect(page).toContain('2 rows could not be read and are not counted: line 2, 3.');
        for (const language of ['en', 'de']) {
            const told = await reportOn(text, [...OCTOBER, '--numbers', language]);
            expect([told.code, told.numbers().reading.brokenCount]).toEqual([0, 0]);
        }
        expect((await reportOn(text, [...OCTOBER, '--numbers', 'fr'])).stderr).toContain(
            '--numbers takes en or de, not “fr”.'
        );
    });

    it('are decided by one value at the end of a long file', async () => {
        const filler = 'x'.repeat(9000);
        const rows = Array.from(
            { length: 1000 },
            () => `2026-10-05T14:30:00Z;accepted;1.000;${filler}`
        );
        const text = ['MQL Since;Handoff Decision;Minutes to First Attempt;Notes', ...rows].join(
            '\n'
        );
        expect(text.length).toBeGreaterThan(8.5e6);
        const open = await reportOn(text, OCTOBER);
        expect(open.numbers().reading.brokenCount).toBe(1000);
        const last = `${text}\n2026-10-05T14:30:00Z;accepted;1.500,5;x`;
        const closed = await reportOn(last, OCTOBER);
        expect(closed.code).toBe(0);
    });

    it('of JSON are numbers', async () => {
        const text = [1.234, 0.5, '1,160'].map((minutes) =>
            JSON.stringify({
                handoff_mql_at: '2026-10-05T14:30:00Z',
                handoff_decision: 'accepted',
                handoff_assigned_at: '2026-10-05T14:30:00Z',
                handoff_first_attempt_at: '2026-10-05T15:30:00Z',
                handoff_window: 'standard',
                handoff_first_attempt_minutes: minutes
            })
        );
        const { code, numbers } = await reportOn(text.join('\n'), OCTOBER, 'leads.jsonl');
        expect(code).toBe(0);
        expect(numbers().overview.response.rep).toMatchObject({ count: 3, median: 1, p95: 1160 });
    });
});

describe('letters', () => {
    it('of an ISO-8859-1 file keep two reps apart', async () => {
        const { code, json, numbers, page } = await reportOn(file('latin1.csv'), OCTOBER);
        expect(code).toBe(0);
        const { choices } = numbers().overview;
        expect(choices.rep).toEqual(['Jörg Müller', 'Jürg Möller']);
        expect(choices.campaign).toEqual(['Messe Köln', 'Messe München']);
        expect(json).not.toContain('\uFFFD');
        expect(page).toContain('leads.csv is not UTF-8 and was read as Windows-1252');
    });

    it('of a header in Windows-1252 are read, too', async () => {
        // ’ is a byte of its own there.
        const text =
            'MQL Since,Handoff Decision,Marketing’s Answer\n2026-10-05T14:30:00Z,rejected,agree\n';
        const bytes = Buffer.from(text.replace('’', '\u0092'), 'latin1');
        const { numbers } = await reportOn(bytes, OCTOBER);
        expect(numbers().overview.feedback.answers.agree).toBe(1);
    });

    it('of two encodings in one file are refused before anything is written', async () => {
        const mixed = Buffer.concat([file('latin1.csv'), Buffer.from('3;;;;;Jörg;\n')]);
        const { code, page, stderr } = await reportOn(mixed, OCTOBER);
        expect([code, page]).toEqual([2, '']);
        expect(flat(stderr)).toContain(
            'leads.csv mixes encodings: it is UTF-8, except for line 2.'
        );
        const header = Buffer.from('MQL Since,Handoff Decision,Marketing’s Answer,Rep\n');
        const row = Buffer.from('2026-10-05T14:30:00Z,rejected,agree,Jörg\n', 'latin1');
        const told = await reportOn(Buffer.concat([header, row]), OCTOBER);
        expect(flat(told.stderr)).toContain('it is UTF-8, except for line 2.');
    });
});

describe('rows around the leads', () => {
    const leads = file('report-footer.csv').toString().split('\n').slice(0, 3).join('\n');

    it('of a report’s footer are left out, and said to be', async () => {
        const { code, numbers, page, stderr } = await reportOn(file('report-footer.csv'), OCTOBER);
        expect(code).toBe(0);
        expect(stderr).not.toContain('line');
        expect(numbers().reading).toMatchObject({ rows: 2, others: 0, brokenCount: 0 });
        expect(page).toContain('The report footer from line 4 on was left out.');
    });

    it('above the header are left out', async () => {
        const above =
            '"Handoff acceptance by source"\n"As of 2026-11-02; Filtered by: All leads"\n\n';
        const { code, numbers } = await reportOn(`\uFEFF${above}${leads}\nbroken\n`, OCTOBER);
        expect(code).toBe(1);
        expect(numbers().reading).toMatchObject({ rows: 3, brokenCount: 1 });
        expect(numbers().reading.broken[0]?.line).toBe(7);
        expect(numbers().overview.delivered).toBe(2);
    });

    it('are found wherever the file’s batches end', async () => {
        // The footer lies across the end of a batch of 256 kB.
        const footer = `\n\n"Umsatz nach Quelle"\n"Erstellt von: Jo"\n`;
        for (const left of [-20, -3, 0, 3, 20]) {
            const rows = `${leads}\n"00Q000000000003EAA","","","","`;
            const filler = 'x'.repeat(256 * 1024 + left - rows.length - 'A"\n'.length);
            const { code, numbers } = await reportOn(`${rows}${filler}","A"${footer}`, OCTOBER);
            expect(code).toBe(0);
            expect(numbers().reading).toMatchObject({ rows: 3, others: 1, brokenCount: 0 });
        }
    });

    it('are no leads where there is a footer alone', async () => {
        const text = `${leads.split('\n')[0]}\n\n\n"Umsatz nach Quelle"\n`;
        const { code, numbers } = await reportOn(text, [...OCTOBER, '--as-of', '2026-11-02']);
        expect(code).toBe(0);
        expect(numbers().reading).toMatchObject({ rows: 0, brokenCount: 0 });
    });
});

describe('dates alone', () => {
    it('are days of the agreement’s zone, on which a decision comes after the MQL', async () => {
        const { code, numbers, page } = await reportOn(file('date-only.csv'), OCTOBER);
        expect(code).toBe(0);
        const { counts, response } = numbers().overview;
        expect(counts).toMatchObject({ accepted: 2, rejected: 1, undecided: 0 });
        expect(response.rep).toMatchObject({ count: 3, median: 15 });
        // When on that day marketing handed them over, nobody knows.
        expect(response.routing.count).toBe(0);
        expect(page).toContain('Dates without a time were read as whole days of America/New York');
    });

    const decided = (mql: string, decision: string): string =>
        `Id,MQL Since,Handoff Decision,Handoff Decided\n7,${mql},accepted,${decision}\n8,2026-10-31,,\n`;

    it.each([
        // New York: 4 October is still on.
        ['2026-10-04', '2026-10-05T03:59:59Z', 1],
        ['2026-10-05', '2026-10-05T03:59:59Z', 0],
        ['2026-10-05', '2026-10-05T04:00:00Z', 1],
        ['2026-10-05', '2026-10-05 00:00', 1],
        ['2026-10-05T23:30:00-04:00', '2026-10-05', 1],
        ['2026-10-05T23:30:00-04:00', '2026-10-04', 0],
        ['2026-10-05', '2026-10-05', 1],
        ['2026-10-06', '2026-10-05', 0]
    ])('mix with times: MQL %s, decided %s', async (mql, decision, accepted) => {
        const { csv, numbers, page, stderr } = await reportOn(decided(mql, decision), OCTOBER);
        const { counts, delivered } = numbers().overview;
        expect(delivered).toBe(2);
        expect(counts).toMatchObject({ accepted, undecided: 2 - accepted });
        const early = '1 lead has a decision dated before its MQL and counts as undecided: 7';
        expect(page.includes(early)).toBe(accepted === 0);
        expect(flat(stderr).includes(early)).toBe(accepted === 0);
        const { early: told } = numbers().reading;
        expect(told.count).toBe(1 - accepted);
        const { data } = Papa.parse<string[]>(csv.trim(), { newline: '\r\n' });
        expect(data).toContainEqual(['decided before MQL', '', 'count', String(1 - accepted)]);
        if (accepted === 1) return;
        expect(data.map((row) => row.slice(0, 3))).toContainEqual([
            'lead decided before MQL',
            '7',
            'decidedAt'
        ]);
        expect(told.leads[0]).toMatchObject({
            id: '7',
            line: 2,
            mqlAt: expect.stringMatching(/^2026-10-0/) as string
        });
    });

    it('count the leads of a period’s last day, and of the file’s', async () => {
        const { numbers } = await reportOn(decided('2026-10-05', '2026-10-05'), OCTOBER);
        expect(numbers().overview.delivered).toBe(2);
        // The last millisecond of 31 October in New York, whose clocks change the day after.
        expect(numbers().overview.asOf).toBe('2026-11-01T03:59:59.999Z');
    });

    it('decided earlier in another period or source are not told with this one', async () => {
        const text = `Id,MQL Since,Handoff Decision,Handoff Decided,Source\n1,2026-10-06,accepted,2026-10-01,Web\n2,2026-09-06,accepted,2026-09-01,Web\n3,2026-10-20,,,Referral\n`;
        const all = await reportOn(text, OCTOBER);
        expect(all.page).toContain('1 lead has a decision dated before its MQL');
        const one = await reportOn(text, [...OCTOBER, '--source', 'Referral']);
        expect(one.page).not.toContain('dated before');
    });
});
