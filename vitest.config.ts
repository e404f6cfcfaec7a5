import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { agreementModule } from './scripts/build/agreement-module.ts';

const TESTS = '**/*.test.{ts,tsx}';
/** Each of them deploys, verifies or removes a whole package: apart from the unit tests, for its time. */
const COMMAND = `scripts/cli/${TESTS}`;

const base = {
    plugins: [agreementModule()],
    resolve: {
        alias: { '@handoff/core': path.resolve(import.meta.dirname, 'scripts/build/ui-core.ts') }
    },
    esbuild: { jsx: 'automatic' as const }
};

/**
 * Only what is broken takes so long: a slow or busy machine is no failure. No test measures time by it.
 */
const PATIENT = { testTimeout: 300_000, hookTimeout: 300_000 };

/**
 * Much of these waits for a server, a function or Java: two files at a time keep two cores busy. Vitest wants
 * projects with another number of workers to run apart.
 */
const TWO = { maxWorkers: 2, sequence: { groupOrder: 1 } };

/** Suites with a project of their own. */
const APART = ['browser', 'matrix', 'oracle', 'salesforce'].map((name) => `test/${name}/**`);
const APEX = `test/salesforce/apex/${TESTS}`;
const MATRIX = `test/matrix/full/${TESTS}`;

export default defineConfig({
    test: {
        projects: [
            {
                ...base,
                // The core is pure: loaded once for all of its files, in half the time.
                test: {
                    ...PATIENT,
                    name: 'core',
                    include: [`shared/${TESTS}`],
                    isolate: false
                }
            },
            {
                ...base,
                test: {
                    ...PATIENT,
                    ...TWO,
                    name: 'unit',
                    include: ['scripts', 'hubspot-project', 'test'].map(
                        (folder) => `${folder}/${TESTS}`
                    ),
                    exclude: ['**/node_modules/**', COMMAND, ...APART]
                }
            },
            {
                ...base,
                test: { ...PATIENT, ...TWO, name: 'command', include: [COMMAND] }
            },
            {
                ...base,
                test: { ...PATIENT, name: 'oracle', include: [`test/oracle/${TESTS}`] }
            },
            {
                ...base,
                test: {
                    ...PATIENT,
                    ...TWO,
                    name: 'salesforce',
                    include: [`test/salesforce/${TESTS}`],
                    exclude: [APEX],
                    // Most of it waits for Java: two at a time keep two cores busy.
                    maxWorkers: 2,
                    // Each of them lives for seconds, too short to repay Java's full optimization.
                    env: { JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1 -XX:+UseSerialGC' },
                    // Vitest wants projects with another number of workers to run apart.
                    sequence: { groupOrder: 1 }
                }
            },
            {
                ...base,
                test: { ...PATIENT, name: 'apex', include: [APEX] }
            },
            {
                ...base,
                // Each org and account once: part of npm test.
                test: {
                    ...PATIENT,
                    ...TWO,
                    name: 'hostile',
                    include: [`test/matrix/${TESTS}`],
                    exclude: [MATRIX]
                }
            },
            {
                ...base,
                // The whole product of orgs, accounts and agreements: npm run test:matrix.
                test: { ...PATIENT, name: 'matrix', include: [MATRIX] }
            },
            {
                ...base,
                test: {
                    ...PATIENT,
                    name: 'browser',
                    include: [`test/browser/${TESTS}`],
                    globalSetup: ['test/browser/setup.ts'],
                    // One Chromium and one preview at a time: two cores cannot feed more.
                    fileParallelism: false,
                    expect: { poll: { timeout: 60_000 } }
                }
            }
        ]
    }
});
