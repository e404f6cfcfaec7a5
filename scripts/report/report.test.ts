import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { overview } from '../../shared/acceptance/overview.ts';
import type { Period } from '../../shared/acceptance/outcomeTypes.ts';
import { parsePeriod } from '../../shared/acceptance/period.ts';
import { stampedOutcomes } from '../../shared/acceptance/stampedOutcome.ts';
import { addOutcome, emptyTally } from '../../shared/acceptance/tally.ts';
import { defaultAgreement } from '../../test/support/agreement.ts';
import { EXPORT_HEADER, exportedLeads, exportedRow } from './export.testkit.ts';
import { reportOn } from './testing.testkit.ts';

const agreement = defaultAgreement();
const NOW = Date.UTC(2026, 10, 20, 15);
const AS_OF = ['--as-of', new Date(NOW).toISOString()];
const OCTOBER = ['--month', '2026-10'];
const golden = (name: string): string => readFileSync(`test/report/${name}`, 'utf8');

const leads = [...exportedLeads(agreement, 3000, 3, NOW)];
const rows = leads.map(exportedRow);
const plain = Papa.unparse([EXPORT_HEADER as string[], ...rows], { newline: '\n' });

/** The numbers of the same leads, without a file between. */
function direct(count = leads.length) {
    const period = parsePeriod('2026-10', agreement, NOW).period as Period;
    const tally = emptyTally(agreement, period);
    const outcomeOf = stampedOutcomes(agreement, NOW);
    for (const lead of leads.slice(0, count)) addOutcome(tally, outcomeOf(lead));
    return JSON.parse(JSON.stringify(overview(tally, agreement, NOW))) as object;
}
const asWritten = (value: unknown): unknown =>
    JSON.parse(
        JSON.stringify(value, (name, one: unknown) =>
            typeof one === 'string' && /^\d{4}-\d\d-\d\dT.*Z$/.test(one) && name !== 'id'
                ? Date.parse(one)
                : one
        )
    );

