/** Apex tests that are written in tests: run in a plain org, with the sample package's objects. */
import { openOrg } from '../setup/open.ts';
import { SAMPLE_FILES, packageOf, removePackage } from '../testing/package.ts';
import type { OrgTrait } from '../traits/types.ts';
import type { TestOptions, TestRun } from './tests.ts';
import { runApexTests } from './tests.ts';

export const NOW = Date.parse('2026-11-20T14:03:00Z');

/** Runs the test methods of classes and triggers, given by their files' names. */
export function runSources(
    sources: { readonly [file: string]: string },
    options: Partial<TestOptions> = {},
    traits: readonly OrgTrait[] = []
): TestRun {
    const files = Object.entries(sources).map(([name, source]) => [`code/${name}`, source]);
    const forceApp = packageOf({ ...SAMPLE_FILES, ...Object.fromEntries(files) });
    try {
        const org = openOrg(forceApp, () => NOW, traits);
        return runApexTests(org, { now: () => NOW, ...options });
    } finally {
        removePackage(forceApp);
    }
}

/** Runs the body of one test method; gives why it failed, null when it passed. */
export function runTest(
    body: string,
    others: { readonly [file: string]: string } = {},
    traits: readonly OrgTrait[] = []
): string | null {
    const source = `@IsTest private class OneTest { @IsTest static void one() { ${body} } }`;
    const { results } = runSources({ 'OneTest.cls': source, ...others }, {}, traits);
    return results[0]?.message ?? null;
}
