/**
 * Runs the package's Apex tests and prints what failed, and the lines of each class:
 * `node --import ./scripts/setup/typescript.mjs scripts/sandbox/salesforce/apex/runTests.ts [FOLDER] [Class[.method]…]`
 */
import { openOrg } from '../setup/open.ts';
import { coverageTable } from './coverageTable.ts';
import { runApexTests } from './tests.ts';

const given = process.argv.slice(2);
const folder = given.find((one) => one.includes('/')) ?? 'force-app';
const names = given.filter((one) => !one.includes('/'));
const now = Date.now();
const org = openOrg(folder, () => now);
const [first = ''] = names;
const [className = '', method] = first.split('.');
const options = names.length === 0 ? {} : { classes: method ? [className] : names };
const { results, coverage } = runApexTests(org, {
    now: () => now,
    ...options,
    ...(method === undefined ? {} : { method })
});
for (const { className: owner, method: name, outcome, message, stackTrace } of results) {
    if (outcome === 'pass') continue;
    console.log(`${outcome.toUpperCase()} ${owner}.${name}\n    ${message}`);
    if (stackTrace !== null) console.log(stackTrace.replace(/^/gm, '    '));
}
if (names.length === 0) console.log(coverageTable(coverage));
const passed = results.filter(({ outcome }) => outcome === 'pass').length;
console.log(`${passed} passed, ${results.length - passed} not, in ${Date.now() - now} ms`);
process.exitCode = passed === results.length ? 0 : 1;
