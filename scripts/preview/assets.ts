/** What the browser loads: built once for each state of its sources, and the files as they are. */
import { copyFileSync, cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildBaseComponents } from '../build/base-components.ts';
import { buildHubSpot, EXTENSIONS } from '../build/hubspot.ts';
import { buildLwcApp } from '../build/lwc-app.ts';
import { cached } from './cached.ts';
import { buildHubSpotHost } from './hubspot/build.ts';

const HERE = 'scripts/preview';
const HUBSPOT = 'hubspot-project/src/app';
const NODE_MODULES = 'node_modules/@salesforce-ux';
const CORE_SOURCES = ['shared', 'scripts/build'];

/** Maps the start of a path in the address to a folder. */
export type Folders = readonly (readonly [prefix: string, folder: string])[];

/** Builds what changed, and says where everything is. */
export async function buildAssets(): Promise<Folders> {
    const base = await buildBaseComponents();
    const salesforce = await cached(
        'salesforce',
        'Compiling the Lightning web components',
        [
            ...CORE_SOURCES,
            'force-app/main/default/lwc',
            'force-app/main/default/labels',
            `${HERE}/salesforce`,
            `${HERE}/frame`
        ],
        buildLwcApp
    );
    const hubspot = await cached(
        'hubspot',
        'Building the HubSpot extensions with HubSpot’s bundler',
        [
            ...CORE_SOURCES,
            'hubspot-project/functions',
            ...['cards', 'pages', 'settings'].map((folder) => `${HUBSPOT}/${folder}`),
            `${HERE}/hubspot`
        ],
        buildExtensions
    );
    const page = await cached(
        'page',
        'Bundling the page',
        [`${HERE}/page`, `${HERE}/frame`, `${HERE}/hubspot`, 'shared/calendar'],
        buildPage
    );
    return [
        ['/base/', base],
        ['/slds1/', `${NODE_MODULES}/design-system/assets`],
        ['/slds2/', `${NODE_MODULES}/design-system-2/dist/css/bundled`],
        ['/salesforce/', salesforce],
        ['/hubspot/', hubspot],
        ['/', page]
    ];
}

/** The file of an address, or null when it leads out of every folder. */
export function fileOf(folders: Folders, address: string): string | null {
    const [prefix, folder] = folders.find(([start]) => address.startsWith(start)) ?? [];
    if (prefix === undefined || folder === undefined) return null;
    const file = path.join(folder, decodeURIComponent(address.slice(prefix.length)));
    if (!file.startsWith(folder)) return null;
    // An import map names base components without an extension.
    return path.extname(file) === '' ? `${file}.js` : file;
}

async function buildExtensions(folder: string): Promise<void> {
    await buildHubSpot();
    for (const extension of readdirSync(EXTENSIONS)) {
        cpSync(`${EXTENSIONS}/${extension}`, folder, { recursive: true });
    }
    await buildHubSpotHost(folder);
}

async function buildPage(folder: string): Promise<void> {
    await build({
        entryPoints: [
            { in: `${HERE}/page/main.ts`, out: 'page' },
            { in: `${HERE}/page/live.ts`, out: 'live' },
            { in: `${HERE}/frame/shift-clock.ts`, out: 'shift-clock' },
            { in: `${HERE}/frame/hubspot.ts`, out: 'hubspot-frame' },
            { in: `${HERE}/frame/hubspot-settings.ts`, out: 'hubspot-settings-frame' },
            { in: `${HERE}/frame/hubspot-acceptance.ts`, out: 'hubspot-acceptance-frame' }
        ],
        outdir: folder,
        bundle: true,
        format: 'esm',
        target: 'es2022',
        jsx: 'automatic',
        define: { 'process.env.NODE_ENV': '"production"' },
        logLevel: 'warning'
    });
    copyFileSync(`${HERE}/page/index.html`, path.join(folder, 'index.html'));
    copyFileSync(`${HERE}/page/live.html`, path.join(folder, 'live.html'));
    copyFileSync(`${HERE}/page/page.css`, path.join(folder, 'page.css'));
    copyFileSync(`${HERE}/frame/hubspot.css`, path.join(folder, 'hubspot.css'));
    copyFileSync(`${HERE}/salesforce/record.css`, path.join(folder, 'salesforce.css'));
}
