import {
    chmodSync,
    linkSync,
    mkdirSync,
    mkdtempSync,
    readdirSync,
    readFileSync,
    rmSync,
    statSync,
    symlinkSync,
    writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkOutputs, writeOutputs } from './outputs.ts';
import { reportIn } from './testing.testkit.ts';

const LEADS = 'MQL Since,Handoff Decision\n2026-10-05T14:30:00Z,accepted\n';

let folder: string;
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-outputs-'));
    writeFileSync(path.join(folder, 'x.csv'), LEADS);
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => path.join(folder, name);
const named = (name: string) => ({ name, path: at(name) });
const everything = (): string[] => readdirSync(folder, { recursive: true }).map(String).sort();

describe('the files of a report', () => {
    it.each(['x.html', './x.html', 'sub/../x.html', 'x', 'X/../x.page'])(
        'never overwrite the file that it reads: --out %s',
        async (out) => {
            const before = everything();
            const { code, said } = await reportIn(folder, ['--from', 'x.csv', '--out', out]);
            expect(code).toBe(2);
            expect(said).toContain('x.csv would overwrite x.csv, which the report reads.');
            expect(said).toContain('Name another file with --out');
            expect(everything()).toEqual(before);
            expect(readFileSync(at('x.csv'), 'utf8')).toBe(LEADS);
        }
    );

    it('never do so through a link, be it of the file, of the folder or a hard one', async () => {
        mkdirSync(at('other'));
        symlinkSync(at('x.csv'), at('soft.csv'));
        linkSync(at('x.csv'), at('hard.csv'));
        symlinkSync(at('.'), at('other/here'));
        const before = everything().length;
        for (const [from, out] of [
            ['x.csv', 'soft.html'],
            ['x.csv', 'hard.html'],
            ['soft.csv', 'x.html'],
            ['x.csv', 'other/here/x.html'],
            ['other/here/hard.csv', 'x.html']
        ] as const) {
            const { code, said } = await reportIn(folder, ['--from', from, '--out', out]);
            expect([code, said]).toEqual([2, expect.stringContaining(`would overwrite ${from}`)]);
        }
        expect(everything()).toHaveLength(before);
        expect(readFileSync(at('x.csv'), 'utf8')).toBe(LEADS);
    });

    it('never replace the agreement', () => {
        const agreement = path.resolve('shared/agreement/agreement.yaml');
        return reportIn(folder, ['--from', 'x.csv', '--out', agreement]).then(({ code, said }) => {
            expect(code).toBe(2);
            expect(said).toContain('would overwrite the agreement');
        });
    });

    it.each(['y.csv', 'y.JSON', 'y.Csv'])('are three: --out %s', async (out) => {
        const { code, said } = await reportIn(folder, ['--from', 'x.csv', '--out', out]);
        expect(code).toBe(2);
        expect(said).toContain('to the same file');
        expect(everything()).toEqual(['x.csv']);
    });

    it('are three though a link makes two of them one', () => {
        writeFileSync(at('r.json'), '{}');
        symlinkSync(at('r.json'), at('r.csv'));
        expect(() => checkOutputs([named('r.csv'), named('r.json')], [])).toThrow(
            'The report would write r.csv and r.json to the same file.'
        );
    });

    it('never take the place of a folder', async () => {
        mkdirSync(at('report.json'));
        const { code, said } = await reportIn(folder, ['--from', 'x.csv']);
        expect(code).toBe(2);
        expect(said).toContain('Cannot write report.json: it is a folder.');
        expect(everything()).toEqual(['report.json', 'x.csv']);
    });

    it('are written whole, through links, and keep their rights', async () => {
        mkdirSync(at('shared'));
        writeFileSync(at('shared/page.html'), 'old');
        chmodSync(at('shared/page.html'), 0o640);
        symlinkSync(at('shared/page.html'), at('report.html'));
        const { code } = await reportIn(folder, ['--from', 'x.csv']);
        expect(code).toBe(0);
        expect(readFileSync(at('shared/page.html'), 'utf8')).toMatch(/^<!doctype html>/);
        expect(statSync(at('shared/page.html')).mode & 0o777).toBe(0o640);
        expect(everything()).toEqual([
            'report.csv',
            'report.html',
            'report.json',
            'shared',
            'shared/page.html',
            'x.csv'
        ]);
    });

    it('are all as they were when one of them cannot be written', () => {
        writeFileSync(at('r.html'), 'old');
        // No folder can be made below a file.
        const below = { name: 'x.csv/r.csv', path: at('x.csv/r.csv'), text: 'new' };
        expect(() => writeOutputs([{ ...named('r.html'), text: 'new' }, below])).toThrow(
            'Cannot write x.csv/r.csv'
        );
        expect(everything()).toEqual(['r.html', 'x.csv']);
        expect(readFileSync(at('r.html'), 'utf8')).toBe('old');
    });
});
