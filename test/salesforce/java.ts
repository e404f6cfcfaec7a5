import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe } from 'vitest';

const OLDEST = 17;

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

/** Its own list of modules tells the version, and a JDK from a runtime, which cannot compile. */
function whyNoJava(): string | null {
    const { error, stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });
    if (error) return `no java found; install a JDK ${OLDEST} or later to check the Apex`;
    const version = /^java\.base@(\d+)/m.exec(stdout)?.[1];
    if (Number(version ?? 0) < OLDEST)
        return `Java ${version ?? 'before 9'} found; Apex is checked by ${OLDEST} or later`;
    if (/^jdk\.compiler@/m.test(stdout)) return null;
    return `Java ${version} found without its compiler; install the JDK, not only the runtime`;
}
