import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { berlin } from '../../../../test/support/agreement.ts';
import { agreementPage } from '../../agreement/page/page.ts';
import { golden, runHere } from '../../testing/run.ts';

const BERLIN = path.resolve('test/agreements/berlin.yaml');
const stable = (text: string): string =>
    text.replace(/\b[0-9a-f]{8}\b/g, '########').replaceAll(path.dirname(BERLIN), '…');

let folder: string;
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const print = (...args: readonly string[]) => runHere(['agreement', 'print', ...args], { folder });

describe('handoff agreement print', () => {
    it('teaches with an example', async () => {
        await golden('agreement/print/help', await print('--help'));
    });

    it('prints the page', async () => {
        const { code, stdout } = await print(BERLIN);
        expect(code).toBe(0);
        expect(stdout).toBe(agreementPage(berlin()));
        expect((await print()).stdout).toContain('<!doctype html>');
    });

    it('writes it to a file, from where the person stands, and never over another', async () => {
        const argv = [BERLIN, '--out', 'to/sign.html'];
        await golden('agreement/print/written', await print(...argv), stable);
        expect(readFileSync(path.join(folder, 'to/sign.html'), 'utf8')).toBe(
            agreementPage(berlin())
        );
        await golden('agreement/print/exists', await print(...argv), stable);
        expect((await print(...argv, '--force')).code).toBe(0);
    });

    it('gives file, version and hash as JSON', async () => {
        const { stdout } = await print(BERLIN, '--out', 'json.html', '--json');
        expect(JSON.parse(stdout).result).toEqual({
            version: 7,
            hash: berlin().hash,
            file: path.join(folder, 'json.html')
        });
    });

    it('says what it cannot use', async () => {
        await golden('agreement/print/no-file', await print('none.yaml'), stable);
        const { code, stderr } = await print(BERLIN, '--out', '.', '--force');
        expect(code).toBe(2);
        expect(stderr).toContain('Cannot write .: it is a folder.');
    });
});
