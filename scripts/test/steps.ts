import process from 'node:process';
import { buildCore } from '../build/core.ts';
import { buildHubSpot } from '../build/hubspot.ts';
import { compileLwc } from '../build/lwc-compile.ts';
import { buildLwc } from '../build/lwc.ts';
import { ensureChromium } from '../setup/chromium.mjs';
import { check, suite } from './command.ts';
import { PASSED, type Outcome, type Step } from './outcome.ts';

const TYPES = [
    'tsconfig.json',
    'tsconfig.shared.json',
    'tsconfig.lwc.json',
    'tsconfig.hubspot.json'
];

const vitest = (name: string, project: string): Step =>
    suite(name, 'vitest', ['run', '--project', project, '--reporter=json']);

/** What all the other steps need. */
export const PREPARATION: readonly Step[] = [
    {
        name: 'Chromium',
        run: prepare(async () => (process.env['CHROME_PATH'] = await ensureChromium()))
    },
    { name: 'Build the core', run: prepare(buildCore) },
    { name: 'Build the Lightning web components', run: prepare(buildLwc) },
    { name: 'Build for HubSpot', run: prepare(buildHubSpot) }
];

/** Two lanes that run side by side, for two cores. */
export const LANES: readonly (readonly Step[])[] = [
    [
        vitest('Unit tests of the core', 'core'),
        vitest('Unit tests of what stands on it', 'unit'),
        vitest('Open time against the minute-stepping oracle', 'oracle')
    ],
    [
        check('Format', 'prettier', ['--check', '.']),
        ...TYPES.map((file) => check(`Types (${file})`, 'tsc', ['-p', file])),
        check('Lint', 'eslint', ['.']),
        { name: 'Compile the LWCs as an org does', run: compileAll },
        suite('LWC tests', 'jest', ['--json', '--maxWorkers=1']),
        vitest('The Salesforce package, without an org', 'salesforce'),
        vitest('The command, against servers that speak both CRMs’ wire', 'command')
    ]
];

/** Alone at the end, since a busy machine makes a browser late. */
export const BROWSER: readonly Step[] = [vitest('Both panels in Chromium', 'browser')];

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