describe('a report', () => {
    it('has the numbers of the leads themselves, however their file is written', async () => {
        const quoted = Papa.unparse([EXPORT_HEADER as string[], ...rows], {
            quotes: true,
            delimiter: ';'
        });
        const jsonl = rows
            .map((row) =>
                JSON.stringify(Object.fromEntries(row.map((c, i) => [EXPORT_HEADER[i], c])))
            )
            .join('\n');
        const written = [
            ['leads.csv', plain],
            ['leads.csv', `\uFEFF${quoted}\r\n`],
            ['leads.csv', `sep=;\r\n${quoted}`],
            ['leads.jsonl', jsonl]
        ] as const;
        for (const [name, text] of written) {
            const { code, numbers } = await reportOn(text, [...OCTOBER, ...AS_OF], name);
            expect(code).toBe(0);
            expect(numbers().reading).toMatchObject({ rows: 3000, brokenCount: 0 });
            expect(asWritten(numbers().overview)).toEqual(direct());
        }
    });

    it('has them in threads, too', async () => {
        // Beyond the size at which threads are started.
        const wide = [EXPORT_HEADER as string[], ...rows].map((row, i) => [
            ...row,
            i === 0 ? 'Notes' : 'x'.repeat(3500)
        ]);
        const text = Papa.unparse(wide, { newline: '\n' });
        expect(text.length).toBeGreaterThan(9e6);
        const { code, numbers, stderr } = await reportOn(`${text}\nbroken\n`, [
            ...OCTOBER,
            ...AS_OF
        ]);
        expect(stderr).toContain('line 3002: it has 1 cells');
        expect(code).toBe(1);
        expect(asWritten(numbers().overview)).toEqual(direct());
    });

    it('is the same to the byte each time, as of the last thing that happened', async () => {
        const [one, two] = [await reportOn(plain, OCTOBER), await reportOn(plain, OCTOBER)];
        expect(one.page).toBe(two.page);
        expect([one.csv, one.json]).toEqual([two.csv, two.json]);
        const happened = leads.flatMap(({ mqlAt, assignedAt, decidedAt, feedbackAt, ...lead }) => [
            mqlAt,
            assignedAt,
            decidedAt,
            feedbackAt,
            lead.firstAttemptAt,
            lead.firstContactAt
        ]);
        const last = Math.max(...happened.map((at) => at ?? 0));
        expect(one.numbers().overview.asOf).toBe(new Date(last).toISOString());
    });

    it.each(['salesforce.csv', 'hubspot.csv', 'plain.csv'])('reads an export: %s', async (name) => {
        const { json, stderr } = await reportOn(golden(name), [
            ...OCTOBER,
            '--as-of',
            '2026-11-16T15:00:00Z'
        ]);
        expect(stderr).toBe('');
        const { overview: found } = JSON.parse(json) as { overview: Record<string, unknown> };
        await expect(
            `${JSON.stringify({ ...found, period: undefined, months: undefined }, null, 2)}\n`
        ).toMatchFileSnapshot(`../../test/report/golden/${name}.txt`);
    });

    it('has the same numbers on its page, in CSV and in JSON', async () => {
        const { csv, numbers, page } = await reportOn(plain, [...OCTOBER, ...AS_OF]);
        const { overview: found } = numbers();
        const { data } = Papa.parse<string[]>(csv.trim(), { newline: '\r\n' });
        const value = (part: string, key: string, measure: string): string | undefined =>
            data.find(([a, b, c]) => a === part && b === key && c === measure)?.[3];
        for (const dimension of ['source', 'campaign', 'rep', 'team'] as const) {
            const table = page.split(`id="table-${dimension}"`)[1]?.split('</table>')[0] ?? '';
            for (const [i, group] of found.groups[dimension].entries()) {
                const rate = group.metrics.find(({ metric }) => metric === 'acceptance');
                expect(value(dimension, group.key, 'delivered')).toBe(String(group.delivered));
                expect(value(dimension, group.key, 'acceptance')).toBe(String(rate?.rate ?? ''));
                if (i >= 25) continue;
                const row = table.split('<tr>')[i + 2] ?? '';
                expect(row).toContain(`>${group.delivered.toLocaleString('en')}<`);
                expect(row).toContain(
                    rate?.enough ? `>${Math.round((rate.rate ?? 0) * 100)}%<` : 'Too few'
                );
            }
        }
        for (const reason of found.reasons) {
            expect(value('reason', reason.code, 'rejected')).toBe(String(reason.rejected));
        }
    });

    it('puts no markup and no formula of a lead into its files', async () => {
        const evil = ['<script>alert(1)</script>', '=HYPERLINK("http://x")', '+1', '-1', '@x'];
        const header = 'MQL Since,Handoff Decision,Rep,Campaign,Lead Source';
        const text = evil
            .map((one) => {
                const cell = `"${one.replaceAll('"', '""')}"`;
                return `2026-10-05T14:30:00Z,accepted,${cell},${cell},${cell}`;
            })
            .join('\n');
        const { code, csv, page } = await reportOn(`${header}\n${text}`, OCTOBER);
        expect(code).toBe(0);
        expect(page).toContain('&lt;script&gt;alert(1)');
        expect(page).not.toContain('<script');
        const { data } = Papa.parse<string[]>(csv.trim(), { newline: '\r\n' });
        const keys = new Set(data.map(([, key]) => key));
        for (const one of evil.slice(1)) {
            expect(keys).toContain(`'${one}`);
            expect(keys).not.toContain(one);
        }
    });

    it('survives a cell of a megabyte, and names that every object has', async () => {
        const header = 'MQL Since,Handoff Decision,Rep,Notes';
        const row = (rep: string) => `2026-10-05T14:30:00Z,accepted,${rep},"${'x\n'.repeat(5e5)}"`;
        const names = ['constructor', '__proto__', 'y'.repeat(1e5)];
        const { code, numbers } = await reportOn(
            `${header}\n${names.map(row).join('\n')}`,
            OCTOBER
        );
        expect(code).toBe(0);
        expect(
            numbers()
                .overview.choices.rep.map((rep) => rep.length)
                .sort()
        ).toEqual([11, 500, 9]);
    });
});

