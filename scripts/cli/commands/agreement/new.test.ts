import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAgreement } from '../../../../shared/agreement/parse.ts';
import { golden, runHere } from '../../testing/run.ts';

const ANSWERS = {
    company: 'Acme',
    zone: 'Europe/Berlin',
    marketing: 'CMO: Jonas Weber',
    sales: 'VP Sales: Amara Okafor',
    manager: 'Diego Ramos, Sales Manager',
    owner: 'Priya Nair, RevOps'
};
const NOW = Date.UTC(2026, 9, 1);
const ENTER = '\r';
const DOWN = '\x1b[B';
const CTRL_C = '\x03';

let folder: string;
beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
    writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(ANSWERS));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(args: readonly string[], keys?: readonly string[]) {
    const options = { folder, now: NOW, ...(keys === undefined ? {} : { keys }) };
    return runHere(['agreement', 'new', ...args], options);
}
const written = (name: string): string => readFileSync(path.join(folder, name), 'utf8');

describe('handoff agreement new', () => {
    it('teaches with an example', async () => {
        await golden('agreement/new/help', await start(['--help']));
    });

    it('writes an agreement from answers, and never over a file unless told', async () => {
        const argv = ['--answers', 'answers.json', '--out', 'ours.yaml'];
        await golden('agreement/new/written', await start(argv));
        const { agreement } = parseAgreement(written('ours.yaml'));
        expect(agreement?.effectiveFrom).toBe('2026-10-01');
        writeFileSync(path.join(folder, 'ours.yaml'), 'mine');
        await golden('agreement/new/exists', await start(argv));
        expect(written('ours.yaml')).toBe('mine');
        expect((await start([...argv, '--force'])).code).toBe(0);
        expect(parseAgreement(written('ours.yaml')).issues).toEqual([]);
    });

    it('asks whoever is there, and helps where an answer cannot be used', async () => {
        const said = (text: string): string[] => [text, ENTER];
        const taken = [ENTER];
        const { code, stdout, stderr } = await start(
            [],
            [
                ...said('Acme'),
                ...['\x15', ...said('Berlin'), '\x15', ...said('Europe/Berlin')],
                ...Array.from({ length: 10 }, () => taken).flat(),
                ...said('CMO: Jonas Weber'),
                ...said('VP Sales: Amara Okafor'),
                ...said('Diego Ramos'),
                ...said('Priya Nair'),
                ...taken
            ]
        );
        expect(stderr).toContain('“Berlin” is no time zone; write one such as Europe/Berlin.');
        expect(stdout).toContain('Wrote agreement.yaml.');
        expect(code).toBe(0);
        const { agreement } = parseAgreement(written('agreement.yaml'));
        expect(agreement?.calendars['office']?.zone).toBe('Europe/Berlin');
        expect(agreement?.owner).toBe('Priya Nair');
    });

    it('stops at Ctrl+C and leaves nothing behind', async () => {
        const { code, stderr } = await start([], ['Acme', ENTER, DOWN, CTRL_C]);
        expect(code).toBe(5);
        expect(stderr).toContain('Cancelled: nothing further was done.');
        expect(existsSync(path.join(folder, 'agreement.yaml'))).toBe(false);
    });

    it('says what to pass where nobody can answer', async () => {
        await golden('agreement/new/nobody', await start([]));
    });

    it.each([
        ['unknown-and-wrong', { ...ANSWERS, zone: 'Berlin', holydays: '', fast: 5, from: 'soon' }],
        ['missing', {}]
    ])('lists all that is wrong with the answers: %s', async (name, answers) => {
        writeFileSync(path.join(folder, 'answers.json'), JSON.stringify(answers));
        await golden(`agreement/new/${name}`, await start(['--answers', 'answers.json']));
        expect(existsSync(path.join(folder, 'agreement.yaml'))).toBe(false);
    });

    it.each(['[]', '{', '"x"'])('wants one JSON object, not %s', async (text) => {
        writeFileSync(path.join(folder, 'answers.json'), text);
        const { code, stderr } = await start(['--answers', 'answers.json']);
        expect(code).toBe(2);
        expect(stderr).toContain('The answers in answers.json cannot be used.');
    });
});
