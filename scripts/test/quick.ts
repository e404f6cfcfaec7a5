/** npm run test:quick: what a change since main touches, in half a minute. */
import { existsSync, readFileSync } from 'node:fs';
import { run } from '../setup/command.mjs';
import { changes } from './changes.ts';
import { readDurations } from './durations.ts';
import { distances, type Sources } from './readers.ts';
import { runSteps } from './runSteps.ts';
import { select } from './selection.ts';
import { BUILDS, lint, format, types, TYPES, vitestFiles, jestFiles } from './steps.ts';
import type { Step } from './outcome.ts';

/** What the tests of each runner may take, ms; they run on two cores beside types and lint. */
const BUDGET = { vitest: 16_000, jest: 5_000 };
const SOURCE = /\.(?:tsx?|mjs|cjs)$/;
const LINTED = /\.(?:tsx?|mjs|cjs|js|css|html)$/;
const TEST = /\.test\.tsx?$/;
const JEST = /^force-app\/.*\/__tests__\//;
/** These need the preview and Chromium, or Java: they take more than half a minute to start. */
const SLOW = /^test\/(?:browser|salesforce|matrix)\//;

export async function quick(): Promise<void> {
    const { files, since } = await changes();
    if (files.length === 0) {
        console.log(`Nothing differs from ${since}.\n\n0 passed, 0 failed`);
        return;
    }
    console.log(`${count(files.length, 'file')} changed since ${since}.`);
    const near = distances(files, await sources());
    const durations = readDurations();
    const isTest = (file: string): boolean => TEST.test(file) && !SLOW.test(file);
    const vitest = select(near, (f) => isTest(f) && !JEST.test(f), durations, BUDGET.vitest);
    const jest = select(near, (f) => isTest(f) && JEST.test(f), durations, BUDGET.jest);
    const slow = [...near.keys()].filter((file) => TEST.test(file) && SLOW.test(file));
    const chosen = [...vitest.chosen, ...jest.chosen];
    console.log(['Tests nearest to them:', ...chosen].join('\n  '));
    const left = vitest.left.length + jest.left.length + slow.length;
    if (left > 0) console.log(`${count(left, 'more file')} of tests depend on them: npm test.`);
    const there = files.filter((file) => existsSync(file));
    const linted = there.filter((file) => LINTED.test(file));
    const some = (chosen: readonly string[], step: (of: readonly string[]) => Step): Step[] =>
        chosen.length === 0 ? [] : [step(chosen)];
    await runSteps(BUILDS, [
        ...some(vitest.chosen, vitestFiles),
        ...TYPES.filter(({ reads }) => files.some((file) => reads.test(file))).map(types),
        ...some(linted, lint),
        ...some(there, format),
        ...some(jest.chosen, jestFiles)
    ]);
}

/** Every file of the project that can read another. */
async function sources(): Promise<Sources> {
    const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z']);
    const files = stdout.split('\0').filter((file) => SOURCE.test(file) && existsSync(file));
    return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
