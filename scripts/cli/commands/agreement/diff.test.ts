import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { golden, runHere } from '../../testing/run.ts';

const OLD = path.resolve('test/agreements/berlin.yaml');

/** A hash changes with every key that an agreement learns. */
const stable = (text: string): string =>
    text.replace(/\b[0-9a-f]{8}\b/g, '########').replaceAll(path.dirname(OLD), '…');

const hasGit = spawnSync('git', ['--version']).status === 0;

let folder: string;
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
    const changes: readonly (readonly [string, string])[] = [
        ['version: 7', 'version: 8'],
        ['      within: PT2H\n', '      within: PT5M\n'],
        ['      warn: PT20M\n', '      warn: PT1M\n'],
        [
            '    rival:',
            '    legal: { label: Legal says no }\n    region: { label: Not our region }\n    rival:'
        ],
        ['2026-05-14, ', ''],
        ['threshold: 8', 'threshold: 9']
    ];
    const text = changes.reduce(
        (rest, [from, to]) => {
            expect(rest).toContain(from);
            return rest.replace(from, to);
        },
        readFileSync(OLD, 'utf8')
    );
    writeFileSync(path.join(folder, 'new.yaml'), text);
    writeFileSync(path.join(folder, 'forgotten.yaml'), text.replace('version: 8', 'version: 7'));
    writeFileSync(path.join(folder, 'bad.yaml'), text.replace('PT5M', '5 minutes'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const diff = (...args: readonly string[]) => runHere(['agreement', 'diff', ...args], { folder });

describe('handoff agreement diff', () => {
    it('teaches with an example', async () => {
        await golden('agreement/diff/help', await diff('--help'));
    });

    it('says what changes, with and without colour', async () => {
        await golden('agreement/diff/changes', await diff(OLD, 'new.yaml'), stable);
        const argv = ['agreement', 'diff', OLD, 'new.yaml'];
        const coloured = await runHere(argv, { folder, isColoured: true });
        await golden('agreement/diff/changes.colour', coloured, stable);
    });

    it('says that nothing changes', async () => {
        await golden('agreement/diff/same', await diff(OLD, OLD), stable);
    });

    it('warns of a version that was not raised', async () => {
        const { code, stderr } = await diff(OLD, 'forgotten.yaml');
        expect(code).toBe(0);
        expect(stderr).toBe(
            'Warning: The agreement changed and its version is still 7: raise it.\n'
        );
    });

    it('gives the same as JSON', async () => {
        const { stdout, stderr } = await diff(OLD, 'forgotten.yaml', '--json');
        expect(stderr).toContain('raise it');
        const { status, result, warnings } = JSON.parse(stdout);
        expect(status).toBe(0);
        expect(warnings).toHaveLength(1);
        expect(result.before.number).toBe(7);
        expect(result.groups.map(({ title }: { title: string }) => title)).toEqual([
            'Working hours',
            'Score',
            'Response',
            'Reasons'
        ]);
        expect(result.groups[1].changes).toEqual([
            {
                path: 'score.threshold',
                kind: 'changed',
                text: 'The threshold of the score goes from 8 to 9.',
                before: 8,
                after: 9
            }
        ]);
    });

    it.skipIf(!hasGit)('reads a version from git, and says what git does not have', async () => {
        const git = (...args: readonly string[]): unknown =>
            execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@e.st', ...args], {
                cwd: folder,
                stdio: 'ignore'
            });
        git('init');
        git('add', 'new.yaml');
        git('commit', '-m', 'An agreement');
        const { code, stdout } = await diff(OLD, 'HEAD:new.yaml');
        expect(code).toBe(0);
        expect(stdout).toContain('6 changes');
        for (const version of ['HEAD:nowhere.yaml', 'nowhere:new.yaml']) {
            const refused = await diff(OLD, version);
            expect(refused.code).toBe(2);
            expect(refused.stderr).toContain(`Git does not give ${version}:`);
        }
    });

    it.each([
        ['no-file', ['none.yaml']],
        ['bad-file', [OLD, 'bad.yaml']],
        ['nothing', []]
    ])('says what it cannot use: %s', async (name, args) => {
        await golden(`agreement/diff/${name}`, await diff(...args), stable);
    });
});
