/** Every Apex test of the package, in an org without hostility: as a deployment runs them. */
import { existsSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverageTable, shareOf } from '../../../scripts/sandbox/salesforce/apex/coverageTable.ts';
import type { TestResult } from '../../../scripts/sandbox/salesforce/apex/tests.ts';
import { runApexTests } from '../../../scripts/sandbox/salesforce/apex/tests.ts';
import { openOrg } from '../../../scripts/sandbox/salesforce/setup/open.ts';
import { FORCE_APP } from '../package.ts';

/** An org asks 75 % of each class. */
const LEAST_SHARE = 0.9;
const NOW = Date.parse('2026-12-01T15:00:00Z');
const now = (): number => NOW;
/** What a transaction may use: tests of ours, which are not deployed. */
const BUDGETS = new URL('../budgets', import.meta.url).pathname;

const { results, coverage } = runApexTests(openOrg(FORCE_APP, now), { now });
console.log(coverageTable(coverage));

describe('the Apex tests of the package', () => {
    it('are all found', () => {
        expect(results.length).toBeGreaterThanOrEqual(120);
    });

    it.each(results)('$className: $method', ({ message, stackTrace }) => {
        expect(message, stackTrace ?? '').toBeNull();
    });

    it.each(coverage)('cover at least 90 % of $name', (one) => {
        expect(shareOf(one), `lines ${one.uncovered.join(', ')}`).toBeGreaterThanOrEqual(
            LEAST_SHARE
        );
    });
});

function runBudgets(): readonly TestResult[] {
    const classes = readdirSync(BUDGETS)
        .filter((name) => name.endsWith('Test.cls'))
        .map((name) => basename(name, '.cls'));
    const org = openOrg(FORCE_APP, now, [
        { name: 'budgets', imitates: 'an org with tests of our own besides', metadata: BUDGETS }
    ]);
    return runApexTests(org, { now, classes }).results;
}

describe.runIf(existsSync(BUDGETS))('what a transaction may use', () => {
    const budgets = existsSync(BUDGETS) ? runBudgets() : [];

    it('is tested', () => {
        expect(budgets.length).toBeGreaterThan(0);
    });

    it.each(budgets)('$className: $method', ({ message, stackTrace }) => {
        expect(message, stackTrace ?? '').toBeNull();
    });
});
