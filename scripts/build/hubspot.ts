import {
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync
} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { bundle } from './bundle.ts';
import { CACHE } from './cache.ts';
import { functionFiles } from './hubspot-functions.ts';

const PROJECT = 'hubspot-project';
const APP = `${PROJECT}/src/app`;
const PACKAGE = `${APP}/packages/core`;
/** Where the bundled cards and pages are left, one .js for each entry point. */
export const EXTENSIONS = `${CACHE}/hubspot`;

/** What an upload takes: the core as a package, one file for each function; and the bundled cards. */
export async function buildHubSpot(): Promise<void> {
    await buildCorePackage();
    await buildFunctions();
    await buildExtensions();
}

async function buildCorePackage(): Promise<void> {
    rmSync(PACKAGE, { recursive: true, force: true });
    mkdirSync(`${PACKAGE}/dist`, { recursive: true });
    const manifest = {
        name: '@handoff/core',
        version: '0.1.0',
        private: true,
        type: 'module',
        main: './dist/index.js',
        // So that a card carries only what it uses.
        sideEffects: false,
        exports: { '.': './dist/index.js' },
        files: ['dist']
    };
    writeFileSync(`${PACKAGE}/package.json`, JSON.stringify(manifest, null, 4) + '\n');
    writeFileSync(`${PACKAGE}/dist/index.js`, await bundle('scripts/build/ui-core.ts', {}));
    linkCorePackage();
}

/** HubSpot's cloud installs the workspace; here a link lets its bundler find the package as well. */
function linkCorePackage(): void {
    const link = 'node_modules/@handoff/core';
    rmSync(link, { recursive: true, force: true });
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.resolve(PACKAGE), link, 'junction');
}

async function buildFunctions(): Promise<void> {
    for (const { path: file, text } of await functionFiles()) writeFileSync(file, text);
}

async function buildExtensions(): Promise<void> {
    const mode = process.env['NODE_ENV'];
    for (const entry of extensionEntries()) {
        // The very function that HubSpot's cloud builds with; it empties its output folder.
        await remoteBuild({
            root: path.resolve(path.dirname(entry)),
            entryPoint: path.resolve(entry),
            outputDir: path.resolve(EXTENSIONS, path.parse(entry).name),
            logLevel: 'warn'
        });
    }
    // It sets production for the whole process, in which LWC tests would render otherwise.
    if (mode === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = mode;
}

/** The entry points that the cards' and pages' *-hsmeta.json name, each once. */
function extensionEntries(): string[] {
    const configs = ['cards', 'pages', 'settings']
        .map((folder) => `${APP}/${folder}`)
        .filter((folder) => existsSync(folder))
        .flatMap((folder) => readdirSync(folder).map((file) => `${folder}/${file}`))
        .filter((file) => file.endsWith('-hsmeta.json'));
    const entries = configs.map((file) => {
        const { config } = JSON.parse(readFileSync(file, 'utf8')) as {
            config: { entrypoint: string };
        };
        return path.join(PROJECT, 'src', config.entrypoint);
    });
    return [...new Set(entries)];
}
