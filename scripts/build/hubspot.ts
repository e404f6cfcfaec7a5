import {
    cpSync,
    existsSync,
    mkdirSync,
    readdirSync,
    readFileSync,
    rmSync,
    symlinkSync,
    writeFileSync
} from 'node:fs';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { bundle } from './bundle.ts';
import { CACHE } from './cache.ts';

const PROJECT = 'hubspot-project';
const APP = `${PROJECT}/src/app`;
const PACKAGE = `${APP}/packages/core`;
const FUNCTIONS = `${PROJECT}/functions`;
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
        types: './dist/index.d.ts',
        exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
        files: ['dist']
    };
    writeFileSync(`${PACKAGE}/package.json`, JSON.stringify(manifest, null, 4) + '\n');
    writeFileSync(`${PACKAGE}/dist/index.js`, await bundle('scripts/build/ui-core.ts', {}));
    cpSync('dist/types', `${PACKAGE}/dist/types`, { recursive: true });
    writeFileSync(
        `${PACKAGE}/dist/index.d.ts`,
        [
            "export * from './types/browser.js';",
            "export declare const agreement: import('./types/agreement/types.js').Agreement;",
            ''
        ].join('\n')
    );
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
    for (const file of readdirSync(FUNCTIONS).filter(isFunctionSource)) {
        const text = await bundle(`${FUNCTIONS}/${file}`, {
            format: 'cjs',
            platform: 'node',
            target: 'node18'
        });
        writeFileSync(`${APP}/functions/${path.parse(file).name}.js`, text);
    }
}

const isFunctionSource = (file: string): boolean =>
    file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.endsWith('.d.ts');

async function buildExtensions(): Promise<void> {
    for (const entry of extensionEntries()) {
        // The very function that HubSpot's cloud builds with; it empties its output folder.
        await remoteBuild({
            root: path.resolve(path.dirname(entry)),
            entryPoint: path.resolve(entry),
            outputDir: path.resolve(EXTENSIONS, path.parse(entry).name),
            logLevel: 'warn'
        });
    }
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
