import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import process from 'node:process';
import { CACHE } from '../build/cache.ts';
import { run } from '../setup/command.mjs';
import { keepDurations } from './durations.ts';
import { failure, PASSED, type Outcome, type Step } from './outcome.ts';
import { readReport, type SuiteReport } from './report.ts';

const BIN = {
    eslint: 'node_modules/eslint/bin/eslint.js',
    jest: 'node_modules/jest/bin/jest.js',
    prettier: 'node_modules/prettier/bin/prettier.cjs',
    tsc: 'node_modules/typescript/bin/tsc',
    vitest: 'node_modules/vitest/vitest.mjs'
};
type Tool = keyof typeof BIN;

// A build server's own CI stays: checks that need Java are skipped on a desk, and fail there.
const PLAIN = { NO_COLOR: '1', FORCE_COLOR: '0', CI: process.env['CI'] ?? '1' };

/** A step that passes when the tool ends well, and else shows what it printed. */
export function check(name: string, tool: Tool, args: readonly string[]): Step {
    return {
        name,
        async run() {
            const { code, output } = await run(process.execPath, [BIN[tool], ...args], PLAIN);
            return code === 0 ? PASSED : failure(`${name}\n${output.trim()}`);
        }
    };
}

/** A step that counts the tests of a runner that writes jest's JSON report. */
export function suite(name: string, tool: Tool, args: readonly string[]): Step {
    return { name, run: () => runSuite(name, tool, args) };
}

async function runSuite(name: string, tool: Tool, args: readonly string[]): Promise<Outcome> {
    const folder = `${CACHE}/test`;
    const report = `${folder}/${name.replace(/\W+/g, '-').toLowerCase()}.json`;
    mkdirSync(folder, { recursive: true });
    rmSync(report, { force: true });
    const { code, output } = await run(
        process.execPath,
        [BIN[tool], ...args, `--outputFile=${report}`],
        PLAIN
    );
    if (!existsSync(report)) return failure(`${name}: no report\n${output.trim()}`);
    const read = JSON.parse(readFileSync(report, 'utf8')) as SuiteReport;
    keepDurations(read);
    const outcome = readReport(read);
    if (outcome.passed + outcome.failed === 0) return failure(`${name}: no test ran`);
    if (code === 0 || outcome.failed > 0) return outcome;
    // An error outside any test shows in the exit code only.
    return { ...outcome, failed: 1, failures: [`${name}\n${output.trim()}`] };
}
