/** Builds what is missing of what the browser loads; a process of its own, for it takes much memory. */
import { copyFileSync, cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { buildBaseComponents } from '../build/base-components.ts';
import { buildHubSpot, EXTENSIONS } from '../build/hubspot.ts';
import { buildLwcApp } from '../build/lwc-app.ts';
import { assets, type AssetName } from './assets.ts';
import { cached } from './cached.ts';
import { buildHubSpotHost } from './hubspot/build.ts';

const HERE = 'scripts/preview';
const BUILDERS: { readonly [name in AssetName]: (folder: string) => Promise<void> } = {
    'base-components': buildBaseComponents,
    salesforce: buildLwcApp,
    hubspot: buildExtensions,
    page: buildPage
};

for (const asset of assets()) await cached(asset, BUILDERS[asset.name]);

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
