import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { printer, type OutputOptions } from './output/output.ts';
import { runSteps, type Step } from './steps.ts';

const PLAIN: OutputOptions = { json: false, quiet: false, verbose: false, color: false };

function world(options: OutputOptions, isTTY: boolean) {
    let text = '';
    const write = (chunk: Buffer, _: unknown, done: () => void): void => {
        text += chunk.toString();
        done();
    };
    const io = {
        stdin: new PassThrough(),
        stdout: new Writable({ write: (chunk) => expect.fail(String(chunk)) }),
        stderr: Object.assign(new Writable({ write }), { isTTY, columns: 80 }),
        env: {},
        folder: '.',
        now: () => 0
    };
    return { io, out: printer(io, options).output, printed: () => text };
}

const STEPS: readonly Step[] = [
    {
        title: 'Validate',
        run: async (report) => {
            report('1 of 2 components');
            report('2 of 2 components');
            return '2 components';
        }
    },
    { title: 'Assign', run: async () => undefined }
];
const FAILING: readonly Step[] = [
    { title: 'Validate', run: () => Promise.reject(new Error('refused')) },
    { title: 'Deploy', run: () => expect.fail('a step after one that failed') }
];

describe('steps', () => {
    it('leave a line each in a log', async () => {
        const { printed, ...surroundings } = world(PLAIN, false);
        await runSteps(surroundings, STEPS);
        expect(printed()).toBe('✔ Validate: 2 components\n✔ Assign\n');
    });

    it('say how far they are with --verbose, and nothing with --quiet', async () => {
        const verbose = world({ ...PLAIN, verbose: true }, false);
        await runSteps(verbose, STEPS);
        expect(verbose.printed()).toContain('Validate: 1 of 2 components\n');
        const quiet = world({ ...PLAIN, quiet: true }, true);
        await runSteps(quiet, STEPS);
        expect(quiet.printed()).toBe('');
    });

    it.each([false, true])('end at the first that throws (terminal: %s)', async (isTTY) => {
        const { printed, ...surroundings } = world(PLAIN, isTTY);
        await expect(runSteps(surroundings, FAILING)).rejects.toThrow('refused');
        expect(printed()).toContain('✖ Validate');
    });

    it('are redrawn on a terminal, on stderr', async () => {
        const { printed, ...surroundings } = world(PLAIN, true);
        await runSteps(surroundings, STEPS);
        expect(printed()).toContain('✔ Validate: 2 components');
    });
});
