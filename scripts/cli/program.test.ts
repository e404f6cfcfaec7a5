import { describe, expect, it } from 'vitest';
import { golden, runChild, runHere } from './testing/run.ts';

describe('handoff', () => {
    it('explains itself', async () => {
        await golden('help', await runHere(['--help']));
        await golden('help.colour', await runHere(['--help'], { isColoured: true }));
    });

    it('shows its commands when none is named, and fails', async () => {
        const ran = await runHere([]);
        expect(ran.code).toBe(2);
        expect(ran.stdout).toBe('');
        expect(ran.stderr).toContain('Commands:');
    });

    it.each([
        ['unknown-command', ['chek']],
        ['unknown-option', ['check', '--jsn']],
        ['superfluous-argument', ['check', 'everything']]
    ])('says what is wrong with a command line: %s', async (name, argv) => {
        await golden(name, await runHere(argv));
    });

    it('says it as JSON too, on stdout alone', async () => {
        const { code, stdout, stderr } = await runHere(['check', '--jsn', '--json']);
        expect(code).toBe(2);
        expect(stderr).toBe('');
        expect(JSON.parse(stdout)).toEqual({
            status: 2,
            error: {
                code: 'usage.unknown_option',
                message: "Unknown option '--jsn' (Did you mean --json?)",
                mend: 'handoff check --help'
            }
        });
    });

    it('does in a process of its own what it does here', async () => {
        for (const isColoured of [false, true]) {
            const argv = ['chek'];
            expect(await runChild(argv, { isColoured })).toEqual(
                await runHere(argv, { isColoured })
            );
        }
    });
});
