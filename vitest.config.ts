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

export default defineConfig({
    test: {
        projects: [
            {
                ...base,
                // The core is pure: loaded once for all of its files, in half the time.
                test: {
                    name: 'core',
                    include: [`shared/${TESTS}`],
                    isolate: false,
                    testTimeout: 20_000
                }
            },
            {
                ...base,
                test: {
                    name: 'unit',
                    include: ['scripts', 'hubspot-project', 'test'].map(
                        (folder) => `${folder}/${TESTS}`
                    ),
                    exclude: [
                        '**/node_modules/**',
                        COMMAND,
                        ...['browser', 'matrix/full', 'oracle', 'salesforce'].map(
                            (name) => `test/${name}/**`
                        )
                    ],
                    testTimeout: 20_000
                }
            },
            {
                ...base,
                test: { name: 'command', include: [COMMAND], testTimeout: 60_000 }
            },
            {
                ...base,
                test: { name: 'oracle', include: [`test/oracle/${TESTS}`], testTimeout: 300_000 }
            },
            {
                ...base,
                // Each org and each account with each agreement: apart, for its time.
                test: { name: 'matrix', include: [`test/matrix/full/${TESTS}`] }
            },
            {
                ...base,
                test: {
                    name: 'salesforce',
                    include: [`test/salesforce/${TESTS}`],
                    // Most of it waits for Java, which has two cores of its own to keep busy.
                    fileParallelism: false,
                    testTimeout: 60_000,
                    hookTimeout: 180_000
                }
            },
            {
                ...base,
                test: {
                    name: 'browser',
                    include: [`test/browser/${TESTS}`],
                    globalSetup: ['test/browser/setup.ts'],
                    // One Chromium and one preview at a time: two cores cannot feed more.
                    fileParallelism: false,
                    // A poll gives up after one second by default: a clock that ticks each
                    // second, on a busy machine, needs longer.
                    expect: { poll: { timeout: 10_000 } },
                    testTimeout: 60_000,
                    hookTimeout: 180_000
                }
            }
        ]
    }
});
