import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckedPart } from '../check/types.ts';
import { golden, runChild, runHere } from '../testing/run.ts';

const GOOD = 'test/agreements/berlin.yaml';

/** A hash and a count change with every agreement and every component. */
function stable(text: string): string {
    return text
        .replace(/\b[0-9a-f]{8}\b/g, '########')
        .replace(/\b\d+ (files|components)/g, 'nn $1');
}

let folder: string;
beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'handoff-'));
    writeFileSync(
        path.join(folder, 'draft.yaml'),
        'id: Draft\ntitle: [A draft]\nwindows:\n    - { id: fast, within: 5 minutes }\n'
    );
    writeFileSync(path.join(folder, 'broken.yaml'), 'id: draft\n\ttitle: A draft\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('handoff check', () => {
    it('teaches with an example', async () => {
        await golden('check/help', await runHere(['check', '--help']));
    });

    it(
        'finds nothing wrong with the project, without a network',
        { timeout: 300_000 },
        async () => {
            // A proxy that is not there: whatever asks the network fails.
            const env = { HTTPS_PROXY: 'http://127.0.0.1:9', HTTP_PROXY: 'http://127.0.0.1:9' };
            const { stdout, stderr } = await runChild(['check', '--json'], { env });
            const { parts } = JSON.parse(stdout).result as { parts: readonly CheckedPart[] };
            expect(parts.map(({ id }) => id)).toEqual([
                'agreement',
                'generated',
                'salesforce',
                'hubspot'
            ]);
            // Whether everything is built is for a deployment, not for who runs this test.
            expect(
                parts.filter(({ id }) => id !== 'generated').flatMap((part) => part.findings)
            ).toEqual([]);
            expect(stderr).toBe('');
        }
    );

    it('says whether a draft could come into force', async () => {
        await golden('check/draft', await runHere(['check', '--agreement', GOOD]), stable);
        expect((await runHere(['check', '--agreement', GOOD, '--quiet'])).stdout).toBe('');
    });

    it.each(['draft', 'broken'])('lists all that is wrong with a %s agreement', async (name) => {
        const argv = ['check', '--agreement', `${name}.yaml`];
        await golden(`check/${name}-bad`, await runHere(argv, { folder }));
        const coloured = await runHere(argv, { folder, isColoured: true });
        await golden(`check/${name}-bad.colour`, coloured);
    });

    it('gives the same as JSON', async () => {
        const argv = ['check', '--agreement', 'broken.yaml', '--json'];
        const { code, stdout } = await runHere(argv, { folder });
        expect(code).toBe(1);
        expect(JSON.parse(stdout)).toMatchObject({
            status: 1,
            result: {
                parts: [
                    { id: 'agreement', findings: [{ file: 'broken.yaml', line: 2, column: 1 }] },
                    { id: 'generated', skipped: 'not before the agreement is right' }
                ]
            },
            warnings: []
        });
    });

    it('needs a file that can be read', async () => {
        await golden(
            'check/no-file',
            await runHere(['check', '--agreement', 'none.yaml'], { folder })
        );
        expect((await runHere(['check', '--agreement', '.'], { folder })).stderr).toContain(
            'it is a folder'
        );
    });
});