describe('rows that cannot be read', () => {
    const text = [
        'MQL Since,Handoff Decision,Minutes to First Attempt',
        '2026-10-05T14:30:00Z,accepted,5',
        'soon,accepted,5',
        '2026-10-05T14:30:00Z,perhaps,5',
        '2026-10-05T14:30:00Z,accepted',
        '2026-10-05T14:30:00Z,accepted,-5',
        '',
        '2026-10-05T14:30:00Z,"accepted,5',
        ',accepted,5',
        '2026-10-06T14:30:00Z,Rejected,7'
    ].join('\n');

    it('are told with line and reason, counted, and left out', async () => {
        const { code, numbers, page, stderr } = await reportOn(text, OCTOBER);
        expect(code).toBe(1);
        const told = stderr.replace(/\n\s*/g, ' ');
        expect(told).toContain('line 3: Handoff_Mql_At__c “soon” is not a time such as');
        expect(told).toContain('line 4: Handoff_Decision__c “perhaps” is not one of accepted,');
        expect(told).toContain('line 5: it has 2 cells, and the header 3');
        expect(told).toContain('line 6: Handoff_First_Attempt_Minutes__c “-5” is not a number');
        expect(told).toContain('line 8: a quote in it is never closed');
        expect(page).toContain('5 rows could not be read and are not counted: line 3, 4, 5, 6, 8.');
        expect(numbers().reading).toMatchObject({ rows: 8, others: 1, brokenCount: 5 });
        expect(numbers().overview.counts).toMatchObject({ accepted: 1, rejected: 1 });
    });

    it('are told one by one for the first twenty alone', async () => {
        const many = `${text.split('\n')[0]}\n2026-10-05T14:30:00Z,accepted,5\n${'soon,,\n'.repeat(50)}`;
        const { numbers, stderr } = await reportOn(many, OCTOBER);
        expect(stderr.match(/line \d+:/g)).toHaveLength(20);
        expect(stderr).toContain('30 more rows could not be read.');
        expect(numbers().reading.brokenCount).toBe(50);
    });
});

describe('what cannot be reported on', () => {
    const told = async (argv: readonly string[], text = plain) => {
        const { code, page, stderr } = await reportOn(text, argv);
        return { code, isWritten: page !== '', said: stderr.replace(/\n\s*/g, ' ') };
    };

    it('is a month that the file does not reach', async () => {
        const { code, isWritten, said } = await told(['--month', '2027-01', ...AS_OF]);
        expect({ code, isWritten }).toEqual({ code: 2, isWritten: false });
        expect(said).toContain('2027-01 had not begun when the file ends');
        expect((await told(['--month', 'Octember'])).said).toContain(
            'There is no period "Octember"'
        );
    });

    it('is a source that no lead has', async () => {
        const { code, said } = await told([...OCTOBER, ...AS_OF, '--source', 'zoom']);
        expect(code).toBe(2);
        expect(said).toContain('No lead of this period has the source “zoom”; there are:');
        const one = await reportOn(plain, [...OCTOBER, ...AS_OF, '--source', 'Paid social']);
        expect(one.numbers().overview.filters).toEqual({ source: 'paid_social' });
    });

    it('is said where there is no lead, and the page says so too', async () => {
        const header = 'MQL Since,Handoff Decision';
        const none = await reportOn(header, [...OCTOBER, ...AS_OF]);
        expect(none.code).toBe(0);
        expect(none.stderr).toContain('No lead became an MQL in this period: October 2026');
        expect(none.page).toContain('No lead became an MQL in this period: October 2026');
        expect((await told(OCTOBER, header)).said).toContain(
            'holds no lead of which a time is known'
        );
    });

    it('is a file of another kind, and no file at all', async () => {
        expect((await told(OCTOBER, '')).said).toContain('leads.csv is empty');
        const utf16 = await reportOn(Buffer.from(`\uFEFF${plain}`, 'utf16le'), OCTOBER);
        expect(utf16.stderr).toContain('UTF-16');
        expect((await told([...OCTOBER, '--from', 'other.csv'])).said).toContain(
            'Cannot read other.csv: there is no such file.'
        );
        expect((await told([...OCTOBER, '--as-of', '3/4/2026'])).said).toContain(
            '--as-of takes a time'
        );
        expect((await told(['--moth', '2026-10'])).code).toBe(2);
    });
});
