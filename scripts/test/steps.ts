import process from 'node:process';
import { CACHE } from '../build/cache.ts';
import { buildCore } from '../build/core.ts';
import { buildHubSpot } from '../build/hubspot.ts';
import { compileLwc } from '../build/lwc-compile.ts';
import { buildLwc } from '../build/lwc.ts';
import { ensureChromium } from '../setup/chromium.mjs';
import { check, suite } from './command.ts';
import { PASSED, type Outcome, type Step } from './outcome.ts';

const CORE = 'shared';

/** A TypeScript project, and the files that can break its types. */
interface TypesProject {
    readonly file: string;
    readonly reads: RegExp;
}

export const TYPES: readonly TypesProject[] = [
    { file: 'tsconfig.json', reads: /\.(?:tsx?|mjs|json)$/ },
    { file: 'tsconfig.shared.json', reads: /^shared\/.*\.ts$/ },
    {
        file: 'tsconfig.lwc.json',
        reads: /^(?:force-app\/.*\/lwc|shared|scripts\/build|scripts\/preview\/salesforce)\/.*\.ts$/
    },
    { file: 'tsconfig.hubspot.json', reads: /^(?:hubspot-project|shared)\/.*\.tsx?$/ }
];

const vitest = (name: string, ...args: readonly string[]): Step =>
    suite(name, 'vitest', ['run', ...args, '--reporter=json']);
const inProject = (name: string, project: string): Step => vitest(name, '--project', project);
const cache = (tool: string): string => `${CACHE}/${tool}/`;

export const types = ({ file }: TypesProject): Step =>
    check(`Types (${file})`, 'tsc', [
        ...['-p', file, '--incremental', '--tsBuildInfoFile'],
        `${cache('tsc')}${file}.tsbuildinfo`
    ]);
export const lint = (files: readonly string[]): Step =>
    check('Lint', 'eslint', [
        ...['--cache', '--cache-strategy', 'content', '--cache-location', cache('eslint')],
        ...['--no-warn-ignored', ...files]
    ]);
export const format = (files: readonly string[]): Step =>
    check('Format', 'prettier', [
        ...['--cache', '--cache-strategy', 'content', '--cache-location'],
        ...[`${cache('prettier')}cache.json`, '--ignore-unknown', '--check', ...files]
    ]);
export const vitestFiles = (files: readonly string[]): Step => vitest('Tests', ...files);
export const jestFiles = (files: readonly string[]): Step =>
    suite('LWC tests', 'jest', ['--json', '--runTestsByPath', ...files]);

export const BUILDS: readonly Step[] = [
    { name: 'Build the core', run: prepare(buildCore) },
    { name: 'Build the Lightning web components', run: prepare(buildLwc) },
    { name: 'Build for HubSpot', run: prepare(buildHubSpot) }
];

/** What all the other steps need. */
export const PREPARATION: readonly Step[] = [
    {
        name: 'Chromium',
        run: prepare(async () => (process.env['CHROME_PATH'] = await ensureChromium()))
    },
    ...BUILDS
];

/** The longest first, so that no core waits at the end. */
export const STEPS: readonly Step[] = [
    inProject('Both panels in Chromium', 'browser'),
    inProject('Unit tests of what stands on the core', 'unit'),
    inProject('Every hostile org and account, once', 'hostile'),
    inProject('The command, against servers that speak both CRMs’ wire', 'command'),
    inProject('The Salesforce package, without an org', 'salesforce'),
    inProject('Every Apex test, in an org of our own', 'apex'),
    inProject('Unit tests of the core', 'core'),
    inProject('Open time against the minute-stepping oracle', 'oracle'),
    suite('LWC tests', 'jest', ['--json', '--maxWorkers=1']),
    // Its rules read types, which may change in another file: nothing is kept of it.
    check('Lint of the core', 'eslint', [CORE]),
    lint(['.', '--ignore-pattern', `${CORE}/**`]),
    ...TYPES.map(types),
    format(['.']),
    { name: 'Compile the LWCs as an org does', run: compileAll }
];

function prepare(work: () => Promise<unknown>): Step['run'] {
    return async () => {
        await work();
        return PASSED;
    };
}

async function compileAll(): Promise<Outcome> {
    const results = await compileLwc();
    const failures = results
        .filter(({ ok }) => !ok)
        .map(({ name, messages }) => [`c/${name}`, ...messages].join('\n'));
    const passed = results.length - failures.length;
    return { passed, failed: failures.length, skipped: [], failures };
}
