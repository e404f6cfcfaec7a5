import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe } from 'vitest';

const OLDEST = 11;

/** Why the checks that need Java cannot run here; null where they can. */
const missing: string | null = whyNoJava();

/**
 * A group of tests that need Java. Without it they are skipped, and npm test says why at its end; a
 * build server must have Java, so there they fail instead.
 */
export function describeWithJava(name: string, tests: () => void): void {
    if (missing === null) {
        describe(name, tests);
    } else if (process.env['CI'] === 'true') {
        describe(name, () => {
            throw new Error(`${name}: ${missing}`);
        });
    } else {
        describe.skip(`${name} (SKIPPED: ${missing})`, tests);
    }
}

function whyNoJava(): string | null {
    const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8' });
    if (error) return `no java found; install Java ${OLDEST} or later to check the Apex`;
    const version = /version "(\d+)/.exec(stderr)?.[1];
    if (Number(version) >= OLDEST) return null;
    return `Java ${version ?? 'of an unknown version'} found; Apex is checked by ${OLDEST} or later`;
}
